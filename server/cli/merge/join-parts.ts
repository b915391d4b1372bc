import { DEFAULT_SETTINGS } from '../../core/index.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { CheckedFile, LintRun } from '../formats/lint-run.js';
import { Failure } from '../terminal/failure.js';
import type { Part } from './read-report.js';

/**
 * The run that the parts are of.
 * @throws Failure when they are not the parts of one run, each once, all of them
 */
export function joinParts(parts: readonly Part[]): Omit<LintRun, 'quiet'> {
  const each = eachOnce(parts);
  const [first, ...others] = each;
  if (first === undefined) throw new Failure('there is no report to merge.');
  for (const other of others) refuseOtherRun(first, other);
  refuseMissing(each, first.shard.of);
  refuseTwice(each);
  const files = each.flatMap((part) => part.files).sort((a, b) => (a.file < b.file ? -1 : 1));
  const { version, today, paths, prefix } = first;
  const fixed = each.flatMap((part) => part.fixed ?? []);
  return {
    ...{ version, today, files, paths, prefix },
    briefs: (each.find((part) => part.files.length > 0) ?? first).briefs,
    problems: distinct(each.flatMap((part) => part.problems ?? [])),
    ...(fixed.length === 0
      ? {}
      : {
          fixed: {
            findings: fixed.reduce((sum, { findings }) => sum + findings, 0),
            files: fixed.reduce((sum, one) => sum + one.files, 0),
          },
        }),
  };
}

/** By their numbers. A report that was named twice, or copied, counts once. */
function eachOnce(parts: readonly Part[]): readonly Part[] {
  const known = new Map<number, Part>();
  for (const part of parts) {
    const { part: number, of } = part.shard;
    const other = known.get(number);
    if (other === undefined) known.set(number, part);
    else if (JSON.stringify({ ...other, report: '' }) !== JSON.stringify({ ...part, report: '' })) {
      throw new Failure(
        `'${other.report}' and '${part.report}' are both part ${number} of ${of}, but differ. Merge the reports of one run.`,
      );
    }
  }
  return [...known.values()].sort((a, b) => a.shard.part - b.shard.part);
}

function refuseOtherRun(one: Part, other: Part): void {
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['of so many parts', one.shard.of, other.shard.of],
    ['by version', one.version, other.version],
    ['as of', one.today, other.today],
    ['about', inWords(one.paths), inWords(other.paths)],
    ['in folder', one.prefix || '.', other.prefix || '.'],
  ];
  const different = facts.find(([, a, b]) => a !== b);
  if (different === undefined) return;
  const [what, a, b] = different;
  throw new Failure(
    `'${one.report}' and '${other.report}' are not from the same run: ${what} ${a} and ${b}. Give all parts the same --today, paths and version.`,
  );
}

function inWords(paths: readonly string[]): string {
  return paths.length === 0 ? 'everything' : paths.join(' ');
}

function refuseMissing(parts: readonly Part[], of: number): void {
  const there = new Set(parts.map(({ shard }) => shard.part));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((part) => !there.has(part));
  if (missing.length === 0) return;
  const shown = missing.length > 5 ? `${missing.slice(0, 5).join(', ')} …` : missing.join(', ');
  throw new Failure(
    `of ${of} parts ${missing.length === 1 ? 'one is' : `${missing.length} are`} missing: ${shown}. Merge the reports of all.`,
  );
}

function refuseTwice(parts: readonly Part[]): void {
  const known = new Map<string, Part>();
  for (const part of parts) {
    for (const { file } of part.files) {
      const other = known.get(file);
      if (other !== undefined) {
        throw new Failure(
          `'${file}' is in '${other.report}' and in '${part.report}'. The parts did not have the same files: check the same commit in all of them.`,
        );
      }
      known.set(file, part);
    }
  }
}

function distinct<T extends { readonly message: string }>(problems: readonly T[]): readonly T[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

/** The files by the limits of their workspaces, for the exit status. */
export function groupByWorkspace(
  parts: readonly Part[],
  files: readonly CheckedFile[],
): readonly Pick<LintedWorkspace, 'files' | 'settings'>[] {
  const limits = new Map<string, { readonly folder: string; readonly maxWarnings?: number }>();
  for (const { shard } of parts) {
    for (const { files: some, ...limit } of shard.workspaces) {
      for (const file of some) limits.set(file, limit);
    }
  }
  const groups = new Map<string, { limit: number | undefined; files: CheckedFile[] }>();
  for (const file of files) {
    const { folder = '', maxWarnings } = limits.get(file.file) ?? {};
    const key = `${folder}\0${file.failOn}`;
    const group = groups.get(key) ?? { limit: maxWarnings, files: [] };
    group.files.push(file);
    groups.set(key, group);
  }
  return Array.from(groups.values(), ({ limit, files: some }) => ({
    files: some,
    settings: {
      ...DEFAULT_SETTINGS,
      failOn: some[0]?.failOn ?? DEFAULT_SETTINGS.failOn,
      maxWarnings: limit,
    },
  }));
}
