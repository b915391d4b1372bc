import { readFileSync } from 'node:fs';
import { prunedBaseline, sizeOf, updatedBaseline, writeBaseline } from '../../core/index.js';
import { createAtomically, writeFaultOf } from '../../host/index.js';
import type { BaselineChoice } from '../check/baselines.js';
import type { Judged } from '../check/judge.js';
import { Failure } from '../failure.js';
import { counted } from '../formats/summary.js';
import type { Io } from '../io.js';
import { shownPath } from '../places.js';
import { visiblePath } from '../visible.js';
import { type Borne, known } from './bear.js';

/**
 * Writes the baselines, where that was asked for. What stands in a new one is known from then on.
 * @param job whether all that was asked about could be read and fixed
 * @throws Failure for one that cannot be written
 */
export function settle(
  io: Io,
  { writing }: BaselineChoice,
  judged: Judged,
  job: 'done' | 'undone',
): Judged {
  if (writing === undefined) return judged;
  if (job === 'undone') return withNotes(judged, [LEFT]);
  if (writing === 'pruned')
    return withNotes(
      judged,
      judged.borne.map((one) => prune(io, one)),
    );
  return withNotes(
    { ...judged, linted: judged.linted.map(known) },
    judged.borne.flatMap((one) => renew(io, one)),
  );
}

const LEFT = 'the baseline was left as it is, as not everything could be done that was asked.';

function withNotes(judged: Judged, notes: readonly string[]): Judged {
  return { ...judged, notes: [...judged.notes, ...notes] };
}

function renew(io: Io, { place, before, baseline, looked, coverage }: Borne): readonly string[] {
  // Of a part nobody can say that a file was moved: it may have a better match in what was left out.
  const next = updatedBaseline(coverage === 'whole' ? baseline : before, looked);
  const size = sizeOf(next);
  if (size === 0 && !place.isNamed && before.size === 0) {
    return ['nothing is found that a baseline would have to know, so none was written.'];
  }
  write(io, place.path, writeBaseline(next));
  return [
    `${shownAs(io, place.path)} knows ${counted(size, 'finding')} now; ${size === 1 ? 'it does' : 'they do'} not fail the check.`,
  ];
}

function prune(io: Io, { place, before, baseline, looked, coverage }: Borne): string {
  const from = coverage === 'whole' ? baseline : before;
  const next = prunedBaseline(from, looked);
  const gone = sizeOf(from) - sizeOf(next);
  write(io, place.path, writeBaseline(next));
  const left = `${counted(sizeOf(next), 'entry', 'entries')}`;
  return gone === 0
    ? `no entry of ${shownAs(io, place.path)} can be taken out: ${left}.`
    : `${counted(gone, 'entry', 'entries')} taken out of ${shownAs(io, place.path)}; ${left} left.`;
}

function shownAs({ cwd }: Io, path: string): string {
  return visiblePath(shownPath(path, cwd));
}

function write(io: Io, path: string, text: string): void {
  try {
    if (contentOf(path) !== text) createAtomically(path, text);
  } catch (error) {
    const why = writeFaultOf(error as NodeJS.ErrnoException);
    throw new Failure(`the baseline ${shownAs(io, path)} could not be written: ${why}.`);
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
