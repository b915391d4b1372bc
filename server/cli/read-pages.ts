import { resolve } from 'node:path';
import { isRegistryPath, type Page, type PageId } from '../core/index.js';
import { MAX_REGISTRY_BYTES } from '../host/index.js';
import { shownPath } from './places.js';
import type { Progress } from './progress.js';
import { type PageSource, readPageFile } from './read-page-file.js';
import { visiblePath } from './visible.js';

/** A file that could not be read, or was not meant to be; the others were. */
export interface Problem {
  readonly message: string;
  /** Whether the job is not done without it. */
  readonly grave: boolean;
}

export interface ReadOptions extends PageSource {
  /** The workspace root and the working directory, absolute. */
  readonly folder: string;
  readonly cwd: string;
  readonly progress: Progress;
  /** Told of each file that is left out; the others go on. */
  readonly onProblem: (problem: Problem, id: PageId) => void;
}

/** The pages of those ids, in their order, without what cannot be read. */
export async function readPages(
  ids: readonly PageId[],
  read: ReadOptions,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  const refusal = registryBudget(read);
  for (const [index, id] of ids.entries()) {
    read.progress.update(index, ids.length);
    const one = await readPageFile(id, read, 'whole', (text) => refusal(id, text));
    if (one.type === 'page') pages.push(one.page);
    else read.onProblem(leftOut(id, one, read), id);
  }
  read.progress.end();
  return pages;
}

/** Refuses the registries that are too much together. */
export function registryBudget({
  settings,
}: Pick<PageSource, 'settings'>): (id: PageId, text: string) => string | undefined {
  let left = MAX_REGISTRY_BYTES;
  return (id, text) => {
    if (!isRegistryPath(settings, id)) return undefined;
    left -= text.length;
    if (left >= 0) return undefined;
    return `the registries together have more than ${MAX_REGISTRY_BYTES / 1024 / 1024} MB`;
  };
}

/** A file that was left out, in words. */
export function leftOut(
  id: PageId,
  { reason, grave }: { readonly reason: string; readonly grave: boolean },
  { folder, cwd }: Pick<ReadOptions, 'folder' | 'cwd'>,
): Problem {
  const shown = visiblePath(shownPath(resolve(folder, id), cwd));
  return { message: `${shown} was left out: ${reason}.`, grave };
}
