import { type DateWords, dateOfFrontMatter, onlyDateOf, parseDay } from '../dates/index.js';
import type { Page } from '../workspace/index.js';
import type { Fix } from './rule.js';

/**
 * The day that a brief without a date is of, EDTF, where only one is named: in its file's name, else in the nearest
 * folder's, else in its first lines, tagged or not.
 */
export function dayOfBrief(page: Page, language: DateWords): string | undefined {
  for (const name of page.id.split('/').reverse()) {
    const days = daysInName(name);
    if (days.size > 0) return onlyOne(days);
  }
  return onlyOne(new Set(firstLines(page).flatMap((line) => dayInLine(line, language) ?? [])));
}

function onlyOne(days: ReadonlySet<string>): string | undefined {
  const [only, another] = days;
  return another === undefined ? only : undefined;
}

/** `2025-10-31-visit.md`, `visit_20251031.md`. */
function daysInName(name: string): ReadonlySet<string> {
  const found = name.matchAll(/(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g);
  const days = [...found].map(([, year, , month, day]) => `${year}-${month}-${day}`);
  return new Set(days.filter((day) => parseDay(day) !== undefined));
}

const MAX_LINES = 10;
const MAX_LENGTH = 200;

/** Of what a reader reads, without marks of Markdown and the signs of tags. */
function firstLines({ text, facts }: Page): readonly string[] {
  const start = facts.front.span?.end ?? 0;
  const lines = text.slice(start, start + MAX_LINES * MAX_LENGTH).split(/\r?\n|\r/);
  const written = lines.filter((line) => line.trim() !== '').slice(0, MAX_LINES);
  return written
    .filter((line) => line.length <= MAX_LENGTH)
    .map((line) =>
      line.replace(/:[a-z]+\[([^[\]]*)\](?:\{[^{}]*\})?/g, '$1').replace(/[*_#>|]/g, ' '),
    );
}

/** A line that is a day, or has one behind a label or a place: `Date: 31 October 2025`, `Geneva, 31 October 2025`. */
function dayInLine(line: string, language: DateWords): string | undefined {
  const pieces = [line, ...line.split(/:\s+|\s[–—-]\s|[()]/)];
  const parts = pieces.flatMap((piece) => [piece, piece.slice(piece.indexOf(',') + 1)]);
  for (const part of parts) {
    const words = part.trim().replace(/[.,;]$/, '');
    if (!/\d{4}/.test(words) || words.length > 60) continue;
    const edtf = dateOfFrontMatter(words, language) ?? onlyDateOf(words, language);
    if (edtf !== undefined && parseDay(edtf) !== undefined) return edtf;
  }
  return undefined;
}

/** Behind an empty `date:`, else as the first line of the front matter, else as a front matter. */
export function dateFix({ id, text, facts }: Page, day: string): Fix {
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const front = facts.front.span;
  const title = `Add date: ${day}`;
  const edit = (at: number, end: number, words: string): Fix => {
    const edits = [{ page: id, span: { start: at, end }, text: words }];
    return { title, edits, certain: false };
  };
  if (front === undefined) return edit(0, 0, `---${eol}date: ${day}${eol}---${eol}${eol}`);
  const written = text.slice(front.start, front.end);
  const empty = /^date:[ \t]*(?=\r|\n)/m.exec(written);
  if (empty === null) {
    const at = front.start + (/^[^\r\n]*(?:\r\n|\r|\n)/.exec(written)?.[0].length ?? 0);
    return edit(at, at, `date: ${day}${eol}`);
  }
  const at = front.start + empty.index;
  return edit(at, at + empty[0].length, `date: ${day}`);
}
