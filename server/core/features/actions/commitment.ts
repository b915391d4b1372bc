import type { PageEdit } from '../../rules/index.js';
import {
  dryRun,
  isEmpty,
  lastMarker,
  lineBreakOf,
  localDryRun,
  paragraphsIn,
  proseAt,
  readsAsBefore,
  selectedWords,
  sentenceAround,
  speechIn,
  tagAt,
  termsOf,
  type Wrap,
  wrapOf,
} from '../../suggest/index.js';
import { contains, type Span, type TextEdit } from '../../text/index.js';
import {
  languageOfPage,
  newCommitmentId,
  type Page,
  tagsIn,
  type Workspace,
} from '../../workspace/index.js';
import { type ActionRequest, COMMITMENT_KIND, type CodeAction, type Offer } from './code-action.js';

/** Makes the selected words a promise, with what they and their sentence say of it. */
export const commitment: CodeAction = {
  name: 'commitment',
  kinds: [COMMITMENT_KIND],
  *offer(ask) {
    const { page, selection, trigger, workspace } = ask;
    if (page.facts.role === 'registry' || !workspace.vocabulary.kinds.has('commitment')) return;
    if (trigger === 'unasked' && isEmpty(selection)) return;
    const paragraphs = paragraphsIn(page, selection);
    if (paragraphs !== undefined) yield* blockOffer(ask, paragraphs);
    const span = isEmpty(selection)
      ? promiseHere(workspace, page, selection.start)
      : selectedWords(page, selection);
    if (span !== undefined) yield* wordsOffer(ask, withoutStop(page, span));
  },
};

function* wordsOffer({ workspace, page }: ActionRequest, span: Span): Iterable<Offer> {
  if (isEmpty(span) || isPromised(page, span)) return;
  const wrap = wrapOf(workspace, page, span);
  if (wrap === undefined) return;
  const own = localDryRun(workspace, page, wrap.around('commitment', ''));
  const made = own.after.facts.tags.find(({ span: { start } }) => start + own.from === span.start);
  const read = made?.read && made.read.words.span.start + own.from - ':commitment['.length;
  const terms = spokenTerms(workspace, page, wrap, read);
  const id = newCommitmentId(workspace, wrap.words, languageOfPage(workspace, page));
  const braces = `{${[`#${id}`, ...terms].join(' ')}}`;
  const edits = wrap.around('commitment', braces);
  const { before, after } = localDryRun(workspace, page, edits);
  if (after.facts.role !== 'brief' || !readsAsBefore(before, after, 1)) return;
  yield { title: 'Make this a commitment', kind: COMMITMENT_KIND, edits: onPage(page, edits) };
}

/** The words are a commitment, or all of one's words. */
function isPromised(page: Page, span: Span): boolean {
  return tagsIn(page, span).some(
    ({ role, label, span: tag }) =>
      role === 'commitment' && (same(tag, span) || (label !== undefined && same(label, span))),
  );
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** @param read where the words themselves begin to say that it is a promise, if they do */
function spokenTerms(
  workspace: Workspace,
  page: Page,
  { span }: Pick<Wrap, 'span'>,
  read: number | undefined,
): readonly string[] {
  const sentence = sentenceAround(page, span, languageOfPage(workspace, page));
  if (read !== undefined) {
    const marker = Math.max(span.start, read);
    return termsOf(workspace, page, { words: span, sentence, marker }, undefined);
  }
  // Its "to" may be among the words: "her hope [to visit]".
  const speech = speechIn(page, { start: sentence.start, end: span.end });
  const before = speechIn(page, { start: sentence.start, end: span.start }).words.length;
  const found = lastMarker(speech.words, languageOfPage(workspace, page), before);
  const marker = found && speech.placeOf(found.start);
  const words = found && speech.words.slice(found.start, found.end);
  return termsOf(workspace, page, { words: span, sentence, marker }, words);
}

function isSound(workspace: Workspace, page: Page, edits: readonly TextEdit[]): boolean {
  const after = dryRun(workspace, page, edits);
  return after.facts.role === 'brief' && readsAsBefore(page, after, 1);
}

function onPage(page: Page, edits: readonly TextEdit[]): readonly PageEdit[] {
  return edits.map((edit) => ({ ...edit, page: page.id }));
}

/** Without the full stop of a sentence; that of "the U.S." is the name's. */
function withoutStop(page: Page, span: Span): Span {
  const words = page.text.slice(span.start, span.end);
  const stop = /[.,;:!?]+$/.exec(words);
  if (stop === null || /(?:^|[\s.])\p{Lu}\.$/u.test(words)) return span;
  return { start: span.start, end: span.end - stop[0].length };
}

/** At a cursor: what its sentence promises, from the words that say so to the end. */
function promiseHere(workspace: Workspace, page: Page, offset: number): Span | undefined {
  const here = { start: offset, end: offset };
  if (proseAt(page, here)?.within !== 'paragraph') return undefined;
  const around = tagAt(page, here);
  if (around?.role === 'commitment' && around.fences === undefined) return undefined;
  const sentence = sentenceAround(page, here, languageOfPage(workspace, page));
  const speech = speechIn(page, sentence);
  const found = lastMarker(speech.words, languageOfPage(workspace, page));
  if (found === undefined) return undefined;
  return selectedWords(page, { start: speech.placeOf(found.start), end: sentence.end });
}

function* blockOffer({ workspace, page }: ActionRequest, span: Span): Iterable<Offer> {
  const eol = lineBreakOf(page.text);
  const open = (braces: string): readonly TextEdit[] => [
    { span: { start: span.start, end: span.start }, text: `:::commitment${braces}${eol}` },
    { span: { start: span.end, end: span.end }, text: `${eol}:::` },
  ];
  const bare = dryRun(workspace, page, open(''));
  const made = bare.facts.tags.find(({ span: { start } }) => start === span.start);
  if (made?.fences?.close === undefined) return;
  const first = proseAt(page, { start: span.start, end: span.start })?.span ?? span;
  const shift = `:::commitment${eol}`.length;
  const terms = termsOf(
    workspace,
    page,
    {
      words: span,
      sentence: { start: span.start, end: contains(span, first) ? first.end : span.end },
      marker: made.read && made.read.words.span.start - shift,
    },
    undefined,
  );
  const id = newCommitmentId(workspace, made.words, languageOfPage(workspace, page));
  const edits = open(`{${[`#${id}`, ...terms].join(' ')}}`);
  if (!isSound(workspace, page, edits)) return;
  yield {
    title: 'Make these paragraphs a commitment',
    kind: `${COMMITMENT_KIND}.block`,
    edits: onPage(page, edits),
  };
}
