/** What a pattern of paths says. */
export type GlobNode =
  | { readonly type: 'one'; readonly test: (code: number) => boolean }
  | { readonly type: 'sequence'; readonly parts: readonly GlobNode[] }
  | { readonly type: 'any-of'; readonly parts: readonly GlobNode[] }
  /** As often as there is room for, at least `least` times. */
  | { readonly type: 'repeat'; readonly part: GlobNode; readonly least: 0 | 1 };

/** Longer than any path that a system allows, and short enough to be read at once. */
const MAX_LENGTH = 4096;
const MAX_DEPTH = 100;

/** Reads a pattern; a string says why it cannot be read. */
export function parseGlob(glob: string): GlobNode | string {
  if (glob.length > MAX_LENGTH) return `It is longer than ${MAX_LENGTH} characters.`;
  const reader: Reader = { glob, at: 0, depth: 0 };
  try {
    const node = readSequence(reader, '');
    return reader.at < glob.length
      ? `It has a '${glob[reader.at]}' that has no opening bracket.`
      : node;
  } catch (error) {
    if (error instanceof GlobFault) return error.message;
    throw error;
  }
}

class GlobFault extends Error {}

interface Reader {
  readonly glob: string;
  at: number;
  depth: number;
}

const SLASH = 47;
const notSlash = (code: number): boolean => code !== SLASH;

const EMPTY: GlobNode = { type: 'sequence', parts: [] };
const slash: GlobNode = literal('/');
const inName: GlobNode = { type: 'one', test: notSlash };
/** `*` between other characters. */
const star: GlobNode = { type: 'repeat', part: inName, least: 0 };
/** `*` alone: a name has at least one character. */
const name: GlobNode = { type: 'repeat', part: inName, least: 1 };
const anything: GlobNode = { type: 'repeat', part: { type: 'one', test: () => true }, least: 1 };
const optional = (node: GlobNode): GlobNode => ({ type: 'any-of', parts: [EMPTY, node] });
const sequence = (...parts: readonly GlobNode[]): GlobNode => ({ type: 'sequence', parts });

/** Reads to the end, or to one of the characters of `stops`. */
function readSequence(reader: Reader, stops: string): GlobNode {
  if (reader.depth > MAX_DEPTH)
    throw new GlobFault(`Its brackets are nested more than ${MAX_DEPTH} deep.`);
  const { glob } = reader;
  const parts: GlobNode[] = [];
  while (reader.at < glob.length && !stops.includes(glob[reader.at] ?? ' ')) {
    parts.push(readPart(reader));
  }
  return sequence(...parts);
}

function readPart(reader: Reader): GlobNode {
  const { glob, at } = reader;
  const sign = glob[at] ?? '';
  if (glob[at + 1] === '(' && '?*+@!'.includes(sign)) return readGroup(reader, sign);
  switch (sign) {
    case '(':
      throw new GlobFault("To give alternatives, write '@(a|b)'.");
    case '*':
      return readStars(reader);
    case '?':
      reader.at += 1;
      return inName;
    case '[':
      return readClass(reader);
    case '{':
      return readBraces(reader);
    case '/':
      return readSlash(reader);
    default:
      reader.at += 1;
      return literal(sign);
  }
}

/** `a/**` holds `a` itself. */
function readSlash(reader: Reader): GlobNode {
  const rest = reader.glob.slice(reader.at);
  const isLast = /^\/\*\*(?:$|[,}|)])/.test(rest);
  if (isLast) {
    reader.at += '/**'.length;
    return optional(sequence(slash, anything));
  }
  reader.at += 1;
  return slash;
}

/** A whole part of the path between slashes may be `**`: any number of folders. */
function readStars(reader: Reader): GlobNode {
  const { glob, at } = reader;
  let end = at;
  while (glob[end] === '*' && glob[end + 1] !== '(') end += 1;
  if (end === at) end = at + 1;
  reader.at = end;
  const before = at === 0 || '/{,(|'.includes(glob[at - 1] ?? '');
  const after = glob[end];
  const isWhole = before && (after === undefined || '/},)|'.includes(after));
  if (!isWhole) return star;
  if (end - at < 2) return name;
  if (after !== '/') return anything;
  reader.at += 1;
  return optional(sequence(anything, slash));
}

function readGroup(reader: Reader, sign: string): GlobNode {
  if (sign === '!')
    throw new GlobFault("'!(' excludes names. List what to exclude under 'ignore'.");
  reader.at += 2;
  const part = readAlternatives(reader, '|', ')');
  switch (sign) {
    case '?':
      return optional(part);
    case '*':
      return { type: 'repeat', part, least: 0 };
    case '+':
      return { type: 'repeat', part, least: 1 };
    default:
      return part;
  }
}

function readAlternatives(reader: Reader, between: string, close: string): GlobNode {
  const { glob } = reader;
  const parts: GlobNode[] = [];
  reader.depth += 1;
  for (;;) {
    parts.push(readSequence(reader, between + close));
    const sign = glob[reader.at];
    if (sign === undefined) throw new GlobFault(`A bracket is not closed: '${close}' is missing.`);
    reader.at += 1;
    if (sign === close) break;
  }
  reader.depth -= 1;
  return { type: 'any-of', parts };
}

/** `{a,b}` and `{1..9}`; braces around a single word are characters like others. */
function readBraces(reader: Reader): GlobNode {
  const { glob, at } = reader;
  const range = /^\{(\w)\.\.(\w)\}/.exec(glob.slice(at, at + 6));
  if (range !== null) {
    reader.at += range[0].length;
    return between(range[1] ?? '', range[2] ?? '');
  }
  reader.at += 1;
  const node = readAlternatives(reader, ',', '}');
  const isSingle = node.type === 'any-of' && node.parts.length === 1;
  return isSingle ? sequence(literal('{'), node, literal('}')) : node;
}

function between(from: string, to: string): GlobNode {
  const [low, high] = [from.charCodeAt(0), to.charCodeAt(0)].sort((a, b) => a - b);
  return { type: 'one', test: (code) => code >= (low ?? 0) && code <= (high ?? 0) };
}

/** `[a-z]`, `[!a]`; a bracket that nothing closes is a character. */
function readClass(reader: Reader): GlobNode {
  const { glob, at } = reader;
  const isNegated = glob[at + 1] === '!' || glob[at + 1] === '^';
  const from = at + (isNegated ? 2 : 1);
  // A `]` at the start is a character of the class.
  const end = glob.indexOf(']', from + 1);
  if (end < 0) {
    reader.at += 1;
    return literal('[');
  }
  reader.at = end + 1;
  const ranges: [number, number][] = [];
  for (let index = from; index < end; index += 1) {
    const low = glob.charCodeAt(index);
    const isRange = glob[index + 1] === '-' && index + 2 < end;
    ranges.push([low, isRange ? glob.charCodeAt(index + 2) : low]);
    if (isRange) index += 2;
  }
  const isIn = (code: number): boolean => ranges.some(([low, high]) => code >= low && code <= high);
  return { type: 'one', test: (code) => code !== SLASH && isIn(code) !== isNegated };
}

function literal(sign: string): GlobNode {
  const wanted = sign.charCodeAt(0);
  return { type: 'one', test: (code) => code === wanted };
}
