// What edits make of a text, as the lines that change.
import { applyEdits, type TextEdit } from '../../../server/core/index.js';

/**
 * `a.md:3`, then the lines from there on that go (`- `) and those that come (`+ `), for each place
 * where lines change.
 * @param text `undefined` for a file that the edits make
 */
export function drawChanges(
  path: string,
  text: string | undefined,
  edits: readonly TextEdit[],
): readonly string[] {
  const before = text ?? '';
  return groupsOf(before, edits).flatMap(({ start, end, edits: near }) => {
    const moved = near.map((edit) => ({
      ...edit,
      span: { start: edit.span.start - start, end: edit.span.end - start },
    }));
    const old = before.slice(start, end);
    const [gone, come] = withoutEqualEnds(old.split('\n'), applyEdits(old, moved).split('\n'));
    if (gone.lines.length + come.lines.length === 0) return [];
    const line = before.slice(0, start).split('\n').length + gone.from;
    return [
      text === undefined ? `${path} (new)` : `${path}:${line}`,
      ...gone.lines.map((each) => `- ${each}`.trimEnd()),
      ...come.lines.map((each) => `+ ${each}`.trimEnd()),
    ];
  });
}

interface Group {
  /** Offsets of whole lines, without the last line break. */
  readonly start: number;
  readonly end: number;
  readonly edits: readonly TextEdit[];
}

/** Edits of lines that touch are told of together. */
function groupsOf(text: string, edits: readonly TextEdit[]): readonly Group[] {
  const groups: { start: number; end: number; edits: TextEdit[] }[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const start = text.lastIndexOf('\n', edit.span.start - 1) + 1;
    const next = text.indexOf('\n', edit.span.end);
    const end = next < 0 ? text.length : next;
    const last = groups.at(-1);
    if (last === undefined || start > last.end + 1) groups.push({ start, end, edits: [edit] });
    else {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    }
  }
  return groups;
}

interface Lines {
  readonly from: number;
  readonly lines: readonly string[];
}

function withoutEqualEnds(old: readonly string[], next: readonly string[]): [Lines, Lines] {
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < next.length - head &&
    old.at(-1 - tail) === next.at(-1 - tail)
  )
    tail += 1;
  return [
    { from: head, lines: old.slice(head, old.length - tail) },
    { from: head, lines: next.slice(head, next.length - tail) },
  ];
}
