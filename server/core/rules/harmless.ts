import { applyEdits, type Span, shift, type TextEdit } from '../text/index.js';
import { languageOfPage, type Page, readPage, type Workspace } from '../workspace/index.js';

/** Longer paragraphs are not read again, and of no paragraph more characters than this. */
const MAX_LENGTH = 4000;
const MAX_READ = 20_000;

interface Before {
  readonly counts: ReadonlyMap<string, number>;
  /** How many characters were read again since. */
  read: number;
}

/** What paragraphs of a page say, by where they begin: several edits in one are tried against the same. */
export type Paragraphs = Map<number, Before>;

/**
 * Whether the edits mend a fault of the rule and make no other: their paragraph is read again with them. False where
 * that would be too much, or where they leave the paragraph of the fault.
 */
export function isHarmless(
  workspace: Workspace,
  page: Page,
  { rule, span }: { readonly rule: string; readonly span: Span },
  edits: readonly TextEdit[],
  known: Paragraphs,
): boolean {
  const isRegistry = page.facts.role === 'registry' && page.text.length <= MAX_READ;
  const { start, end } = isRegistry
    ? { start: 0, end: page.text.length }
    : paragraphAround(page.text, span);
  const own = edits.map((edit) => ({ ...edit, span: shift(edit.span, -start) }));
  const length = end - start;
  if (
    (length > MAX_LENGTH && !isRegistry) ||
    own.some((edit) => edit.span.start < 0 || edit.span.end > length)
  )
    return false;
  const source = page.text.slice(start, end);
  const before = known.get(start) ?? { counts: counted(workspace, page, source), read: 0 };
  known.set(start, before);
  before.read += length;
  if (before.read > MAX_READ) return false;
  const after = counted(workspace, page, applyEdits(source, own));
  if ((after.get(rule) ?? 0) >= (before.counts.get(rule) ?? 0)) return false;
  return [...after].every(([other, count]) => count <= (before.counts.get(other) ?? 0));
}

/** From its first sign, without what indents it, to the blank line behind it; no more than can be read again. */
function paragraphAround(text: string, span: Span): Span {
  const from = Math.max(0, span.start - MAX_LENGTH);
  const before = text.slice(from, span.start);
  const opening = Math.max(
    ...[...before.matchAll(BLANK_LINE)].map((at) => at.index + at[0].length),
    0,
  );
  const indent = /^[ \t]*/.exec(text.slice(from + opening, span.start))?.[0].length ?? 0;
  const behind = text.slice(span.end, span.end + MAX_LENGTH);
  const closing = behind.search(BLANK_LINE);
  return {
    start: from + opening + indent,
    end: span.end + (closing < 0 ? behind.length : closing),
  };
}

/** With what begins a paragraph in a quote: `>` alone is a blank line too. */
const BLANK_LINE = /(?:\r\n|\r|\n)[ \t>]*(?=[\r\n])(?:\r\n|\r|\n)/g;

/** How often each rule finds a fault in a text that is read alone, in the language of the page. */
function counted(workspace: Workspace, page: Page, text: string): ReadonlyMap<string, number> {
  const { settings } = workspace;
  const vocabulary = {
    ...workspace.vocabulary,
    languages: [languageOfPage(workspace, page)] as const,
  };
  const counts = new Map<string, number>();
  for (const { rule } of readPage(page.id, text, settings, vocabulary).facts.faults)
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
