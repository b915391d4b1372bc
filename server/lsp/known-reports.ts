import {
  type Baseline,
  byPlace,
  findingWords,
  followMovedFiles,
  gatherReports,
  idInBaseline,
  type KnownFinding,
  knownAmong,
  type PageId,
  pathInBaseline,
  type Report,
  type Workspace,
} from '../core/index.js';
import type { FindingsCache } from './findings-cache.js';
import type { OpenRoot } from './root.js';

/** Findings as a person is shown them, in order, and which of them the baseline knows. */
export interface ShownReports {
  readonly reports: readonly Report[];
  readonly known: ReadonlySet<Report>;
}

/** What was found in a page as a check reports it. */
export function shownReports(
  findings: FindingsCache,
  root: OpenRoot,
  id: PageId,
  reports: readonly Report[],
): ShownReports {
  const page = root.workspace.pages.get(id);
  if (page === undefined) return { reports: [], known: NO_REPORTS };
  const known = knownReports(findings, root, id, reports);
  if (known.size === 0) return { reports: gatherReports(page, reports), known };
  const some = (isKnown: boolean): readonly Report[] =>
    gatherReports(
      page,
      reports.filter((report) => known.has(report) === isKnown),
    );
  const shown = some(true);
  return { reports: [...some(false), ...shown].sort(byPlace), known: new Set(shown) };
}

/** Those of a page's findings that the baseline knows: the same as for `rapporteur check`. */
function knownReports(
  findings: FindingsCache,
  root: OpenRoot,
  id: PageId,
  reports: readonly Report[],
): ReadonlySet<Report> {
  const { id: file, baseline } = root.baseline;
  if (baseline.size === 0 || reports.length === 0) return NO_REPORTS;
  const all = reports.map((report) => asBaselineEntry(root, report));
  const known = knownAmong(withMovedFiles(findings, root), pathInBaseline(file, id), all);
  return new Set(reports.filter((_, index) => known[index]));
}

const NO_REPORTS: ReadonlySet<Report> = new Set();

interface MovedBaseline {
  readonly baseline: Baseline;
  readonly revision: number;
  readonly moved: Baseline;
}

const movedBaselines = new WeakMap<Workspace, MovedBaseline>();

/** With the entries of files that were moved in their new places. */
function withMovedFiles(findings: FindingsCache, root: OpenRoot): Baseline {
  const { workspace } = root;
  const { baseline } = root.baseline;
  const revision = findings.revision(root);
  const before = movedBaselines.get(workspace);
  if (before?.baseline === baseline && before.revision === revision) return before.moved;
  const made = { baseline, revision, moved: moveEntries(findings, root) };
  movedBaselines.set(workspace, made);
  return made.moved;
}

function moveEntries(findings: FindingsCache, root: OpenRoot): Baseline {
  const { id: file, baseline } = root.baseline;
  const isGone = (path: string): boolean => {
    const id = idInBaseline(file, path);
    return id !== undefined && !root.workspace.pages.has(id) && !root.filesOnDisk.has(id);
  };
  if (![...baseline.keys()].some(isGone)) return baseline;
  const found = new Map<string, readonly KnownFinding[]>();
  for (const [id, reports] of findings.all(root)) {
    const path = pathInBaseline(file, id);
    if (!baseline.has(path))
      found.set(
        path,
        reports.map((report) => asBaselineEntry(root, report)),
      );
  }
  return followMovedFiles(baseline, found, isGone);
}

const knownForms = new WeakMap<Report, KnownFinding>();

function asBaselineEntry({ workspace }: OpenRoot, report: Report): KnownFinding {
  const held = knownForms.get(report);
  if (held !== undefined) return held;
  const text = workspace.pages.get(report.page)?.text ?? '';
  const made = { rule: report.rule, words: findingWords(text, report.span) };
  knownForms.set(report, made);
  return made;
}
