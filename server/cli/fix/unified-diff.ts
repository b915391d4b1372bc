import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { escapeControls } from '../terminal/escape-controls.js';
import type { DisplayOptions } from '../terminal/style.js';

export interface DiffOptions {
  readonly display: DisplayOptions;
  /** `terminal`: to be read, and no control character gets through. `bytes`: to be applied. */
  readonly reader: 'terminal' | 'bytes';
}

/**
 * What would change in a file, as `git apply -p1` and `patch -p1` take it in the working directory.
 * Texts are with their byte order mark.
 */
export function* unifiedDiff(
  file: string,
  before: string,
  after: string,
  { display, reader }: DiffOptions,
): Iterable<string> {
  const { style } = display;
  yield `${style.strong(`--- ${nameOf(`a/${file}`)}`)}\n`;
  yield `${style.strong(`+++ ${nameOf(`b/${file}`)}`)}\n`;
  for (const hunk of hunksOf(before, after)) {
    yield `${style.info(headOf(hunk))}\n`;
    for (const line of withoutCommands(hunk.lines)) {
      const shown = reader === 'terminal' ? escapeControls(line.replaceAll('\t', '    ')) : line;
      const paint = { '+': style.good, '-': style.error }[line.charAt(0)];
      yield `${paint?.(shown) ?? shown}\n`;
    }
  }
}

/** Beyond so many changed lines, finding the fewest takes longer than anyone waits. */
const MAX_CHANGES = 2000;

function hunksOf(before: string, after: string): readonly StructuredPatchHunk[] {
  const usual = patchWith(3, before, after);
  // A hunk that ends in a change is taken to end with the file.
  const cut = usual?.some(({ lines }) => isCommand(lines.findLast((line) => !isMark(line)) ?? ''));
  const hunks = cut ? patchWith(Number.MAX_SAFE_INTEGER, before, after) : usual;
  return hunks ?? [wholeHunk(linesOf(before), linesOf(after))];
}

function patchWith(
  context: number,
  before: string,
  after: string,
): readonly StructuredPatchHunk[] | undefined {
  const options = { context, maxEditLength: MAX_CHANGES };
  return structuredPatch('', '', before, after, '', '', options)?.hunks;
}

/** Everything from the first line that differs to the last, as one change. */
function wholeHunk(before: readonly string[], after: readonly string[]): StructuredPatchHunk {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const lead = Math.max(0, start - 3);
  const tail = Math.min(end, 3);
  const part = (lines: readonly string[], sign: string, from: number, to: number): string[] =>
    lines.slice(from, to).flatMap((line) => signed(sign, line));
  return {
    oldStart: lead + 1,
    newStart: lead + 1,
    oldLines: before.length - end + tail - lead,
    newLines: after.length - end + tail - lead,
    lines: [
      ...part(before, ' ', lead, start),
      ...part(before, '-', start, before.length - end),
      ...part(after, '+', start, after.length - end),
      ...part(after, ' ', after.length - end, after.length - end + tail),
    ],
  };
}

/** With their ends, so that a last line without one is another line. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function signed(sign: string, line: string): readonly string[] {
  return line.endsWith('\n')
    ? [sign + line.slice(0, -1)]
    : [sign + line, '\\ No newline at end of file'];
}

function headOf({ oldStart, oldLines, newStart, newLines }: StructuredPatchHunk): string {
  // A hunk that begins with nothing begins, as diff has it, after the line before.
  const old = oldLines === 0 ? oldStart - 1 : oldStart;
  const now = newLines === 0 ? newStart - 1 : newStart;
  return `@@ -${old},${oldLines} +${now},${newLines} @@`;
}

/**
 * The logs of CI systems run lines that begin with `::` or `##vso[`, after spaces too: there a line
 * that stays is written as one that goes and comes.
 */
function withoutCommands(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    if (!isCommand(line)) return [line];
    const next = lines[index + 1];
    const mark = next !== undefined && isMark(next) ? [next] : [];
    return [`-${line.slice(1)}`, ...mark, `+${line.slice(1)}`];
  });
}

function isCommand(line: string): boolean {
  return /^ \s*(?:::|##)/.test(line);
}

/** `\ No newline at end of file`, of the line before. */
function isMark(line: string): boolean {
  return line.startsWith('\\');
}

/** As git writes names: those with quotes or control characters as in C; one with spaces ends in a tab. */
function nameOf(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
  if (/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(path)) return quoted(path);
  return path.includes(' ') ? `${path}\t` : path;
}

function quoted(path: string): string {
  const bytes = [...Buffer.from(path)].map((byte) => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') return `\\${character}`;
    if (byte >= 0x20 && byte < 0x7f) return character;
    return `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${bytes.join('')}"`;
}
