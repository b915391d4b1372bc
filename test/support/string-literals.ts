/** The texts of the string and template literals of a TypeScript source, with what stands for a value as `…`. */
export function stringLiterals(source: string): readonly string[] {
  const found: string[] = [];
  readCode(source, 0, found, false);
  return found;
}

/** Before these a slash begins a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+~<>*%-]|\b(?:return|case|typeof|of|in))\s*$/;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^\\/\n[])+\/[a-z]*/y;

/** Reads from `start` to the end, or to the `}` that ends a value in a template; gives the place behind it. */
function readCode(source: string, start: number, found: string[], inTemplate: boolean): number {
  let depth = 0;
  let at = start;
  while (at < source.length) {
    const sign = source[at];
    if (source.startsWith('//', at)) at = endOf(source, '\n', at);
    else if (source.startsWith('/*', at)) at = endOf(source, '*/', at + 2);
    else if (sign === "'" || sign === '"') at = readString(source, at, found);
    else if (sign === '`') at = readTemplate(source, at, found);
    else if (sign === '/') at = regexEnd(source, at) ?? at + 1;
    else {
      if (sign === '{') depth += 1;
      if (sign === '}' && inTemplate && depth === 0) return at + 1;
      if (sign === '}') depth -= 1;
      at += 1;
    }
  }
  return at;
}

function endOf(source: string, end: string, from: number): number {
  const at = source.indexOf(end, from);
  return at < 0 ? source.length : at + end.length;
}

function regexEnd(source: string, at: number): number | undefined {
  if (!BEFORE_REGEX.test(source.slice(Math.max(0, at - 40), at))) return undefined;
  REGEX.lastIndex = at;
  return REGEX.test(source) ? REGEX.lastIndex : undefined;
}

function readString(source: string, start: number, found: string[]): number {
  const quote = source[start];
  let at = start + 1;
  while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1;
  found.push(withoutEscapes(source.slice(start + 1, at)));
  return at + 1;
}

function readTemplate(source: string, start: number, found: string[]): number {
  let text = '';
  let at = start + 1;
  while (at < source.length && source[at] !== '`') {
    if (source.startsWith('${', at)) {
      text += '…';
      at = readCode(source, at + 2, found, true);
    } else {
      const length = source[at] === '\\' ? 2 : 1;
      text += source.slice(at, at + length);
      at += length;
    }
  }
  found.push(withoutEscapes(text));
  return at + 1;
}

function withoutEscapes(text: string): string {
  return text.replaceAll('\\n', '\n').replace(/\\(.)/g, '$1');
}
