import { decode } from '../../host/index.js';
import type { Judged } from '../check/judge.js';
import type { Plan } from '../check/plan.js';
import type { LintRun } from '../formats/lint-run.js';
import type { Io } from '../io.js';
import { shownPath } from '../places.js';
import { visiblePath } from '../visible.js';
import type { Input } from './input.js';
import type { Mended, Mending } from './mend.js';
import { readingOf, refusalOf } from './mending.js';
import { save } from './save.js';
import { unifiedDiff } from './unified-diff.js';

/** How a check with its fixes came out. */
export interface Outcome {
  readonly judged: Judged;
  /** What was fixed, or would be, where that was asked for. */
  readonly fixed?: NonNullable<LintRun['fixed']>;
  /** In place of the report. */
  readonly diff?: Iterable<string>;
  /** What came by the standard input, fixed: it goes where the report would. */
  readonly text?: string;
  /** For the standard error; with one of these the job is not done. */
  readonly failures: readonly string[];
}

/** Writes the files. */
export async function filesWritten(io: Io, mended: Mended, mending: Mending): Promise<Outcome> {
  const { written, failed } = await save(mended, io.cwd);
  // What could not be written is as it was, and what is found there is told as it is.
  const judged = failed.size === 0 ? mended.judged : await mending.look(new Map());
  return {
    judged: withNotes(judged, mended),
    fixed: countIn(mended, written),
    failures: [
      ...refusals(mended),
      ...[...failed].map(
        ([file, why]) => `${visiblePath(file)} could not be fixed: ${why}. It is as it was.`,
      ),
    ],
  };
}

/** The fixed text itself, whether or not anything had to be fixed. */
export function textGiven(io: Io, input: Input, mended: Mended): Outcome {
  const file = shownPath(input.path, io.cwd);
  const reading = decode(input.content);
  const refusal = refusalOf(reading);
  const mark = reading.bom ? '\ufeff' : '';
  const text = mended.texts.get(file)?.after ?? reading.text;
  return {
    judged: withNotes(mended.judged, mended),
    fixed: countIn(mended, new Set(mended.texts.keys())),
    // Bytes that are no UTF-8 would come out as others.
    text: refusal === undefined ? mark + text : '',
    failures: refusal === undefined ? refusals(mended) : [leftAlone(file, refusal)],
  };
}

/** What would be written, as a diff. */
export function diffShown(io: Io, plan: Plan, mended: Mended): Outcome {
  return {
    judged: withNotes(mended.judged, mended),
    fixed: countIn(mended, new Set(mended.texts.keys())),
    diff: diffOf(io, plan, mended),
    failures: refusals(mended),
  };
}

function* diffOf(io: Io, plan: Plan, { texts }: Mended): Iterable<string> {
  const reader = io.stdout.isTTY ? 'terminal' : 'bytes';
  for (const [file, { before, after }] of texts) {
    const reading = readingOf(io, plan, file);
    const mark = reading.type === 'text' && reading.bom ? '\ufeff' : '';
    yield* unifiedDiff(file, mark + before, mark + after, { look: plan.outputs.look, reader });
  }
}

function countIn({ texts }: Mended, files: ReadonlySet<string>): NonNullable<LintRun['fixed']> {
  let findings = 0;
  for (const file of files) findings += texts.get(file)?.fixed ?? 0;
  return { findings, files: files.size };
}

function refusals({ refused }: Mended): readonly string[] {
  return [...refused].map(([file, reason]) => leftAlone(file, reason));
}

function leftAlone(file: string, reason: string): string {
  return `${visiblePath(file)} was left as it is: ${reason}.`;
}

function withNotes(judged: Judged, { notes }: Mended): Judged {
  return { ...judged, notes: [...judged.notes, ...notes] };
}
