import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Span } from '../../text/index.js';
import type { YamlFault } from './value.js';

/** What the YAML library found, in words for a person who has never heard of a token. */
export function faultOfError(error: YAMLParseError, text: string): YamlFault {
  const message = MESSAGES.get(error.code) ?? 'This is not valid YAML.';
  return { code: 'invalid-yaml', span: visible(error.pos, text), message };
}

/** Inside the text, and at least one character wide where there is one. */
function visible([from, to]: readonly [number, number], text: string): Span {
  const start = Math.max(0, Math.min(from, text.length - 1));
  return { start, end: Math.min(Math.max(to, start + 1), text.length) };
}

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
