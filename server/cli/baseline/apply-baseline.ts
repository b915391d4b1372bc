import { dirname, resolve } from 'node:path';
import {
  type Baseline,
  type CheckedFiles,
  counted,
  countStale,
  followMovedFiles,
  knownAmong,
} from '../../core/index.js';
import { isThere } from '../../host/index.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { Plan } from '../plan/plan.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { Io } from '../terminal/io.js';
import { type BaselinePlace, baselineInUse } from './baseline-place.js';
import {
  baselinePath,
  type Coverage,
  coversWorkspace,
  findingsIn,
  ruleCoverage,
} from './coverage.js';
import { loadBaseline } from './load-baseline.js';

/** A baseline with the workspaces it is about. */
export interface AppliedBaseline {
  readonly place: BaselinePlace;
  /** As it was read. */
  readonly before: Baseline;
  /** With the entries of files that were moved in their new places. */
  readonly baseline: Baseline;
  readonly checked: CheckedFiles;
  readonly coverage: Coverage;
}

/** What was found, narrowed to what was requested, each finding in its state. */
export interface Collected {
  readonly linted: readonly LintedWorkspace[];
  /** The baselines that some of it is known by. */
  readonly baselines: readonly AppliedBaseline[];
  /** For the standard error; none of them fails the check. */
  readonly notes: readonly string[];
}

/**
 * Marks the findings that are in the baselines.
 * @param all what was found, before it was narrowed to what changed
 * @throws Failure for a baseline that is not there or cannot be read
 */
export function applyBaselines(
  io: Io,
  plan: Plan,
  all: readonly LintedWorkspace[],
  linted: readonly LintedWorkspace[],
): Collected {
  const baselines = groupByBaseline(io, plan, all).map((group) =>
    applyBaseline(io, plan, group, linted),
  );
  return {
    linted: linted.map((one) => {
      const place = baselineInUse(one, plan.baselines, io.cwd);
      const by = baselines.find((each) => each.place.path === place?.path);
      if (by === undefined) return one;
      return { ...one, files: one.files.map((file) => markKnown(file, by, io.cwd)) };
    }),
    baselines,
    notes:
      plan.baselines.writing === undefined ? baselines.flatMap((one) => staleNote(one, io)) : [],
  };
}

interface Group {
  readonly place: BaselinePlace;
  readonly workspaces: LintedWorkspace[];
}

/** Several workspaces may share a baseline that was named by hand. */
function groupByBaseline(
  io: Io,
  { baselines }: Plan,
  all: readonly LintedWorkspace[],
): readonly Group[] {
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

function applyBaseline(
  io: Io,
  plan: Plan,
  { place, workspaces }: Group,
  linted: readonly LintedWorkspace[],
): AppliedBaseline {
  const before = loadBaseline(place, plan.baselines, plan.job.request.display, io.cwd);
  const folder = dirname(place.path);
  const everything = findingsIn(workspaces, folder, io.cwd);
  const isGone = (path: string): boolean =>
    !everything.has(path) && !isThere(resolve(folder, path));
  const roots = new Set(workspaces.map(({ root }) => root.folder));
  const narrowed = linted.filter(({ root }) => roots.has(root.folder));
  const coverage = workspaces.every((one) => coversWorkspace(one, plan)) ? 'whole' : 'part';
  const checked = {
    found: findingsIn(narrowed, folder, io.cwd),
    wasChecked: ruleCoverage(narrowed, folder, coverage, { io, plan }),
  };
  const baseline = followMovedFiles(before, everything, isGone);
  return { place, before, baseline, checked, coverage };
}

function markKnown(
  file: CheckedFile,
  { place, baseline }: AppliedBaseline,
  cwd: string,
): CheckedFile {
  const path = baselinePath(resolve(cwd, file.file), dirname(place.path));
  const shown = file.findings.filter(({ state }) => state !== 'suppressed');
  const allKnown = knownAmong(baseline, path, shown);
  if (!allKnown.includes(true)) return file;
  const applied = new Set(shown.filter((_, index) => allKnown[index]));
  return {
    ...file,
    findings: file.findings.map((one) => (applied.has(one) ? { ...one, state: 'known' } : one)),
  };
}

/** A workspace of which all that is open has become known. */
export function known(one: LintedWorkspace): LintedWorkspace {
  const files = one.files.map((file) => ({
    ...file,
    findings: file.findings.map((found) => {
      return found.state === 'open' ? ({ ...found, state: 'known' } as const) : found;
    }),
  }));
  return { ...one, files };
}

function staleNote(
  { place, baseline, checked, coverage }: AppliedBaseline,
  { cwd }: Io,
): readonly string[] {
  const stale = coverage === 'whole' ? countStale(baseline, checked) : 0;
  if (stale === 0) return [];
  const shown = escapePath(shownPath(place.path, cwd));
  const entries = `${counted(stale, 'entry', 'entries')} of the baseline ${shown}`;
  return [
    `${entries} no longer ${stale === 1 ? 'occurs' : 'occur'}; rapporteur check --prune-baseline removes ${stale === 1 ? 'it' : 'them'}.`,
  ];
}
