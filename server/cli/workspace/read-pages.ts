import { resolve } from 'node:path';
import type { Page, PageId } from '../../core/index.js';
import { type Refusal, registryBudget } from '../../host/index.js';
import type { Problem } from '../formats/lint-run.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { Progress } from '../terminal/progress.js';
import { type PageSource, type ReadWish, readPageFile } from './read-page-file.js';

export interface ReadOptions extends PageSource {
  /** The workspace root and the working directory, absolute. */
  readonly folder: string;
  readonly cwd: string;
  readonly progress: Progress;
  /** Told of each file that is left out; the others go on. */
  readonly onProblem: (problem: Problem, id: PageId) => void;
}

export interface PagesRead {
  readonly pages: readonly Page[];
  /** Of their texts, in UTF-16 code units. */
  readonly characters: number;
}

/** The pages of those ids, in their order, without what cannot be read. */
export async function readPages(
  ids: readonly PageId[],
  read: ReadOptions,
  documents: ReadWish['documents'],
): Promise<PagesRead> {
  const pages: Page[] = [];
  const budget = registryBudget(read.settings);
  let characters = 0;
  for (const [index, id] of ids.entries()) {
    read.progress.update(index, ids.length);
    const one = await readPageFile(id, read, { part: 'whole', documents }, budget);
    if (one.type === 'page') {
      pages.push(one.page);
      characters += one.characters;
    } else read.onProblem(leftOut(id, one, read), id);
  }
  read.progress.end();
  return { pages, characters };
}

/** A file that was left out, in words. */
export function leftOut(
  id: PageId,
  { reason, grave }: Refusal,
  { folder, cwd }: Pick<ReadOptions, 'folder' | 'cwd'>,
): Problem {
  const shown = escapePath(shownPath(resolve(folder, id), cwd));
  return { message: `${shown} was left out: ${reason}.`, grave };
}
