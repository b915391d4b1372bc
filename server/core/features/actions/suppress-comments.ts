import type { PageEdit } from '../../rules/index.js';
import { lineBreakOf, lineEnd, lineStart, type PlacedProse, proseAt } from '../../suggest/index.js';
import { overlaps, type Span, shift } from '../../text/index.js';
import { type Page, syntaxOf } from '../../workspace/index.js';

type Edits = readonly PageEdit[];

/** Ways to silence a rule about what begins at an offset, the smallest first; not each will do. */
export function* commentsFor(page: Page, rule: string, at: number): Iterable<Edits> {
  yield* joined(page, rule, at, 'next-line');
  if (page.facts.role === 'registry' || isInFront(page, at)) {
    yield [aboveInYaml(page, rule, at)];
    return;
  }
  const prose = proseAt(page, { start: at, end: at });
  if (prose?.within === 'cell') yield* inTable(page, rule, at);
  else {
    const ways = [atLineBefore(page, rule, at), [above(page, rule, at)]];
    yield* isMidway(page, prose, at) ? ways : ways.toReversed();
  }
  yield* aroundBlock(page, rule, at);
}

function isInFront({ facts }: Page, at: number): boolean {
  return facts.front.span !== undefined && at < facts.front.span.end;
}

/** Into the comment that is about this place already. */
function* joined(
  page: Page,
  rule: string,
  at: number,
  form: 'next-line' | 'file',
): Iterable<Edits> {
  for (const { form: known, range, rules } of page.facts.suppressions) {
    const last = rules.at(-1);
    if (known !== form || last === undefined || range.start > at || range.end <= at) continue;
    yield [insert(page, last.span.end, ` ${rule}`)];
  }
}

function insert(page: Page, at: number, text: string): PageEdit {
  return { page: page.id, span: { start: at, end: at }, text };
}

function aboveInYaml(page: Page, rule: string, at: number): PageEdit {
  const start = lineStart(page.text, at);
  const indent = /^[ \t]*/.exec(page.text.slice(start, at))?.[0] ?? '';
  const eol = lineBreakOf(page.text);
  return insert(page, start, `${indent}# rapporteur-disable-next-line ${rule}${eol}`);
}

function comment(rule: string, instruction = 'disable-next-line'): string {
  return `<!-- rapporteur-${instruction} ${rule} -->`;
}

/** Whether a line goes on with what the line before began: a comment of its own would part the two. */
function isMidway(page: Page, prose: PlacedProse | undefined, at: number): boolean {
  const start = lineStart(page.text, at);
  if (prose !== undefined && prose.span.start < start) return true;
  const before = page.text.slice(lineStart(page.text, Math.max(0, start - 1)), start).trim();
  return /^(?:[-*+]|\d+[.)])\s/.test(page.text.slice(start, at).trimStart()) && before !== '';
}

/** At the end of the line before, inside its paragraph; the marks of a hard break stay last. */
function atLineBefore(page: Page, rule: string, at: number): Edits {
  const start = lineStart(page.text, at);
  if (start === 0) return [above(page, rule, at)];
  const before = page.text.slice(0, start).replace(/(?:[ \t]*|\\)(?:\r\n?|\n)$/, '');
  return [insert(page, before.length, ` ${comment(rule)}`)];
}

/** On a line of its own, in the quote or list item that its line stands in. */
function above(page: Page, rule: string, at: number): PageEdit {
  const start = lineStart(page.text, at);
  const line = page.text.slice(start, lineEnd(page.text, start));
  const [, prefix = '', marker] =
    /^([ \t]*(?:>[ \t]?)*[ \t]*)((?:[-*+]|\d+[.)])[ \t]+)?/.exec(line) ?? [];
  const eol = lineBreakOf(page.text);
  const indent = marker === undefined || isFirstItem(page, start) ? '' : ' '.repeat(marker.length);
  return insert(page, start, `${prefix}${indent}${comment(rule)}${eol}`);
}

/** Above a first item the comment stands before the list; between two it belongs to the one above. */
function isFirstItem(page: Page, start: number): boolean {
  const before = page.text.slice(0, start).trimEnd();
  const last = proseAt(page, { start: before.length, end: before.length });
  return last?.container === undefined;
}

/** A table has no room between its rows, but in the last cell of the row above. */
function* inTable(page: Page, rule: string, at: number): Iterable<Edits> {
  const start = lineStart(page.text, at);
  const row = page.text.slice(lineStart(page.text, Math.max(0, start - 1)), start);
  if (/^[\s>|:-]*$/.test(row) || !row.includes('|')) return;
  const end = start - (/\s*$/.exec(row)?.[0].length ?? 0);
  const isClosed = page.text[end - 1] === '|';
  yield [
    insert(
      page,
      isClosed ? end - 1 : end,
      `${isClosed ? '' : ' '}${comment(rule)}${isClosed ? ' ' : ''}`,
    ),
  ];
}

/** Before and after the paragraph, list or table. */
function* aroundBlock(page: Page, rule: string, at: number): Iterable<Edits> {
  const here: Span = { start: at, end: at + 1 };
  const { blocks } = syntaxOf(page);
  const found = blocks.find((placed) =>
    overlaps(shift({ start: 0, end: placed.block.length }, placed.at), here),
  );
  if (found === undefined) return;
  const { start, end } = shift({ start: 0, end: found.block.length }, found.at);
  const words = page.text.slice(start, end);
  const first = start + (/^(?:[ \t]*(?:\r\n?|\n))*/.exec(words)?.[0].length ?? 0);
  const last = start + words.trimEnd().length;
  const eol = lineBreakOf(page.text);
  yield [
    insert(page, first, `${comment(rule, 'disable')}${eol}${eol}`),
    insert(page, Math.max(first, last), `${eol}${eol}${comment(rule, 'enable')}`),
  ];
}

/** About all of the file: into the comment that is there, else a new one at the top. */
export function commentForFile(page: Page, rule: string): Edits {
  for (const edits of joined(page, rule, 0, 'file')) return edits;
  const eol = lineBreakOf(page.text);
  if (page.facts.role === 'registry') {
    return [insert(page, 0, `# rapporteur-disable-file ${rule}${eol}`)];
  }
  const written = comment(rule, 'disable-file');
  const front = page.facts.front.span?.end ?? 0;
  const rest = page.text.slice(front);
  const gap = /^(?:[ \t]*(?:\r\n?|\n))*/.exec(rest)?.[0] ?? '';
  if (front === 0) return [insert(page, gap.length, `${written}${eol}${eol}`)];
  const isApart =
    /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/.test(gap) || /[\r\n]$/.test(page.text.slice(0, front));
  if (rest.trim() === '') return [insert(page, front, `${eol}${eol}${written}`)];
  const before = isApart ? '' : eol;
  return [insert(page, front + gap.length, `${before}${written}${eol}${eol}`)];
}
