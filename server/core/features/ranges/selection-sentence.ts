import { anyOf, type Language, leading } from '../../language/index.js';
import { perObject, type Span } from '../../text/index.js';

/** A tag among the words, `label` what a reader reads of it. */
export interface TextPart {
  readonly span: Span;
  readonly label: Span | undefined;
}

/**
 * The sentence an offset is in, within a paragraph or a label, without the white space around it.
 * Unicode tells where sentences end in any script; abbreviations (`U.S.`, `Dr.`, `No.`) end none where
 * that can be told.
 * @param inside tags, in order and side by side: no sentence ends in one, but one may end with one
 */
export function sentenceAt(
  text: string,
  offset: number,
  within: Span,
  inside: readonly TextPart[],
  language: Language,
): Span | undefined {
  const patterns = patternsOf(language);
  const words = veiled(text, nearby(offset, within), inside, patterns);
  const at = offset - words.start;
  let start = 0;
  let end = 0;
  let isOpen = false;
  for (const { segment, index } of SENTENCES.segment(words.text)) {
    if (!isOpen) start = index;
    end = index + segment.length;
    isOpen = runsOn(segment, words.text.slice(end, end + NEXT), patterns);
    if (!isOpen && end > at) break;
  }
  return trimmed(text, { start: words.start + start, end: words.start + end });
}

/** Sentences of any language: what differs between them are abbreviations. */
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** No sentence is longer; without a limit a paragraph of a megabyte would be read for each keystroke. */
const MAX_REACH = 4000;

function nearby(offset: number, { start, end }: Span): Span {
  return { start: Math.max(start, offset - MAX_REACH), end: Math.min(end, offset + MAX_REACH) };
}

/** The text with each tag as one long word of the same length, ending as its label ends. */
function veiled(
  text: string,
  { start, end }: Span,
  inside: readonly TextPart[],
  patterns: Patterns,
): { readonly text: string; readonly start: number } {
  const parts: string[] = [];
  let at = start;
  for (const { span, label } of inside) {
    if (span.end <= at || span.start >= end) continue;
    parts.push(text.slice(at, Math.max(at, span.start)));
    const from = Math.max(at, span.start);
    const to = Math.min(end, span.end);
    const last =
      label === undefined ? '' : text.slice(Math.max(label.start, label.end - NEXT), label.end);
    const stop = STOP.test(last) && !endsAbbreviated(last, patterns) ? last.slice(-1) : 'x';
    const begins = /^\p{Lu}/u.test(text.slice(label?.start, label?.end)) ? 'X' : 'x';
    parts.push(`${begins.padEnd(to - from - 1, 'x').slice(0, to - from - 1)}${stop}`);
    at = to;
  }
  parts.push(text.slice(at, end));
  return { text: parts.join('').slice(0, end - start), start };
}

const STOP = /[.!?…。！？।؟]$/;

/** How much of what follows is looked at. */
const NEXT = 24;

/** Whether a sentence goes on behind what seems its end. */
function runsOn(segment: string, next: string, patterns: Patterns): boolean {
  const said = segment.trimEnd();
  // Without a stop it was a line's end, which is none in Markdown.
  if (!/[.!?…。！？।؟]["'”’»)\]*_]*$/.test(said)) return true;
  const { title, opener } = patterns;
  return title.test(said) || (endsAbbreviated(said, patterns) && !opener.test(next));
}

function endsAbbreviated(said: string, { short, title }: Patterns): boolean {
  return INITIALS.test(said) || short.test(said) || title.test(said);
}

/** `U.S.`, `S.` (of a name), `e.g.`; `31.` of a date. */
const INITIALS = /(?:^|[^\p{L}\p{N}])(?:(?:\p{L}\.)+|\d{1,2}\.)$/u;

type Patterns = ReturnType<typeof patternsOf>;

const patternsOf = perObject(({ sentences: { titles, abbreviations, openers } }: Language) => ({
  /** A name follows. */
  title: new RegExp(`(?:^|[^\\p{L}\\p{N}])${anyOf(titles)}\\.$`, 'u'),
  short: new RegExp(`(?:^|[^\\p{L}\\p{N}])${anyOf(abbreviations)}\\.$`, 'u'),
  /** What begins a sentence and hardly ever goes on behind `U.S.` in one. */
  opener: new RegExp(`^${leading(openers)}`, 'u'),
}));

function trimmed(text: string, { start, end }: Span): Span | undefined {
  let first = start;
  let last = end;
  while (last > first && /\s/.test(text.charAt(last - 1))) last -= 1;
  while (first < last && /\s/.test(text.charAt(first))) first += 1;
  return last > first ? { start: first, end: last } : undefined;
}
