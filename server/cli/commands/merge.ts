import { resolve } from 'node:path';
import { verdictOn } from '../check/verdict.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import { groupByWorkspace, joinParts } from '../merge/join-parts.js';
import { readReport } from '../merge/read-report.js';
import { failCriteriaOf, failOptions } from '../plan/fail-options.js';
import { outputOptions, outputsOf } from '../plan/output-options.js';
import { writeOutputs } from '../report/write-outputs.js';
import { Failure } from '../terminal/failure.js';
import { reportProblems } from '../workspace/session.js';

export const merge: Command = {
  name: 'merge',
  arguments: [
    { syntax: '<reports...>', summary: "reports of all parts, written with '--format json'" },
  ],
  summary: 'join the reports of a check that ran in parts',
  description:
    "Joins the JSON reports of 'rapporteur check --shard' into the report that one check of everything would write, in any format, and exits with the same status.",
  options: [...outputOptions, ...failOptions],
  examples: [
    { line: 'rapporteur merge part-*.json', summary: 'the report of all parts, for reading' },
    {
      line: 'rapporteur merge part-*.json --format sarif=all.sarif',
      summary: 'the same, for code scanning',
    },
  ],
  run: runMerge,
};

async function runMerge(invocation: Invocation): Promise<ExitStatus> {
  const { io, words } = invocation;
  if (words.length === 0) throw new Failure('there is no report to merge.');
  const outputs = await outputsOf(invocation);
  const strictness = failCriteriaOf(invocation);
  const parts = words.map((report) => readReport(report, io.cwd));
  const joined = joinParts(parts);
  const { failOn } = strictness;
  const files = failOn ? joined.files.map((file) => ({ ...file, failOn })) : joined.files;
  const run = { ...joined, files, quiet: outputs.quiet, silenced: outputs.silenced };
  const undone = reportProblems(io, [{ problems: run.problems ?? [] }]);
  const reasons: string[] = [];
  const verdict = verdictOn(groupByWorkspace(parts, run.files), strictness, (one) =>
    reasons.push(one),
  );
  const merged = new Set(words.map((report) => resolve(io.cwd, report)));
  const written = await writeOutputs(io, run, outputs, (path) =>
    merged.has(path) ? 'the report of a part' : undefined,
  );
  for (const reason of reasons) io.stderr.write(`rapporteur: ${reason}\n`);
  return undone || written === 'failed' ? 2 : verdict;
}
