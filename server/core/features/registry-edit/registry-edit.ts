import type { Mapping } from '../../parse/index.js';
import type { PageEdit } from '../../rules/index.js';
import { applyEdits, type TextEdit } from '../../text/index.js';
import {
  type Page,
  type PageId,
  readPageByBlock,
  type Workspace,
  yamlOf,
} from '../../workspace/index.js';
import { entryEdits, kindEdits, type NewEntry, newFile } from './registry-edit-yaml.js';

/**
 * The edits that put a new entry into a registry, in the manner in which it is written: indent, flow or
 * block, line ends; what stands there stays as it is. A registry that is not there is begun. `undefined`
 * where no edit gives what was meant (YAML that breaks off, say): each is read again before it is given.
 */
export function registryEntryEdits(
  workspace: Workspace,
  registry: PageId,
  entry: NewEntry,
): readonly PageEdit[] | undefined {
  const page = workspace.pages.get(registry);
  if (page === undefined) {
    return [{ page: registry, span: { start: 0, end: 0 }, text: newFile(entry) }];
  }
  if (yamlOf(page).faults.some(({ code }) => code === 'invalid-yaml')) return undefined;
  for (const edits of candidates(page, entry)) {
    if (gives(workspace, page, edits, entry)) return onPage(registry, edits);
  }
  return undefined;
}

function candidates(page: Page, entry: NewEntry): Iterable<readonly TextEdit[]> {
  const { value } = yamlOf(page);
  const top: Mapping | undefined = value?.type === 'mapping' ? value : undefined;
  const kind = top?.entries.find(({ key }) => key.text === entry.kind);
  return kind === undefined ? kindEdits(page.text, top, entry) : entryEdits(page.text, kind, entry);
}

function gives(
  workspace: Workspace,
  page: Page,
  edits: readonly TextEdit[],
  { kind, id, name }: NewEntry,
): boolean {
  const after = reread(workspace, page, edits);
  if (after === undefined) return false;
  const [old, made] = [page.facts.definitions, after.facts.definitions];
  const found = made.find((definition) => definition.id.text === id && definition.kind === kind);
  const others = made.filter((definition) => definition !== found);
  return (
    found?.name.text === name &&
    others.length === old.length &&
    old.every(({ id: { text } }, at) => others[at]?.id.text === text)
  );
}

/** The registry after some edits; `undefined` if more is wrong in it then. */
export function reread(
  { settings, vocabulary }: Workspace,
  page: Page,
  edits: readonly TextEdit[],
): Page | undefined {
  const after = readPageByBlock(page.id, applyEdits(page.text, edits), settings, vocabulary, page);
  return after.facts.faults.length > page.facts.faults.length ? undefined : after;
}

export function onPage(page: PageId, edits: readonly TextEdit[]): readonly PageEdit[] {
  return edits.map((edit) => ({ ...edit, page }));
}
