import { isFollowUp } from '../brief/index.js';
import { anyOf, type Language, wordOf } from '../language/index.js';
import { perObject, type Span } from '../text/index.js';
import { languageOfPage, type Page, tagsIn, type Workspace } from '../workspace/index.js';
import { datesInWords } from './dates-in-words.js';
import { nameOver } from './names-in-words.js';
import { lineEnd, lineStart, proseAt, tagAt } from './prose-at.js';

/**
 * What someone who has selected nothing most likely means: a registered name, a run of capitalised words
 * ("Pete Hegseth", "Ministry of Defence"), else the word at the cursor. `undefined` in code and the like,
 * and in what is tagged already.
 */
export function wordsAtCursor(workspace: Workspace, page: Page, offset: number): Span | undefined {
  const area = untagged(page, offset);
  if (area === undefined) return undefined;
  const named = nameOver(workspace, page, area, offset);
  if (named !== undefined) return named.span;
  const language = languageOfPage(workspace, page);
  const words = wordsIn(page.text, area, language);
  const at = words.findIndex(({ start, end }) => start <= offset && offset <= end);
  const word = words[at];
  if (word === undefined) return undefined;
  return isCapital(page.text, word) ? capitalRun(page.text, words, at, language) : word;
}

/** The date whose words the cursor is on. */
export function dateAtCursor(workspace: Workspace, page: Page, offset: number): Span | undefined {
  const area = untagged(page, offset);
  if (area === undefined) return undefined;
  return datesInWords(page.text, area, languageOfPage(workspace, page)).find(
    ({ span }) => span.start <= offset && offset <= span.end,
  )?.span;
}

/** The line's prose around a cursor, between tags; inside a commitment's words too. */
function untagged(page: Page, offset: number): Span | undefined {
  const here = { start: offset, end: offset };
  const prose = proseAt(page, here);
  if (prose === undefined) return undefined;
  let start = Math.max(prose.span.start, lineStart(page.text, offset));
  let end = Math.min(prose.span.end, lineEnd(page.text, offset));
  const around = tagAt(page, here);
  if (around !== undefined && around.fences === undefined) {
    const { label, role } = around;
    const isOpen = role === 'commitment' || isFollowUp(role);
    if (!isOpen || label === undefined || offset < label.start || offset > label.end) {
      if (around.span.start < offset && offset < around.span.end) return undefined;
    } else [start, end] = [Math.max(start, label.start), Math.min(end, label.end)];
  }
  for (const { span } of tagsIn(page, { start, end })) {
    if (span.end <= offset && span.end > start) start = span.end;
    if (span.start >= offset && span.start < end) end = span.start;
  }
  return start < end ? { start, end } : undefined;
}

const wordPattern = perObject(
  ({ names: { elisions, endings } }: Language) =>
    new RegExp(
      [
        `${anyOf(elisions)}(?=[\\p{L}\\p{N}])`,
        `[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[-.&’'](?!${anyOf(endings)}\\b)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*`,
      ].join('|'),
      'giu',
    ),
);

function wordsIn(text: string, { start, end }: Span, language: Language): readonly Span[] {
  return [...text.slice(start, end).matchAll(wordPattern(language))].map(({ index, 0: word }) => {
    const at = start + index;
    // "S. Jaishankar", "U.S. Secretary": the dot of an initial is its own.
    const isInitial = /(?:^|\.)\p{Lu}$/u.test(word) && text[at + word.length] === '.';
    return { start: at, end: at + word.length + (isInitial ? 1 : 0) };
  });
}

function isCapital(text: string, { start }: Span): boolean {
  return /\p{Lu}/u.test(text[start] ?? '');
}

function capitalRun(
  text: string,
  words: readonly Span[],
  at: number,
  { names, parties, sentences }: Language,
): Span {
  const small = [...names.joints, ...parties.articles];
  const isName = (index: number): boolean => {
    const word = words[index];
    return (
      word !== undefined &&
      isCapital(text, word) &&
      !sentences.openers.includes(textOf(text, word).replaceAll('’', "'"))
    );
  };
  const here = words[at] as Span;
  if (!isName(at)) return here;
  let [first, last] = [at, at];
  for (let next = stepFrom(text, words, first, -1, { isName, small }); next !== undefined; ) {
    first = next;
    next = stepFrom(text, words, first, -1, { isName, small });
  }
  for (let next = stepFrom(text, words, last, 1, { isName, small }); next !== undefined; ) {
    last = next;
    next = stepFrom(text, words, last, 1, { isName, small });
  }
  return { start: words[first]?.start ?? here.start, end: words[last]?.end ?? here.end };
}

/** The next capitalised word of the same name, over a joint such as "of" or "of the". */
function stepFrom(
  text: string,
  words: readonly Span[],
  from: number,
  step: 1 | -1,
  {
    isName,
    small,
  }: { readonly isName: (index: number) => boolean; readonly small: readonly string[] },
): number | undefined {
  let at = from;
  for (let joints = 0; joints <= 2; joints += 1) {
    const next = at + step;
    const [left, right] = step > 0 ? [words[at], words[next]] : [words[next], words[at]];
    if (left === undefined || right === undefined) return undefined;
    const isElided = /['’]/.test(text[left.end - 1] ?? '');
    if (!/^[ \t]*$/.test(text.slice(left.end, right.start))) return undefined;
    if (left.end === right.start && !isElided) return undefined;
    if (isName(next)) return next;
    if (!small.includes(wordOf(textOf(text, words[next] as Span)))) return undefined;
    at = next;
  }
  return undefined;
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
