import { EACH_OTHER } from '../../brief/index.js';
import { idsSharingWords, kindTitle, listOf, type PageEdit } from '../../rules/index.js';
import {
  type Annotation,
  type Annotations,
  type Correction,
  isEmpty,
  type ProposedEntity,
  selectedWords,
  suggestionKey,
} from '../../suggest/index.js';
import { contains, foldSpace, type Span } from '../../text/index.js';
import { type PageId, suggestIds, type Workspace } from '../../workspace/index.js';
import { accept } from '../annotate/accept.js';
import { neverAnywhere, neverHere } from '../annotate/never.js';
import { promiseWords } from '../annotate/promise-words.js';
import { distinctNames } from '../describe/describe-names.js';
import { nameOfId } from '../describe/id-names.js';
import { registriesFor } from '../registry-edit/registry-edit-files.js';
import {
  type ActionRequest,
  type CodeAction,
  NEVER_KIND,
  type Offer,
  TAG_KIND,
} from './code-action.js';

/** Agrees to what is suggested at the cursor, or says that it is no name. */
export const suggested: CodeAction = {
  name: 'suggested',
  kinds: [TAG_KIND, NEVER_KIND],
  *offer(ask) {
    const found = ask.suggestions?.here([]);
    if (found === undefined) return;
    const here = at(ask, found.suggestions);
    for (const one of here) yield* agreements(ask, found, one);
    const [inner] = here;
    if (inner !== undefined) yield* refusals(ask, inner);
  },
};

/** The innermost mention and the innermost promise around a cursor; of selected words what is suggested for just these. */
function at(
  { page, selection }: ActionRequest,
  suggestions: readonly Annotation[],
): readonly Annotation[] {
  const words: Span | undefined = isEmpty(selection) ? selection : selectedWords(page, selection);
  if (words === undefined) return [];
  const around = suggestions.filter(({ page: own, span }) => {
    const isExact = span.start === words.start && span.end === words.end;
    return own === page.id && (isEmpty(words) ? contains(span, words) : isExact);
  });
  const mention = around.findLast(({ type }) => type === 'mention');
  const promise = around.findLast(({ type }) => type === 'commitment');
  return [mention, promise].filter((one) => one !== undefined);
}

function* agreements(ask: ActionRequest, found: Annotations, one: Annotation): Iterable<Offer> {
  const { workspace } = ask;
  const kind = `${TAG_KIND}.${one.kind}`;
  const title = titleOf(workspace, found, one);
  yield { title: `Tag as ${title}`, kind, edits: accepting(ask, [], found, one) };
  const all = allLike(ask, found, one);
  if (all !== undefined)
    yield {
      title: `Tag all ${all.count}of ${nameIn(workspace, found, one)}`,
      kind: `${kind}.all`,
      edits: all.edits,
    };
  yield* others(ask, one);
}

/** All that mean the same; in a long page they are counted when somebody wants them. */
function allLike(
  ask: ActionRequest,
  found: Annotations,
  one: Annotation,
): { readonly count: string; readonly edits: Offer['edits'] } | undefined {
  const isLike = (other: Annotation): boolean => isSame(one, other);
  if (ask.suggestions?.isAll === true) {
    const all = found.suggestions.filter(isLike);
    if (all.length < 2) return undefined;
    return { count: `${all.length} `, edits: () => agreed(ask, found, all) };
  }
  const { text } = ask.page;
  if (one.meaning === undefined || text.indexOf(one.words) === text.lastIndexOf(one.words))
    return undefined;
  return { count: '', edits: () => agreedInPage(ask, [], isLike) };
}

/** Whom of the registered ones the words may mean, once and for all. */
function* others(ask: ActionRequest, one: Annotation): Iterable<Offer> {
  const { workspace, page } = ask;
  if (one.type === 'commitment' || one.kind === 'date') return;
  const words = foldSpace(one.words);
  const near = suggestIds(workspace, words, [one.kind]);
  const likely = near.length > 0 ? near : idsSharingWords(workspace, one.kind, words);
  const listed = one.candidates.flatMap(({ ids }) => ids);
  const ids = [...new Set([...one.ids, ...listed, ...likely])].slice(0, MAX_OTHERS);
  const named = distinctNames(workspace, ids);
  for (const id of ids) {
    const of = suggestionKey(page, { kind: one.kind, ...one.span });
    const meaning = (remember: boolean): readonly Correction[] => [
      { of, means: { kind: one.kind, ids: [id], remember } },
    ];
    const kind = `${TAG_KIND}.${one.kind}`;
    const title = `Tag as ${named(id)} (${kindTitle(workspace, one.kind)})`;
    if (!one.ids.includes(id))
      yield { title, kind, edits: acceptingAfter(ask, one, meaning(false)) };
    const remembered = ask.suggestions?.here(meaning(true)).suggestions;
    const isNew = remembered?.find((each) => isAt(each, one));
    if (isNew?.newName === undefined) continue;
    yield {
      title: `${title} and remember '${words}'`,
      kind: `${kind}.remember`,
      edits: acceptingAfter(ask, one, meaning(true)),
    };
  }
}

/** More than a person reads through. */
const MAX_OTHERS = 3;

function* refusals(ask: ActionRequest, { type, kind, words }: Annotation): Iterable<Offer> {
  const { workspace, page, config } = ask;
  const said = foldSpace(words);
  const what = type === 'commitment' ? 'a promise' : kind === 'date' ? 'a date' : 'a name';
  yield {
    title: `Not ${what}: never suggest '${shortened(said)}' in this brief`,
    kind: `${NEVER_KIND}.here`,
    edits: () => neverHere(workspace, page, said) ?? [],
  };
  if (config === undefined || (config.text === undefined && ask.newPages === 'refused')) return;
  const anywhere = neverAnywhere(config, said);
  if (anywhere === undefined) return;
  yield {
    title: `Never suggest '${shortened(said)}' in any brief`,
    kind: `${NEVER_KIND}.anywhere`,
    edits: anywhere,
  };
}

function shortened(words: string): string {
  return words.length <= 40 ? words : `${words.slice(0, 39).trimEnd()}…`;
}

function accepting(
  ask: ActionRequest,
  corrections: readonly Correction[],
  found: Annotations,
  one: Annotation,
): Offer['edits'] {
  // What goes into a registry takes its time in a long one, and is gathered from all of the page.
  const isLong = one.needs.length > 0 || one.newName !== undefined;
  if (!isLong) return agreed(ask, found, [one]);
  if (ask.suggestions?.isAll === true) return () => agreed(ask, found, [one]);
  return () => agreedInPage(ask, corrections, (other) => isAt(other, one));
}

function agreed(
  ask: ActionRequest,
  found: Annotations,
  chosen: readonly Annotation[],
): readonly PageEdit[] {
  return accept(ask.workspace, found, chosen, registryOf(ask)).edits;
}

function agreedInPage(
  ask: ActionRequest,
  corrections: readonly Correction[],
  isChosen: (one: Annotation) => boolean,
): readonly PageEdit[] {
  const found = ask.suggestions?.inPage(corrections);
  return found === undefined ? [] : agreed(ask, found, found.suggestions.filter(isChosen));
}

function acceptingAfter(
  ask: ActionRequest,
  one: Annotation,
  corrections: readonly Correction[],
): Offer['edits'] {
  const found = ask.suggestions?.here(corrections);
  const corrected = found?.suggestions.find((each) => isAt(each, one));
  if (found === undefined || corrected === undefined) return [];
  return accepting(ask, corrections, found, corrected);
}

/** A new registry only where one may be made. */
function registryOf({
  workspace,
  newPages,
}: ActionRequest): (entity: ProposedEntity, from: PageId) => PageId | undefined {
  return ({ kind }, from) =>
    registriesFor(workspace, from, kind).find(
      (page) => newPages === 'allowed' || workspace.pages.has(page),
    );
}

function isAt(one: Annotation, { span, type }: Annotation): boolean {
  return one.type === type && one.span.start === span.start && one.span.end === span.end;
}

function isSame(one: Annotation, other: Annotation): boolean {
  return (
    one.meaning !== undefined &&
    one.meaning === other.meaning &&
    one.kind === other.kind &&
    (one.via === 'description') === (other.via === 'description')
  );
}

/** `Pete Hegseth (person)`, `Jan Berg (new person)`, `date: 2025-10-30`, `commitment: Norland → Arcadia`. */
function titleOf(workspace: Workspace, found: Annotations, one: Annotation): string {
  const kind = kindTitle(workspace, one.kind);
  if (one.commitment !== undefined) {
    const { who, whom } = promiseWords(one.commitment, (key) => named(workspace, found, key));
    const parties = [who, whom].filter((part) => part !== '').join(' → ');
    return parties === '' ? kind : `${kind}: ${parties}`;
  }
  if (one.kind === 'date') return `${kind}: ${one.ids.join()}`;
  const isNew = one.ids.length === 0 && one.needs.length > 0;
  return `${nameIn(workspace, found, one)} (${isNew ? 'new ' : ''}${kind})`;
}

function nameIn(workspace: Workspace, found: Annotations, { meaning, words }: Annotation): string {
  const keys = meaning?.split(',') ?? [foldSpace(words)];
  return listOf(
    keys.map((key) => named(workspace, found, key)),
    'and',
  );
}

function named(workspace: Workspace, { entities }: Annotations, key: string): string {
  if (key === EACH_OTHER) return 'each other';
  return entities.find((entity) => entity.key === key)?.name ?? nameOfId(workspace, key);
}
