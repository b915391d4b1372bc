import type { Invocation, Notification, Run } from 'sarif';
import { RULES, SEVERITIES } from '../../core/index.js';
import { fingerprintsOf } from '../report/fingerprint.js';
import type { Found } from '../report/found.js';
import { jsonText } from './json-text.js';
import type { CheckedFile, CheckFormat, LintRun } from './lint-run.js';
import { openFindings } from './open.js';
import { SOURCE_ROOT } from './sarif-place.js';
import { type ResultContext, resultOf } from './sarif-result.js';
import { ruleDescriptor } from './sarif-rule.js';
import { counted } from './summary.js';

/** For GitHub code scanning and every other reader of SARIF 2.1.0; a result a line. */
export const checkSarif: CheckFormat = {
  name: 'sarif',
  summary: 'SARIF 2.1.0, for GitHub code scanning and other platforms',
  needs: 'line-hashes',
  *write(run) {
    const all = run.files.flatMap((file) => shownFindings(file, run));
    const kept = worstOf(all);
    yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[\n`;
    const head = jsonText(headOf(run, kept, all.length - kept.size));
    yield `${head.slice(0, -1)},"results":[`;
    yield* resultLines(run, kept);
    yield ']}\n]}\n';
  },
};

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Unless told otherwise in every state: a reader sees what is suppressed, and why. */
function shownFindings(file: CheckedFile, run: LintRun): readonly Found[] {
  if (run.silenced === 'left-out') return openFindings(file, run);
  return run.quiet ? file.findings.filter(({ severity }) => severity === 'error') : file.findings;
}

/** GitHub refuses a file with more. */
const MOST = 25_000;

function worstOf(all: readonly Found[]): ReadonlySet<Found> {
  if (all.length <= MOST) return new Set(all);
  const rank = ({ state, severity }: Found): number =>
    (state === 'open' ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(severity);
  return new Set([...all].sort((a, b) => rank(a) - rank(b)).slice(0, MOST));
}

/** All of a run but its results, which follow one by one. */
function headOf(run: LintRun, kept: ReadonlySet<Found>, leftOut: number): Omit<Run, 'results'> {
  return {
    tool: {
      driver: {
        name: 'rapporteur',
        fullName: `rapporteur ${run.version}`,
        semanticVersion: run.version,
        rules: rulesOf(kept).map(ruleDescriptor),
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
    const text = `${counted(leftOut, 'finding')} more, the least grave ones, left out: platforms take ${counted(MOST, 'result')}.`;
    notes.push({ level: 'warning', message: { text } });
  }
  return {
    executionSuccessful: !problems.some(({ grave }) => grave),
    ...(notes.length === 0 ? {} : { toolExecutionNotifications: notes }),
  };
}

function rulesOf(kept: ReadonlySet<Found>): typeof RULES {
  const found = new Set([...kept].map(({ rule }) => rule));
  return RULES.filter(({ name }) => found.has(name));
}

function* resultLines(run: LintRun, kept: ReadonlySet<Found>): Iterable<string> {
  const ruleIndex = new Map(rulesOf(kept).map(({ name }, index) => [name, index]));
  const isCompared = [...kept].some(({ state }) => state === 'known');
  const baseline: ResultContext['baseline'] = isCompared ? 'used' : 'none';
  let parting = '\n';
  for (const file of run.files) {
    const fingerprints = fingerprintsOf(file, run);
    for (const found of file.findings) {
      if (!kept.has(found)) continue;
      const fingerprint = fingerprints.get(found);
      yield `${parting}${jsonText(resultOf(found, { run, ruleIndex, fingerprint, baseline }))}`;
      parting = ',\n';
    }
  }
  yield '\n';
}
