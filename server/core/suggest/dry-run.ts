import type { Vocabulary } from '../brief/index.js';
import type { Language } from '../language/index.js';
import { applyEdits, perObject, type TextEdit } from '../text/index.js';
import {
  languageOfPage,
  type Page,
  readPage,
  readPageByBlock,
  syntaxOf,
  type Workspace,
} from '../workspace/index.js';

/** The page as it would be read after some edits, which do not overlap. */
export function dryRun(workspace: Workspace, page: Page, edits: readonly TextEdit[]): Page {
  const { settings, vocabulary } = workspace;
  // Its syntax is kept from here on, so that only what changes is read anew.
  if (page.facts.role !== 'registry') syntaxOf(page);
  return readPageByBlock(page.id, applyEdits(page.text, edits), settings, vocabulary, page);
}

/** A part of a page before and after some edits, each read alone. */
export interface LocalDryRun {
  readonly before: Page;
  readonly after: Page;
  /** Where the part begins in the page: its offsets count from here. */
  readonly from: number;
}

/**
 * As {@link dryRun}, of the top-level blocks that the edits stand in and nothing else: what is put around words
 * changes no other block, and a long brief is not read again each time a few words are selected.
 */
export function localDryRun(
  workspace: Workspace,
  page: Page,
  edits: readonly TextEdit[],
): LocalDryRun {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  const blocks = syntaxOf(page).blocks.filter(
    ({ at, block }) => at <= end && start <= at + block.length,
  );
  const from = Math.min(start, ...blocks.map(({ at }) => at));
  const to = Math.max(end, ...blocks.map(({ at, block }) => at + block.length));
  const text = page.text.slice(from, to);
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - from, end: edit.span.end - from },
  }));
  const { settings } = workspace;
  // The front matter, which names the language, may be no part of it.
  const vocabulary = inLanguage(workspace.vocabulary)(languageOfPage(workspace, page));
  const read = (part: string): Page => readPage(page.id, part, settings, vocabulary);
  return { before: read(text), after: read(applyEdits(text, moved)), from };
}

/** One object each, for what is made of the words of a vocabulary is kept with it. */
const inLanguage = perObject((vocabulary: Vocabulary) =>
  perObject((language: Language): Vocabulary => ({ ...vocabulary, languages: [language] })),
);

/** Whether a page reads as before but for some new tags: no tag, heading or link is lost, no fault is new. */
export function readsAsBefore(before: Page, after: Page, newTags: number): boolean {
  const [one, other] = [before.facts, after.facts];
  return (
    other.tags.length === one.tags.length + newTags &&
    other.headings.length === one.headings.length &&
    other.links.length === one.links.length &&
    other.footnotes.length === one.footnotes.length &&
    !hasNewFault(before, after)
  );
}

/** Whether some rule's fault stands there more often than before. */
export function hasNewFault(before: Page, after: Page): boolean {
  const counts = new Map<string, number>();
  for (const { rule } of before.facts.faults) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { rule } of after.facts.faults) {
    const left = (counts.get(rule) ?? 0) - 1;
    if (left < 0) return true;
    counts.set(rule, left);
  }
  return false;
}
