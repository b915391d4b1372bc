import type { Reading } from '../reading/reading.js';
import type { Footnote, Heading, Prose, TagSyntax } from '../syntax.js';
import { isPlainProse } from './plain-prose.js';

/**
 * Reads what most of a brief is: a paragraph of mere words and text tags, or one line of them in a
 * heading, list item, quote or footnote. `undefined` for anything else. Makes no masked text.
 * @param tags of the chunk, as they are found before Markdown has been asked
 */
export function readPlain(text: string, tags: readonly TagSyntax[]): Reading | undefined {
  const opening = openingOf(text);
  if (opening === undefined || (opening.from > 0 && text.includes('\n'))) return undefined;
  const { from, within } = opening;
  if (!isPlainProse(text, tags, { from, isHeading: within === 'heading' })) return undefined;
  const whole = { start: 0, end: text.length };
  const span = { start: from, end: text.length };
  const isContained = from > 0 && within === 'paragraph';
  const place: Prose = { span, holes: NONE, within };
  return {
    prose: [isContained ? { ...place, container: whole } : place],
    headings: within === 'heading' ? headingOf(text, from) : NONE,
    links: NONE,
    footnotes: text.startsWith('[^') ? noteOf(text) : NONE,
    html: NONE,
    markup: NONE,
  };
}

const NONE: readonly never[] = [];

interface Opening {
  readonly from: number;
  readonly within: 'paragraph' | 'heading';
}

const PARAGRAPH: Opening = { from: 0, within: 'paragraph' };

/** Where the words begin behind what opens the block of the first line, if it can be a plain one. */
function openingOf(text: string): Opening | undefined {
  switch (text.charCodeAt(0)) {
    case 35:
      return headingOpening(text);
    case 62:
      return text.startsWith('> ') ? { from: 2, within: 'paragraph' } : undefined;
    case 42:
    case 43:
    case 45:
      return itemOpening(text, 1);
    case 91:
      return noteOpening(text);
    default:
      return itemOpening(text, pastNumber(text)) ?? PARAGRAPH;
  }
}

function headingOpening(text: string): Opening | undefined {
  let depth = 1;
  while (text.charCodeAt(depth) === 35) depth += 1;
  // Marks at the end may close it.
  if (depth > 6 || text.charCodeAt(depth) !== 32 || text.endsWith('#')) return undefined;
  let from = depth;
  while (text.charCodeAt(from) === 32) from += 1;
  return { from, within: 'heading' };
}

/** A marker that ends at `end` and one to four spaces; with five, the item would begin with code. */
function itemOpening(text: string, end: number): Opening | undefined {
  if (end < 1 || text.charCodeAt(end) !== 32) return undefined;
  let from = end + 1;
  while (from < end + 4 && text.charCodeAt(from) === 32) from += 1;
  return { from, within: 'paragraph' };
}

/** Past the number of a list item, and its `.` or `)`; 0 where there is none. */
function pastNumber(text: string): number {
  let at = 0;
  while (at < 10 && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  const code = text.charCodeAt(at);
  return at > 0 && at < 10 && (code === 46 || code === 41) ? at + 1 : 0;
}

function headingOf(text: string, from: number): readonly Heading[] {
  const span = { start: 0, end: text.length };
  const depth = text.indexOf(' ') as Heading['depth'];
  return [{ span, depth, content: { start: from, end: text.length }, top: true }];
}

const NOTE = /^\[\^([^\s[\]\\]{1,999})\]: +/;

function noteOpening(text: string): Opening | undefined {
  const mark = text.startsWith('[^') ? NOTE.exec(text)?.[0].length : undefined;
  return mark === undefined ? undefined : { from: mark, within: 'paragraph' };
}

function noteOf(text: string): readonly Footnote[] {
  const label = { start: 2, end: text.indexOf(']') };
  const written = { text: text.slice(label.start, label.end), span: label };
  return [
    { form: 'definition', span: { start: 0, end: text.length }, label: written, defined: true },
  ];
}
