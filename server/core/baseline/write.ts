import { type Baseline, knownFindingOf } from './model.js';

/**
 * A baseline as a file: one entry a line and in order, so that branches can be merged and a change of it
 * be read. The same baseline gives the same text.
 */
export function writeBaseline(baseline: Baseline): string {
  const lines: string[] = [];
  for (const [path, tally] of inOrder(baseline)) {
    for (const [key, count] of inOrder(tally)) {
      const { rule, words } = knownFindingOf(key);
      for (let nth = 1; nth <= count; nth += 1) lines.push(entry(path, rule, words, nth));
    }
  }
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "tool": "rapporteur",\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

/** Two branches that know the same finding say the same: its number, and not how many there are. */
function entry(path: string, rule: string, words: string, nth: number): string {
  const { stringify } = JSON;
  const which = nth > 1 ? `, "nth": ${nth}` : '';
  const line = `    { "path": ${stringify(path)}, "rule": ${stringify(rule)}, "words": ${stringify(words)}${which} }`;
  return line.replace(UNSEEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What ends a line for some programs, or cannot be seen, is written as an escape. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

function inOrder<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
