import {
  counted,
  prunedBaseline,
  sizeOf,
  updatedBaseline,
  writeBaseline,
} from '../../core/index.js';
import { createAtomically, readPath, writeFaultOf } from '../../host/index.js';
import type { BaselineChoice } from '../plan/baseline-options.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { Io } from '../terminal/io.js';
import type { Collected } from './apply-baseline.js';
import { type AppliedBaseline, known } from './apply-baseline.js';

/**
 * Writes the baselines, where that was asked for. What stands in a new one is known from then on.
 * @param job whether all that was asked about could be read and fixed
 * @throws Failure for one that cannot be written
 */
export function updateBaselines(
  io: Io,
  { writing }: BaselineChoice,
  collected: Collected,
  job: 'done' | 'undone',
): Collected {
  if (writing === undefined) return collected;
  if (job === 'undone') return withNotes(collected, [NOT_WRITTEN]);
  if (writing === 'pruned')
    return withNotes(
      collected,
      collected.baselines.map((one) => prune(io, one)),
    );
  return withNotes(
    { ...collected, linted: collected.linted.map(known) },
    collected.baselines.flatMap((one) => renew(io, one)),
  );
}

const NOT_WRITTEN = 'the baseline was not changed, because the check could not be completed.';

function withNotes(collected: Collected, notes: readonly string[]): Collected {
  return { ...collected, notes: [...collected.notes, ...notes] };
}

function renew(
  io: Io,
  { place, before, baseline, checked, coverage }: AppliedBaseline,
): readonly string[] {
  // Of a part nobody can say that a file was moved: it may have a better match in what was left out.
  const next = updatedBaseline(coverage === 'whole' ? baseline : before, checked);
  const size = sizeOf(next);
  if (size === 0 && !place.isNamed && before.size === 0) {
    return ['there are no findings for a baseline, so none was written.'];
  }
  write(io, place.path, writeBaseline(next));
  return [
    `${shownAs(io, place.path)} now has ${counted(size, 'finding')}, which ${size === 1 ? 'does' : 'do'} not fail the check.`,
  ];
}

function prune(io: Io, { place, before, baseline, checked, coverage }: AppliedBaseline): string {
  const from = coverage === 'whole' ? baseline : before;
  const next = prunedBaseline(from, checked);
  const gone = sizeOf(from) - sizeOf(next);
  write(io, place.path, writeBaseline(next));
  const left = `${counted(sizeOf(next), 'entry', 'entries')}`;
  return gone === 0
    ? `no entry of ${shownAs(io, place.path)} can be removed: ${left}.`
    : `${counted(gone, 'entry', 'entries')} removed from ${shownAs(io, place.path)}; ${left} left.`;
}

function shownAs({ cwd }: Io, path: string): string {
  return escapePath(shownPath(path, cwd));
}

function write(io: Io, path: string, text: string): void {
  try {
    if (contentOf(path) !== text) createAtomically(path, text, io.cwd);
  } catch (error) {
    const why = writeFaultOf(error as NodeJS.ErrnoException);
    throw new Failure(`the baseline ${shownAs(io, path)} could not be written: ${why}.`);
  }
}

function contentOf(path: string): string | undefined {
  const reading = readPath(path);
  return reading.type === 'text' && !reading.bom ? reading.text : undefined;
}
