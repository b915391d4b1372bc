import type { TagFault } from '../syntax.js';
import type { AttributeReader } from './attribute-reader.js';
import { runEnd } from './unquoted-value.js';

/**
 * Reads a word that is no attribute. False: it is prose or another tag, and the braces were never
 * closed. Words side by side are one fault.
 */
export function readBareWord(reader: AttributeReader): boolean {
  const { text, at, faults } = reader;
  if (text[at] === ',' || text[at] === ';') return readSeparator(reader);
  const end = runEnd(reader, at);
  const word = text.slice(at, end);
  if (/^::|[[{]/.test(word)) return false;
  reader.at = end;
  if (word.includes('=')) {
    const reason = `'${word}' is not an attribute: write name=value`;
    faults.push({ code: 'malformed-attribute', span: { start: at, end }, reason });
    return true;
  }
  const last = faults.at(-1);
  const joins = last?.code === 'bare-word' && text.slice(last.span.end, at).trim() === '';
  const start = joins ? last.span.start : at;
  if (joins) faults.pop();
  faults.push({ code: 'bare-word', span: { start, end } });
  return true;
}

/** `{by="a", to="b"}`: attributes are separated by spaces. */
function readSeparator(reader: AttributeReader): boolean {
  const { text, at, faults } = reader;
  let end = at;
  while (text[end] === ',' || text[end] === ';') end += 1;
  reader.at = end;
  const span = { start: at, end };
  const needsSpace = /[^\s}]/.test(text[end] ?? ' ');
  const fault: TagFault = { code: 'malformed-attribute', span };
  const edits = [{ span, text: needsSpace ? ' ' : '' }];
  faults.push({ ...fault, edits, reason: 'attributes are separated by spaces only' });
  return true;
}
