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
    const close = firstFrom(runs.get(open - at) ?? [], open);
    return close !== undefined && close < end ? close + open - at : open;
  };
}

function runsOf(text: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of text.matchAll(/`+/g)) {
    const starts = runs.get(run.length);
    if (starts === undefined) runs.set(run.length, [index]);
    else starts.push(index);
  }
  return runs;
}

function firstFrom(starts: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return starts[low];
}
