import { isAddress, scalar, scalars, sourceAddress, type Tag } from '../brief/index.js';
import { idOfPointer, updatesOf } from './definitions.js';
import { dateOfPage, firstDay, isOverBefore, readable } from './effective-dates.js';
import { perPage } from './memo.js';
import type { HistoryStep, Page, Status, TagAt, Workspace } from './model.js';
import { mayFollow, readStatus } from './status.js';

/**
 * What became of a commitment: its own record, then its updates by the first day of `on`, ties by
 * path and place. What stands without a date, in a brief without one, has held from the beginning.
 * `followed`: whether updates of its id are news of this one (of two with one id, the first). A deadline from before
 * it was `made` is a fault of the update, and counts for nothing.
 */
export function historyOf(
  workspace: Workspace,
  page: Page,
  tag: Tag,
  { followed, made }: { readonly followed: boolean; readonly made: string | undefined },
): readonly HistoryStep[] {
  const updates = followed && tag.id ? updatesOf(workspace, tag.id.text) : [];
  const steps = updates.flatMap((update) => updateStep(workspace, update, made));
  // Stable, and updates come by path and place, so those of one day stay one chain in that order.
  steps.sort((a, b) => (a.step.from === b.step.from ? 0 : a.step.from - b.step.from));
  return chained(ownStep(workspace, page, tag), steps);
}

interface Placed {
  readonly step: HistoryStep;
  readonly tag: Tag;
}

/** The record's status is that at its brief's date, whenever the promise was made. */
function ownStep(workspace: Workspace, page: Page, tag: Tag): HistoryStep {
  const written = scalar(tag.attributes, 'status')?.text;
  const initial = scalar(tag.attributes, 'if')?.text ? 'conditional' : 'active';
  const dated = dateOfPage(page);
  const on = dated?.text ?? readable(scalar(tag.attributes, 'made')?.text);
  return {
    status: written === undefined ? initial : readStatus(written),
    progress: scalar(tag.attributes, 'progress')?.text,
    due: undefined,
    on,
    from: dated?.range.first ?? firstDay(on),
    source: sourcesOf(workspace, page, tag),
    correction: false,
    place: { page: page.id, span: tag.span },
    words: '',
    impossible: undefined,
  };
}

function updateStep(
  workspace: Workspace,
  { page: id, tag }: TagAt,
  made: string | undefined,
): readonly Placed[] {
  const page = workspace.pages.get(id);
  if (page === undefined) return [];
  const on = dayOfFollowUp(page, tag);
  const due = readable(scalar(tag.attributes, 'due')?.text);
  const step: HistoryStep = {
    status: readStatus(scalar(tag.attributes, 'status')?.text),
    progress: scalar(tag.attributes, 'progress')?.text,
    due: due !== undefined && isOverBefore(due, made) ? undefined : due,
    on,
    from: firstDay(on),
    source: sourcesOf(workspace, page, tag),
    correction: scalar(tag.attributes, 'correction')?.text === 'yes',
    place: { page: page.id, span: tag.span },
    words: tag.words,
    impossible: undefined,
  };
  return [{ step, tag }];
}

/** A step that may not follow is marked and stands: what was said last is what is known. */
function chained(own: HistoryStep, updates: readonly Placed[]): readonly HistoryStep[] {
  const history = [own];
  let from: Status | undefined = own.status;
  for (const { step, tag } of updates) {
    const corrects = step.correction && step.source.length > 0;
    const impossible =
      // Of a tag with faulty attributes nothing else is said: one slip, one finding.
      tag.sound && from && step.status && !corrects && !mayFollow(from, step.status);
    history.push(impossible && from ? { ...step, impossible: { from } } : step);
    from = step.status ?? from;
  }
  return history;
}

/** Own source ids, else those of the brief; an address that no source is registered with stays. */
export function sourcesOf(workspace: Workspace, page: Page, tag: Tag): readonly string[] {
  const own = scalars(tag.attributes, 'source');
  const words =
    own.length > 0 ? own.map(({ text }) => sourceAddress(text) ?? text) : sourcesOfBrief(page);
  return words.some(isAddress) ? words.map((word) => idOfPointer(workspace, word)) : words;
}

const sourcesOfBrief = perPage(({ facts }): readonly string[] =>
  facts.front.source.map(({ text }) => text),
);

/** When it happened, or was assessed: its own day, else its brief's. EDTF. */
export function dayOfFollowUp(page: Page, tag: Tag): string | undefined {
  return readable(scalar(tag.attributes, 'on')?.text) ?? briefDate(page);
}

/** EDTF. */
export function briefDate(page: Page): string | undefined {
  return dateOfPage(page)?.text;
}
