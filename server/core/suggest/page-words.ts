import type { Tag } from '../brief/index.js';
import type { Link, Prose, Syntax } from '../parse/index.js';
import { firstAtLeast, foldSpace, type Span, shift } from '../text/index.js';
import { type Page, perPage, syntaxOf } from '../workspace/index.js';
import type { ParagraphText } from './engine/reading/paragraph.js';
import { tagsInParts, touching } from './near-place.js';

/**
 * The paragraphs, headings and cells of a page as words to be read: all else (marks of emphasis, code, targets
 * of links, tags' syntax, comments) is blank, and every word stands at its own offset.
 * @param parts those alone that touch one of these, which are in order
 */
export function paragraphsOf(page: Page, parts?: readonly Span[]): readonly ParagraphText[] {
  const syntax = syntaxOf(page);
  const tags = parts === undefined ? tagSyntax(page) : syntaxOfTags(tagsInParts(page, parts));
  const found: ParagraphText[] = [];
  const isBlockWanted = touching(parts);
  const isWanted = touching(parts);
  let next = 0;
  for (const { at, block } of syntax.blocks) {
    if (!isBlockWanted({ start: at, end: at + block.length })) continue;
    for (const prose of block.prose) {
      if (prose.within === 'record') continue;
      const span = shift(prose.span, at);
      if (!isWanted(span)) continue;
      const blanks = [
        ...prose.holes.map((hole) => shift(hole, at)),
        ...bracketsOf(syntax, at, block.links, prose),
      ];
      while ((tags[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
      for (let tag = next; (tags[tag]?.start ?? Number.POSITIVE_INFINITY) < span.end; tag += 1)
        blanks.push(tags[tag] as Span);
      found.push(wordsOf(page.text, span, blanks, prose.within));
    }
  }
  return found;
}

/** The words of a stretch of a page without the syntax of the tags in it, on one line. */
export function plainWords(page: Page, { start, end }: Span): string {
  const syntax = tagSyntax(page);
  let words = '';
  let at = start;
  for (let next = firstAtLeast(syntax, start, (one) => one.end); ; next += 1) {
    const one = syntax[next];
    if (one === undefined || one.start >= end) break;
    words += page.text.slice(at, Math.max(at, one.start));
    at = Math.max(at, one.end);
  }
  return foldSpace(words + page.text.slice(at, Math.max(at, end)));
}

/** What of tags is not words, in order. */
const tagSyntax = perPage(({ facts }: Page) => syntaxOfTags(facts.tags));

function syntaxOfTags(tags: readonly Tag[]): readonly Span[] {
  return tags
    .flatMap(({ span, label, fences }) => {
      if (fences !== undefined)
        return [fences.open, ...(fences.close === undefined ? [] : [fences.close])];
      if (label === undefined) return [span];
      return [
        { start: span.start, end: label.start },
        { start: label.end, end: span.end },
      ];
    })
    .sort((a, b) => a.start - b.start);
}

/** The brackets around the words of a link. */
function bracketsOf(
  { text }: Syntax,
  at: number,
  links: readonly Link[],
  { span }: Prose,
): readonly Span[] {
  return links.flatMap((link) => {
    if (link.span.start < span.start || link.span.end > span.end || link.form === 'autolink')
      return [];
    const start = at + link.span.start;
    const open = text[start] === '!' ? start + 2 : start + 1;
    const close = text.lastIndexOf('](', at + link.span.end);
    return close < open
      ? [{ start, end: open }]
      : [
          { start, end: open },
          { start: close, end: close + 1 },
        ];
  });
}

const MARKS =
  /\*+|~~|(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])|\\(?=[!-/:-@[-`{-~\n])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});/gu;

function wordsOf(
  text: string,
  span: Span,
  blanks: readonly Span[],
  within: Prose['within'],
): ParagraphText {
  const source = text.slice(span.start, span.end);
  const pieces: string[] = [];
  let at = 0;
  for (const blank of [...blanks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, blank.start - span.start);
    const end = Math.min(source.length, blank.end - span.start);
    if (end <= start) continue;
    pieces.push(marksOut(source.slice(at, start)), blankFor(source.slice(start, end)));
    at = end;
  }
  pieces.push(marksOut(source.slice(at)));
  const isBold = within === 'paragraph' && /^\s*(?:\*\*|__)[^\n]*(?:\*\*|__)\s*$/.test(source);
  return {
    start: span.start,
    text: pieces.join(''),
    form: within === 'cell' ? 'cell' : within === 'heading' || isBold ? 'heading' : 'paragraph',
  };
}

function marksOut(source: string): string {
  if (!/[*~_\\&]/.test(source)) return source;
  return source.replace(MARKS, (mark) => ' '.repeat(mark.length));
}

/** Code or an address is a thing among the words; a line prefix or a target is nothing. */
function blankFor(source: string): string {
  const isThing = /^(?:`|\$|<?https?:|!\[)/.test(source);
  return isThing ? `\ufffc${' '.repeat(source.length - 1)}` : source.replace(/[^\n]/g, ' ');
}
