import { idFault, isAddress, isId, type Tag, tagOf, type Use } from '../../brief/index.js';
import type { Language } from '../../language/index.js';
import { yamlScalar } from '../../parse/index.js';
import { aKind, type Report, writtenAddress } from '../../rules/index.js';
import { mayBeName } from '../../suggest/index.js';
import { foldCase, type Span, spansTouch } from '../../text/index.js';
import {
  definitionsOf,
  languageOfPage,
  newEntityId,
  type Page,
  partIn,
  resolve,
  type Workspace,
} from '../../workspace/index.js';
import { registriesFor } from '../registry-edit/registry-edit-files.js';
import type { NewEntry } from '../registry-edit/registry-edit-yaml.js';
import { type ActionRequest, type CodeAction, DEFINE_KIND, type Offer } from './code-action.js';
import { inRegistry, newEntryEdits } from './registry-offers.js';

/** Puts who or what is not known yet into a registry, or begins one. */
export const define: CodeAction = {
  name: 'define',
  kinds: [DEFINE_KIND],
  *offer(ask) {
    const { page, workspace, selection } = ask;
    const language = languageOfPage(workspace, page);
    const asked = new Set<string>();
    const { facts } = partIn(page, selection);
    for (const tag of facts.tags) {
      if (asked.size >= MAX_OFFERS) return;
      if (!spansTouch(tag.label ?? tag.head, selection) || !isUnknown(workspace, page, tag))
        continue;
      if (asked.has(tag.words) || !mayBeName(tag.words, tag.kind, language)) continue;
      asked.add(tag.words);
      yield* offers(ask, [entryOf(workspace, tag)], tag.label);
    }
    for (const use of facts.uses) {
      if (asked.size >= MAX_OFFERS) return;
      const { text: id, span } = use.id;
      if (!spansTouch(span, selection) || asked.has(id) || !isDefinable(workspace, use)) continue;
      asked.add(id);
      yield* offers(ask, entriesOf(workspace, page, use), span);
    }
  },
};

/** A selection may hold many unknown names; a menu may not. */
const MAX_OFFERS = 5;

function isUnknown(workspace: Workspace, page: Page, tag: Tag): boolean {
  return (
    tag.role === 'mention' &&
    tag.refs === undefined &&
    tag.sound &&
    tag.words !== '' &&
    workspace.vocabulary.kinds.get(tag.kind)?.role === 'entity' &&
    resolve(workspace, page, tag).type === 'unresolved'
  );
}

function isDefinable(workspace: Workspace, { id }: Use): boolean {
  if (definitionsOf(workspace, id.text).length > 0) return false;
  return !isId(id.text) || idFault(id.text) === undefined;
}

function entryOf(workspace: Workspace, { kind, words }: Pick<Tag, 'kind' | 'words'>): NewEntry {
  return { kind, id: newEntityId(workspace, kind, words), name: words };
}

/** One for each kind that may be meant, the likeliest three. */
function entriesOf(workspace: Workspace, page: Page, use: Use): readonly NewEntry[] {
  if (isAddress(use.id.text)) return [sourceEntry(workspace, page, writtenAddress(page, use.id))];
  if (!isId(use.id.text)) return [entryOf(workspace, { kind: 'source', words: use.id.text })];
  const name = nameFrom(page, use, languageOfPage(workspace, page));
  return likelyKinds(workspace, page, use).map((kind) => ({ kind, id: use.id.text, name }));
}

/** Called as the brief that comes from it, else by what of the address a person would read. */
function sourceEntry(workspace: Workspace, { facts }: Page, url: string): NewEntry {
  const name = facts.front.title?.text || url.replace(/^[a-z0-9+.-]+:(?:\/\/)?(?:www\.)?/, '');
  return {
    kind: 'source',
    id: newEntityId(workspace, 'source', name),
    name,
    attributes: [['url', yamlScalar(url, 'flow')]],
  };
}

/** Several registries for one kind, or the best registry for each of several kinds. */
function* offers(
  ask: ActionRequest,
  entries: readonly NewEntry[],
  at: Span | undefined,
): Iterable<Offer> {
  const { workspace, page, newPages } = ask;
  const most = entries.length > 1 ? 1 : 3;
  const about = ask.reports.filter(({ rule, span }) => isOpen(rule) && span.start === at?.start);
  for (const entry of entries) {
    for (const registry of registriesFor(workspace, page.id, entry.kind).slice(0, most)) {
      if (newPages === 'refused' && !workspace.pages.has(registry)) continue;
      const edits = newEntryEdits(workspace, registry, entry);
      if (edits === undefined) continue;
      yield {
        title: titleOf(ask, entry, registry),
        kind: DEFINE_KIND,
        edits,
        ...resolvedReports(about),
      };
    }
  }
}

function resolvedReports(reports: readonly Report[]): Pick<Offer, 'reports'> {
  return reports.length === 0 ? {} : { reports };
}

function isOpen(rule: string): boolean {
  return OPEN.has(rule);
}

const OPEN: ReadonlySet<string> = new Set([
  'unresolved-name',
  'unresolved-reference',
  'unregistered-source',
]);

function titleOf(
  { workspace }: ActionRequest,
  { kind, name, attributes }: NewEntry,
  registry: string,
): string {
  if (attributes !== undefined) return `Define this source ${inRegistry(workspace, registry)}`;
  return `Define ${name} as ${aKind(workspace, kind)} ${inRegistry(workspace, registry)}`;
}

/** The words of the mention if they are its name, else the id in words: `new-delhi`, New Delhi. */
function nameFrom(page: Page, { id, tag, attribute }: Use, { ids }: Language): string {
  const words =
    tag === undefined || attribute !== 'ref' ? '' : (tagOf(page.facts, tag)?.words ?? '');
  const plain = foldCase(words).replace(/[^\p{L}\p{N}]+/gu, '-');
  if (plain === id.text) return words;
  const parts = id.text.split('-').filter((part) => part !== '');
  return parts
    .map((part, at) => (at > 0 && ids.small.includes(part) ? part : capital(part)))
    .join(' ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const MAX_KINDS = 3;

/**
 * Those of the allowed kinds that the id speaks for: its words (`…-ministry`), or an unknown mention of
 * that name; else in the order in which a party is mostly one.
 */
function likelyKinds(workspace: Workspace, page: Page, { kinds, id }: Use): readonly string[] {
  const entities = [...workspace.vocabulary.kinds.values()].filter(({ role }) => role === 'entity');
  const allowed = entities
    .map(({ tag }) => tag)
    .filter((kind) => kinds === 'any' || kinds.includes(kind));
  const mentioned = new Set(
    page.facts.tags
      .filter(({ words }) => foldCase(words).replace(/[^\p{L}\p{N}]+/gu, '-') === id.text)
      .map(({ kind }) => kind),
  );
  const { signs } = languageOfPage(workspace, page).ids;
  const parts = new Set(id.text.split('-'));
  const rank = (kind: string): number => {
    if (mentioned.has(kind)) return -2;
    if (signs.some(([of, words]) => of === kind && words.some((word) => parts.has(word))))
      return -1;
    const usual = USUAL.indexOf(kind);
    return usual < 0 ? USUAL.length : usual;
  };
  return allowed.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_KINDS);
}

const USUAL: readonly string[] = ['place', 'org', 'person'];
