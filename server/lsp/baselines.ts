import {
  BASELINE_NAME,
  type Baseline,
  type BaselineFault,
  EMPTY_BASELINE,
  findingWords,
  idInBaseline,
  type KnownFinding,
  knownAmong,
  type PageId,
  pathInBaseline,
  type Report,
  readBaseline,
  type Settings,
  type Workspace,
  withMovedFiles,
} from '../core/index.js';
import type { Host } from '../host/portable.js';
import type { Findings } from './findings.js';
import type { Root } from './root.js';

/** The file of the findings that are known and borne with, as the disk has it. */
export interface HeldBaseline {
  /** Where it lies, or would lie: a path below the root. */
  readonly id: PageId;
  readonly text: string;
  /** Empty where there is none. One with a fault counts as none. */
  readonly baseline: Baseline;
  readonly fault: BaselineFault | undefined;
  /** Whether it was named and is not there. */
  readonly isMissing: boolean;
}

/** Reads what the settings name, else what lies where it usually does. */
export async function baselineOf(host: Host, settings: Settings): Promise<HeldBaseline> {
  const id = settings.baseline ?? BASELINE_NAME;
  const reading = await host.read(id);
  if (reading.type === 'fault') {
    const isMissing = settings.baseline !== undefined;
    return { id, text: '', baseline: EMPTY_BASELINE, fault: undefined, isMissing };
  }
  return { id, text: reading.text, ...readBaseline(reading.text), isMissing: false };
}

/** Those of a page's findings that the baseline knows: the same as for `rapporteur check`. */
export function knownOf(
  findings: Findings,
  root: Root,
  id: PageId,
  reports: readonly Report[],
): ReadonlySet<Report> {
  const { id: file, baseline } = root.baseline;
  if (baseline.size === 0 || reports.length === 0) return NONE;
  const all = reports.map((report) => inShort(root, report));
  const known = knownAmong(followedIn(findings, root), pathInBaseline(file, id), all);
  return new Set(reports.filter((_, index) => known[index]));
}

const NONE: ReadonlySet<Report> = new Set();

interface Followed {
  readonly baseline: Baseline;
  readonly revision: number;
  readonly followed: Baseline;
}

const kept = new WeakMap<Workspace, Followed>();

/** With the entries of files that were moved in their new places. */
function followedIn(findings: Findings, root: Root): Baseline {
  const { workspace } = root;
  const { baseline } = root.baseline;
  const revision = findings.revision(root);
  const before = kept.get(workspace);
  if (before?.baseline === baseline && before.revision === revision) return before.followed;
  const made = { baseline, revision, followed: follow(findings, root) };
  kept.set(workspace, made);
  return made.followed;
}

function follow(findings: Findings, root: Root): Baseline {
  const { id: file, baseline } = root.baseline;
  const isGone = (path: string): boolean => {
    const id = idInBaseline(file, path);
    return id !== undefined && !root.workspace.pages.has(id) && !root.listed.has(id);
  };
  if (![...baseline.keys()].some(isGone)) return baseline;
  const found = new Map<string, readonly KnownFinding[]>();
  for (const [id, reports] of findings.all(root)) {
    const path = pathInBaseline(file, id);
    if (!baseline.has(path))
      found.set(
        path,
        reports.map((report) => inShort(root, report)),
      );
  }
  return withMovedFiles(baseline, found, isGone);
}

const words = new WeakMap<Report, KnownFinding>();

function inShort({ workspace }: Root, report: Report): KnownFinding {
  const held = words.get(report);
  if (held !== undefined) return held;
  const text = workspace.pages.get(report.page)?.text ?? '';
  const made = { rule: report.rule, words: findingWords(text, report.span) };
  words.set(report, made);
  return made;
}
