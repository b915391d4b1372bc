/**
 * Where each entry of a YAML text ends, by the offset of the line it begins on: after the last of the
 * lines that are indented deeper. A list may stand as deep as its key, and a bracket close there.
 */
export function yamlEntryEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  // From the last line to the first: what is still open then is what comes after.
  const after: YamlLine[] = [];
  for (const line of linesIn(text).reverse()) {
    let { end } = line;
    for (let next = after.at(-1); next !== undefined && holds(line, next); next = after.at(-1)) {
      end = ends.get(next.start) ?? next.end;
      after.pop();
    }
    ends.set(line.start, end);
    after.push(line);
  }
  return ends;
}

interface YamlLine {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly begins: 'item' | 'entry' | 'closing';
}

/** Lines with something on them besides comments, line ends in. */
function linesIn(text: string): YamlLine[] {
  const lines: YamlLine[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    const indent = line.search(/\S/);
    if (indent < 0 || line[indent] === '#') continue;
    const begins = /^\s*-(?:\s|$)/.test(line)
      ? 'item'
      : /^[\]}]/.test(line.slice(indent, indent + 1))
        ? 'closing'
        : 'entry';
    lines.push({ start: index, end: index + line.length, indent, begins });
  }
  return lines;
}

function holds(line: YamlLine, next: YamlLine): boolean {
  if (next.indent > line.indent) return true;
  if (next.indent < line.indent || line.begins === 'closing') return false;
  return next.begins === 'closing' || (next.begins === 'item' && line.begins === 'entry');
}
