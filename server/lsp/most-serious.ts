import { counted, inDigits } from '../core/index.js';

/**
 * So many findings of one document are shown at most. An editor is sent all of them again after each key, a list that
 * nobody reads to its end: VS Code, too, shows no more than 1,000.
 */
export const MAX_SHOWN = 5000;

/** What is said at the beginning of a document of which not all is shown; `undefined`: it is. */
export function moreThanShown(count: number): string | undefined {
  if (count <= MAX_SHOWN) return undefined;
  const all = counted(count, 'finding');
  return `This file has ${all}. The ${inDigits(MAX_SHOWN)} most serious ones are shown here, and 'rapporteur check' lists all.`;
}
