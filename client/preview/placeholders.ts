/**
 * The characters that stand for tags in the text Markdown reads: none of them occurs in the text
 * itself. A placeholder is one of the first six with an index behind it, written in `digits`.
 */
export interface PlaceholderAlphabet {
  /** A tag's words begin. */
  readonly open: string;
  /** They end. */
  readonly close: string;
  /** Goes on with the line before: the line break was inside what was taken out. */
  readonly join: string;
  /** Shows nothing. */
  readonly skip: string;
  /** A record, or the first line of a block. */
  readonly record: string;
  /** The last line of a block. */
  readonly end: string;
  readonly digits: readonly string[];
  /** Punctuation that nobody sees, where a placeholder must not be a letter to what is beside it. */
  readonly edge: string;
  /** Any of these characters; matches one at a time, not sticky. */
  readonly any: RegExp;
}

/**
 * Control characters first: to Markdown they are letters, so emphasis beside them works as beside the
 * words, but a bare web address ends at them. Then private-use characters.
 * `undefined` when the text leaves too few of them, which no text of people does.
 */
export function alphabetFor(text: string): PlaceholderAlphabet | undefined {
  const taken = new Set<string>();
  for (const [character] of text.matchAll(POOL)) taken.add(character);
  if (taken.size === 0) return COMMON;
  const free = (each: string): boolean => !taken.has(each);
  return alphabetOf(pool().filter(free), EDGES.filter(free));
}

const POOL = /[\u0080-\u0084\u0086-\u009f\ue000-\ue0ff\u2e4c-\u2e4f]/g;
/** Marks of medieval scribes. */
const EDGES = ['\u2e4c', '\u2e4d', '\u2e4e', '\u2e4f'];
const DIGITS = 16;

function pool(): readonly string[] {
  const between = (first: number, last: number): string[] =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
  return [...between(0x80, 0x84), ...between(0x86, 0x9f), ...between(0xe000, 0xe0ff)];
}

function alphabetOf(
  free: readonly string[],
  [edge]: readonly string[],
): PlaceholderAlphabet | undefined {
  const [open, close, join, skip, record, end, ...rest] = free;
  if (end === undefined || edge === undefined || rest.length < DIGITS) return undefined;
  const digits = rest.slice(0, DIGITS);
  const all = [open, close, join, skip, record, end, edge, ...digits].join('');
  return {
    open: open as string,
    close: close as string,
    join: join as string,
    skip: skip as string,
    record: record as string,
    end,
    digits,
    edge,
    any: new RegExp(`[${all}]`),
  };
}

const COMMON = alphabetOf(pool(), EDGES);

export function placeholder({ digits }: PlaceholderAlphabet, first: string, index: number): string {
  let written = '';
  for (let rest = index; rest > 0 || written === ''; rest = Math.floor(rest / DIGITS))
    written = digits[rest % DIGITS] + written;
  return first + written;
}

/** What a text with placeholders consists of, in order. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: (typeof TYPES)[number]; readonly index: number };

export function piecesOf(alphabet: PlaceholderAlphabet, text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const any = new RegExp(alphabet.any, 'g');
  let at = 0;
  for (let found = any.exec(text); found !== null; found = any.exec(text)) {
    if (found.index > at) pieces.push({ type: 'text', text: text.slice(at, found.index) });
    at = readPlaceholder(alphabet, text, found.index, pieces);
    any.lastIndex = at;
  }
  if (at < text.length) pieces.push({ type: 'text', text: text.slice(at) });
  return pieces;
}

/** Gives the place after the placeholder. A digit that no placeholder begins is passed over. */
function readPlaceholder(
  alphabet: PlaceholderAlphabet,
  text: string,
  start: number,
  pieces: Piece[],
): number {
  const first = text.charAt(start);
  const type = TYPES.find((each) => alphabet[each] === first);
  if (type === undefined) return start + 1;
  const { index, end } = indexAt(alphabet, text, start + 1);
  pieces.push({ type, index });
  return end;
}

/** The number written at `start`, and where it ends. */
export function indexAt(
  { digits }: PlaceholderAlphabet,
  text: string,
  start: number,
): { readonly index: number; readonly end: number } {
  let index = 0;
  for (let end = start; ; end += 1) {
    const digit = end < text.length ? digits.indexOf(text.charAt(end)) : -1;
    if (digit < 0) return { index, end };
    index = index * DIGITS + digit;
  }
}

const TYPES = ['open', 'close', 'join', 'skip', 'record', 'end'] as const;
