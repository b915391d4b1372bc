import type { Range } from '../../core/index.js';
import type { LocatedFinding, LocatedFix, SourceLine } from './located-finding.js';

export interface Suggestion {
  readonly range: Range;
  readonly text: string;
}

/**
 * The fixes that a reviewer can take with one click, certain ones first: reviewdog offers each
 * suggestion by itself, so a fix must be one replacement in the file of its finding.
 */
export function suggestionsOf({ fixes, file, source }: LocatedFinding): readonly Suggestion[] {
  const ranked = [...fixes].sort((a, b) => Number(b.certain) - Number(a.certain));
  return ranked.flatMap((fix) => {
    const isHere = fix.edits.every((edit) => edit.file === file);
    return (isHere ? joined(fix, source) : undefined) ?? [];
  });
}

/** Several edits are one where the text between them is at hand. */
function joined({ edits }: LocatedFix, source: SourceLine): Suggestion | undefined {
  const ordered = [...edits].sort((a, b) => a.range.start.offset - b.range.start.offset);
  const [first] = ordered;
  if (first === undefined) return undefined;
  let text = first.text;
  let end = first.range.end;
  for (const { range, text: written } of ordered.slice(1)) {
    const between = textBetween(source, end.offset, range.start.offset);
    if (between === undefined) return undefined;
    text += between + written;
    end = range.end;
  }
  return { range: { start: first.range.start, end }, text };
}

function textBetween({ text, from }: SourceLine, start: number, end: number): string | undefined {
  const isThere = start <= end && start >= from && end <= from + text.length;
  return isThere ? text.slice(start - from, end - from) : undefined;
}
