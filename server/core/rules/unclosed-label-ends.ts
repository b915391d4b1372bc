import { type Fault, isFollowUp, type Kind } from '../brief/index.js';
import { edtfOfWords } from '../dates/index.js';
import type { Span } from '../text/index.js';
import { idsNamed, languageOfPage, type Page, type Workspace } from '../workspace/index.js';
import type { Offer } from './fault-rule.js';

/** Where the words of a tag whose bracket is open most likely end, the likeliest first. */
export function* closingOffers(page: Page, workspace: Workspace, fault: Fault): Iterable<Offer> {
  const kind = workspace.vocabulary.kinds.get(fault.detail.kind ?? '');
  if (kind === undefined) return;
  const { end: start } = fault.span;
  const line = lineFrom(page.text, start);
  const ends = [
    ...beforeBraces(line),
    ...wrongBracket(line),
    ...namedEnds(page, workspace, kind, line),
    ...(kind.role === 'commitment' ? clauseEnd(line) : []),
  ];
  const seen = new Set<number>();
  for (const { at, instead = 0 } of ends) {
    const words = line.slice(0, at);
    if (words.trim() === '' || seen.has(at)) continue;
    seen.add(at);
    const span: Span = { start: start + at, end: start + at + instead };
    yield { title: `Write ']' after '${lastWords(words)}'`, edits: [{ span, text: ']' }] };
  }
}

/** Where words may end, in characters of the line; a wrong bracket of `instead` characters gives way. */
interface End {
  readonly at: number;
  readonly instead?: number;
}

/** What follows the bracket on its line; more than a sentence nobody puts into a label. */
function lineFrom(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + MAX_WORDS))?.[0] ?? '';
}

const MAX_WORDS = 300;

/** `[Ann Lee{ref=ann}`: braces belong behind the words. */
function beforeBraces(line: string): readonly End[] {
  const at = line.search(/[ \t]*\{[^{}]*\}/);
  if (at < 0) return [];
  const blanks = /^[ \t]*/.exec(line.slice(at))?.[0].length ?? 0;
  return [{ at, instead: blanks }];
}

/** `[Ann Lee)`, `[Ann Lee}`: another bracket stands where this one was meant. */
function wrongBracket(line: string): readonly End[] {
  const at = line.search(/[()[\]{}]/);
  return at > 0 && /[)}]/.test(line.charAt(at)) ? [{ at, instead: 1 }] : [];
}

/** The longest words that are a date, or a name of this kind that one thing has. */
function namedEnds(page: Page, workspace: Workspace, kind: Kind, line: string): readonly End[] {
  if (kind.role === 'commitment' || isFollowUp(kind.role)) return [];
  const { dates } = languageOfPage(workspace, page);
  const wordEnds = [
    ...line.slice(0, MAX_NAME).matchAll(/[\p{L}\p{M}\p{N}][.)%]?(?![\p{L}\p{M}\p{N}])/gu),
  ];
  const places = wordEnds.flatMap(({ index, 0: { length } }) => {
    const last = index + length;
    return length > 1 && /[.)%]$/.test(line.slice(index, last)) ? [last - 1, last] : [last];
  });
  const longest = places.findLast((at) => {
    const words = line.slice(0, at);
    if (kind.role === 'date') return edtfOfWords(words, dates) !== undefined;
    return idsNamed(workspace, kind.tag, words).length === 1;
  });
  return longest === undefined ? [] : [{ at: longest }];
}

const MAX_NAME = 120;

/** A promise goes on to the end of its clause or sentence. */
function clauseEnd(line: string): readonly End[] {
  const at = line.search(/[,;:](?=\s)|[.!?](?=\s|$)|$/);
  return at < 0 ? [] : [{ at: line.slice(0, at).trimEnd().length }];
}

/** The end of what the words are, for the title of a fix. */
function lastWords(words: string): string {
  const said = words.trim().split(/\s+/);
  return said.slice(-3).join(' ').slice(-40);
}
