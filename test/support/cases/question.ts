import { linesOf, type Page, type Span, type Workspace } from '../../../server/core/index.js';
import type { Mark } from './spots.js';

/** What an editor asks at a cursor, a selection or of a whole page of a case. */
export interface Asking {
  readonly workspace: Workspace;
  readonly page: Page;
  /** The selection; empty: a cursor. Of a question about a page: nothing at its start. */
  readonly spot: Span;
  /** An option that is not there is `undefined`. */
  readonly option: (name: string) => string | undefined;
}

/** A mark in a page. */
export interface PageMark extends Mark {
  readonly page: string;
}

/** One thing that a case can ask: one object, one line in the list. */
export interface Question {
  /** The word in the fence. */
  readonly word: string;
  /** For the reader of `test/cases/README.md`. */
  readonly summary: string;
  readonly about: 'spot' | 'page';
  /** Those that a fence of it must or may have. */
  readonly required?: readonly string[];
  readonly options?: readonly string[];
  /** Whether its marks are all over the case: from several cursors they must be the same. */
  readonly everywhere?: boolean;
  /** What is drawn under the lines of a file; none where it is only asked in a fence of its own. */
  readonly marks?: (asking: Asking) => readonly PageMark[];
  /** What is drawn in a fence of its own, line by line; none where it is only drawn under lines. */
  readonly answer?: (asking: Asking) => readonly string[];
}

/** What stands where there is no answer. */
export const NOTHING = 'nothing';

/** `a.md:3 the first line of the words there`. */
export function placeOf(workspace: Workspace, page: string, { start, end }: Span): string {
  const text = workspace.pages.get(page)?.text ?? '';
  const [words = ''] = text.slice(start, end).split('\n');
  return `${page}:${lineOf(text, start)} ${words}`.trimEnd();
}

export function lineOf(text: string, offset: number): number {
  return linesOf(text).positionAt(offset).line + 1;
}

/** Lines, or that there are none. */
export function orNothing(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [NOTHING] : lines;
}

/** Words under the spot, or that there are none. */
export function markAt(
  { page, spot }: Asking,
  words: string | undefined,
  span: Span = spot,
): readonly PageMark[] {
  return [{ page: page.id, span, words: words ?? NOTHING }];
}
