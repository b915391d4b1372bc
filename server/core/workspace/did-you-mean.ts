import { addToGroup, foldCase, likelySlips, slipsBetween } from '../text/index.js';
import { pagesWith } from './graph.js';
import { perNaming, perPage } from './memo.js';
import type { Page, Workspace } from './model.js';
import { entityKinds } from './names.js';
import { symbolsOf } from './page-symbols.js';
import { isCommitment, namesOf, UNREAD_REGISTRY } from './symbols.js';

const MAX_IDS = 3;

/**
 * Up to three defined ids of some kinds that someone may have meant by an unknown id or name, the
 * nearest first: called so, or an edit or a few away from an id or a name, or holding it as one of
 * its words (`hegseth` for `pete-hegseth`). Empty when none is near. `any`: of every entity.
 * @param as an `id` is exact: `us` is no misspelt `uk`, `tranche-3` no `tranche-2`, and while a registry
 *   cannot be read the unknown id may be one of its own
 */
export function suggestIds(
  workspace: Workspace,
  text: string,
  kinds: readonly string[] | 'any',
  as: 'name' | 'id' = 'name',
): readonly string[] {
  if (as === 'id' && mayDefineMore(workspace)) return [];
  const known = asWritten(workspace, kinds === 'any' ? `${as}\0any` : `${as}\0${kinds.join(' ')}`);
  const there = known.get(text);
  if (there !== undefined) return there;
  const asked = kinds === 'any' ? entityKinds(workspace) : kinds;
  const ids = nearest(workspace, [as, slugOf(text), ...[...new Set(asked)].sort()].join('\0'));
  known.set(text, ids);
  return ids;
}

/** By the words as they stand, so that the same slip in many places is folded once. */
const asWritten = perNaming((): Map<string, readonly string[]> => new Map());

/** Whether a registry breaks off, so that nobody knows what it defines. */
export function mayDefineMore({ graph }: Workspace): boolean {
  return pagesWith(graph, 'unread', UNREAD_REGISTRY).length > 0;
}

/** Asked again and again for the same slip in many places. */
const nearest = perNaming((workspace, key: string): readonly string[] => {
  const [as, slug = '', ...kinds] = key.split('\0');
  if (slug === '') return [];
  const reach = as === 'id' ? reachOfId(slug) : reachOf(slug);
  const best = new Map<string, number>();
  const offer = (id: string, far: number): void => {
    best.set(id, Math.min(far, best.get(id) ?? far));
  };
  for (const forms of formsIn(workspace, kinds)) {
    for (const { id, form } of near(forms, slug, reach)) {
      const far = slipsBetween(slug, form, reach);
      if (far <= reach && (as !== 'id' || isSlipOfId(slug, form))) offer(id, far);
    }
  }
  for (const id of withWord(workspace, kinds, slug)) {
    if (as !== 'id' || id.split('-').every(isWholeWord)) offer(id, reach);
  }
  return ranked(best);
});

function ranked(best: ReadonlyMap<string, number>): readonly string[] {
  return [...best]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, MAX_IDS)
    .map(([id]) => id);
}

/** Longer words may have more slips in them; a word of three letters is near to too many. */
function reachOf(slug: string): number {
  return slug.length < 4 ? 1 : Math.min(4, 1 + Math.floor(slug.length / 5));
}

/** Ids are made to differ by little. */
function reachOfId(slug: string): number {
  return slug.length < 10 ? 1 : 2;
}

/**
 * Whether two ids differ in slips within long words, or in where their hyphens stand. A number, a code such as
 * `us`, a word more or another word (`north`, `south`) makes another id.
 */
function isSlipOfId(one: string, other: string): boolean {
  const [words, others] = [one.split('-'), other.split('-')];
  if (words.length !== others.length) return words.join('') === others.join('');
  return words.every((word, at) => word === others[at] || isSlipOfWord(word, others[at] ?? ''));
}

/** One slip, or two in a long word that begins as the other does: `internal` is no `external`. */
function isSlipOfWord(word: string, other: string): boolean {
  if (!isLongWord(word) || !isLongWord(other)) return false;
  const most = word[0] === other[0] ? likelySlips(word) : 1;
  return slipsBetween(word, other, most) <= most;
}

function isLongWord(word: string): boolean {
  return /^\D{5,}$/.test(word);
}

/** Neither a number nor a code: `hegseth` may be `pete-hegseth`, and `trade` not `trade-2` or `trade-us`. */
function isWholeWord(word: string): boolean {
  return /^\D{4,}$/.test(word);
}

interface Form {
  readonly form: string;
  readonly id: string;
  /** One bit per letter that occurs, several letters to a bit. */
  readonly letters: number;
}

/** By length, then all forms of that length. */
type Forms = ReadonlyMap<number, readonly Form[]>;

/**
 * Only lengths within reach, and only words whose letters differ by at most two per edit: of 100,000
 * ids some hundreds are left for the costly comparison.
 */
function* near(forms: Forms, slug: string, reach: number): Iterable<Form> {
  const letters = lettersOf(slug);
  for (let length = slug.length - reach; length <= slug.length + reach; length += 1) {
    for (const form of forms.get(length) ?? []) {
      if (bitsOf(form.letters ^ letters) <= 2 * reach) yield form;
    }
  }
}

function formsIn(workspace: Workspace, kinds: readonly string[]): readonly Forms[] {
  return kinds.flatMap((kind) => formsOfKind(workspace, kind));
}

/** By the store of the pages, then by kind. */
const formsByStore = new WeakMap<object, Map<string, readonly Forms[]>>();

function formsOfKind({ graph, pages }: Workspace, kind: string): readonly Forms[] {
  const byKind = formsByStore.get(pages.store) ?? new Map<string, readonly Forms[]>();
  formsByStore.set(pages.store, byKind);
  const there = byKind.get(kind);
  if (there !== undefined) return there;
  const all: Forms[] = [];
  for (const id of pagesWith(graph, 'kinds', kind)) {
    const page = pages.peek(id);
    if (page !== undefined) all.push(formsOf(page, kind));
  }
  byKind.set(kind, all);
  return all;
}

const knownForms = perPage(() => new Map<string, Forms>());

/** Kept with the page: while one brief is typed in, a registry of 100,000 is not gone through again. */
function formsOf(page: Page, kind: string): Forms {
  const known = knownForms(page);
  const forms = known.get(kind) ?? readForms(page, kind);
  known.set(kind, forms);
  return forms;
}

function readForms(page: Page, kind: string): Forms {
  const forms = new Map<number, Form[]>();
  for (const definition of symbolsOf(page).kinds.get(kind) ?? []) {
    const id = definition.id.text;
    const names = isCommitment(page, definition) ? [] : namesOf(definition);
    const slugs = names.filter((name) => name !== id).map(slugOf);
    for (const form of new Set([id, ...slugs])) {
      addToGroup(forms, form.length, { form, id, letters: lettersOf(form) });
    }
  }
  return forms;
}

/** The ids with this word in them; a word in more than a few of them tells nobody apart. */
function withWord(
  workspace: Workspace,
  kinds: readonly string[],
  word: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  if (word.length < 3) return found;
  for (const forms of formsIn(workspace, kinds)) {
    for (const alike of forms.values()) {
      for (const { id } of alike) {
        if (id.includes(word) && `-${id}-`.includes(`-${word}-`)) found.add(id);
        if (found.size > MAX_IDS) return new Set();
      }
    }
  }
  return found;
}

/** A name in the shape of an id, so that `Pete Hegset` and `pete-hegset` are alike. */
function slugOf(text: string): string {
  return foldCase(text)
    .replace(/[\s_.,'"-]+/g, '-')
    .replace(/^-|-$/g, '');
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) % 32);
  return letters;
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
