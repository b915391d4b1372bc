import type { Span } from '../text/index.js';
import { EMPHASIS, readFast } from './fast/fast-reader.js';
import { readPlain } from './fast/plain-reader.js';
import { readFallback } from './reading/fallback-reader.js';
import { finishReading } from './reading/finish-reading.js';
import { labelsKey } from './reading/labels.js';
import type { Labels, Reading } from './reading/reading.js';
import { MARKDOWN_LIMIT, readMarkdown } from './remark/remark-reader.js';
import { indentOf, lineFeed, trimEnd } from './split/line-columns.js';
import { hideMath, mathInContainers, withoutMath } from './split/math.js';
import type { Chunk } from './split/split-blocks.js';
import type { Block, Prose, Slip, TagSyntax } from './syntax.js';
import { htmlSlips } from './tags/html-slips.js';
import { mask } from './tags/mask.js';
import { nearTags } from './tags/near-tags.js';
import { scanTags } from './tags/scan-tags.js';
import { holdsColon } from './tags/wide-signs.js';

/**
 * Reads one chunk: its tags as far as they can be seen without Markdown, then Markdown without those
 * tags, then the tags again in what Markdown calls prose.
 * @param labels those of the labels in it that are defined elsewhere in the text
 */
export function readBlock(text: string, form: Chunk['form'], labels: Labels): Block {
  const key = text + labelsKey(labels);
  if (form === 'flow') return readFlowBlock(text, key, labels);
  const block = { ...EMPTY, key, length: text.length };
  return form === 'code' || form === 'math' ? block : { ...block, ...readHtml(text, form) };
}

const EMPTY: Omit<Block, 'key' | 'length'> = {
  tags: [],
  slips: [],
  headings: [],
  links: [],
  footnotes: [],
  html: [],
  prose: [],
  markup: [],
};

const NO_RECORDS: ReadonlyMap<number, number> = new Map();

const NO_TAGS: { tags: TagSyntax[]; slips: Slip[] } = { tags: [], slips: [] };

interface Read {
  readonly reading: Reading;
  readonly tags: readonly TagSyntax[];
  readonly slips: readonly Slip[];
}

function readFlowBlock(text: string, key: string, labels: Labels): Block {
  const { reading, tags, slips } = readTagged(text, labels);
  const { prose, headings, links, footnotes, html } = reading;
  const near = nearTags(text, reading, { tags, slips });
  const inHtml = html.length > 0 ? htmlSlips(text, html) : near;
  const more = inHtml === near ? near : [...near, ...inHtml];
  return {
    key,
    length: text.length,
    tags,
    slips: more.length > 0 ? inOrder([...slips, ...more]) : slips,
    headings,
    links,
    footnotes,
    html,
    prose,
    markup: within(reading.markup, tags, reading),
  };
}

function readTagged(text: string, labels: Labels): Read {
  const guess = holdsColon(text) ? scanTags(text, [wholeOf(text)]) : NO_TAGS;
  const plain = readPlain(text, guess.tags);
  if (plain !== undefined) return { reading: plain, tags: guess.tags, slips: guess.slips };
  if (guess === NO_TAGS)
    return { reading: readMasked(text, text, [], labels), tags: [], slips: [] };
  const first = readWith(text, guess, labels);
  if (sameSpans(guess.tags, first.tags)) return first;
  const masked = mask(text, first.tags);
  return masked === mask(text, guess.tags) ? first : readWith(text, first, labels);
}

/** Reads Markdown with `guess` masked, and tags in the prose that it finds. */
function readWith(
  text: string,
  guess: { readonly tags: TagSyntax[]; readonly slips: Slip[] },
  labels: Labels,
): Read & { tags: TagSyntax[]; slips: Slip[] } {
  const reading = readMasked(text, mask(text, guess.tags), guess.tags, labels);
  // In a chunk that is all prose, the guess was no guess.
  const found = isWhole(reading.prose, text) ? guess : scanTags(text, reading.prose);
  return { reading, tags: found.tags, slips: besideLinks(found.slips, reading) };
}

/** `org:[ref]` is no slip where the text defines `[ref]`; that only Markdown tells. */
function besideLinks(slips: Slip[], { links }: Reading): Slip[] {
  if (links.length === 0 || !slips.some(({ code }) => code === 'missing-colon')) return slips;
  const starts = new Set(links.map(({ span }) => span.start));
  return slips.filter(({ code, span }) => code !== 'missing-colon' || !starts.has(span.end));
}

function readMasked(
  text: string,
  masked: string,
  tags: readonly TagSyntax[],
  labels: Labels,
): Reading {
  const records = recordEnds(text, tags);
  const math = text.includes('$$') ? mathInContainers(masked) : [];
  const plain = math.length === 0 && !holdEmphasis(tags, text);
  const shown = hideMath(masked, math);
  let reading = plain ? readFast(shown, text, labels, records) : undefined;
  const isTooMuch = shown.length > MARKDOWN_LIMIT || TOO_DEEP.test(shown);
  const read = isTooMuch ? readFallback : readMarkdown;
  reading ??= read(shown, text, labels, records);
  if (math.length > 0) reading = withoutMath(reading, math);
  return finishReading(reading, text, shown);
}

/** Lists and quotes in each other, opened on one line: what remark takes for them grows by the square. */
const TOO_DEEP = /^[ \t]*(?:(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])[ \t]*){200}/m;

/** Which characters of a label are emphasis marks, only the whole paragraph tells. */
function holdEmphasis(tags: readonly TagSyntax[], text: string): boolean {
  const marks = new RegExp(EMPHASIS, 'g');
  // From there on the next mark is this one: labels in labels are not gone over again and again.
  let from = 0;
  let mark = -1;
  for (const { label } of tags) {
    if (label === undefined) continue;
    const { start, end } = label.span;
    if (start < from || start > mark) {
      marks.lastIndex = start;
      from = start;
      mark = marks.exec(text)?.index ?? text.length;
    }
    if (mark < end) return true;
  }
  return false;
}

/** Where records and fences begin, and where the lines end that they stand on. */
function recordEnds(text: string, tags: readonly TagSyntax[]): ReadonlyMap<number, number> {
  let ends: Map<number, number> | undefined;
  for (const { form, span } of tags) {
    if (form === 'text') continue;
    ends ??= new Map();
    ends.set(span.start, trimEnd(text, span.start, lineFeed(text, span.end)));
  }
  return ends ?? NO_RECORDS;
}

function readHtml(text: string, form: Chunk['form']): Partial<Block> {
  const span = { start: indentOf(text, 0).at, end: text.length };
  const html = [{ span, form: form === 'comment' ? form : ('block' as const) }];
  return { html, slips: inOrder([...htmlSlips(text, html)]) };
}

/** The marks of Markdown in labels and headings, where words are taken from. */
function within(
  markup: readonly Span[],
  tags: readonly TagSyntax[],
  { headings }: Reading,
): readonly Span[] {
  if (markup.length === 0 || tags.length + headings.length === 0) return [];
  const places = [...headings.map(({ content }) => content)];
  for (const { label } of tags) if (label) places.push(label.span);
  places.sort((a, b) => a.start - b.start);
  let index = 0;
  let reach = -1;
  return markup.filter((mark) => {
    for (; (places[index]?.start ?? Number.POSITIVE_INFINITY) <= mark.start; index++) {
      reach = Math.max(reach, places[index]?.end ?? 0);
    }
    return mark.end <= reach;
  });
}

function wholeOf(text: string): Prose {
  return { span: { start: 0, end: text.length }, holes: [], within: 'paragraph' };
}

function isWhole(prose: readonly Prose[], text: string): boolean {
  const only = prose.length === 1 ? prose[0] : undefined;
  return (
    only?.within === 'paragraph' &&
    only.holes.length === 0 &&
    only.span.start === 0 &&
    only.span.end === text.length
  );
}

function sameSpans(a: readonly TagSyntax[], b: readonly TagSyntax[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every(
      ({ span }, index) => span.start === b[index]?.span.start && span.end === b[index].span.end,
    )
  );
}

function inOrder(slips: Slip[]): Slip[] {
  return slips.sort((a, b) => a.span.start - b.span.start);
}
