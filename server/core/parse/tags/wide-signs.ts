// Over 150 lines: the signs, how they are read, and what of a tag may be written with them.
import { COLON_LOOKALIKES, firstAtLeast, type Span, type TextEdit } from '../../text/index.js';
import type { Slip, TagFault, TagSyntax } from '../syntax.js';

/** What one scan finds. */
export interface Scanned {
  readonly tags: TagSyntax[];
  readonly slips: Slip[];
}

/**
 * What was found in a text, and the tags in it that are written with the signs of a Chinese or Japanese
 * keyboard: `：person［…］｛…｝`. They are read as what they were meant as, each with a fault. Linear time.
 * @param scan reads a text of the same length with other signs in it
 */
export function withWideSigns(
  text: string,
  own: Scanned,
  scan: (text: string) => Scanned,
): Scanned {
  if (!mayHoldWide(text, own.tags)) return own;
  const narrow = narrowed(text);
  // Only where the signs of a tag stand: labels and values keep what is written.
  const meant = scan(narrow);
  const read = replaced(
    text,
    meant.tags.flatMap((tag) => wideSigns(text, narrow, tag)),
  );
  if (read === text) return withWideSlips(own, meant.slips);
  const found = scan(read);
  if (!own.tags.every((tag) => !isSound(tag) || isKept(tag, found.tags))) return own;
  const tags = found.tags.map((tag) => {
    const edits = wideSigns(text, read, tag);
    return edits.length === 0 ? tag : { ...tag, faults: [wideFault(edits), ...tag.faults] };
  });
  return withWideSlips({ tags, slips: found.slips }, meant.slips);
}

/** With what is a slip only in the signs of a tag: of two slips none is mended for certain. */
function withWideSlips({ tags, slips }: Scanned, meant: readonly Slip[]): Scanned {
  const known = new Set(
    [...tags.filter((tag) => tag.label ?? (tag.form !== 'text' && tag.attributes)), ...slips].map(
      ({ kind }) => kind.span.start,
    ),
  );
  const more = meant.filter(({ kind }) => !known.has(kind.span.start));
  if (more.length === 0) return { tags, slips };
  const all = [...slips, ...more.map(({ code, kind, span }) => ({ code, kind, span }))];
  return { tags, slips: all.sort((a, b) => a.span.start - b.span.start) };
}

/** Whether there is a colon, of whatever width, that may begin a tag. */
export function holdsColon(text: string): boolean {
  return text.includes(':') || LOOKALIKE.test(text);
}

export function isWideColon(sign: string): boolean {
  return COLON_LOOKALIKES.includes(sign);
}

/** Signs before a word, behind a label, in a tag that was found, or a closing line. */
function mayHoldWide(text: string, tags: readonly TagSyntax[]): boolean {
  if (BESIDE_WORD.test(text)) return true;
  return tags.length > 0 && IN_TAG.test(text);
}

const LOOKALIKE = new RegExp(`[${COLON_LOOKALIKES}]`);

const BESIDE_WORD = new RegExp(
  [
    `[${COLON_LOOKALIKES}]:{0,8}[ \\t\\u3000]?[A-Za-zＡ-Ｚａ-ｚ]`,
    String.raw`:[A-Za-zＡ-Ｚａ-ｚ][\wＡ-Ｚａ-ｚ０-９-]*[ \t]?[［【〔「（｛]`,
    '[a-z]:[［【〔]',
    ':[Ａ-Ｚａ-ｚ]',
    String.raw`^[ \t>]*(?=.*[${COLON_LOOKALIKES}])[:${COLON_LOOKALIKES}]{3,}[ \t]*$`,
  ].join('|'),
  'm',
);
const IN_TAG = /[＃＝］】〕」｝﹟﹦]|[\]］】〕」）][｛「『]|[A-Za-z][｛『]/;

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries([...COLON_LOOKALIKES].map((sign) => [sign, ':'])),
    ...{ '［': '[', '］': ']', '【': '[', '】': ']' },
    ...{ '〔': '[', '〕': ']', '｝': '}', '＃': '#', '﹟': '#', '＝': '=', '﹦': '=' },
    ...{ '－': '-', '＿': '_' },
  }),
);

/** The text with the signs that a tag may have in place of their wide twins; of the same length. */
function narrowed(text: string): string {
  const simple = text.replace(WIDE, (sign) => {
    return SIGNS.get(sign) ?? String.fromCharCode(sign.charCodeAt(0) - WIDER);
  });
  return /[「『（｛]/.test(simple) ? withoutCorners(simple) : simple;
}

const WIDE = new RegExp(`[${COLON_LOOKALIKES}［］【】〔〕｝＃﹟＝﹦－＿Ａ-Ｚａ-ｚ０-９]`, 'g');

/** From a letter to its wide twin. */
const WIDER = 0xfee0;

const CLOSING: ReadonlyMap<string, string> = new Map(
  Object.entries({ '「': '」', '『': '』', '（': '）' }),
);

/** `「…」` is a label behind a word and braces behind a label; elsewhere it is a quotation. */
function withoutCorners(text: string): string {
  const signs = text.split('');
  const open: {
    readonly at: number;
    readonly close: string;
    readonly as: 'label' | 'braces' | 'quote';
  }[] = [];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    const close = CLOSING.get(sign);
    if (sign === '｛' || close !== undefined) {
      const as = roleOf(text, signs, at);
      if (as === 'braces') signs[at] = '{';
      if (as === 'label' && sign !== '（') signs[at] = '[';
      if (close !== undefined) open.push({ at, close, as });
    } else if (open.at(-1)?.close === sign) {
      const opening = open.pop();
      if (opening?.as === 'braces') signs[at] = '}';
      if (opening?.as !== 'label') continue;
      // Round brackets behind a word are how one explains it; only attributes tell that it is a tag.
      if (sign === '）' && !holdsAttributes(text, at + 1)) continue;
      signs[opening.at] = '[';
      signs[at] = ']';
    }
  }
  return signs.join('');
}

function roleOf(text: string, signs: readonly string[], at: number): 'label' | 'braces' | 'quote' {
  const before = signs[at - 1] ?? '';
  const isBehindWord = /[\w-]/.test(before) && followsColon(text, at);
  if ((before === ']' || isBehindWord) && holdsAttributes(text, at)) return 'braces';
  return isBehindWord && text[at] !== '｛' ? 'label' : 'quote';
}

function followsColon(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && /[\w-]/.test(text[start - 1] ?? '')) start -= 1;
  return text[start - 1] === ':';
}

function holdsAttributes(text: string, at: number): boolean {
  ATTRIBUTES.lastIndex = at;
  return ATTRIBUTES.test(text);
}

const ATTRIBUTES = /[{｛「『][ \t\u3000]*(?:#[\w]|[A-Za-z_][\w.-]{0,40}[ \t\u3000]*=)/y;

/** The edits that give a tag the signs of `read` where `text` has others. */
function wideSigns(text: string, read: string, tag: TagSyntax): readonly TextEdit[] {
  const { form, label, attributes } = tag;
  if (form === 'text' && label?.closed !== true && attributes?.closed !== true) return [];
  const places = [span(tag.span.start, tag.kind.span.end)];
  if (label !== undefined) {
    places.push(one(label.span.start - 1));
    if (label.closed) places.push(one(label.span.end));
  }
  if (attributes !== undefined) {
    places.push(one(attributes.span.start));
    for (const { name, value } of attributes.items)
      places.push(span(name.span.start, value?.span.start ?? name.span.end));
    if (attributes.closed) places.push(one(attributes.span.end - 1));
  }
  return places.flatMap(({ start, end }) => {
    const edits: TextEdit[] = [];
    for (let at = start; at < end; at += 1)
      if (text[at] !== read[at]) edits.push({ span: one(at), text: read[at] ?? '' });
    return edits;
  });
}

function span(start: number, end: number): Span {
  return { start, end };
}

function one(at: number): Span {
  return { start: at, end: at + 1 };
}

function wideFault(edits: readonly TextEdit[]): TagFault {
  const start = edits[0]?.span.start ?? 0;
  let end = start;
  for (const edit of edits) if (edit.span.start === end) end = edit.span.end;
  return { code: 'full-width-sign', span: { start, end }, edits };
}

function replaced(text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return text;
  const signs = text.split('');
  for (const { span: place, text: sign } of edits) signs[place.start] = sign;
  return signs.join('');
}

function isSound({ form, label, attributes, faults }: TagSyntax): boolean {
  if (form === 'text' && label === undefined && attributes === undefined) return false;
  return faults.length === 0 && label?.closed !== false && attributes?.closed !== false;
}

/** Whether a tag is read as before, but that it may have got attributes. */
function isKept(tag: TagSyntax, among: readonly TagSyntax[]): boolean {
  // They stand in order of their beginnings.
  const found = among[firstAtLeast(among, tag.span.start, (each) => each.span.start)];
  if (found?.span.start !== tag.span.start || found.label?.span.end !== tag.label?.span.end)
    return false;
  if (tag.attributes === undefined) return found.attributes === undefined || isSound(found);
  return found.attributes?.span.end === tag.attributes.span.end;
}
