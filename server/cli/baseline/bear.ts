import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  type Baseline,
  type CheckedFiles,
  countStale,
  followMovedFiles,
  knownAmong,
} from '../../core/index.js';
import type { Plan } from '../check/plan.js';
import type { Linted } from '../engine/job.js';
import type { CheckedFile } from '../formats/lint-run.js';
import { counted } from '../formats/summary.js';
import type { Io } from '../io.js';
import { shownPath } from '../places.js';
import { visiblePath } from '../visible.js';
import { loadBaseline } from './load-baseline.js';
import { type Coverage, findingsIn, isWhole, judgeFor, pathFor } from './looked.js';
import { type BaselinePlace, baselineInUse } from './place.js';

/** A baseline with the workspaces it is about. */
export interface Borne {
  readonly place: BaselinePlace;
  /** As it was read. */
  readonly before: Baseline;
  /** With the entries of files that were moved in their new places. */
  readonly baseline: Baseline;
  readonly looked: CheckedFiles;
  readonly coverage: Coverage;
}

export interface Bearing {
  readonly linted: readonly Linted[];
  readonly borne: readonly Borne[];
  readonly notes: readonly string[];
}

/**
 * Tells which findings the baselines know.
 * @param all what was found, before it was narrowed to what changed
 * @throws Failure for a baseline that is not there or cannot be read
 */
export function bear(
  io: Io,
  plan: Plan,
  all: readonly Linted[],
  linted: readonly Linted[],
): Bearing {
  const borne = groups(io, plan, all).map((group) => borneBy(io, plan, group, linted));
  if (borne.length === 0) return { linted, borne, notes: [] };
  return {
    linted: linted.map((one) => {
      const place = baselineInUse(one, plan.baselines, io.cwd);
      const by = borne.find((each) => each.place.path === place?.path);
      if (by === undefined) return one;
      return { ...one, files: one.files.map((file) => judged(file, by, io.cwd)) };
    }),
    borne,
    notes: plan.baselines.writing === undefined ? borne.flatMap((one) => staleNote(one, io)) : [],
  };
}

interface Group {
  readonly place: BaselinePlace;
  readonly workspaces: Linted[];
}

/** Several workspaces may share a baseline that was named by hand. */
function groups(io: Io, { baselines }: Plan, all: readonly Linted[]): readonly Group[] {
  const byPath = new Map<string, Group>();
  for (const one of all) {
    const place = baselineInUse(one, baselines, io.cwd);
    if (place === undefined) continue;
    const group = byPath.get(place.path) ?? { place, workspaces: [] };
    byPath.set(place.path, group);
    group.workspaces.push(one);
  }
  return [...byPath.values()];
}

function borneBy(
  io: Io,
  plan: Plan,
  { place, workspaces }: Group,
  linted: readonly Linted[],
): Borne {
  const before = loadBaseline(place, plan.baselines, plan.job.question.look, io.cwd);
  const folder = dirname(place.path);
  const everything = findingsIn(workspaces, folder, io.cwd);
  const isGone = (path: string): boolean =>
    !everything.has(path) && !existsSync(resolve(folder, path));
  const roots = new Set(workspaces.map(({ root }) => root.folder));
  const narrowed = linted.filter(({ root }) => roots.has(root.folder));
  const coverage = workspaces.every((one) => isWhole(one, plan)) ? 'whole' : 'part';
  const looked = {
    found: findingsIn(narrowed, folder, io.cwd),
    wasChecked: judgeFor(narrowed, folder, coverage, { io, plan }),
  };
  const baseline = followMovedFiles(before, everything, isGone);
  return { place, before, baseline, looked, coverage };
}

function judged(file: CheckedFile, { place, baseline }: Borne, cwd: string): CheckedFile {
  const path = pathFor(resolve(cwd, file.file), dirname(place.path));
  const asked = file.findings.filter(({ state }) => state !== 'suppressed');
  const known = knownAmong(baseline, path, asked);
  if (!known.includes(true)) return file;
  const borne = new Set(asked.filter((_, index) => known[index]));
  return {
    ...file,
    findings: file.findings.map((one) => (borne.has(one) ? { ...one, state: 'known' } : one)),
  };
}

/** A workspace of which all that is open has become known. */
export function known(one: Linted): Linted {
  const files = one.files.map((file) => ({
    ...file,
    findings: file.findings.map((found) => {
      return found.state === 'open' ? ({ ...found, state: 'known' } as const) : found;
    }),
  }));
  return { ...one, files };
}

function staleNote({ place, baseline, looked, coverage }: Borne, { cwd }: Io): readonly string[] {
  const stale = coverage === 'whole' ? countStale(baseline, looked) : 0;
  if (stale === 0) return [];
  const shown = visiblePath(shownPath(place.path, cwd));
  const entries = `${counted(stale, 'entry', 'entries')} of the baseline ${shown}`;
  return [
    `${entries} no longer ${stale === 1 ? 'occurs' : 'occur'}; rapporteur check --prune-baseline removes ${stale === 1 ? 'it' : 'them'}.`,
  ];
}
