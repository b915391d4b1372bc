import type { Invocation, Notification, Run } from 'sarif';
import { counted, RULES, SEVERITIES } from '../../core/index.js';
import { fingerprintsOf } from './fingerprint.js';
import { jsonText } from './json-text.js';
import type { CheckedFile, CheckFormat, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { openFindings } from './open-findings.js';
import { SOURCE_ROOT } from './sarif-place.js';
import { type ResultContext, resultOf } from './sarif-result.js';
import { ruleDescriptor } from './sarif-rule.js';

/** For GitHub code scanning and every other reader of SARIF 2.1.0; a result a line. */
export const checkSarif: CheckFormat = {
  name: 'sarif',
  summary: 'SARIF 2.1.0, for GitHub code scanning and other platforms',
  needs: 'line-hashes',
  *write(run) {
    const all = run.files.flatMap((file) => shownFindings(file, run));
    const reported = worstOf(all);
    yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[\n`;
    const head = jsonText(headOf(run, reported, all.length - reported.size));
    yield `${head.slice(0, -1)},"results":[`;
    yield* resultLines(run, reported);
    yield ']}\n]}\n';
  },
};

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** In every state, unless an option says otherwise: a reader sees what is suppressed, and why. */
function shownFindings(file: CheckedFile, run: LintRun): readonly LocatedFinding[] {
  if (run.silenced === 'left-out') return openFindings(file, run);
  return run.quiet ? file.findings.filter(({ severity }) => severity === 'error') : file.findings;
}

/** GitHub refuses a file with more. */
const MAX_RESULTS = 25_000;

function worstOf(all: readonly LocatedFinding[]): ReadonlySet<LocatedFinding> {
  if (all.length <= MAX_RESULTS) return new Set(all);
  const rank = ({ state, severity }: LocatedFinding): number =>
    (state === 'open' ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(severity);
  return new Set([...all].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_RESULTS));
}

/** All of a run but its results, which follow one by one. */
function headOf(
  run: LintRun,
  reported: ReadonlySet<LocatedFinding>,
  leftOut: number,
): Omit<Run, 'results'> {
  return {
    tool: {
      driver: {
        name: 'rapporteur',
        fullName: `rapporteur ${run.version}`,
        semanticVersion: run.version,
        rules: rulesOf(reported).map(ruleDescriptor),
      },
    },
    automationDetails: { id: `rapporteur/${run.prefix}` },
    invocations: [invocationOf(run, leftOut)],
    originalUriBaseIds: {
      [SOURCE_ROOT]: { description: { text: 'The top of the repository.' } },
    },
    columnKind: 'utf16CodeUnits',
  };
}

function invocationOf({ problems = [] }: LintRun, leftOut: number): Invocation {
  const notes = problems.map(({ message, grave }): Notification => {
    return { level: grave ? 'error' : 'note', message: { text: message } };
  });
  if (leftOut > 0) {
    const text = `${counted(leftOut, 'finding')} more, the least serious ones, were left out: platforms accept at most ${counted(MAX_RESULTS, 'result')}.`;
    notes.push({ level: 'warning', message: { text } });
  }
  return {
    executionSuccessful: !problems.some(({ grave }) => grave),
    ...(notes.length === 0 ? {} : { toolExecutionNotifications: notes }),
  };
}

function rulesOf(reported: ReadonlySet<LocatedFinding>): typeof RULES {
  const found = new Set([...reported].map(({ rule }) => rule));
  return RULES.filter(({ name }) => found.has(name));
}

function* resultLines(run: LintRun, reported: ReadonlySet<LocatedFinding>): Iterable<string> {
  const ruleIndex = new Map(rulesOf(reported).map(({ name }, index) => [name, index]));
  const isCompared = [...reported].some(({ state }) => state === 'known');
  const baseline: ResultContext['baseline'] = isCompared ? 'used' : 'none';
  let parting = '\n';
  for (const file of run.files) {
    const fingerprints = fingerprintsOf(file, run);
    for (const found of file.findings) {
      if (!reported.has(found)) continue;
      const fingerprint = fingerprints.get(found);
      yield `${parting}${jsonText(resultOf(found, { run, ruleIndex, fingerprint, baseline }))}`;
      parting = ',\n';
    }
  }
  yield '\n';
}
