import { type Definition, isAddress, type Use } from '../brief/index.js';
import { eachPageWith, pagesWith } from './graph.js';
import { perKey, perNaming } from './memo.js';
import type { DefinitionAt, Page, PageId, Symbols, TagAt, UseAt, Workspace } from './model.js';
import { symbolByBlock, symbolsOf } from './page-symbols.js';
import { addressesOf, isCommitment } from './symbols.js';

/** Every definition of an id: registries first, then by path, then by place. Two are a fault. */
export const definitionsOf: (workspace: Workspace, id: string) => readonly DefinitionAt[] = perKey(
  (workspace, id) =>
    collectFromPages(workspace, 'definitions', id, (page, definition) => ({
      page: page.id,
      definition,
    })),
);

/** The definition that hovers and links show: the first, see {@link definitionsOf}. */
export function entityOf(workspace: Workspace, id: string): DefinitionAt | undefined {
  return definitionsOf(workspace, id)[0];
}

/** Whether nothing else has the id of this definition; the graph answers without gathering any. */
export function isOnlyHere(workspace: Workspace, page: Page, { id }: Definition): boolean {
  if (workspace.graph.definitions.get(id.text)?.length !== 1) return false;
  let found = 0;
  const whole = workspace.pages.get(page.id) ?? page;
  for (const { items } of symbolByBlock(whole, 'definitions', id.text)) found += items.length;
  return found === 1;
}

/** The kinds an id is defined as; empty when it is not defined. More than one is a fault. */
export const kindsOfId: (workspace: Workspace, id: string) => ReadonlySet<string> = perNaming(
  (workspace, id) => new Set(definitionsOf(workspace, id).map((at) => at.definition.kind)),
);

/** Every place that points at an id, `ref` or attribute or front matter, in order. */
export function usesOf(workspace: Workspace, id: string): readonly UseAt[] {
  return collectFromPages(workspace, 'uses', id, (page, use) => ({ page: page.id, use }));
}

/** Whether what is pointed at there may be of a kind. */
export function fitsUse({ vocabulary }: Workspace, { kinds }: Use, kind: string): boolean {
  if (kinds !== 'any') return kinds.includes(kind);
  return vocabulary.kinds.get(kind)?.role === 'entity';
}

/** Whether an id is pointed at by an attribute that passes a test: of thousands of uses the first that does is enough. */
export function isUsed(
  { graph, pages }: Workspace,
  id: string,
  test: (attribute: string) => boolean,
): boolean {
  for (const pageId of eachPageWith(graph, 'uses', id)) {
    const page = pages.get(pageId);
    if (page === undefined) continue;
    for (const { items } of symbolByBlock(page, 'uses', id))
      if (items.some(({ attribute }) => test(attribute))) return true;
  }
  return false;
}

/** As {@link usesOf}, with those that point at a source by its address. */
export function pointersTo(workspace: Workspace, id: string): readonly UseAt[] {
  const addresses = definitionsOf(workspace, id).flatMap(({ definition }) =>
    addressesOf(definition),
  );
  return [id, ...new Set(addresses)].flatMap((each) => usesOf(workspace, each));
}

/** The id of what is pointed at by an id or an address; the word itself where nothing has it. */
export function idOfPointer(workspace: Workspace, word: string): string {
  if (!isAddress(word)) return word;
  return entityOf(workspace, word)?.definition.id.text ?? word;
}

/** The pages that point at an id; no page is looked at. */
export function pagesUsing(workspace: Workspace, id: string): readonly PageId[] {
  return pagesWith(workspace.graph, 'uses', id);
}

/** What one page defines under an id. */
export function definitionsIn(page: Page, id: string): readonly Definition[] {
  return symbolsOf(page).definitions.get(id) ?? [];
}

/** Where one page points at an id. */
export function usesIn(page: Page, id: string): readonly Use[] {
  return symbolsOf(page).uses.get(id) ?? [];
}

/** The updates of a commitment, by page and place; {@link Commitment.history} has them by day. */
export function updatesOf(workspace: Workspace, id: string): readonly TagAt[] {
  return followUpsOf(workspace, id).filter(({ tag }) => tag.role === 'update');
}

/** The assessments of a commitment, by page and place; {@link Commitment.assessments} has them by day. */
export function assessmentTagsOf(workspace: Workspace, id: string): readonly TagAt[] {
  return followUpsOf(workspace, id).filter(({ tag }) => tag.role === 'assessment');
}

function followUpsOf(workspace: Workspace, id: string): readonly TagAt[] {
  return collectFromPages(workspace, 'followUps', id, (page, tag) => ({ page: page.id, tag }));
}

/** All ids of some kinds, sorted and each once; `any`: of every entity, commitments left out. */
export function idsOfKind(
  workspace: Workspace,
  kinds: readonly string[] | 'any',
): Iterable<string> {
  const ids = new Set<string>();
  for (const kind of kinds === 'any' ? workspace.graph.kinds.keys() : kinds) {
    for (const { page, definition } of definitionsOfKind(workspace, kind)) {
      if (kinds !== 'any' || !isCommitment(page, definition)) ids.add(definition.id.text);
    }
  }
  return [...ids].sort();
}

/** Every definition of a kind with its page, registries first, then by path and place. */
function definitionsOfKind(
  workspace: Workspace,
  kind: string,
): readonly { readonly page: Page; readonly definition: Definition }[] {
  return collectFromPages(workspace, 'kinds', kind, (page, definition) => ({ page, definition }));
}

type Item<Family extends keyof Symbols> =
  Symbols[Family] extends ReadonlyMap<string, readonly (infer T)[]> ? T : never;

/** The pages that define something of a kind. */
export function pagesDefining(workspace: Workspace, kind: string): readonly PageId[] {
  return pagesWith(workspace.graph, 'kinds', kind);
}

/** What all pages have under a symbol, in the order of the pages and then of the places. */
export function collectFromPages<Family extends keyof Symbols, T>(
  workspace: Workspace,
  family: Family,
  symbol: string,
  make: (page: Page, item: Item<Family>) => T,
): readonly T[] {
  const found: T[] = [];
  for (const id of pagesWith(workspace.graph, family, symbol)) {
    const page = workspace.pages.get(id);
    if (page === undefined) continue;
    const items = symbolsOf(page)[family].get(symbol) as readonly Item<Family>[] | undefined;
    for (const item of items ?? []) found.push(make(page, item));
  }
  return found;
}
