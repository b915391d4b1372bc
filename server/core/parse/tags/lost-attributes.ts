import type { TextEdit } from '../../text/index.js';
import type { TagFault } from '../syntax.js';
import { attributesIn } from './near-place.js';
import { closeOf, narrowSigns } from './near-signs.js';

/**
 * The attributes behind the label of a tag that are in brackets of another form or in none: `:person[Jane](ref=x)`,
 * `:person[Jane]ref=x`.
 * @param at the place behind the label
 */
export function lostAttributes(text: string, at: number, form: string): TagFault | undefined {
  if (!MAY_OPEN.test(text.slice(at, at + 3))) return undefined;
  const source = text.slice(at, at + MAX_LENGTH);
  const narrow = narrowSigns(source);
  const bare = BARE.exec(narrow);
  if (bare !== null) return bareAttribute(bare, at);
  const opening = OPENING.exec(narrow);
  if (opening === null) return undefined;
  const open = opening[0].length - 1;
  const close = closeOf(narrow, open, narrow.length);
  const own = close < 0 ? undefined : attributesIn(narrow.slice(open + 1, close));
  if (own === undefined || (form === 'text' && own.names.includes('#'))) return undefined;
  const span = { start: at + open, end: at + close + 1 };
  const found: TagFault = { code: 'wrong-brackets', span, reason: 'attributes' };
  if (source.slice(open + 1, close) !== narrow.slice(open + 1, close)) return found;
  const edits: TextEdit[] = [
    { span: { start: at, end: span.start + 1 }, text: '{' },
    { span: { start: span.end - 1, end: span.end }, text: '}' },
  ];
  return { ...found, edits };
}

const MAX_LENGTH = 300;

const MAY_OPEN = /^(?:[ \t]?[([<（［＜【〔「:：]|[ \t]?[a-z])/;

/** A bracket with a name or an id in it, or braces behind one more colon. */
const OPENING = /^[ \t]?(?:[([<](?=[ \t]*(?:#\w|[A-Za-z][\w-]+[ \t]*=))|:[ \t]?\{)/;

/** Behind a blank only what no sentence holds. */
const BARE =
  /^(?:[ \t](?=(?:ref|edtf|by|to|due|of|on|status|source)=))?([A-Za-z][\w-]+=(?:"[^"\n]{0,200}"|[\w,./-]*\w))/;

function bareAttribute(match: RegExpExecArray, at: number): TagFault {
  const end = at + match[0].length;
  const start = end - (match[1]?.length ?? 0);
  const edits = [
    { span: { start: at, end: start }, text: '{' },
    { span: { start: end, end }, text: '}' },
  ];
  return { code: 'wrong-brackets', span: { start, end }, reason: 'bare-attributes', edits };
}
