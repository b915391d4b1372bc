import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Span } from '../../text/index.js';
import type { YamlFault } from './value.js';

/** What the YAML library found, in words for a person who has never heard of a token. */
export function faultOfError(error: YAMLParseError, text: string): YamlFault {
  const message = MESSAGES.get(error.code) ?? 'This is not valid YAML.';
  const quote = openQuote(error, text);
  if (quote !== undefined) return { code: 'invalid-yaml', span: quote, message: OPEN_QUOTE };
  const link = openLink(error, text);
  if (link !== undefined) return { code: 'invalid-yaml', span: link, message: OPEN_LINK };
  return { code: 'invalid-yaml', span: visible(error.pos, text), message };
}

/** A Markdown link for a value: to YAML its text is a list, and the rest nothing. */
function openLink({ code, pos: [at] }: YAMLParseError, text: string): Span | undefined {
  if (code !== 'UNEXPECTED_TOKEN' || text[at] !== '(') return undefined;
  const before = /(?:^|[:-][ \t]+)(\[[^[\]\r\n]*\])$/m.exec(
    text.slice(Math.max(0, at - 500), at),
  )?.[1];
  const behind = /^\([^()\r\n]*\)/.exec(text.slice(at, at + 2000))?.[0];
  if (before === undefined || behind === undefined) return undefined;
  return { start: at - before.length, end: at + behind.length };
}

/** The quote that is never closed: what the library names is the end of the text. */
function openQuote({ code, message, pos: [at] }: YAMLParseError, text: string): Span | undefined {
  const quote = code === 'MISSING_CHAR' ? /^Missing closing (["'])/.exec(message)?.[1] : undefined;
  if (quote === undefined) return undefined;
  for (let end = text.lastIndexOf(quote, at); end >= 0; end = text.lastIndexOf(quote, end - 1)) {
    let start = end;
    // In single quotes two stand for one; in double quotes one behind a backslash is a letter.
    if (quote === "'") while (text[start - 1] === quote) start -= 1;
    const slashes = /\\*$/.exec(text.slice(Math.max(0, end - MAX_SLASHES), end))?.[0].length ?? 0;
    const isOpening = quote === "'" ? (end - start) % 2 === 0 : slashes % 2 === 0;
    if (isOpening) return { start, end: start + 1 };
    if (start === 0 || end === 0) return undefined;
    end = start;
  }
  return undefined;
}

const MAX_SLASHES = 100;

/** Inside the text, and at least one character wide where there is one; no line end, which nobody sees. */
function visible([from, to]: readonly [number, number], text: string): Span {
  let start = Math.max(0, Math.min(from, text.length - 1));
  if (/^\s*$/.test(text.slice(start, to)) && /[\r\n]/.test(text[start] ?? '')) {
    while (start > 0 && /\s/.test(text[start] ?? '')) start -= 1;
    return { start, end: Math.min(start + 1, text.length) };
  }
  return { start, end: Math.min(Math.max(to, start + 1), text.length) };
}

const OPEN_QUOTE = 'This quote is never closed. Write the same quote after the words.';

const OPEN_LINK =
  'In YAML a value in square brackets is a list. Put quotes around a Markdown link.';

const NOT_UNDERSTOOD =
  'This cannot be read here. Check the indentation, and that each key is followed by a colon and a space.';

const MESSAGES: ReadonlyMap<ErrorCode, string> = new Map<ErrorCode, string>([
  ['BAD_ALIAS', 'The name after * is missing or malformed.'],
  [
    'BAD_DIRECTIVE',
    'A line that begins with % is an instruction to YAML, and this one is unknown.',
  ],
  [
    'BAD_DQ_ESCAPE',
    'In double quotes, only certain letters can follow a backslash. Use single quotes.',
  ],
  ['BAD_INDENT', 'The indentation does not fit, or a bracket is not closed.'],
  ['BAD_SCALAR_START', 'A value cannot begin with this character. Put quotes around it.'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'There are two colons here. Put quotes around the words that contain one.',
  ],
  ['BLOCK_IN_FLOW', 'Inside brackets, entries are separated by commas and not by lines.'],
  ['KEY_OVER_1024_CHARS', 'This key is too long.'],
  [
    'MISSING_CHAR',
    'A character is missing here: a closing quote, a bracket, a comma, or a space after a colon.',
  ],
  ['MULTILINE_IMPLICIT_KEY', 'A key must be on one line.'],
  ['RESOURCE_EXHAUSTION', 'This is nested too deeply to be read. Remove some levels.'],
  ['TAB_AS_INDENT', 'There is a tab in the indentation. Use spaces.'],
  ['UNEXPECTED_TOKEN', NOT_UNDERSTOOD],
]);
