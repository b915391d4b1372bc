import { COLON_LOOKALIKES, type Span, type TextEdit } from '../../text/index.js';

/** Signs that a reader takes for a semicolon: full-width, Greek, small, Arabic. */
const SEMICOLONS = ';；\u037e﹔؛';

const PAIRS =
  '（）()［］[]｛｝{}＜＞<>【】[]〔〕[]「」[]『』[]〈〉<>《》<>＂＂""＃＃##＝＝==，，,,';

const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...COLON_LOOKALIKES].map((sign) => [sign, ':'] as const),
  ...[...SEMICOLONS].map((sign) => [sign, ';'] as const),
  ...(PAIRS.match(/.{4}/g) ?? []).flatMap(([open = '', close = '', as = '', end = '']) => [
    [open, as] as const,
    [close, end] as const,
  ]),
]);

const WIDE = new RegExp(
  `[${[...SIGNS.keys()].join('')}Ａ-Ｚａ-ｚ０-９＿－\\u00a0\\u2000-\\u200a\\u202f\\u3000]`,
  'g',
);

/** Of most text the answer is no, and much sooner. */
const MAY_BE_WIDE = /[\u00a0\u02b0-\uffff]/;

/** From a letter to its wide twin. */
const WIDER = 0xfee0;

/** The text with each sign of a tag in place of its wide twin, and any blank as a space; of the same length. */
export function narrowSigns(text: string): string {
  if (!MAY_BE_WIDE.test(text)) return text;
  return text.replace(WIDE, (sign) => {
    const code = sign.charCodeAt(0);
    return SIGNS.get(sign) ?? (code > 0xff00 ? String.fromCharCode(code - WIDER) : ' ');
  });
}

/** The edits that write the signs of `narrow` between two places where `text` has others. */
export function narrowing(text: string, narrow: string, { start, end }: Span): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = start; at < end; at += 1)
    if (text[at] !== narrow[at])
      edits.push({ span: { start: at, end: at + 1 }, text: narrow[at] ?? '' });
  return edits;
}

/** Longer labels in the wrong brackets are not looked for, so that the whole is linear. */
const MAX_LABEL = 300;

const QUOTES: Readonly<Record<string, string>> = { '"': '"“”', '“': '”"“', '„': '“”"', '«': '»' };

/**
 * Where what opens at `open` closes: at the bracket of its own form, or at another that nothing inside has
 * opened; -1: nowhere before `end`.
 */
export function closeOf(text: string, open: number, end: number): number {
  const limit = Math.min(end, open + MAX_LABEL);
  const sign = text[open] ?? '';
  const quotes = QUOTES[sign];
  let depth = 0;
  for (let at = open + 1; at < limit; at += 1) {
    const next = text[at] ?? '';
    if (quotes !== undefined) {
      if (quotes.includes(next)) return at;
    } else if (sign === '<') {
      if (next === '>' || next === '<') return next === '>' ? at : -1;
    } else if ('([{'.includes(next)) depth += 1;
    else if (')]}'.includes(next)) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}

/** Where the bracket opens that closes at `close`; -1: nowhere behind `from`. */
export function openOf(text: string, close: number, from: number): number {
  const limit = Math.max(from, close - MAX_LABEL);
  const sign = text[close] ?? '';
  const opening = sign === ')' ? '(' : '[';
  let depth = 0;
  for (let at = close - 1; at >= limit; at -= 1) {
    if (text[at] === sign) depth += 1;
    else if (text[at] === opening) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}
