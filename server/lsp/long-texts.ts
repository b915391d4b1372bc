import {
  applyChanges,
  applyInSteps,
  type Change,
  isByBlock,
  type Page,
  type PageId,
  readPageInSteps,
  type Steps,
  type Workspace,
} from '../core/index.js';
import type { YieldIfDue } from './yielding.js';

/** To read a text of so many characters takes longer than anybody is to wait: others go first meanwhile. */
const LONG = 1_000_000;

export function isLong(text: string): boolean {
  return text.length >= LONG;
}

/** Whether a text that was opened takes long to read. One that was read by block only costs what differs. */
export function isLongToRead(before: Page | undefined, text: string): boolean {
  return isLong(text) && (before === undefined || !isByBlock(before));
}

/** Does all of it, and lets others go first in between. */
export async function inSlices<T>(steps: Steps<T>, pause: YieldIfDue): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

interface LongRoot {
  workspace: Workspace;
}

interface Reading {
  readonly text: string;
  readonly settings: Workspace['settings'];
  readonly page: Promise<Page>;
}

/** What is being read, or was read and is not in the workspace yet: what is opened while it is read from the disk is read once. */
const readings = new WeakMap<LongRoot, Map<PageId, Reading>>();

/** Reads a long text by block. */
export function readLongPage(
  root: LongRoot,
  id: PageId,
  text: string,
  pause: YieldIfDue,
): Promise<Page> {
  const known = readings.get(root) ?? new Map<PageId, Reading>();
  readings.set(root, known);
  const { settings, vocabulary, pages } = root.workspace;
  const reading = known.get(id);
  if (reading?.text === text && reading.settings === settings) return reading.page;
  const before = pages.get(id);
  const page = inSlices(readPageInSteps(id, text, settings, vocabulary, before), pause);
  known.set(id, { text, settings, page });
  return page;
}

const takings = new WeakMap<Page, Promise<void>>();

/** Takes a page that was read so into its workspace, for whoever asks first. */
export function takeLongPage(
  root: LongRoot & { readonly changedPages: Set<PageId> },
  page: Page,
  pause: YieldIfDue,
): Promise<void> {
  const known = takings.get(page);
  if (known !== undefined) return known;
  const taken = applyInSlices(root, [{ type: 'page', page }], pause).then(() => {
    root.changedPages.add(page.id);
    readings.get(root)?.delete(page.id);
  });
  takings.set(page, taken);
  return taken;
}

/** So often what was done is done again, where a key came in between. */
const MAX_TRIES = 3;

async function applyInSlices(
  root: LongRoot,
  changes: readonly Change[],
  pause: YieldIfDue,
): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const { workspace } = root;
    const next = await inSlices(applyInSteps(workspace, changes), pause);
    if (root.workspace !== workspace) continue;
    root.workspace = next;
    return;
  }
  root.workspace = applyChanges(root.workspace, changes);
}
