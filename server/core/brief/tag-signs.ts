import { proseParts } from '../parse/index.js';
import { COLON_LOOKALIKES, firstAtLeast, halfWidth, perObject } from '../text/index.js';
import { kindMeant } from './unknown-kind.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Whether a text may hold a tag, record or block, or a slip of one: in one pass over its letters, without
 * Markdown but for its blocks of code. `false` is certain: {@link recognize} finds nothing in it that a check
 * would speak of. `true` is not, as a link or words in backticks may look like a tag.
 *
 * @param text any text, of which nothing has been read
 * @param vocabulary with the workspace's own kinds
 */
export function mayHoldTags(text: string, vocabulary: Vocabulary): boolean {
  const known = knownWords(vocabulary);
  let isProse: ((at: number) => boolean) | undefined;
  SIGN.lastIndex = 0;
  for (let sign = SIGN.exec(text); sign !== null; sign = SIGN.exec(text)) {
    const [, follows = sign[2] ?? sign[3] ?? sign[5], , , isHidden] = sign;
    const word = follows ?? wordBefore(text, sign.index);
    if (isHidden === undefined && !meansKind(known, word, vocabulary)) continue;
    isProse ??= proseIn(text, sign.index);
    if (isProse(sign.index)) return true;
  }
  return holdsBareTag(text, known, vocabulary);
}

/** Whether a kind, a label and attributes may stand together that no colon stands before: `person[Ann]{ref=ann}`. */
function holdsBareTag(text: string, known: Map<string, boolean>, vocabulary: Vocabulary): boolean {
  if (!BRACES.test(text)) return false;
  let isProse: ((at: number) => boolean) | undefined;
  for (const { index, 1: word = '' } of text.matchAll(BARE)) {
    if (!meansKind(known, word, vocabulary)) continue;
    isProse ??= proseIn(text, index);
    if (isProse(index)) return true;
  }
  return false;
}

/** Whether a place may stand in prose; `first`: the first that is asked about. */
function proseIn(text: string, first: number): (at: number) => boolean {
  // Of most briefs the answer is clear without a look at their blocks.
  if (!/```|~~~|\$\$/.test(text.slice(0, first))) return () => true;
  const parts = proseParts(text);
  return (at) => (parts[firstAtLeast(parts, at + 1, ({ end }) => end)]?.start ?? at + 1) <= at;
}

/** Also as they are written in Chinese and Japanese. */
const COLON = `[:${COLON_LOOKALIKES}]`;
const OPENING = '[[{(<"“„«［｛（＜＂〔【「『〈《]';
const BLANKS = String.raw`[ \t\u00a0\u2000-\u200a\u202f\u3000]*`;
const WORD = '[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9_Ａ-Ｚａ-ｚ０-９＿－-]*';

/** Behind a label, attributes that may be those of a tag. */
const BRACES = new RegExp(String.raw`[\]］】〕」』]${BLANKS}[{｛]`);
const BARE = new RegExp(`(?<![A-Za-zＡ-Ｚａ-ｚ0-9_０-９＿－-])(${WORD})[[［【〔「『]`, 'g');

/**
 * A colon that no other stands before, with what stands where a kind would: `:word[` and `:word [`, whatever
 * the bracket; `: word[`; `::word`, `:: word`, `::: {.word` behind no letter (in HTML an element may stand in
 * between, which tells nothing of the word); and `:[`, with the word before it; and a semicolon before `word[` or `word{`. Nothing is looked at twice,
 * so it is linear; beginning with a colon makes it quick.
 */
const SIGN = new RegExp(
  `${COLON}(?<!${COLON}${COLON})(?:${[
    `(${WORD})${BLANKS}${OPENING}`,
    `${BLANKS}(${WORD})[[［【〔「『]`,
    `(?<![A-Za-z0-9]${COLON})${COLON}+${BLANKS}(?:[{｛]${BLANKS}\\.?${BLANKS})?(?:(${WORD})|(<))`,
    OPENING,
  ].join('|')})|[;；\u037e﹔؛](${WORD})[[{［｛【〔「『]`,
  'g',
);

function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && /[A-Za-z0-9_-]/.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, end).replace(/^[^A-Za-z]+/, '');
}

/** By word, whether it is or means a kind. */
const knownWords = perObject((_: Vocabulary) => new Map<string, boolean>());

/** Texts of code have a colon everywhere: more words than this are not remembered. */
const MAX_KNOWN_WORDS = 10_000;

/** Nor longer ones: they would keep the text in memory that they are cut from. */
const MAX_KNOWN_LETTERS = 12;

function meansKind(known: Map<string, boolean>, word: string, vocabulary: Vocabulary): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const means = kindMeant(halfWidth(word), vocabulary) !== undefined;
  if (known.size < MAX_KNOWN_WORDS && word.length <= MAX_KNOWN_LETTERS) known.set(word, means);
  return means;
}
