import { decode } from '../../host/index.js';
import type { Collected } from '../baseline/apply-baseline.js';
import type { LintRun } from '../formats/lint-run.js';
import type { FixChoice } from '../plan/fix-options.js';
import type { Plan } from '../plan/plan.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { Io } from '../terminal/io.js';
import { fixContextFor, readingOf, refusalOf } from './fix-context.js';
import type { FixContext, FixResult } from './fix-loop.js';
import { runFixLoop } from './fix-loop.js';
import { saveFiles } from './save-files.js';
import type { StdinTarget } from './stdin-target.js';
import { stdinTargetOf } from './stdin-target.js';
import { unifiedDiff } from './unified-diff.js';

/** Collects what is found, and fixes what can be fixed. */
export async function fixCollected(io: Io, plan: Plan, fix: FixChoice): Promise<FixOutcome> {
  const context = fixContextFor(io, plan, fix.reach);
  const fixed = await runFixLoop(await context.collectWith(new Map()), context);
  if (fix.to === 'diff') return showDiff(io, plan, fixed);
  const input = stdinTargetOf(plan);
  return input === undefined
    ? writeFixedFiles(io, fixed, context)
    : returnFixedText(io, input, fixed);
}

/** How a check with its fixes came out. */
export interface FixOutcome {
  readonly collected: Collected;
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
async function writeFixedFiles(
  io: Io,
  result: FixResult,
  context: FixContext,
): Promise<FixOutcome> {
  const { written, failed } = await saveFiles(result, io.cwd);
  // What could not be written is as it was, and what is found there is reported as it is.
  const collected = failed.size === 0 ? result.collected : await context.collectWith(new Map());
  return {
    collected: withNotes(collected, result),
    fixed: countIn(result, written),
    failures: [
      ...refusals(result),
      ...[...failed].map(
        ([file, why]) => `${escapePath(file)} could not be fixed: ${why}. It was not changed.`,
      ),
    ],
  };
}

/** The fixed text itself, whether or not anything had to be fixed. */
function returnFixedText(io: Io, input: StdinTarget, result: FixResult): FixOutcome {
  const file = shownPath(input.path, io.cwd);
  const reading = decode(input.content);
  const refusal = refusalOf(reading);
  const mark = reading.bom ? '\ufeff' : '';
  const text = result.texts.get(file)?.after ?? reading.text;
  return {
    collected: withNotes(result.collected, result),
    fixed: countIn(result, new Set(result.texts.keys())),
    // Bytes that are no UTF-8 would come out as others.
    text: refusal === undefined ? mark + text : '',
    failures: refusal === undefined ? refusals(result) : [leftAlone(file, refusal)],
  };
}

/** What would be written, as a diff. */
function showDiff(io: Io, plan: Plan, result: FixResult): FixOutcome {
  return {
    collected: withNotes(result.collected, result),
    fixed: countIn(result, new Set(result.texts.keys())),
    diff: diffOf(io, plan, result),
    failures: refusals(result),
  };
}

function* diffOf(io: Io, plan: Plan, { texts }: FixResult): Iterable<string> {
  const reader = io.stdout.isTTY ? 'terminal' : 'bytes';
  for (const [file, { before, after }] of texts) {
    const reading = readingOf(io, plan, file);
    const mark = reading.type === 'text' && reading.bom ? '\ufeff' : '';
    yield* unifiedDiff(file, mark + before, mark + after, {
      display: plan.outputs.display,
      reader,
    });
  }
}

function countIn({ texts }: FixResult, files: ReadonlySet<string>): NonNullable<LintRun['fixed']> {
  let findings = 0;
  for (const file of files) findings += texts.get(file)?.fixed ?? 0;
  return { findings, files: files.size };
}

function refusals({ refused }: FixResult): readonly string[] {
  return [...refused].map(([file, reason]) => leftAlone(file, reason));
}

function leftAlone(file: string, reason: string): string {
  return `${escapePath(file)} was not changed: ${reason}.`;
}

function withNotes(collected: Collected, { notes }: FixResult): Collected {
  return { ...collected, notes: [...collected.notes, ...notes] };
}
