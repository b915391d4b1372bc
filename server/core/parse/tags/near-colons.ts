// Over 150 lines: what may follow a colon and a word, one function each.
import type { Span, TextEdit } from '../../text/index.js';
import type { Slip, SlipForm } from '../syntax.js';
import { beforeColon } from './before-colon.js';
import { isBlank, pastBlanks } from './line-ends.js';
import { attributesAt, attributesIn, isLink, type NearText, placeAt } from './near-place.js';
import { closeOf, narrowing } from './near-signs.js';
import { isLetter, wordEnd } from './read-colon.js';
import { isCitation } from './slips.js';

/** Colons or semicolons and a word, with what opens behind it. */
interface Colons {
  readonly start: number;
  readonly signs: string;
  readonly kind: { readonly text: string; readonly span: Span };
  /** Where the bracket or the second colon stands. */
  readonly open: number;
  readonly before: ReturnType<typeof beforeColon>;
  /** Where the prose ends that it stands in. */
  readonly end: number;
}

/** `:person(Jane)`, `:person{Jane}`, `:person"Jane"`, `:person:[Jane]`, `;person[Jane]`, `:::commitment(by=x)`. */
export function nearColons(near: NearText): readonly Slip[] {
  const { narrow } = near;
  const slips: Slip[] = [];
  let colon = nextOf(narrow, ':', 0);
  let semicolon = nextOf(narrow, ';', 0);
  for (let start = Math.min(colon, semicolon); start < narrow.length; ) {
    let from = start + 1;
    while (isSign(narrow.charCodeAt(from))) from += 1;
    const wordEnds = isLetter(narrow.charCodeAt(from)) ? wordEnd(narrow, from) : from;
    if (wordEnds > from && from - start <= MAX_SIGNS) {
      const slip = slipAt(near, start, from, wordEnds);
      if (slip !== undefined) slips.push(slip);
    }
    if (colon < wordEnds) colon = nextOf(narrow, ':', wordEnds);
    if (semicolon < wordEnds) semicolon = nextOf(narrow, ';', wordEnds);
    start = Math.min(colon, semicolon);
  }
  return slips;
}

const MAX_SIGNS = 8;

/** What signs at `start` and the word after them, from `from` to `wordEnds`, are a slip of. */
function slipAt(near: NearText, start: number, from: number, wordEnds: number): Slip | undefined {
  const { narrow } = near;
  let open = wordEnds;
  while (open < wordEnds + 2 && isBlank(narrow.charCodeAt(open))) open += 1;
  const opening = narrow[open] ?? '';
  const isSecond = opening === ':' && narrow[open + 1] === '[';
  if (!isSecond && (opening === '' || !OPENING.includes(opening))) return undefined;
  // Most are tags.
  if (opening === '[' && !narrow.slice(start, from).includes(';')) return undefined;
  const place = placeAt(near, start);
  if (place === undefined) return undefined;
  const kind = { text: narrow.slice(from, wordEnds), span: { start: from, end: wordEnds } };
  const signs = narrow.slice(start, from);
  const before = beforeColon(narrow, start);
  return readColons(near, { start, signs, kind, open, before, end: place.end });
}

/** What may open behind the word. */
const OPENING = '([{<"“„«';

function nextOf(narrow: string, sign: string, from: number): number {
  const at = narrow.indexOf(sign, from);
  return at < 0 ? narrow.length : at;
}

function isSign(code: number): boolean {
  return code === 58 || code === 59;
}

function readColons(near: NearText, found: Colons): Slip | undefined {
  const { signs, open, before } = found;
  if (before === 'colon') return undefined;
  const next = near.narrow[open];
  if (signs.includes(';')) return semicolon(near, found);
  if (next === ':') return secondColon(near, found);
  if (next === '{') return signs.length < 3 ? bracedWords(near, found) : undefined;
  return otherBrackets(near, found);
}

function gapOf({ kind, open }: Colons): Span {
  return { start: kind.span.end, end: open };
}

function slipOf(
  near: NearText,
  found: Colons,
  about: SlipForm,
  span: Span,
  edits: readonly TextEdit[] | undefined,
  how: { readonly names?: readonly string[] | undefined; readonly isWeak?: boolean } = {},
): Slip {
  const code = about === 'words' || about === 'attributes' ? 'wrong-brackets' : 'missing-colon';
  const head = { start: found.start, end: found.kind.span.end };
  const gap = gapOf(found);
  const all = edits && [
    ...(about === 'semicolon' ? [] : narrowing(near.text, near.narrow, head)),
    ...(gap.end > gap.start && about !== 'second' ? [{ span: gap, text: '' }] : []),
    ...edits,
  ];
  return {
    code,
    kind: found.kind,
    span,
    about,
    ...(all && { edits: all }),
    ...(how.names && { names: how.names }),
    ...(how.isWeak === true && { weak: true }),
  };
}

/** `;person[Jane]`, `;;source[Pact]{#pact}`, `;;;commitment{by=x}`, `:;person[Jane]`. */
function semicolon(near: NearText, found: Colons): Slip | undefined {
  const { text, narrow } = near;
  const { start, signs, kind, open, before, end } = found;
  if (before !== 'free' || open > kind.span.end || ENTITY.test(text.slice(start - 33, start + 1)))
    return undefined;
  const edits = signs.split('').flatMap((sign, at): TextEdit[] => {
    const isColon = sign === ':' && text[start + at] === ':';
    return isColon ? [] : [{ span: { start: start + at, end: start + at + 1 }, text: ':' }];
  });
  const span = { start, end: kind.span.end };
  if (narrow[open] === '{') {
    const attributes = attributesAt(near, open, end);
    if (attributes === undefined) return undefined;
    const closing = signs.length > 2 ? closingLine(near, attributes.span.end) : [];
    const { names } = attributes;
    return slipOf(near, found, 'semicolon', span, [...edits, ...closing], { names });
  }
  if (narrow[open] !== '[') return undefined;
  const close = labelEnd(near, found, open);
  if (close === undefined) return undefined;
  const names = attributesAt(near, close + 1, end)?.names;
  return slipOf(near, found, 'semicolon', span, edits, { names, isWeak: names === undefined });
}

const ENTITY = /&(?:#?\w{1,31});$/;

/** The line `;;;` that was meant to close the block. */
function closingLine({ text, narrow }: NearText, from: number): readonly TextEdit[] {
  const match = CLOSING.exec(narrow.slice(from, from + MAX_BLOCK));
  if (match === null) return [];
  const start = from + match.index + match[0].length - (match[1]?.length ?? 0);
  const end = start + (match[1]?.length ?? 0);
  return /^:+$/.test(text.slice(start, end))
    ? []
    : [{ span: { start, end }, text: ':'.repeat(end - start) }];
}

const CLOSING = /(?:\r\n?|\n)[ \t>]*([:;]{3,})(?=[ \t]*(?:[\r\n]|$))/;

/** Further down it is not looked for, so that the whole is linear. */
const MAX_BLOCK = 2000;

/** The end of a label in square brackets, if it holds words and is no link, footnote or citation. */
function labelEnd(near: NearText, { kind, end }: Colons, open: number): number | undefined {
  const { narrow } = near;
  const close = closeOf(narrow, open, end);
  if (narrow[close] !== ']' || narrow[open + 1] === '^' || isLink(near, open)) return undefined;
  const inside = narrow.slice(open + 1, close);
  if (/^\s*[xX]?\s*$/.test(inside) || isCitation(kind.text, inside)) return undefined;
  return /[([]/.test(narrow[close + 1] ?? '') ? undefined : close;
}

/** `:person:[Jane]`; `:date:` alone is a picture that many tools show. */
function secondColon(near: NearText, found: Colons): Slip | undefined {
  const { kind, open, end, before } = found;
  if (before !== 'free') return undefined;
  const close = labelEnd(near, found, open + 1);
  if (close === undefined) return undefined;
  const attributes = attributesAt(near, close + 1, end);
  if (attributes === undefined && /^(?:date|office)$/.test(kind.text)) return undefined;
  const span = { start: kind.span.end, end: open + 1 };
  const how = { names: attributes?.names, isWeak: attributes === undefined };
  return slipOf(near, found, 'second', span, [{ span, text: '' }], how);
}

/** `:person{Jane}`, `:person{Jane #jane}`, `:person {ref=x}`; sound attributes without a gap are an empty label. */
function bracedWords(near: NearText, found: Colons): Slip | undefined {
  const { narrow } = near;
  const { open, end, before, kind } = found;
  if (before !== 'free') return undefined;
  const close = closeOf(narrow, open, end);
  if (close < 0) return undefined;
  const inside = narrow.slice(open + 1, close);
  if (/[{}[\]]/.test(inside) || inside.length > MAX_WORDS) return undefined;
  const span = { start: open, end: close + 1 };
  const words = /^[^#=]*?(?=\s*(?:$|#|[\w-]+\s*=))/.exec(inside)?.[0] ?? '';
  const rest = inside.slice(words.length);
  const isClosed = narrow[close] === '}';
  const isSound = rest.trim() === '' || attributesIn(rest) !== undefined;
  if (words.trim() === '' || !isClosed || !isSound)
    return slipOf(near, found, 'words', span, undefined, { isWeak: true });
  const isWeak = open > kind.span.end || !areWords(words);
  const edits = [{ span: { start: open, end: open + 1 }, text: '[' }];
  const wordsEnd = open + 1 + words.length;
  if (rest.trim() === '') edits.push({ span: { start: close, end: close + 1 }, text: ']' });
  else {
    const blank = pastBlanks(narrow, wordsEnd);
    edits.push({ span: { start: wordsEnd, end: blank }, text: ']{' });
    edits.push(...narrowing(near.text, narrow, { start: blank, end: close + 1 }));
  }
  return slipOf(near, found, 'words', span, edits, { isWeak });
}

/** `:person(Jane)`, `::source(Pact){#pact}`, `:::commitment(by=x)`. */
function otherBrackets(near: NearText, found: Colons): Slip | undefined {
  const { text, narrow } = near;
  const { start, signs, kind, open, end, before } = found;
  const close = closeOf(narrow, open, end);
  const isGlued = open === kind.span.end;
  if (close < 0) {
    if (narrow[open] !== '(' || !isGlued || before !== 'free') return undefined;
    const span = { start: open, end: open + 1 };
    return slipOf(near, found, 'words', span, undefined, { isWeak: true });
  }
  const inside = narrow.slice(open + 1, close);
  if (inside.trim() === '' || /^e?s$/.test(inside) || inside.length > MAX_WORDS) return undefined;
  const attributes = attributesAt(near, close + 1, end);
  if (attributes === undefined && before !== 'free') return undefined;
  if (attributes === undefined && isGloss(text, found)) return undefined;
  const span = { start: open, end: close + 1 };
  const pair = (left: string, right: string): TextEdit[] => [
    { span: { start: open, end: open + 1 }, text: left },
    { span: { start: close, end: close + 1 }, text: right },
  ];
  const own = /^\s*(?:#\w|[\w-]+\s*=)/.test(inside) ? attributesIn(inside) : undefined;
  if (own !== undefined || signs.length > 2)
    return slipOf(
      near,
      found,
      'attributes',
      span,
      own && signs.length > 1 && isPlain(text, narrow, span) ? pair('{', '}') : undefined,
      {
        names: own?.names,
        isWeak: own === undefined,
      },
    );
  const isWeak =
    attributes === undefined &&
    (!isGlued || narrow[open] !== '(' || !areWords(inside) || isAnyLetter(text, start - 1));
  const isMended =
    areBalanced(inside) && (attributes === undefined || isPlain(text, narrow, attributes.span));
  return slipOf(near, found, 'words', span, isMended ? pair('[', ']') : undefined, { isWeak });
}

const MAX_WORDS = 200;

/** Words as a reader reads them: they begin with a capital, a number or a letter of a script without, and hold no code. */
function areWords(words: string): boolean {
  return /^["'“‘*_]*[\p{Lu}\p{Lo}\p{Nd}]/u.test(words) && !/[=;<>$\\|]|\w[._]\w{2}/.test(words);
}

function areBalanced(words: string): boolean {
  let depth = 0;
  for (const sign of words) {
    if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** `类型：date（日期）`: how Chinese explains a word, all in its own signs. */
function isGloss(text: string, { start, open }: Colons): boolean {
  return text[start] !== ':' && text[open] === '（' && isAnyLetter(text, start - 1);
}

function isPlain(text: string, narrow: string, { start, end }: Span): boolean {
  return text.slice(start + 1, end - 1) === narrow.slice(start + 1, end - 1);
}

function isAnyLetter(text: string, at: number): boolean {
  return /[\p{L}\p{M}\p{Nd}]/u.test(text[at] ?? '');
}
