import { resolve } from 'node:path';
import {
  isRegistryPath,
  type Page,
  readPage,
  type Settings,
  type Vocabulary,
  vocabularyOf,
} from '../core/index.js';
import {
  decode,
  type Host,
  MAX_REGISTRY_BYTES,
  type Reading,
  type TextRead,
} from '../host/index.js';
import type { FactsCache } from './cache/facts-cache.js';
import { shownPath } from './places.js';
import type { Progress } from './progress.js';
import type { Target } from './targets.js';
import { visiblePath } from './visible.js';

/** A file that could not be read, or was not meant to be; the others were. */
export interface Problem {
  readonly message: string;
  /** Whether the job is not done without it. */
  readonly grave: boolean;
}

export interface ReadOptions {
  /** The workspace root and the working directory, absolute. */
  readonly folder: string;
  readonly cwd: string;
  readonly settings: Settings;
  /** Files that were named one by one, by id; their content may be given. */
  readonly given: ReadonlyMap<string, Target>;
  readonly progress: Progress;
  /** What files said the last time. */
  readonly cache?: FactsCache | undefined;
  /** Told of each file that is left out; the others go on. */
  readonly onProblem: (problem: Problem) => void;
}

/** The pages of those ids, in their order, without what cannot be read. */
export async function readPages(
  ids: readonly string[],
  host: Host,
  read: ReadOptions,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  const vocabulary = vocabularyOf(read.settings.kinds);
  const budget = { left: MAX_REGISTRY_BYTES };
  for (const [index, id] of ids.entries()) {
    read.progress.tell(index, ids.length);
    const { content, nameless } = read.given.get(id) ?? {};
    const reading = content === undefined ? await host.read(id) : decode(content);
    if (!accepted(id, reading, budget, read)) continue;
    const page = nameless
      ? readPage(id, reading.text, { ...read.settings, briefs: undefined }, vocabulary)
      : readOrRemembered(id, reading.text, read, vocabulary);
    if (reading.encoding?.found === 'UTF-16' && page.facts.role !== 'document') {
      leaveOut(id, { reason: 'it is in UTF-16. Save it as UTF-8', grave: true }, read);
    } else pages.push(page);
  }
  read.progress.end();
  return pages;
}

function readOrRemembered(
  id: string,
  text: string,
  { settings, cache }: ReadOptions,
  vocabulary: Vocabulary,
): Page {
  const known = cache?.get(id, text);
  if (known !== undefined) return known;
  const page = readPage(id, text, settings, vocabulary);
  cache?.put(page);
  return page;
}

function accepted(
  id: string,
  reading: Reading,
  budget: { left: number },
  read: ReadOptions,
): reading is TextRead {
  if (reading.type === 'fault') {
    const { code, reason } = reading.fault;
    // Who takes a file away while we read means it to be gone.
    leaveOut(id, { reason, grave: code !== 'gone' }, read);
    return false;
  }
  if (!isRegistryPath(read.settings, id)) return true;
  budget.left -= reading.text.length;
  if (budget.left >= 0) return true;
  const most = MAX_REGISTRY_BYTES / 1024 / 1024;
  const reason = `the registries together have more than ${most} MB`;
  leaveOut(id, { reason, grave: true }, read);
  return false;
}

function leaveOut(
  id: string,
  { reason, grave }: { readonly reason: string; readonly grave: boolean },
  { folder, cwd, onProblem }: ReadOptions,
): void {
  const shown = visiblePath(shownPath(resolve(folder, id), cwd));
  onProblem({ message: `${shown} was left out: ${reason}.`, grave });
}
