import { counted, inDigits, type Report, SEVERITIES } from '../core/index.js';

/**
 * So many findings of one document are shown at most. An editor is sent all of them again after each key, a list that
 * nobody reads to its end: VS Code, too, shows no more than 1,000.
 */
const MAX_SHOWN = 5000;

/** The most serious findings of a document, in order, and of the same level those that come first. */
export function mostSerious<T extends Pick<Report, 'severity'>>(all: readonly T[]): readonly T[] {
  if (all.length <= MAX_SHOWN) return all;
  const counts = SEVERITIES.map(() => 0);
  for (const { severity } of all) {
    const level = SEVERITIES.indexOf(severity);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  let room = MAX_SHOWN;
  const rooms = counts.map((count) => {
    const own = Math.min(room, count);
    room -= own;
    return own;
  });
  const chosen: T[] = [];
  for (const one of all) {
    if (chosen.length === MAX_SHOWN) break;
    const level = SEVERITIES.indexOf(one.severity);
    if (rooms[level] === 0) continue;
    rooms[level] = (rooms[level] ?? 0) - 1;
    chosen.push(one);
  }
  return chosen;
}

/** What is said at the beginning of a document of which not all is shown; `undefined`: it is. */
export function moreThanShown(count: number): string | undefined {
  if (count <= MAX_SHOWN) return undefined;
  const all = counted(count, 'finding');
  return `This file has ${all}. The ${inDigits(MAX_SHOWN)} most serious ones are shown here, and 'rapporteur check' lists all.`;
}
