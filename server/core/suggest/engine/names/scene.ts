import type { Knowledge } from '../reading/knowledge.js';
import type { Paragraph } from '../reading/paragraph.js';
import type { Token } from '../reading/tokens.js';

/** A paragraph, and what is known of its words. */
export interface Scene {
  readonly paragraph: Paragraph;
  readonly tokens: readonly Token[];
  readonly know: Knowledge;
}

/** Whether two neighbours can be words of one name: nothing between but a space or what joins names. */
export function isNext(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  const before = scene.tokens[at - 1];
  if (token === undefined || before === undefined || scene.paragraph.begins[at]) return false;
  if (token.gap === '') return token.spaced || before.possessive;
  if (token.gap === '-' || token.gap === '–') return !token.spaced || joinsPlaces(scene, at);
  if (token.gap === "'" || token.gap === '’') return before.possessive;
  // An initial, a title, `St.`
  return (
    token.gap === '.' && (before.text.length <= 3 || scene.know.has('honorifics', before.lower))
  );
}

/** Words that only work in sentences: they begin no name. */
export function isSmallWord({ know }: Scene, { lower }: Token): boolean {
  return (
    know.has('determiners', lower) ||
    know.has('prepositions', lower) ||
    know.has('conjunctions', lower) ||
    know.has('small', lower)
  );
}

/** A word written as a name is: a capital that a sentence's start does not explain. */
export function isNameWord(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  if (token === undefined || !token.capital) return false;
  if (isSmallWord(scene, token) && !isKnownAcronym(scene, at))
    return isPronounName(scene, at) || isPrefix(scene, at);
  if (!scene.paragraph.begins[at]) return true;
  if (token.acronym && token.text.length > 1) return true;
  const parts = scene.know.partsOf(token.lower);
  if (parts === undefined) return true;
  // `Foreign Minister …`: a noun or adjective, and the next word has a capital as well.
  return /^[na]/.test(parts) && isNext(scene, at + 1) && (scene.tokens[at + 1]?.capital ?? false);
}

/** `US`, `WHO`: small words, were they not written so. */
function isKnownAcronym({ tokens, know, paragraph }: Scene, at: number): boolean {
  const token = tokens[at];
  return token?.acronym === true && !paragraph.titled && know.knownAt(tokens, at) !== undefined;
}

/** Whether a word is one that mostly begins small. */
export function isCommon({ know }: Scene, { lower }: Token): boolean {
  return know.partsOf(lower) !== undefined && !know.has('firstNames', lower);
}

/** More words than a name has. Where a text goes on and on like one, reading it stops there. */
export const LONGEST_NAME = 60;

/** The last word of the run of capitals that begins at a word. */
export function runEnd(scene: Scene, at: number): number {
  let end = at;
  while (end - at < LONGEST_NAME && isNext(scene, end + 1) && isRunWord(scene, end + 1)) end += 1;
  return end;
}

function isRunWord(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  if (token === undefined) return false;
  // `African-led International Mission`
  if (!token.capital && token.gap === '-' && !token.spaced && !token.number)
    return (
      (scene.tokens[at + 1]?.capital ?? false) &&
      isNext(scene, at + 1) &&
      scene.tokens[at + 1]?.gap === ''
    );
  if (token.capital)
    return (
      !isSmallWord(scene, token) ||
      PRONOUN_NAMES.has(token.lower) ||
      isPrefix(scene, at) ||
      isKnownAcronym(scene, at)
    );
  return (
    scene.know.has('particles', token.lower) &&
    (scene.tokens[at + 1]?.capital ?? false) &&
    isNext(scene, at + 1)
  );
}

/** `Under-Secretary`: a small word that a hyphen joins to a name. */
function isPrefix({ tokens }: Scene, at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && next.gap === '-' && !next.spaced && next.capital;
}

/** `India - Sweden Round Table` */
function joinsPlaces({ tokens, know }: Scene, at: number): boolean {
  return (
    know.knownAt(tokens, at)?.kind === 'place' && know.knownAt(tokens, at - 1)?.kind === 'place'
  );
}

/** `He Lifeng`, where no sentence begins. */
function isPronounName(scene: Scene, at: number): boolean {
  const next = scene.tokens[at + 1];
  if (scene.paragraph.begins[at] || !PRONOUN_NAMES.has(scene.tokens[at]?.lower ?? '')) return false;
  return next?.capital === true && isNext(scene, at + 1) && !isCommon(scene, next);
}

/** Small words that are also names of people: `He Lifeng`. */
const PRONOUN_NAMES = new Set(['he', 'may', 'will', 'an', 'you', 'so', 'do']);

/** A title without the stop behind it. */
export function titleIn(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** `US dollars` */
export function isMoney({ tokens, know }: Scene, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.gap === '' && know.has('currencies', token.lower);
}
