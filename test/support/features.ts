// Workspaces drawn in Markdown with a cursor in them, for tests of what an editor asks.
import type { Page, PageId, Span, Workspace } from '../../server/core/index.js';
import { readFences } from './cases/fences.js';
import { workspaceOf } from './workspace.js';

export interface Cursor {
  readonly workspace: Workspace;
  readonly page: Page;
  /** UTF-16, in the text of the page. */
  readonly offset: number;
  /** Between two cursors; else empty, at the cursor. */
  readonly selection: Span;
}

const CURSOR = '‸';

/**
 * Reads fenced texts as `test/cases` has them (```` ```brief path=a.md ````, ```` ```yaml path=registry.yaml ````);
 * one of them holds the cursor `‸`, or two of them around a selection. Today is 1 November 2025.
 */
export function workspaceWithCursor(markdown: string): Cursor {
  const files = filesIn(markdown);
  const marked = files.find(({ text }) => text.includes(CURSOR));
  if (marked === undefined) throw new Error(`no ${CURSOR} in any file of the case`);
  const [before = '', between = '', after] = marked.text.split(CURSOR);
  const texts = Object.fromEntries(
    files.map(({ path, text }) => [path, text.replaceAll(CURSOR, '')]),
  );
  const start = before.length;
  const end = after === undefined ? start : start + between.length;
  const workspace = workspaceOf(texts);
  return {
    workspace,
    page: pageOf(workspace, marked.path),
    offset: start,
    selection: { start, end },
  };
}

function filesIn(markdown: string): readonly { readonly path: string; readonly text: string }[] {
  const { parts, faults } = readFences(markdown);
  if (faults[0] !== undefined) throw new Error(faults[0].message);
  return parts.flatMap((part) => {
    if (part.type !== 'fence') return [];
    const path = part.options.get('path');
    if (path === undefined) throw new Error(`a file without path=: ${part.word}`);
    return [{ path, text: part.body }];
  });
}

export function pageOf(workspace: Workspace, id: PageId): Page {
  const page = workspace.pages.get(id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return page;
}

/**
 * The text with a line of `^` under each span, followed by its words; spans that cross lines are drawn
 * on their first line. In order of place.
 */
export function drawn(
  text: string,
  marks: readonly { readonly span: Span; readonly words: string }[],
): string {
  const sorted = marks.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let offset = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const start = offset;
      const end = start + line.length;
      offset = end + 1;
      const here = sorted.filter(({ span }) => span.start >= start && span.start <= end);
      return [
        line,
        ...here.map(({ span, words }) => {
          const width = Math.max(1, Math.min(span.end, end) - span.start);
          return `${' '.repeat(span.start - start)}${'^'.repeat(width)} ${words}`;
        }),
      ];
    })
    .join('\n');
}
