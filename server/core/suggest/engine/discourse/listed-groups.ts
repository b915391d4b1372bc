import { titleIn } from '../names/scene.js';
import { actsNext, isLedIn, type Spoken, type SpokenParagraph, spokenFrom } from './model.js';

/** Three or more people who act together; none where the page has several such groups. */
export function peopleOf(paragraphs: readonly SpokenParagraph[]): readonly string[] {
  let people: readonly string[] = [];
  for (const paragraph of paragraphs)
    for (const keys of peopleTogether(paragraph)) {
      if (keys.every((key) => people.includes(key))) continue;
      if (people.length > 0) return [];
      people = keys;
    }
  return people;
}

/** `Minister A of X, Minister B of Y and Minister C of Z`, where they act. */
function peopleTogether(paragraph: SpokenParagraph): readonly (readonly string[])[] {
  const { spoken, scene } = paragraph;
  const whole = spoken.filter(({ nested }) => !nested);
  const groups: string[][] = [];
  let keys: string[] = [];
  let isLed = false;
  let last: Spoken | undefined;
  for (const one of whole) {
    const goesOn = last !== undefined && isBeside(paragraph, last, one);
    if (!goesOn) {
      keys = [];
      isLed = isLedIn(scene, one.first);
    }
    if (one.kind === 'person') keys.push(...one.keys);
    last = one;
    if (keys.length > 2 && !isLed && actsNext(scene, one.last + 1)) groups.push([...new Set(keys)]);
  }
  return groups;
}

/** Whether two stand in one list: an office and its holder, whose office it is, the next of them. */
function isBeside({ scene }: SpokenParagraph, one: Spoken, other: Spoken): boolean {
  const { tokens, know, paragraph } = scene;
  for (let at = one.last + 1; at <= other.first; at += 1) {
    const token = tokens[at];
    if (token === undefined || paragraph.begins[at] || !/^[,.()]?$/.test(token.gap)) return false;
    if (at === other.first) return true;
    const isSmall =
      know.has('and', token.lower) ||
      know.has('determiners', token.lower) ||
      know.has('honorifics', titleIn(token.lower)) ||
      (token.lower === 'of' && (other.kind === 'place' || other.kind === 'org'));
    if (!isSmall) return false;
  }
  return false;
}

/**
 * Who several are that are called by a word alone later on: `the Foreign Ministers of A, B and C`, `the parties to this
 * statement (A, B and C)`. By the word; the first list counts.
 */
export function listedGroups(
  paragraphs: readonly SpokenParagraph[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const paragraph of paragraphs) {
    const { tokens, know } = paragraph.scene;
    if (paragraph.spoken.length < 2) continue;
    for (const [at, { lower }] of tokens.entries()) {
      if (!know.has('generic', lower) || !lower.endsWith('s') || groups.has(lower)) continue;
      const keys = listBehind(paragraph, at);
      if (keys.length > 1) groups.set(lower, keys);
    }
  }
  return groups;
}

/** More words between a word and the list in brackets than `parties to this statement` has. */
const MOST_BETWEEN = 4;

function listBehind(paragraph: SpokenParagraph, noun: number): readonly string[] {
  const { tokens } = paragraph.scene;
  if (/^(?:of|from)$/.test(tokens[noun + 1]?.lower ?? '') && tokens[noun + 1]?.gap === '')
    return listFrom(paragraph, noun + 2);
  for (let at = noun + 1; at <= noun + MOST_BETWEEN; at += 1) {
    const gap = tokens[at]?.gap ?? ';';
    if (gap === '(') return listFrom(paragraph, at);
    if (gap !== '') break;
  }
  return [];
}

/** The countries and bodies that are listed from a word on. */
function listFrom(paragraph: SpokenParagraph, from: number): readonly string[] {
  const { tokens, know, paragraph: read } = paragraph.scene;
  const keys: string[] = [];
  let hasAnd = false;
  for (let at = from; at < tokens.length && read.begins[at] !== true; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > from && !/^[,()\s]*$/.test(token.gap))) break;
    const one = spokenFrom(paragraph, at);
    if (one !== undefined) {
      if (!/^(?:place|org)$/.test(one.kind) || one.keys.length !== 1) break;
      keys.push(...one.keys);
      at = one.last;
    } else if (know.has('and', token.lower)) hasAnd = true;
    else if (
      !know.has('determiners', token.lower) &&
      !(keys.length > 0 && know.has('generic', token.lower))
    )
      break;
  }
  return hasAnd ? [...new Set(keys)] : [];
}
