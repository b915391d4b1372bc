import type { Attribute, Tag } from '../../brief/index.js';
import type { Language } from '../../language/index.js';
import type { Value } from '../../parse/index.js';
import { contains, type Span, shift, touches } from '../../text/index.js';
import {
  languageOfPage,
  type Page,
  syntaxOf,
  tagsIn,
  type Workspace,
  yamlOf,
} from '../../workspace/index.js';
import { sectionsIn } from './folding.js';
import { sentenceAt, type TextPart } from './selection-sentence.js';

/**
 * What may be selected around an offset (UTF-16), from the smallest to the whole text, each within the
 * next and smaller: word, label, tag, sentence, paragraph, section; in a registry word, value, entry.
 */
export function selections(workspace: Workspace, page: Page, offset: number): readonly Span[] {
  const language = languageOfPage(workspace, page);
  const around = [
    wordAt(page.text, offset),
    ...valuesAround(page, offset),
    ...(page.facts.role === 'registry' ? [] : inText(page, offset, language)),
    { start: 0, end: page.text.length },
  ];
  return growing(around.filter((span) => span !== undefined && touches(span, offset)) as Span[]);
}

/** The smallest first; what crosses the one before is left out. */
function growing(spans: readonly Span[]): readonly Span[] {
  const grown: Span[] = [];
  for (const span of spans.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const last = grown.at(-1);
    if (sizeOf(span) === 0) continue;
    if (last === undefined || (contains(span, last) && sizeOf(span) > sizeOf(last))) {
      grown.push(span);
    }
  }
  return grown.length <= MAX_RANGES
    ? grown
    : [...grown.slice(0, MAX_RANGES - 1), ...grown.slice(-1)];
}

/** Editors hold them as a chain, which must not be endless. */
const MAX_RANGES = 64;

function sizeOf({ start, end }: Span): number {
  return end - start;
}

/** Letters, digits, and what joins them: `Indo-Pacific`, `India's`. */
function wordAt(text: string, offset: number): Span | undefined {
  let start = offset;
  let end = offset;
  const least = Math.max(0, offset - MAX_WORD);
  const most = Math.min(text.length, offset + MAX_WORD);
  while (start > least && isWord(text, start - 1)) start -= 1;
  while (end < most && isWord(text, end)) end += 1;
  return start === end ? undefined : { start, end };
}

const MAX_WORD = 200;

function isWord(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (WORD.test(character)) return true;
  return JOINS.test(character) && WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at + 1));
}

/** Halves of a pair are letters of some script. */
const WORD = /[\p{L}\p{N}\p{M}\p{Cs}_]/u;
const JOINS = /['’-]/;

const MAX_DEPTH = 8;

function inText(page: Page, offset: number, language: Language): readonly Span[] {
  const around = tagsIn(page, { start: offset, end: offset }).filter(({ span }) =>
    touches(span, offset),
  );
  const found: Span[] = around.map(({ span }) => span);
  // Nobody nests deeper; a text that does would be read over and over.
  for (const tag of around.slice(-MAX_DEPTH)) {
    if (tag.label === undefined) continue;
    found.push(tag.label);
    if (tag.label.end < tag.span.end) found.push(attributesOf(tag));
    if (touches(tag.label, offset))
      found.push(...sentences(page, offset, { within: tag.label, holder: tag, language }));
  }
  const { frontMatter } = syntaxOf(page);
  if (frontMatter !== undefined) found.push(frontMatter.span, frontMatter.body);
  for (const paragraph of paragraphsAt(page, offset)) {
    found.push(
      paragraph,
      ...sentences(page, offset, { within: paragraph, holder: undefined, language }),
    );
  }
  for (const section of sectionsIn(page)) if (touches(section, offset)) found.push(section);
  return found;
}

/** `{…}` behind a label. */
function attributesOf({ label, span }: Tag): Span {
  return { start: Math.min(span.end, (label?.end ?? span.start) + 1), end: span.end };
}

/** The prose an offset is in, then the block around it: a list, a quote, a table. */
function paragraphsAt(page: Page, offset: number): readonly Span[] {
  const found: Span[] = [];
  for (const { at, block } of syntaxOf(page).blocks) {
    const whole = { start: at, end: at + block.length };
    if (whole.start > offset) break;
    if (!touches(whole, offset)) continue;
    for (const { span, container } of block.prose) {
      if (!touches(shift(span, at), offset)) continue;
      found.push(trimmed(page.text, shift(span, at)));
      if (container !== undefined) found.push(trimmed(page.text, shift(container, at)));
    }
    found.push(trimmed(page.text, whole));
  }
  return found;
}

function trimmed(text: string, { start, end }: Span): Span {
  let first = start;
  let last = end;
  while (last > first && /\s/.test(text.charAt(last - 1))) last -= 1;
  while (first < last && /\s/.test(text.charAt(first))) first += 1;
  return { start: first, end: last };
}

/** The sentence in a label or paragraph; the tags in it are words of it and never end it inside. */
function sentences(
  page: Page,
  offset: number,
  {
    within,
    holder,
    language,
  }: { readonly within: Span; readonly holder: Tag | undefined; readonly language: Language },
): readonly Span[] {
  const inside: TextPart[] = [];
  let at = within.start;
  for (const tag of tagsIn(page, within)) {
    if (tag === holder || tag.form === 'block' || tag.span.start < at) continue;
    if (!contains(within, tag.span)) continue;
    inside.push({ span: tag.span, label: tag.label });
    at = tag.span.end;
  }
  const sentence = sentenceAt(page.text, offset, within, inside, language);
  return sentence === undefined ? [] : [sentence];
}

/** The values around an offset and what holds them: in the attributes of tags, in YAML. */
function valuesAround(page: Page, offset: number): readonly Span[] {
  const found: Span[] = [];
  if (page.facts.role === 'registry') {
    const { value } = yamlOf(page);
    if (value !== undefined) addValue(found, value, offset);
    return found;
  }
  for (const { span, id, refs, attributes } of tagsIn(page, { start: offset, end: offset })) {
    if (!touches(span, offset)) continue;
    if (id !== undefined) found.push(id.span);
    for (const ref of refs ?? []) found.push(ref.span);
    for (const attribute of attributes) addAttribute(found, attribute, offset);
  }
  return found.filter((span) => touches(span, offset));
}

function addAttribute(found: Span[], { key, value }: Attribute, offset: number): void {
  addValue(found, value, offset);
  found.push(key.span, { start: key.span.start, end: value.span.end });
}

function addValue(found: Span[], value: Value, offset: number): void {
  if (!touches(value.span, offset)) return;
  found.push(value.span);
  if (value.type === 'list') for (const item of value.items) addValue(found, item, offset);
  if (value.type !== 'mapping') return;
  for (const { key, value: held } of value.entries) {
    const entry = { start: key.span.start, end: Math.max(key.span.end, held.span.end) };
    if (!touches(entry, offset)) continue;
    found.push(entry, key.span);
    addValue(found, held, offset);
  }
}
