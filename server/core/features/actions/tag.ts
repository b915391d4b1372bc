import type { Kind } from '../../brief/index.js';
import { edtfOfWords } from '../../dates/index.js';
import type { Language } from '../../language/index.js';
import { idsSharingWords, kindTitle, listOf, type PageEdit } from '../../rules/index.js';
import {
  attributeText,
  dateAtCursor,
  isDescription,
  isEmpty,
  isLong,
  isPronoun,
  kindSaid,
  likelyDate,
  mayBeName,
  meantByPronoun,
  selectedWords,
  type Wrap,
  wordsAtCursor,
  wrapOf,
} from '../../suggest/index.js';
import type { Span } from '../../text/index.js';
import {
  dateOfPage,
  idsNamed,
  languageOfPage,
  newEntityId,
  type Page,
  suggestIds,
  tagsIn,
} from '../../workspace/index.js';
import { distinctNames } from '../describe/describe-names.js';
import { nameOfId } from '../describe/id-names.js';
import { registriesFor } from '../registry-edit/registry-edit-files.js';
import {
  type ActionRequest,
  type CodeAction,
  DEFINE_KIND,
  isWanted,
  type Offer,
  TAG_KIND,
} from './code-action.js';
import { inRegistry, newEntryEdits } from './registry-offers.js';

/** Makes the selected words, or the name at the cursor, a mention. */
export const tagWords: CodeAction = {
  name: 'tag',
  kinds: [TAG_KIND, DEFINE_KIND],
  *offer(ask) {
    const { workspace, page, selection, trigger } = ask;
    if (page.facts.role === 'registry' || (trigger === 'unasked' && isEmpty(selection))) return;
    const span = isEmpty(selection)
      ? wordsAtCursor(workspace, page, selection.start)
      : selectedWords(page, selection);
    const wrap = span && wrapOf(workspace, page, span);
    const dated = isEmpty(selection) ? dateAtCursor(workspace, page, selection.start) : undefined;
    const dateWrap = dated === undefined ? wrap : wrapOf(workspace, page, dated);
    // Words that say a date are hardly ever anything else.
    if (dateWrap !== undefined && !isTagged(page, dateWrap.span)) yield* dateOffer(ask, dateWrap);
    if (wrap !== undefined && !isTagged(page, wrap.span)) yield* entityOffers(ask, wrap);
  },
};

/** All the words of a mention, or the mention itself: tagged once more they would mean no more. */
function isTagged(page: Page, { start, end }: Span): boolean {
  return tagsIn(page, { start, end }).some(
    ({ role, span, label }) =>
      (role === 'mention' || role === 'definition' || role === 'date') &&
      [span, label].some((each) => each?.start === start && each.end === end),
  );
}

/** Those kinds first that know the words, then whom they may mean, then what would be new, the kind that is guessed first. */
function* entityOffers(ask: ActionRequest, wrap: Wrap): Iterable<Offer> {
  const { workspace } = ask;
  const guess = guessedKind(ask, wrap);
  const kinds = [...workspace.vocabulary.kinds.values()]
    .filter(({ role, forms }) => role === 'entity' && forms.includes('text'))
    .sort((a, b) => Number(b.tag === guess) - Number(a.tag === guess))
    .map((kind) => ({ kind, ids: idsNamed(workspace, kind.tag, wrap.words) }));
  const known = kinds.filter(({ ids }) => ids.length > 0);
  for (const { kind, ids } of known) {
    if (ids.length === 1) yield knownOffer(ask, wrap, kind, ids[0] ?? '');
    else yield* refOffers(ask, wrap, kind, ids.slice(0, MAX_OFFERS));
  }
  // Of a word that the cursor happens to be on, and that is written small, at most a topic is made,
  // unless someone asks for tags and nothing else.
  const isHere = isEmpty(ask.selection) && ask.only === undefined;
  const isPlain =
    isHere && known.length === 0 && isPlainWord(wrap.words, languageOfPage(workspace, ask.page));
  const others = kinds.filter(
    ({ kind, ids }) => ids.length === 0 && !(isPlain && kind.tag !== 'topic'),
  );
  if (known.length === 0)
    for (const { kind } of others)
      yield* refOffers(ask, wrap, kind, likelyMeant(ask, wrap, kind.tag));
  for (const { kind } of others) {
    const plain = offer(ask, wrap, kind, { title: '', braces: '' });
    // What is defined nowhere is a finding at once.
    const defined = known.length === 0 ? [...defineOffer(ask, wrap, kind)] : [];
    const isDefinedFirst = !isHere && defined.length > 0;
    yield* isDefinedFirst ? [...defined, plain] : [plain, ...defined];
  }
}

/** The kind that is suggested for just these words; words in small letters are an agreement or event by their head, or a topic. */
function guessedKind(
  { workspace, page, suggestions }: ActionRequest,
  { span, words }: Wrap,
): string | undefined {
  const found = suggestions
    ?.here([])
    .suggestions.find(
      (one) =>
        one.page === page.id &&
        one.type === 'mention' &&
        one.span.start === span.start &&
        one.span.end === span.end,
    );
  if (found !== undefined) return found.kind;
  const language = languageOfPage(workspace, page);
  if (!isPlainWord(words, language) || isDescription(words, language)) return undefined;
  const said = kindSaid(words, language.pronouns);
  return said === 'agreement' || said === 'event' ? said : 'topic';
}

function isPlainWord(words: string, language: Language): boolean {
  return !/[\p{Lu}\p{Lo}]/u.test(words) && !isPronoun(words, language);
}

/** More than a person reads through. */
const MAX_OFFERS = 5;

function knownOffer(ask: ActionRequest, wrap: Wrap, kind: Kind, id: string): Offer {
  const name = nameOfId(ask.workspace, id);
  return offer(ask, wrap, kind, { title: name === wrap.words ? '' : `: ${name}`, braces: '' });
}

function* refOffers(
  ask: ActionRequest,
  wrap: Wrap,
  kind: Kind,
  ids: readonly string[],
): Iterable<Offer> {
  const named = distinctNames(
    ask.workspace,
    ids.flatMap((id) => id.split(',')),
  );
  for (const id of ids) {
    const names = id.split(',').map(named);
    const title = `: ${listOf(names, 'and')}`;
    yield offer(ask, wrap, kind, { title, braces: `{ref=${id}}` });
  }
}

function offer(
  { workspace, page }: ActionRequest,
  wrap: Wrap,
  { tag }: Kind,
  { title, braces }: { readonly title: string; readonly braces: string },
): Offer {
  return {
    title: `Tag as ${kindTitle(workspace, tag)}${title}`,
    kind: `${TAG_KIND}.${tag}`,
    edits: onPage(page, wrap, tag, braces),
  };
}

function onPage(page: Page, wrap: Wrap, tag: string, braces: string): readonly PageEdit[] {
  return wrap.around(tag, braces).map((edit) => ({ ...edit, page: page.id }));
}

/** For words that are no name: whom a pronoun may mean, whom words nearly or partly name. */
function likelyMeant(
  { workspace, page }: ActionRequest,
  wrap: Wrap,
  kind: string,
): readonly string[] {
  if (isLong(wrap.words)) return [];
  const language = languageOfPage(workspace, page);
  if (isPronoun(wrap.words, language) || isDescription(wrap.words, language)) {
    const ids = meantByPronoun(workspace, page, kind, wrap);
    return ids === undefined ? [] : [ids];
  }
  const near = suggestIds(workspace, wrap.words, [kind]);
  const ids = near.length > 0 ? near : idsSharingWords(workspace, kind, wrap.words);
  return ids.slice(0, 2);
}

/** Asked for by name it is a way to define; else one of the ways to tag. */
function* defineOffer(ask: ActionRequest, wrap: Wrap, { tag }: Kind): Iterable<Offer> {
  const { workspace, page, newPages, only } = ask;
  if (!mayBeName(wrap.words, tag, languageOfPage(workspace, page))) return;
  const [registry] = registriesFor(workspace, page.id, tag);
  if (registry === undefined) return;
  if (newPages === 'refused' && !workspace.pages.has(registry)) return;
  const entry = { kind: tag, id: newEntityId(workspace, tag, wrap.words), name: wrap.words };
  const defined = newEntryEdits(workspace, registry, entry);
  if (defined === undefined) return;
  const tagged = onPage(page, wrap, tag, '');
  const isDefine = only?.some((kind) => kind.startsWith(DEFINE_KIND)) === true;
  const kind = isDefine ? `${DEFINE_KIND}.${tag}` : `${TAG_KIND}.${tag}.define`;
  if (!isWanted(kind, only)) return;
  // Somewhere in plain prose nobody means the word that the cursor happens to be on.
  if (isDefine && isEmpty(ask.selection) && !/[\p{Lu}\p{Lo}]/u.test(wrap.words)) return;
  yield {
    title: `Tag as ${kindTitle(workspace, tag)} and define ${inRegistry(workspace, registry)}`,
    kind,
    edits:
      typeof defined === 'function' ? () => [...tagged, ...defined()] : [...tagged, ...defined],
  };
}

function* dateOffer({ workspace, page }: ActionRequest, wrap: Wrap): Iterable<Offer> {
  if (!workspace.vocabulary.kinds.has('date') || isLong(wrap.words)) return;
  const language = languageOfPage(workspace, page);
  const from = dateOfPage(page)?.range.first ?? workspace.today;
  const said = likelyDate(wrap.words, Number.isFinite(from) ? from : workspace.today, language);
  if (said === undefined) return;
  const braces =
    edtfOfWords(wrap.words, language.dates) !== undefined ? '' : `{edtf=${attributeText(said)}}`;
  const told = braces === '' ? '' : `: ${said}`;
  yield {
    title: `Tag as ${kindTitle(workspace, 'date')}${told}`,
    kind: `${TAG_KIND}.date`,
    edits: onPage(page, wrap, 'date', braces),
  };
}
