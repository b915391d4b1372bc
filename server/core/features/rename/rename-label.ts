import { decodeText } from '../../brief/index.js';
import { foldSpace, type Span, type TextEdit } from '../../text/index.js';

/** Words of a brief that are to read otherwise. */
export interface Rewording {
  readonly text: string;
  /** Where they stand: the label of a tag, the contents of a heading. */
  readonly span: Span;
  /** As they read now, see `Tag.words`. */
  readonly words: string;
  /** The tags in them. */
  readonly inner: readonly Span[];
}

/** `sure`: nothing but words stood there. Else it is to be read again, whether it came out as meant. */
export interface Reworded {
  readonly edit: TextEdit;
  readonly sure: boolean;
}

/**
 * The one edit after which the words read `to`: of plain words only those that differ, so that line
 * breaks stay; of words with markup or tags in them one stretch of plain words. `undefined` where what
 * differs has markup in it.
 */
export function reword(wording: Rewording, to: string): Reworded | undefined {
  const written = wording.text.slice(wording.span.start, wording.span.end);
  if (wording.inner.length === 0) {
    if (foldSpace(written) === wording.words) return { edit: plainEdit(wording, to), sure: true };
    if (foldSpace(decodeText(written)) === wording.words)
      return { edit: wholeEdit(wording, to), sure: true };
  }
  const edit = editAmongMarkup(wording, to);
  if (edit !== undefined) return { edit, sure: false };
  const isQuote = wording.inner.length === 0 && withoutMargins(written) === wording.words;
  return isQuote ? { edit: wholeEdit(wording, to), sure: true } : undefined;
}

function wholeEdit({ span }: Rewording, to: string): TextEdit {
  return { span, text: escapedWords(to) };
}

/** Without the `>` and indent that lines in a quote or a list begin with. */
function withoutMargins(written: string): string {
  return foldSpace(written.replace(/(?:\r\n?|\n)[ \t>]*/g, ' '));
}

/** All that differs between two lists of words: what both begin and end with is left out. */
function difference(
  old: readonly string[],
  to: readonly string[],
): Span & { readonly toEnd: number } {
  let start = 0;
  while (start < old.length && start < to.length && old[start] === to[start]) start += 1;
  let [end, toEnd] = [old.length, to.length];
  while (end > start && toEnd > start && old[end - 1] === to[toEnd - 1]) {
    end -= 1;
    toEnd -= 1;
  }
  return { start, end, toEnd };
}

function plainEdit(wording: Rewording, to: string): TextEdit {
  const { text, span } = wording;
  const whole = wholeEdit(wording, to);
  const written = text.slice(span.start, span.end);
  const old = Array.from(written.matchAll(/\S+/g), ({ index, 0: word }) => ({ index, word }));
  const wanted = to.split(/\s+/);
  const said = old.map(({ word }) => word);
  const { start, end, toEnd } = difference(said, wanted);
  const [first, last] = [old[start], old[end - 1]];
  // Without line breaks there is nothing to keep; and a new word must not begin a line.
  if (!/[\r\n]/.test(written) || first === undefined || last === undefined) return whole;
  if (end === start || toEnd === start || isAtLineStart(written, first.index)) return whole;
  const place = {
    start: span.start + first.index,
    end: span.start + last.index + last.word.length,
  };
  return { span: place, text: escapedWords(wanted.slice(start, toEnd).join(' ')) };
}

function isAtLineStart(written: string, index: number): boolean {
  return index === 0 || /[\r\n][^\S\r\n]*$/.test(written.slice(0, index));
}

/** Letters, digits and what may stand between them: nothing that Markdown could take for markup. */
const PLAIN = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N} .,'’-]*[\p{L}\p{M}\p{N}])?$/u;

/** What differs must stand once in the words and once in the source, outside of any tag. */
function editAmongMarkup(
  { text, span, words, inner }: Rewording,
  to: string,
): TextEdit | undefined {
  const [old, wanted] = [words.split(' '), foldSpace(to).split(' ')];
  const { start, end, toEnd } = difference(old, wanted);
  const gone = old.slice(start, end).join(' ');
  const come = wanted.slice(start, toEnd).join(' ');
  if (!PLAIN.test(gone) || !PLAIN.test(come)) return undefined;
  const at = onlyPlace(text.slice(span.start, span.end), gone);
  if (at === undefined || onlyPlace(words, gone) === undefined) return undefined;
  const place = { start: span.start + at, end: span.start + at + gone.length };
  const isInTag = inner.some((tag) => tag.start < place.end && place.start < tag.end);
  return isInTag ? undefined : { span: place, text: come };
}

function onlyPlace(text: string, part: string): number | undefined {
  const at = text.indexOf(part);
  return at < 0 || text.indexOf(part, at + 1) >= 0 ? undefined : at;
}

/** Words as they are written in a brief: what Markdown or a tag would take for markup gets a backslash. */
function escapedWords(words: string): string {
  return words.replace(MARKUP, '\\$&');
}

/**
 * An underscore between letters marks nothing, nor does `&` before anything but a reference, nor a lone
 * dollar sign; a `#` matters at the end of a heading, a `(` behind a bracket.
 */
const MARKUP =
  /[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|\$(?=\$)|(?<=\$)\$|(?<=\s)#(?=#*$)|(?<=\])\(/gu;
