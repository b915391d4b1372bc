import { counted, inDigits, type Report, SEVERITIES } from '../core/index.js';

/**
 * So many findings of one document are shown at most. An editor is sent all of them again after each key, a list that
 * nobody reads to its end: VS Code, too, shows no more than 1,000.
 */
const MAX_SHOWN = 5000;

/** The most serious findings of a document, in order, and of the same level those that come first. */
export function mostSerious<T extends Pick<Report, 'severity'>>(all: readonly T[]): readonly T[] {
  if (all.length <= MAX_SHOWN) return all;
  const counts = new Map(SEVERITIES.map((level) => [level, 0]));
  for (const one of all) {
    const { severity } = one;
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  }
  let room = MAX_SHOWN;
  const rooms = new Map(
    SEVERITIES.map((level) => {
      const own = Math.min(room, counts.get(level) ?? 0);
      room -= own;
      return [level, own] as const;
    }),
  );
  const chosen: T[] = [];
  for (const one of all) {
    if (chosen.length === MAX_SHOWN) break;
    const { severity } = one;
    const left = rooms.get(severity) ?? 0;
    if (left === 0) continue;
    rooms.set(severity, left - 1);
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
