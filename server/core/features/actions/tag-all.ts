import { isFollowUp } from '../../brief/index.js';
import type { PageEdit } from '../../rules/index.js';
import { isEmpty, selectedWords, tagAt, wrapOf } from '../../suggest/index.js';
import { contains, foldSpace, overlaps, type Span } from '../../text/index.js';
import {
  entityOf,
  idsNamed,
  type Page,
  resolve,
  tagsIn,
  type Workspace,
} from '../../workspace/index.js';
import { nameOfId } from '../describe/id-names.js';
import {
  type ActionRequest,
  type CodeAction,
  type Offer,
  TAG_ALL_KIND,
  TAG_KIND,
} from './code-action.js';
import { tagWords } from './tag.js';

/** Tags the same words, or all names of the same thing, wherever they are in the brief. */
export const tagAll: CodeAction = {
  name: 'tag-all',
  kinds: [TAG_ALL_KIND],
  *offer(ask) {
    const { page, selection, only, trigger } = ask;
    if (page.facts.role === 'registry' || trigger === 'unasked') return;
    const words = isEmpty(selection) ? undefined : selectedWords(page, selection);
    if (words !== undefined) {
      // Each kind once more would make a long list twice as long.
      if (only?.some((kind) => kind.startsWith(TAG_ALL_KIND))) yield* allOfWords(ask, words);
    } else yield* othersOfMention(ask);
  },
};

function* othersOfMention({ workspace, page, selection }: ActionRequest): Iterable<Offer> {
  const tag = tagAt(page, selection);
  if (tag === undefined || (tag.role !== 'mention' && tag.role !== 'definition')) return;
  const resolution = resolve(workspace, page, tag);
  const id = resolution.type === 'resolved' ? resolution.ids.join() : undefined;
  const definition = id === undefined ? undefined : entityOf(workspace, id)?.definition;
  const isOne = id !== undefined && definition !== undefined;
  const names = isOne ? [definition.name, ...definition.otherNames].map(({ text }) => text) : [];
  const isName = !isOne || idsNamed(workspace, tag.kind, tag.words).includes(id);
  const others = [...new Set([...names, ...(isName ? [tag.words] : [])])];
  const edits = editsAt(workspace, page, occurrences(page, others), (words) => ({
    kind: tag.kind,
    braces: isOne && idsNamed(workspace, tag.kind, words).join() !== id ? `{ref=${id}}` : '',
  }));
  if (edits.count === 0) return;
  const name = isOne ? nameOfId(workspace, id) : foldSpace(tag.words);
  yield {
    title: `Tag ${edits.count === 1 ? 'the other mention' : `the ${edits.count} other mentions`} of ${name}`,
    kind: `${TAG_ALL_KIND}.${tag.kind}`,
    edits: edits.edits,
  };
}

/** What can be made of the selected words, done to all that are alike. */
function* allOfWords(ask: ActionRequest, words: Span): Iterable<Offer> {
  const { workspace, page } = ask;
  const others = occurrences(page, [page.text.slice(words.start, words.end)]).filter(
    (span) => !overlaps(span, words),
  );
  const { only: _, ...any } = ask;
  for (const offer of tagWords.offer(any)) {
    const { kind: made } = offer;
    const kind = made.slice(TAG_KIND.length + 1).split('.')[0];
    const braces = typeof offer.edits === 'function' ? '' : bracesOf(offer.edits, page);
    if (kind === undefined || !made.startsWith(`${TAG_KIND}.`) || braces === undefined) continue;
    const { edits, count } = editsAt(workspace, page, others, () => ({ kind, braces }));
    const own = offer.edits;
    yield {
      title: `${offer.title} (all ${count + 1})`,
      kind: `${TAG_ALL_KIND}${made.slice(TAG_KIND.length)}`,
      edits: typeof own === 'function' ? () => [...own(), ...edits] : [...own, ...edits],
    };
  }
}

/** What is behind the words that are tagged. */
function bracesOf(edits: readonly PageEdit[], { id }: Page): string | undefined {
  return edits.findLast((edit) => edit.page === id)?.text.slice(1);
}

interface Made {
  readonly edits: readonly PageEdit[];
  readonly count: number;
}

function editsAt(
  workspace: Workspace,
  page: Page,
  spans: readonly Span[],
  tagOf: (words: string) => { readonly kind: string; readonly braces: string },
): Made {
  const made = spans.flatMap((span) => {
    const wrap = wrapOf(workspace, page, span);
    if (wrap === undefined) return [];
    const { kind, braces } = tagOf(wrap.words);
    return [wrap.around(kind, braces).map((edit) => ({ ...edit, page: page.id }))];
  });
  return { edits: made.flat(), count: made.length };
}

/** More than a person would look at. */
const MAX_OCCURRENCES = 500;

/** Where words stand that no tag has yet, the longest first at each place; they do not overlap. */
export function occurrences(page: Page, words: readonly string[]): readonly Span[] {
  const { text } = page;
  const found: Span[] = [];
  for (const each of [...words].sort((a, b) => b.length - a.length)) {
    const pattern = patternOf(each);
    if (pattern === undefined) continue;
    for (const { index, 0: said } of text.matchAll(pattern)) {
      const span = { start: index, end: index + said.length };
      if (found.length >= MAX_OCCURRENCES) return found;
      if (!found.some((other) => overlaps(other, span)) && isFree(page, span)) found.push(span);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The words, whatever space is between them, and no part of a longer word. */
function patternOf(words: string): RegExp | undefined {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (parts.join('') === '') return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'gu');
}

/** Not in a tag, but in the words of a promise. */
function isFree(page: Page, span: Span): boolean {
  return tagsIn(page, span).every(
    ({ role, span: own, label }) =>
      !overlaps(own, span) ||
      ((role === 'commitment' || isFollowUp(role)) && label !== undefined && contains(label, span)),
  );
}
