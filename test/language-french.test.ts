import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edtfOfWords, french } from '../server/core/index.js';
import { datesInWords, likelyDate } from '../server/core/suggest/index.js';
import { worked } from './support/clock.js';

/** What is read, as `strength: marker`. */
function read(words: string): string | undefined {
  const found = french.readStrength(words);
  return found && `${found.strength}: ${words.slice(found.start, found.end)}`;
}

const readings: Record<string, string> = {
  "s'engage à livrer les avions": "pledged: s'engage à",
  "s'engagent à approfondir leur coopération": "pledged: s'engagent à",
  "s'engage, d'ici 2030, à réduire de moitié": "pledged: s'engage, d'ici 2030, à",
  "s'est engagé vendredi devant l'Assemblée à publier le rapport":
    "pledged: s'est engagé vendredi devant l'Assemblée à",
  'se sont engagés à financer': 'pledged: se sont engagés à',
  'se sont fermement engagées à financer': 'pledged: se sont fermement engagées à',
  'nous nous engageons à respecter': 'pledged: nous engageons à',
  'doit remettre un rapport': 'binding: doit',
  'ne doit pas déployer': 'binding: ne doit pas',
  'devront être remis': 'binding: devront',
  'entend poursuivre': 'intended: entend',
  'espère conclure': 'aspired: espère',
  "espère que l'accord tiendra": 'aspired: espère que',
  'souhaite renforcer': 'aspired: souhaite',
  'souhaitent que': 'aspired: souhaitent que',
  'prévoit de construire': 'planned: prévoit de',
  'ont prévu de se réunir': 'planned: ont prévu de',
  'veillera à la mise en œuvre': 'planned: veillera à',
  'veillera à ce que': 'planned: veillera à',
  'convient de créer': 'pledged: convient de',
  'sont convenus de se revoir': 'pledged: sont convenus de',
  'ont convenu de': 'pledged: ont convenu de',
  'vise à doubler': 'intended: vise à',
  'cherchera à obtenir': 'intended: cherchera à',
  "s'efforcera de réduire": "intended: s'efforcera de",
  'livrera les avions': 'planned: livrera',
  livreront: 'planned: livreront',
  'tiendront une réunion': 'planned: tiendront',
  'ne déploiera pas de troupes': 'planned: déploiera',
  "l'engagement de la France à livrer": 'pledged: engagement de la France à',
  'réaffirme son engagement en faveur de la paix': 'pledged: engagement en faveur',
  "l'engagement de livrer": 'pledged: engagement de',
  'a promis de verser': 'pledged: a promis de',
  'est prêt à négocier': 'intended: est prêt à',
  'se fixe pour objectif de réduire': 'intended: se fixe pour objectif de',
  "a l'intention de": "intended: a l'intention de",
  'aspire à devenir': 'aspired: aspire à',
  'attend avec intérêt la visite': 'aspired: attend avec intérêt',
  'va financer': 'planned: va',
  'compte achever': 'intended: compte',
  "donne l'assurance que les troupes partiront": "pledged: donne l'assurance que",
  'se réjouit de la perspective de coopérer': 'aspired: se réjouit de la perspective de',
  "s'engage au respect des droits": "pledged: s'engage au",
  'est tenu de notifier': 'binding: est tenu de',
  'Il a accepté de': 'pledged: accepté de',
  'décide de renouveler': 'planned: décide de',
  "son ambition d'atteindre la neutralité": "aspired: ambition d'",
  "s'engageant à réduire": "pledged: s'engageant à",
  "je m'engage à venir": "pledged: m'engage à",
  "s'est pleinement engagée à verser": "pledged: s'est pleinement engagée à",
  'est déterminée à agir': 'intended: est déterminée à',
  "ne doit plus fournir d'armes": 'binding: ne doit plus',
  "sera tenue d'informer": "binding: sera tenue d'",
  'accepte de recevoir': 'pledged: accepte de',
  "consentent à l'échange": 'pledged: consentent à',
  'garantit la livraison': 'pledged: garantit',
  'promet que rien ne changera': 'pledged: promet que',
  'veilleront aux délais': 'planned: veilleront aux',
  "s'apprête à signer": "planned: s'apprête à",
  "projette d'ouvrir": "planned: projette d'",
  'compte bien revenir': 'intended: compte',
  "s'efforçant de réduire": "intended: s'efforçant de",
  'tentera de convaincre': 'intended: tentera de',
  'recevra trois navires': 'planned: recevra',
  'suivra le dossier': 'planned: suivra',
  "conclura l'accord": 'planned: conclura',
  'mettra en service': 'planned: mettra',
  'connaîtra une suite': 'planned: connaîtra',
  'seront livrés': 'planned: seront',
  'ira plus loin': 'planned: ira',
  'nous livrerons': 'planned: livrerons',
  "engagement envers l'Ukraine": 'pledged: engagement envers',
  'il avait promis de venir': 'pledged: promis de',
};

test('the strength of French words, straight and curly', () => {
  for (const [words, expected] of Object.entries(readings)) {
    assert.equal(read(words), expected, words);
    const curly = words.replaceAll("'", '’');
    assert.equal(read(curly), expected.replaceAll("'", '’'), curly);
    assert.equal(read(words.toUpperCase())?.split(':')[0], expected.split(':')[0], words);
  }
});

const none = [
  "la France ne s'engage pas à livrer",
  'doit 5 millions',
  "n'entend pas renoncer",
  'on entend par accord tout texte',
  'il convient de noter',
  "pourrait s'engager à",
  'pourra livrer',
  'livrera probablement',
  "attira l'attention",
  'les environs de Paris',
  'aucun engagement de livrer',
  'sans engagement de financer',
  "n'a pas promis de verser",
  'va à Paris',
  'Alexandra va bien',
  'il faudra agir',
  'compte 5 membres',
  "s'engage dans la lutte",
  'serait prêt à agir',
  "encourage les autres à s'engager",
  'le Sahara',
  'inspira la foule',
  'environs',
  "n'espère plus rien",
  'peut livrer',
  'est susceptible de livrer',
];

test('what is no marker in French', () => {
  for (const words of none) assert.equal(read(words), undefined, words);
});

test('what is agreed in a treaty binds', () => {
  assert.equal(read('Les Parties conviennent de créer un fonds'), 'binding: conviennent de');
  assert.equal(french.readStrength("s'engagent à livrer", true)?.strength, 'binding');
  assert.equal(french.readStrength('conviennent de', true)?.strength, 'binding');
  assert.equal(french.readStrength('espèrent créer', true)?.strength, 'aspired');
  assert.equal(french.readStrength('promettent de créer', true)?.strength, 'pledged');
});

test('strength is read in linear time', () => {
  const start = worked();
  for (const words of ["s'engage ne pas ", "s'engage de ", 'aux parties de ', 'est engagé '])
    french.readStrength(words.repeat(20_000));
  assert.ok(worked() - start < 8000);
});

test('dates in French words', () => {
  const dates: Record<string, string> = {
    '31 octobre 2025': '2025-10-31',
    'le 31 octobre 2025': '2025-10-31',
    '1er janvier 2026': '2026-01-01',
    '1 janvier 2026': '2026-01-01',
    'février 2025': '2025-02',
    'FÉVRIER 2025': '2025-02',
    'fevrier 2025': '2025-02',
    '3 déc. 2025': '2025-12-03',
    'août 2025': '2025-08',
    'T1 2026': '2026-33',
    'premier trimestre 2026': '2026-33',
    '1er trimestre 2026': '2026-33',
    'deuxième trimestre de 2026': '2026-34',
    'quatrième trimestre de l’année 2026': '2026-36',
    '2025–2035': '2025/2035',
    '2025': '2025',
  };
  for (const [words, edtf] of Object.entries(dates))
    assert.equal(edtfOfWords(words, french.dates), edtf, words);
  const others = [
    'October 2025',
    '31 février 2025',
    '31 octobre',
    'Q1 2026',
    'T5 2026',
    '2er mai 2026',
    'mai',
  ];
  for (const words of others) assert.equal(edtfOfWords(words, french.dates), undefined, words);
});

test('dates in French prose, and what words mean on a day', () => {
  const text =
    'Du 3 au 5 mai 2025, puis le 1er juin 2026 et en Juillet 2026, au premier\ntrimestre 2027, article 2025bis, de 2026 à 2030.';
  const found = datesInWords(text, { start: 0, end: text.length }, french);
  assert.deepEqual(
    found.map(({ edtf }) => edtf),
    ['2025-05-05', '2026-06-01', '2026-07', '2027-33', '2026', '2030'],
  );
  const from = 20_392; // 31 October 2025
  const meant: Record<string, string | undefined> = {
    'cette année': '2025',
    'l’année prochaine': '2026',
    "l'an dernier": '2024',
    'le mois prochain': '2025-11',
    'ce trimestre': '2025-36',
    'le trimestre prochain': '2026-33',
    "fin de l'année prochaine": '2026-12',
    'd’ici à la fin de l’année': '2025-12',
    "l'année": '2025',
    demain: '2025-11-01',
    'fin 2027': '2027-12',
    'le 1er mars': '2025-03-01',
    'mi-août': '2025-08',
    '31 février': undefined,
    afin: undefined,
    bientôt: undefined,
  };
  for (const [words, edtf] of Object.entries(meant))
    assert.equal(likelyDate(words, from, french), edtf, words);
});
