// Over 300 lines: one object, the words and patterns of French as `language.ts` asks for them.
import type { Language, RelativeSpan, YearSpan } from '../language.js';
import { ELISIONS, readStrength } from './strength.js';

const words = (list: string): readonly string[] => list.split(' ');

export const french: Language = {
  tag: 'fr',
  name: 'French',
  examples: {
    dates: [
      'février 2025',
      '31 octobre 2025',
      '1er janvier 2026',
      'T1 2026',
      'premier trimestre 2026',
    ],
    markers: {
      binding: ['doit', 'est tenu de', "s'oblige à"],
      pledged: ["s'engage à", 'promet de', 'convient de', 'son engagement à'],
      planned: ['livrera', 'prévoit de', 'veillera à', 'va'],
      intended: ['entend', 'vise à', "s'efforcera de", "a l'intention de"],
      aspired: ['espère', 'souhaite', 'aspire à'],
    },
  },
  readStrength,
  yearSpansIn,
  dates: {
    months: [
      ['janvier', 'janv.', 'janv'],
      ['février', 'févr.', 'févr', 'fevrier'],
      ['mars'],
      ['avril', 'avr.', 'avr'],
      ['mai'],
      ['juin'],
      ['juillet', 'juil.', 'juil'],
      ['août', 'aout'],
      ['septembre', 'sept.', 'sept'],
      ['octobre', 'oct.', 'oct'],
      ['novembre', 'nov.', 'nov'],
      ['décembre', 'déc.', 'déc', 'decembre'],
    ],
    quarters: [
      ['premier', '1er'],
      ['deuxième', 'second', '2e', '2ème'],
      ['troisième', '3e', '3ème'],
      ['quatrième', 'dernier', '4e', '4ème'],
    ],
    article: 'le',
    digits: 'day-first',
    firstDay: ['1er', '1ᵉʳ'],
    shapes: [
      '{day} {month} {year}',
      '{month} {year}',
      'T{quarter} {year}',
      '{ordinal} trimestre {year}',
      '{ordinal} trimestre de {year}',
      "{ordinal} trimestre de l'année {year}",
    ],
    loose: {
      leads: [
        ...words("le la l' en au à de du d' dans pendant durant courant année cet cette"),
        ...['mois de', "mois d'", 'cours de', "cours de l'année"],
      ],
      until: [
        ...["d'ici", "d'ici à", "d'ici au", "d'ici le", "jusqu'en", "jusqu'à", "jusqu'au"],
        ...['au plus tard', 'au plus tard en', 'au plus tard le'],
      ],
      before: ['avant', "avant l'année"],
      since: ['depuis', 'dès', 'à partir de', 'à compter de', 'à partir du', 'à compter du'],
      about: ['vers', 'environ', 'circa', 'ca'],
      weekdays: words('lundi mardi mercredi jeudi vendredi samedi dimanche'),
      seasons: [['printemps'], ['été', 'ete'], ['automne'], ['hiver']],
      halves: [
        ['premier', '1er', '1'],
        ['deuxième', 'second', '2e', '2ème', '2'],
      ],
      start: ['début', 'début de', 'commencement de'],
      end: ['fin', 'fin de'],
      early: [],
      middle: ['mi', 'milieu de', "milieu de l'année", 'milieu'],
      late: [],
      fiscalYear: ['exercice budgétaire', 'exercice', 'année budgétaire', 'année fiscale'],
      to: ['à', 'au', 'et', "jusqu'en", "jusqu'au"],
      decade: [],
      shapes: [
        '{year} {month} {day}',
        'T{quarter} de {year}',
        '{ordinal} trimestre {year}',
        '{half} semestre {year}',
        '{half} semestre de {year}',
        'S{half} {year}',
        '{season} {year}',
        '{season} de {year}',
      ],
    },
  },
  relativeDates: {
    days: new Map([
      ["aujourd'hui", 0],
      ['hier', -1],
      ['avant-hier', -2],
      ['demain', 1],
      ['après-demain', 2],
    ]),
    get spans() {
      knownSpans ??= spans();
      return knownSpans;
    },
    endOf: /(?<!\p{L})fin(?!\p{L})/iu,
    endOfYear: /^(?:(?:d'ici|avant|pour|à|en) )?(?:à )?(?:la )?fin (?:de l'|d')année$/,
    wholeYear: /^l'année$/,
    withoutYear: [
      "(?:le |du |dès le |avant le |au |jusqu'au |d'ici (?:le |au )?)?{day} {month}",
      "(?:en |début |fin |mi-|d'ici |d'ici fin |au mois de )?{month}",
    ],
  },
  deadlines: {
    due: [
      "d'ici",
      "d'ici à",
      "d'ici au",
      'avant',
      "jusqu'en",
      "jusqu'à",
      "jusqu'au",
      'au plus tard',
      'au plus tard en',
      'fin',
      'fin de',
    ],
    before: ['avant'],
    notDue: [
      'depuis',
      'après',
      'dès',
      'de',
      'du',
      'à partir de',
      'à partir du',
      'à compter de',
      'à compter du',
    ],
    within: {
      pattern:
        /^(?:d'ici(?: à)?|dans|sous|en)(?: (?:les|un délai de))? (?<count>\d{1,3}|\p{L}+)(?: prochains?)? (?<unit>jours?|semaines?|mois|trimestres?|ans?|années?)$/u,
      numbers: new Map(
        [
          'un',
          'deux',
          'trois',
          'quatre',
          'cinq',
          'six',
          'sept',
          'huit',
          'neuf',
          'dix',
          'onze',
          'douze',
        ]
          .map((word, index): [string, number] => [word, index + 1])
          .concat([
            ['une', 1],
            ['quinze', 15],
            ['trente', 30],
            ['soixante', 60],
          ]),
      ),
      units: new Map<string, { readonly days: number } | { readonly months: number }>([
        ['jour', { days: 1 }],
        ['jours', { days: 1 }],
        ['semaine', { days: 7 }],
        ['semaines', { days: 7 }],
        ['mois', { months: 1 }],
        ['trimestre', { months: 3 }],
        ['trimestres', { months: 3 }],
        ...['an', 'ans', 'année', 'années'].map((unit) => [unit, { months: 12 }] as const),
      ]),
    },
    quarter:
      /^(?:d'ici |avant |au |d'ici au )?(?:le |la )?(?:fin du )?(?:t(?<count>[1-4])|(?<word>premier|1er|deuxième|2e|troisième|3e|quatrième|4e) trimestre)$/,
    vague:
      /(?<!\p{L})(?:bientôt|prochainement|sous peu|dans (?:les plus brefs délais|les meilleurs délais|un avenir proche|un proche avenir|les (?:prochains|prochaines) (?:jours|semaines|mois|années))|dès que possible|le plus (?:tôt|rapidement) possible|en temps utile|à terme)(?!\p{L})/iu,
  },
  pronouns: {
    one: /^(?:il|elle|lui|celui-ci|celle-ci|ce dernier|cette dernière|qui|cela|ceci)$/i,
    several:
      /^(?:ils|elles|eux|leur|leurs|ceux-ci|celles-ci|ces (?:derniers|dernières)|les deux(?: \p{L}+)?|(?:tous|toutes)(?: les)? deux|l['’]une? et l['’]autre)$/iu,
    persons: /^(?!)/,
    subjects: /ils?|elles?|(?:les deux) \p{Ll}+/u,
    things: /^(?:cela|ceci)$/i,
    pointing: /^(?:les?|la|l['’]|cet?|cette|ces|son|sa|ses|leurs?)$/i,
    headFirst: true,
    nouns: [
      ['place', /^(?:pays|nations?|états?|gouvernements?|capitales?|républiques?|voisine?s?)$/],
      [
        'person',
        /^(?:dirigeante?s?|ministres?|présidente?s?|secrétaires?|responsables?|diplomates?|ambassad(?:eur|rice)s?|homologues?|hommes?|femmes?)$/,
      ],
      [
        'org',
        /^(?:organisations?|ministères?|agences?|entreprises?|sociétés?|alliances?|institutions?|départements?)$/,
      ],
      [
        'agreement',
        /^(?:accords?|traités?|cadres?|pactes?|mémorandums?|conventions?|protocoles?)$/,
      ],
      [
        'event',
        /^(?:réunions?|rencontres?|appels?|sommets?|dialogues?|entretiens?|pourparlers|visites?|conférences?)$/,
      ],
    ],
  },
  parties: {
    articles: words("le la les l'"),
    indefinite: words('un une des'),
    both: [],
    possessives: words('son sa ses leur leurs'),
    and: ['et', '&', 'ainsi que'],
    agent: ['par'],
    facing: words('avec à au aux pour envers vers'),
    placing: words(
      "dans en sur entre depuis de du des d' chez sous contre avant après pendant durant via hors parmi lors",
    ),
    coordinating: words('et mais puis ou'),
    notAlone: words('ou ni pas non sauf hormis excepté outre comme aussi même'),
    openers: words(
      "que qu' qui dont où quand lorsque lorsqu' tandis alors si parce puisque comme dit disent disant déclare affirme",
    ),
    judging: words(
      "salue saluent salué note notent noté loue critique critiquent rejette remercie apprécie condamne demande demandent de pour par avec sur dans à d'",
    ),
    beside:
      /(?:a|ont|avait|avaient|est|sont|était|étaient|se|ne|n|y|en|aussi|désormais|ensuite|puis|ainsi|donc|toutes?|tous|deux|encore|déjà|bientôt|qui|\p{Ll}+ment),? |s['’]/u,
    passive:
      /(?<!\p{L})(?:être|été|est|sont|sera|seront|était|étaient)\s+[^,;]{1,80}\spar\s+(?:(?:le|la|les)\s+|l['’])?$/iu,
    wholes:
      /(?:gouvernements?|autorités|dirigeants|ministres|présidents|représentants|délégations?) (?:de |du |des |d['’])(?:la |l['’]|les )?$/iu,
    promises:
      /(?:engagements?|intentions?|volonté|détermination|décisions?|ambitions?|espoirs?|promesses?)(?!\p{L})/u,
    promisesOrVerbs: /(?:projets?|objectifs?)(?!\p{L})/u,
    at: [
      'à',
      'au',
      'lors de',
      'lors du',
      'pendant',
      'durant',
      "à l'occasion de",
      "à l'occasion du",
      'au cours de',
      'au cours du',
      'en marge de',
      'en marge du',
    ],
    making:
      /(?<!\p{L})(?:(?:sign|conclu|négoci|adopt|ratifi|renouvel|prolong|rédig|finalis|paraph|approuv)\p{L}*|nouvel|nouveau|nouvelle|futur|future|prochain|prochaine)(?:\s+(?:un|une|le|la|leur|ce|cet|cette|nouvel|nouveau|nouvelle|futur|future|prochain|prochaine))*(?:\s+l['’])?\s*$/iu,
    anotherTime:
      /(?:^|[^\p{L}])(?:ancien(?:ne)?|ex|alors|feue?|future?|précédente?|prochaine?)[\s\u00a0-]*$/iu,
    anotherTimeWithin: /^(?:ancien(?:ne)?|ex-|alors)(?!\p{L})/iu,
  },
  names: {
    joints: words("de du des d' la le les l' en pour sur van von der el al"),
    elisions: ELISIONS,
    endings: [],
    common: words('les des une aux pour sur dans avec'),
  },
  sentences: {
    titles: words('M MM Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste'),
    abbreviations: words(
      'art Art al chap cf p pp env etc ex éd fig vol av no nos janv févr avr juil sept oct nov déc',
    ),
    openers: words(
      "Le La Les L' Un Une Des Du De D' Au Aux Ce Cet Cette Ces C' Il Elle Ils Elles On Nous Vous Je J' En Dans Sur À Par Pour Avec Sans Et Mais Ou Or Donc Si S' Lorsque Quand Comme Après Avant Depuis Pendant Durant Selon Son Sa Ses Leur Leurs Puis Ainsi Aussi Hier Aujourd'hui Demain Cependant Toutefois Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche",
    ),
  },
  ids: {
    idle: words(
      'a au aux d de des du l la le les un une en et ou par pour avec dans sur sous ce cet cette ces son sa ses leur leurs nous s se qui que qu jusqu ici avant depuis ne pas plus y est sont ont sera seront doit doivent devra devront engage engagent engageons engagee engages engagees engagement engagements prevoit prevoient prevu entend entendent intention espere esperent souhaite souhaitent veillera veilleront veille vise visent convient conviennent convenu convenus promet promettent promesse accepte acceptent compte comptent efforce efforcera efforcent efforceront cherche cherchent cherchera va vont',
    ),
    small: words('de du des la le les et en a au aux pour sur d l'),
    signs: [
      [
        'office',
        words(
          'ministre secretaire president presidente directeur directrice ambassadeur ambassadrice chef commissaire gouverneur',
        ),
      ],
      [
        'org',
        words(
          'ministere departement conseil union otan agence office commission comite banque forces armee societe entreprise universite institut',
        ),
      ],
    ],
  },
};

/** Made when somebody asks: what letters there are takes long to compile. */
let knownSpans: readonly RelativeSpan[] | undefined;

/** `cette année`, `le mois prochain`, `le trimestre dernier` … */
function spans(): readonly RelativeSpan[] {
  const units = [
    ['(?:année|an)', 'year'],
    ['mois', 'month'],
    ['trimestre', 'quarter'],
  ] as const;
  return units.flatMap(([unit, name]) => {
    const after = (list: string): RegExp =>
      new RegExp(`(?<!\\p{L})${unit} (?:${list})(?!\\p{L})`, 'u');
    return [
      { words: after('prochaine?|suivante?|à venir|qui vient'), unit: name, step: 1 },
      { words: after('dernière?|dernier|passée?|précédente?'), unit: name, step: -1 },
      { words: after('en cours|courante?'), unit: name, step: 0 },
      { words: new RegExp(`(?<!\\p{L})(?:cette|ce) ${unit}(?!\\p{L})`, 'u'), unit: name, step: 0 },
    ];
  });
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...words(
    'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze',
  ).map((word, index): [string, number] => [word, index + 1]),
  ['vingt', 20],
  ['vingt-cinq', 25],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['cent', 100],
  ['biennal', 2],
  ['triennal', 3],
  ['quadriennal', 4],
  ['quinquennal', 5],
  ['septennal', 7],
  ['décennal', 10],
]);

const N_YEARS = new RegExp(
  `(?<=(?<!\\p{L})(?:de|sur|à)[ \u00a0])(?:(\\d{1,3}|${[...NUMBERS.keys()].join('|')})[ \u00a0]ans?)(?!\\p{L})|(?<!\\p{L})(\\p{L}+ennal)(?:e|es)?(?!\\p{L})`,
  'giu',
);

/** `de dix ans`, `sur 10 ans`, `décennal`; "dans dix ans" is none. */
function yearSpansIn(text: string): readonly YearSpan[] {
  return [...text.matchAll(N_YEARS)].flatMap(({ 0: found, 1: number, 2: adjective }) => {
    const word = (number ?? adjective ?? '').toLowerCase();
    const count = /^\d/.test(word) ? Number(word) : NUMBERS.get(word);
    return count === undefined ? [] : [{ count, text: found }];
  });
}
