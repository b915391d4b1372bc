import { counted, inDigits } from '../../core/index.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { Phases } from '../engine/measures.js';
import type { FindingState, LocatedFinding } from '../formats/located-finding.js';
import type { StatsChoice } from '../plan/stats-options.js';
import type { Io } from '../terminal/io.js';

export function writeStats(
  io: Io,
  linted: readonly LintedWorkspace[],
  { stats, timing }: StatsChoice,
): void {
  if (stats) for (const line of statsLines(linted)) io.stderr.write(`${line}\n`);
  if (timing) for (const line of timingLines(linted)) io.stderr.write(`${line}\n`);
}

function* statsLines(linted: readonly LintedWorkspace[]): Iterable<string> {
  const sum = (name: 'files' | 'characters' | 'fromCache'): number =>
    linted.reduce((total, { measures }) => total + measures[name], 0);
  const known = sum('fromCache') > 0 ? `, ${counted(sum('fromCache'), 'file')} from the cache` : '';
  const reported = linted.reduce((total, { files }) => total + files.length, 0);
  yield `Read ${counted(sum('files'), 'file')}, ${counted(sum('characters'), 'character')}${known}; reported on ${counted(reported, 'brief or registry', 'briefs and registries')}.`;
  const rows = countByRule(linted.flatMap(({ files }) => files.flatMap((file) => file.findings)));
  if (rows.length === 0) return;
  yield 'Findings by rule:';
  const width = Math.max(...rows.map(({ count }) => inDigits(count.open).length));
  for (const { rule, count } of rows) {
    const open = inDigits(count.open).padStart(width);
    const others = [
      count.known > 0 && `${inDigits(count.known)} known`,
      count.suppressed > 0 && `${inDigits(count.suppressed)} suppressed`,
    ].filter((part) => part !== false);
    yield `  ${open}  ${rule}${others.length > 0 ? ` (and ${others.join(', ')})` : ''}`;
  }
}

interface RuleCount {
  readonly rule: string;
  readonly count: Record<FindingState, number>;
}

/** The most talkative first. */
function countByRule(findings: readonly LocatedFinding[]): readonly RuleCount[] {
  const rows = new Map<string, RuleCount>();
  for (const { rule, state } of findings) {
    const row = rows.get(rule) ?? { rule, count: { open: 0, suppressed: 0, known: 0 } };
    row.count[state] += 1;
    rows.set(rule, row);
  }
  return [...rows.values()].sort(
    (a, b) => b.count.open - a.count.open || (a.rule < b.rule ? -1 : 1),
  );
}

const STEPS: Readonly<Record<keyof Phases, string>> = {
  listing: 'looking for files',
  facts: 'reading them',
  joining: 'putting them together',
  linting: 'asking the rules',
};

/** So many rules: the rest take next to nothing. */
const MAX_SLOWEST = 10;

function* timingLines(linted: readonly LintedWorkspace[]): Iterable<string> {
  const steps = Object.keys(STEPS) as readonly (keyof Phases)[];
  const parts = steps.map((step) => {
    const spent = linted.reduce((total, { measures }) => total + measures.phases[step], 0);
    return `${STEPS[step]} ${Math.round(spent)} ms`;
  });
  const threads = Math.max(1, ...linted.map(({ measures }) => measures.threads));
  yield `Took ${Math.round(performance.now())} ms from the start: ${parts.join(', ')} (${counted(threads, 'thread')}).`;
  const rules = new Map<string, number>();
  for (const { measures } of linted) {
    for (const [rule, spent] of measures.rules) rules.set(rule, (rules.get(rule) ?? 0) + spent);
  }
  const slowest = [...rules].sort(([, a], [, b]) => b - a).slice(0, MAX_SLOWEST);
  if (slowest.length > 0) yield 'Slowest rules:';
  for (const [rule, spent] of slowest) yield `  ${spent.toFixed(1).padStart(8)} ms  ${rule}`;
}
