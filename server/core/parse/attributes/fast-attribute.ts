import type { AttributeSyntax } from '../syntax.js';
import type { AttributeReader } from './attribute-reader.js';

/**
 * Reads an attribute that nothing can be said against, which nearly all are: the slower readers,
 * which know every slip, are asked only when this one passes. It accepts nothing that they fault.
 * In a pattern's words: `NAME="VALUE"` before a space or brace, the value without braces, references and
 * line ends; `NAME=VALUE` of word characters, `.`, `/`, `-`, and single commas between them; `#ID`.
 */
export function readAttributeFast(reader: AttributeReader): boolean {
  const { text, at } = reader;
  if (text.charCodeAt(at) === HASH) {
    const end = pastWhile(text, at + 1, ID);
    if (end === at + 1 || !endsAttribute(text, end)) return false;
    return add(reader, at + 1, at + 1, end, undefined);
  }
  const nameEnd = pastName(text, at);
  if (nameEnd === at || text.charCodeAt(nameEnd) !== EQUALS) return false;
  if (text.charCodeAt(nameEnd + 1) !== QUOTE) return readBare(reader, nameEnd);
  const close = pastWhile(text, nameEnd + 2, QUOTED);
  if (text.charCodeAt(close) !== QUOTE || !endsAttribute(text, close + 1)) return false;
  return add(reader, nameEnd, nameEnd + 2, close, '"');
}

/** The kinds of a character, as bits. */
const NAME_START = 1;
const NAME = 2;
const ID = 4;
const VALUE = 8;
const QUOTED = 16;
const KINDS = kindsOfCharacters();

const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const COMMA = 44;
const SEMICOLON = 59;
const EQUALS = 61;
const CLOSING = 125;

function kindsOfCharacters(): Uint8Array {
  const kinds = new Uint8Array(128);
  const tests: readonly [number, RegExp][] = [
    [NAME_START, /[A-Za-z_]/],
    [NAME, /[\w.:-]/],
    [ID, /[\w-]/],
    [VALUE, /[\w./-]/],
    [QUOTED, /[^"{}&\r\n]/],
  ];
  for (let code = 0; code < 128; code += 1)
    for (const [kind, test] of tests)
      if (test.test(String.fromCharCode(code))) kinds[code] = (kinds[code] ?? 0) | kind;
  return kinds;
}

function isOf(code: number, kind: number): boolean {
  return code < 128 ? ((KINDS[code] ?? 0) & kind) !== 0 : kind === QUOTED && code >= 128;
}

function pastWhile(text: string, from: number, kind: number): number {
  let at = from;
  while (isOf(text.charCodeAt(at), kind)) at += 1;
  return at;
}

function pastName(text: string, at: number): number {
  return isOf(text.charCodeAt(at), NAME_START) ? pastWhile(text, at + 1, NAME) : at;
}

function endsAttribute(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || code === CLOSING;
}

/** What follows must not make it one item of a list with a space in it: so no comma after the space. */
function readBare(reader: AttributeReader, equals: number): boolean {
  const { text } = reader;
  let end = pastWhile(text, equals + 1, VALUE);
  if (end === equals + 1) return false;
  while (text.charCodeAt(end) === COMMA && isOf(text.charCodeAt(end + 1), VALUE))
    end = pastWhile(text, end + 1, VALUE);
  if (text.charCodeAt(end) !== CLOSING && !endsList(text, end)) return false;
  return add(reader, equals, equals + 1, end, undefined);
}

function endsList(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== SPACE || at + 1 >= text.length) return false;
  const after = text.charCodeAt(at + 1);
  return after !== COMMA && after !== SEMICOLON && after !== SPACE;
}

/** Takes in an attribute whose name ends at `nameEnd`, and moves on. */
function add(
  reader: AttributeReader,
  nameEnd: number,
  start: number,
  end: number,
  quote: AttributeSyntax['quote'],
): boolean {
  const { text, at } = reader;
  const past = quote === undefined ? end : end + 1;
  if (past >= reader.end) return false;
  reader.items.push({
    span: { start: at, end: past },
    name: { text: text.slice(at, nameEnd), span: { start: at, end: nameEnd } },
    value: { text: text.slice(start, end), span: { start, end } },
    quote,
  });
  reader.at = past;
  reader.kept = past;
  return true;
}
