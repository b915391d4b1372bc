import { CST, Lexer, Parser } from 'yaml';
import type { Written } from '../../text/index.js';

/** Deeper than any registry, and far from where a reader that calls itself runs out of stack. */
export const MAX_DEPTH = 100;

/**
 * The tokens of a YAML text. On the way past, its comments are added to `comments`, each from its `#` to
 * the end of its line, shifted by `at`: the library hands them out in pieces all over its tree.
 *
 * @throws RangeError where the text nests deeper than {@link MAX_DEPTH}: the library would go on until the
 * engine gives up, in a way nobody can catch.
 */
export function* tokensOf(
  text: string,
  at: number,
  comments: Written[],
): Generator<CST.Token, void> {
  const parser = new Parser();
  let offset = 0;
  let brackets = 0;
  let isScalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    const isMark: boolean = !isScalarNext && MARKS.has(lexeme);
    if (!isScalarNext) {
      if (lexeme.startsWith('#')) comments.push(comment(lexeme, at + offset));
      else if (lexeme === '[' || lexeme === '{') brackets += 1;
      else if (lexeme === ']' || lexeme === '}') brackets -= 1;
    }
    if (brackets > MAX_DEPTH) throw tooDeep(offset);
    isScalarNext = isMark && lexeme === CST.SCALAR;
    if (!isMark) offset += lexeme.length;
    for (const token of parser.next(lexeme)) yield shallow(token);
  }
  for (const token of parser.end()) yield shallow(token);
}

/** `cause` says where. */
function tooDeep(offset: number): RangeError {
  return new RangeError('nested too deeply', { cause: offset });
}

/** The token itself, if it does not nest too deep. Goes through it without calling itself. */
function shallow(token: CST.Token): CST.Token {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const depth = next.depth + 1;
    if (depth > MAX_DEPTH + 2) throw tooDeep(next.token.offset);
    for (const inner of innerOf(next.token)) open.push({ token: inner, depth });
  }
  return token;
}

function innerOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  const inner: CST.Token[] = [];
  for (const { key, value } of token.items) {
    if (key) inner.push(key);
    if (value) inner.push(value);
  }
  return inner;
}

/** What the lexer says to the parser and does not stand in the text. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

function comment(lexeme: string, start: number): Written {
  const text = lexeme.trimEnd();
  return { text, span: { start, end: start + text.length } };
}
