import { addToGroup, firstAtLeast } from '../../text/index.js';

/** Finds where code spans end, for the first reading, before Markdown has been asked. */
export type CodeSpans = (at: number, end: number) => number;

/**
 * From a run of backticks at `at`: past the run of the same length that closes it before `end`, else
 * past the run itself, which then stands for itself.
 */
export function codeSpans(text: string): CodeSpans {
  let runs: ReadonlyMap<number, readonly number[]> | undefined;
  return (at, end) => {
    runs ??= runsOf(text);
    let open = at;
    while (text[open] === '`') open += 1;
    const starts = runs.get(open - at) ?? [];
    const close = starts[firstAtLeast(starts, open, (start) => start)];
    return close !== undefined && close < end ? close + open - at : open;
  };
}

/** Where the runs of backticks begin, by their length. */
function runsOf(text: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of text.matchAll(/`+/g)) addToGroup(runs, run.length, index);
  return runs;
}
