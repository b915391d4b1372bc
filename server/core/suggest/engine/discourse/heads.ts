import {
  type Before,
  type Described,
  described,
  earlierSpoken,
  isCountryOf,
  nameOf,
  namesOfKey,
  wordsOf,
} from './before.js';
import { actsNext, type Spoken, type SpokenParagraph, sentenceOf, spokenAt } from './model.js';
import { distinct } from './page-facts.js';

/** `the Agreement`, `this framework`, `the Council`, `the Special Representative`. */
export function headAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { tokens, know } = paragraph.scene;
  const determiner = tokens[at]?.lower ?? '';
  if (determiner === 'those' || !know.has('definite', determiner)) return undefined;
  let noun = at + 1;
  // `the Special Representative`, `the Foreign Minister`, `the Prime Minister`
  while (
    noun < at + 3 &&
    (paragraph.scene.know.has('officeModifiers', tokens[noun]?.lower ?? '') ||
      tokens[noun]?.lower === 'secretary') &&
    paragraph.scene.know.headOf(tokens[noun + 1]?.lower ?? '')?.has('office') &&
    /^-?$/.test(tokens[noun + 1]?.gap ?? '')
  )
    noun += 1;
  const token = tokens[noun];
  if (token === undefined || !/^-?$/.test(token.gap) || tokens[at + 1]?.gap !== '')
    return undefined;
  const next = tokens[noun + 1];
  // More of a name or of a longer description follows.
  if (
    next !== undefined &&
    /^-?$/.test(next.gap) &&
    (next.capital || next.number || /^(?:of|between)$/.test(next.lower)) &&
    !paragraph.scene.paragraph.begins[noun + 1] &&
    !/^(?:to|for|on)$/.test(next.lower)
  )
    return undefined;
  if (
    next !== undefined &&
    next.gap === '' &&
    /^n/.test(paragraph.scene.know.partsOf(next.lower) ?? '') &&
    !/v/.test(paragraph.scene.know.partsOf(next.lower) ?? '')
  )
    return undefined;
  const word = token.lower;
  if (know.has('agreementNouns', word)) return agreementAt(paragraph, [at, noun], word, before);
  if (know.has('thisOne', determiner)) return undefined;
  if (know.has('bodyNouns', word) && (token.capital || isOnlyBody(word, at, before)))
    return bodyAt(paragraph, [at, noun], word, before);
  if (know.has('countryNouns', word) && noun === at + 1) return countryAt(paragraph, at, before);
  const office = tokens
    .slice(at + 1, noun + 1)
    .map(({ lower }) => lower)
    .join(' ');
  // `Ann Lee, the President and Chair`: who was just named.
  const isAside = tokens[at]?.gap === ',' && spokenAt(paragraph, at - 1)?.kind === 'person';
  if (know.has('officeNouns', word) && !isAside)
    return officeAt(paragraph, [at, noun], office, before);
  return undefined;
}

function agreementAt(
  paragraph: SpokenParagraph,
  span: readonly [number, number],
  word: string,
  before: Before,
): Described | undefined {
  const isLoose =
    paragraph.scene.know.has('looseAgreements', word) &&
    !(paragraph.scene.tokens[span[1]]?.capital ?? false);
  const isMeant = ({ kind }: Spoken): boolean => kind === 'agreement';
  const last = lastCalled(`${word}s?`, span[0], before, isMeant);
  return last && calledBy(paragraph, span, word, before, last, isLoose ? 0.6 : 0.8);
}

function bodyAt(
  paragraph: SpokenParagraph,
  span: readonly [number, number],
  word: string,
  before: Before,
): Described | undefined {
  const last = lastCalled(word, span[0], before, ({ kind, named }) => kind === 'org' && named);
  return last && calledBy(paragraph, span, word, before, last, 0.7);
}

/** `the bank` with a small letter: one organization alone is called so. */
function isOnlyBody(word: string, at: number, before: Before): boolean {
  const pattern = new RegExp(`(?<!\\p{L})${word}$`, 'iu');
  const called = new Set<string>();
  for (const one of earlierSpoken(at, before))
    if (
      one.kind === 'org' &&
      one.keys.length === 1 &&
      one.named &&
      namesOfKey(before, one).some((name) => pattern.test(name.split(/\s(?:of|for|on)\s/)[0] ?? ''))
    )
      called.add(one.keys[0] ?? '');
  return called.size === 1;
}

/** `The country` where it acts: the one country that the sentences before are about. */
function countryAt(paragraph: SpokenParagraph, at: number, before: Before): Described | undefined {
  if (!actsNext(paragraph.scene, at + 2)) return undefined;
  const own = onlyCountryOf(paragraph, at, before);
  if (own !== undefined)
    return described(
      paragraph,
      'place',
      [at, at + 1],
      [own],
      0.65,
      `${nameOf(before, own)} is the country that the sentence is about.`,
    );
  const seen = new Set<string>();
  let kind = 'place';
  for (const one of earlierSpoken(at, before)) {
    if (one.kind !== 'place' || one.keys.length !== 1 || !one.named || one.nested) continue;
    if (!isCountryOf(before, one.keys[0] ?? '')) continue;
    kind = one.kind;
    seen.add(one.keys[0] ?? '');
    if (seen.size > 1) return undefined;
  }
  const [key] = seen;
  return key === undefined
    ? undefined
    : described(
        paragraph,
        kind,
        [at, at + 1],
        [key],
        0.6,
        `${nameOf(before, key)} is the country that the text is about.`,
      );
}

/** `Although Norland is small, the country commits`: the one country that the sentence names before. */
function onlyCountryOf(
  { sentences, ...paragraph }: SpokenParagraph,
  at: number,
  before: Before,
): string | undefined {
  const from = sentences[sentenceOf({ sentences, ...paragraph }, at)]?.first ?? 0;
  const named = before.here.filter(
    ({ kind, keys, first, named: isNamed }) =>
      kind === 'place' && keys.length === 1 && isNamed && first >= from && first < at,
  );
  const countries = distinct(named.flatMap(({ keys }) => keys)).filter((key) =>
    isCountryOf(before, key),
  );
  return countries.length === 1 ? countries[0] : undefined;
}

/** By the noun; they are those of a lexicon. */
const patterns = new Map<string, RegExp>();

function patternOf(word: string): RegExp {
  const known = patterns.get(word);
  if (known !== undefined) return known;
  const pattern = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu');
  patterns.set(word, pattern);
  return pattern;
}

/** The last one before a word whose name has a word in it. */
function lastCalled(
  word: string,
  at: number,
  before: Before,
  isMeant: (one: Spoken) => boolean,
): Spoken | undefined {
  const pattern = patternOf(word);
  for (const one of earlierSpoken(at, before)) {
    if (one.keys.length !== 1 || !isMeant(one)) continue;
    if (namesOfKey(before, one).some((name) => pattern.test(name))) return one;
  }
  return undefined;
}

function calledBy(
  paragraph: SpokenParagraph,
  span: readonly [number, number],
  word: string,
  before: Before,
  { kind, keys }: Spoken,
  confidence: number,
): Described {
  const reason = `${nameOf(before, keys[0] ?? '')} is the last ${word} named before.`;
  return described(paragraph, kind, span, keys, confidence, reason);
}

/** Of several offices of that name it is the one whose holder the page speaks of most. */
function officeAt(
  paragraph: SpokenParagraph,
  span: readonly [number, number],
  words: string,
  before: Before,
): Described | undefined {
  const { facts } = before;
  const again = describedBefore(paragraph, span, before);
  if (again !== undefined)
    return described(
      paragraph,
      'office',
      span,
      again,
      0.7,
      `${nameOf(before, again[0] ?? '')} is called so before.`,
    );
  const offices = new Map<string, number>();
  for (const one of earlierSpoken(span[0], before)) {
    const [key = ''] = one.keys;
    if (one.keys.length !== 1) continue;
    if (one.kind === 'office' && isOffice(before, one, words)) {
      const holders = facts.holders.get(key) ?? [];
      offices.set(
        key,
        Math.max(
          offices.get(key) ?? 0,
          (facts.counts.get(key) ?? 0) +
            holders.reduce((sum, holder) => sum + (facts.counts.get(holder) ?? 0), 0),
        ),
      );
    }
    if (one.kind === 'person')
      for (const office of facts.officesOf.get(key) ?? [])
        if (facts.infoOf(office) !== undefined && hasHead(facts.infoOf(office)?.name ?? '', words))
          offices.set(
            office,
            Math.max(
              offices.get(office) ?? 0,
              (facts.counts.get(key) ?? 0) + (facts.counts.get(office) ?? 0),
            ),
          );
  }
  const best = [...offices].sort((a, b) => b[1] - a[1])[0];
  if (best === undefined) return undefined;
  return described(
    paragraph,
    'office',
    span,
    [best[0]],
    offices.size === 1 ? 0.8 : 0.6,
    `${nameOf(before, best[0])} is the office of this name that the text names most.`,
  );
}

/** The same words stand for the same before. */
function describedBefore(
  { scene }: SpokenParagraph,
  [first, last]: readonly [number, number],
  { around, here }: Before,
): readonly string[] | undefined {
  const words = wordsOf(scene.tokens, first, last);
  const isSame = (one: Spoken): boolean => !one.named && one.words === words;
  const again = here.find((one) => one.last < first && isSame(one));
  if (again !== undefined) return again.keys;
  for (let back = 1; back <= 10; back += 1) {
    const spoken = around.spokenBefore(back);
    if (spoken === undefined) return undefined;
    const found = spoken.find(isSame);
    if (found !== undefined) return found.keys;
  }
  return undefined;
}

function isOffice(before: Before, one: Spoken, words: string): boolean {
  return namesOfKey(before, one).some((name) => hasHead(name, words));
}

/** Whether the words are the head of an office's name, before what it is an office of. */
function hasHead(name: string, words: string): boolean {
  const head = name.split(/\s(?:of|for|to|on|in|at)\s/)[0]?.toLowerCase() ?? '';
  return head.replaceAll('-', ' ').endsWith(words.replaceAll('-', ' '));
}
