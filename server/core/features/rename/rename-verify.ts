import type { Tag } from '../../brief/index.js';
import type { PageEdit } from '../../rules/index.js';
import { applyEdits, contains, foldName, groupBy, type Span } from '../../text/index.js';
import { type Page, perPage, readPageByBlock, type Workspace } from '../../workspace/index.js';
import { reword } from './rename-label.js';
import { type Renaming, sortedOnce } from './rename-model.js';

/** One edit of a rename. */
export interface LabelChange {
  readonly page: Page;
  readonly edit: PageEdit;
  /** Whether it changes words that a reader sees, so that a person looks first. */
  readonly needsConfirmation?: boolean;
  /** Words among markup: whether they come out as meant is seen when they are read again. */
  readonly unsure?: { readonly tag: Tag; readonly instead: PageEdit | undefined };
}

/**
 * The change after which the words of a tag read `to`; `undefined` where there is none.
 * @param instead what to do should they come out otherwise
 */
export function labelChange(
  page: Page,
  tag: Tag,
  to: string,
  instead: PageEdit | undefined,
): LabelChange | undefined {
  const { label: span, words } = tag;
  if (span === undefined) return undefined;
  const inner = tagsIn(page, tag, span);
  const reworded = reword({ text: page.text, span, words, inner }, to);
  if (reworded === undefined) return undefined;
  const edit = { ...reworded.edit, page: page.id };
  return reworded.sure ? { page, edit } : { page, edit, unsure: { tag, instead } };
}

/** In reading order the tags in a label follow their own. */
function tagsIn(page: Page, tag: Tag, label: Span): readonly Span[] {
  const { tags } = page.facts;
  const inner: Span[] = [];
  for (let at = (indicesOf(page).get(tag) ?? tags.length) + 1; at < tags.length; at += 1) {
    const span = tags[at]?.span;
    if (span === undefined || !contains(label, span)) break;
    inner.push(span);
  }
  return inner;
}

const indicesOf = perPage(
  ({ facts }): ReadonlyMap<Tag, number> => new Map(facts.tags.map((tag, index) => [tag, index])),
);

/** The edits of all changes, those that would not come out as meant replaced. */
export function verifiedEdits(
  workspace: Workspace,
  changes: readonly LabelChange[],
  to: string,
): Pick<Renaming, 'edits' | 'needsConfirmation'> {
  const wrong = new Set<LabelChange>();
  for (const [page, held] of groupBy(changes, (change) => change.page)) {
    if (!held.some(({ unsure }) => unsure)) continue;
    for (const change of misread(workspace, page, held, to)) wrong.add(change);
  }
  const kept = changes.flatMap(
    (change): readonly { edit: PageEdit; needsConfirmation: boolean }[] => {
      const edit = wrong.has(change) ? change.unsure?.instead : change.edit;
      return edit === undefined
        ? []
        : [{ edit, needsConfirmation: change.needsConfirmation === true }];
    },
  );
  const needsConfirmation = new Set(
    kept.filter((each) => each.needsConfirmation).map(({ edit }) => edit),
  );
  return { edits: sortedOnce(kept.map(({ edit }) => edit)), needsConfirmation };
}

/** The unsure changes of a page after which the words of their tag do not read `to`. */
function misread(
  { settings, vocabulary }: Workspace,
  page: Page,
  changes: readonly LabelChange[],
  to: string,
): readonly LabelChange[] {
  const edits = sortedOnce(changes.map(({ edit }) => edit));
  const text = applyEdits(page.text, edits);
  const after = readPageByBlock(page.id, text, settings, vocabulary, page);
  const words = new Map(after.facts.tags.map((tag) => [tag.span.start, tag.words]));
  const starts = changes.flatMap(({ unsure }) => unsure?.tag.span.start ?? []);
  const moved = movedBy(edits, starts);
  return changes.filter(({ unsure }) => {
    if (unsure === undefined) return false;
    const said = words.get(moved.get(unsure.tag.span.start) ?? -1);
    return said === undefined || foldName(said) !== foldName(to);
  });
}

/** Where offsets are after edits that stand in order. */
function movedBy(
  edits: readonly PageEdit[],
  offsets: readonly number[],
): ReadonlyMap<number, number> {
  const moved = new Map<number, number>();
  let next = 0;
  let by = 0;
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    for (let edit = edits[next]; edit && edit.span.start < offset; edit = edits[next]) {
      by += edit.text.length - (edit.span.end - edit.span.start);
      next += 1;
    }
    moved.set(offset, offset + by);
  }
  return moved;
}
