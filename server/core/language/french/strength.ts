import type { Language } from '../language.js';
import { markerReader } from '../marker-reader.js';

const words = (list: string): readonly string[] => list.split(' ');

/** What an apostrophe parts from the word behind it. */
export const ELISIONS: readonly string[] = words(
  "l' d' s' n' m' t' j' c' qu' jusqu' lorsqu' puisqu' quoiqu'",
);

/** Words that end as infinitives do, and are none. */
const NO_ACTS: ReadonlySet<string> = new Set(
  words('autre notre votre contre entre outre quatre premier dernier hier mer hiver fier lettre'),
);

function isAdverb(word: string): boolean {
  return (
    ADVERBS.has(word) ||
    /(?:[ae]mment|ellement|alement|ivement|iquement|ément|èrement|airement|inement|ermement|ointement)$/.test(
      word,
    )
  );
}

const ADVERBS: ReadonlySet<string> = new Set(
  words(
    'aussi également tous toutes deux ensemble notamment désormais toujours encore bien donc ainsi enfin chacun chacune ici à-présent dès',
  ),
);

/** The third persons and "we" of the future tense, whose stem is an infinitive: `livrera`, `tiendront`. */
function isFuture(word: string): boolean {
  if (word.endsWith('ront')) return !/^(?:front|affront|pourront|faudront|devront)$/.test(word);
  const stem = /^(.+)(?:a|ons)$/.exec(word)?.[1];
  return stem !== undefined && FUTURE_STEM.test(stem) && !NO_FUTURE.has(stem);
}

const FUTURE_STEM =
  /(?:er|ir|dr|ttr|[aoî]îtr|aitr|cevr|suivr|vivr|clur|(?:ve|cou|mou|que)rr)$|^(?:aur|saur)$/;

/** Stems of other verbs and nouns that look alike: `attira`, `environs`; and of what is only possible. */
const NO_FUTURE: ReadonlySet<string> = new Set(
  words(
    'tir retir attir étir soutir admir aspir inspir respir conspir désir expir vir déchir env envir engendr encadr effondr toundr faudr pourr',
  ),
);

const DE = "de|d'";
const QUE = "que|qu'";

/** Reads the first commissive marker in French words; the future tense is one, as "will" is in English. */
export const readStrength: Language['readStrength'] = markerReader({
  markers: {
    binding: [
      'doit|doivent|devra|devront|devons|devrons +',
      "ne|n' doit|doivent|devra|devront|devons|devrons pas|plus|jamais +",
      `est|sont|sera|seront tenu|tenue|tenus|tenues ${DE}`,
      `a|ont|aura|auront l' obligation ${DE}`,
      "s' oblige|obligent|obligera|obligeront à",
      "s' astreint|astreignent à",
    ],
    pledged: [
      "s'|m'|nous est|suis|sommes|étaient|était engagé|engagée|engagés|engagées … à|d' +",
      'se|nous sont|sommes engagés|engagées … à +',
      "s'|se|nous est|sont|sommes engagé|engagée|engagés|engagées à|au|aux",
      'engagement|engagements … à +',
      `engagement|engagements ${DE} +`,
      'engagement|engagements à|au|aux|envers|pour',
      'engagement|engagements en faveur',
      `promet|promettent|promettons|promettra|promettront ${DE}|${QUE}`,
      'promet|promettent +',
      `promis|promise|promises ${DE}|${QUE}`,
      `a|ont|avons promis ${DE}|${QUE}`,
      `promesse|promesses ${DE} +`,
      'promesse|promesses … à +',
      'garantit|garantissent|garantissons|garantira|garantiront',
      `donne|donnent|donnons|donné|donneront l' assurance … ${DE}|${QUE}`,
      `assurance|assurances ${QUE}`,
    ],
    planned: [
      '<future>',
      `prévoit|prévoient|prévoyons|prévoira|prévoiront ${DE}`,
      `a|ont|avons prévu ${DE}`,
      `prévu|prévue|prévus|prévues ${DE}`,
      'va|vont|allons +',
      "s' apprête|apprêtent à",
      'veille|veillent|veillons|veillera|veilleront|veillerons à',
      'veille|veillent|veillera|veilleront|veillerons au|aux',
      `décide|décident|décidons|décidera|décideront ${DE}`,
      `a|ont|avons décidé ${DE}`,
      `projette|projettent ${DE}`,
    ],
    intended: [
      'entend|entendent|entendons|entendra|entendront +',
      `a|ont|avons l' intention ${DE}`,
      `intention|intentions ${DE} +`,
      `volonté ${DE} +`,
      'détermination|disposition à +',
      `s'|nous efforce|efforcent|efforçons|efforcera|efforceront|efforcerons|efforçant ${DE}`,
      'cherche|cherchent|cherchons|cherchera|chercheront à',
      `tente|tentent|tentera|tenteront ${DE}`,
      `essaie|essaient|essaiera|essaieront ${DE}`,
      'vise|visent|visons|visera|viseront à',
      'compte|comptent|comptons +',
      'est|sont|sommes|seront|sera prêt|prête|prêts|prêtes à',
      'est|sont|sommes disposé|disposée|disposés|disposées à',
      'est|sont|sommes déterminé|déterminée|déterminés|déterminées à',
      'est|sont|sommes résolu|résolue|résolus|résolues à',
      `se|s'|nous fixe|fixent|fixons|fixé|est|sont … pour|comme objectif|but ${DE}`,
      `a|ont pour objectif|but ${DE}`,
    ],
    aspired: [
      'espère|espèrent|espérons|espérera|espéreront +',
      `espère|espèrent|espérons ${QUE}`,
      `espoir|espoirs ${DE}|${QUE}`,
      'souhaite|souhaitent|souhaitons|souhaitera|souhaiteront +',
      `souhaite|souhaitent|souhaitons ${QUE}`,
      `souhait ${DE}|${QUE}`,
      `désireux|désireuse|désireuses ${DE}`,
      'aspire|aspirent|aspirons|aspirera|aspireront à',
      `ambitionne|ambitionnent ${DE}`,
      `a|ont l' ambition ${DE}`,
      `ambition ${DE} +`,
      'attend|attendent|attendons avec impatience|intérêt',
      `se|nous réjouit|réjouissent|réjouissons … ${DE} +`,
    ],
  },
  agreed: [
    "s'|m'|nous engage|engagent|engageons|engagera|engageront|engagerons|engageant à|au|aux",
    "s'|m'|nous engage|engagent|engageons|engagera|engageront|engagerons|engageant … à +",
    `!il|qu'il convient|conviennent|convenons|conviendront|convenant ${DE}|${QUE}`,
    `est|sont|sommes|a|ont|avons convenu|convenue|convenus|convenues … ${DE}|${QUE}`,
    `convenu|convenue|convenus|convenues ${DE}|${QUE}`,
    `accepte|acceptent|acceptons|acceptera|accepteront|accepté ${DE}`,
    'consent|consentent|consentons|consentira|consentiront à',
  ],
  treaty: words('parties contractantes contractants signataires'),
  classes: { future: isFuture },
  isAct: (word) => /..(?:er|ir|re|oir|ïr)$/.test(word) && !NO_ACTS.has(word),
  isAdverb,
  beforeActs: words("le la les l' lui leur y en se s' me m' nous tout tous"),
  negation: { first: words("ne n'"), second: words('pas plus jamais guère point nullement') },
  denials: words('aucun aucune sans pas ni nul nulle jamais refuse refusent refuser refusé'),
  idle: words("d' de l' la le un une prendre pris faire fait donner nouvel nouvelle réel ferme"),
  doubts: words('probablement vraisemblablement éventuellement peut-être possiblement'),
  elisions: ELISIONS,
});
