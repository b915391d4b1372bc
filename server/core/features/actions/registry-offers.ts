import type { DefinitionAt, PageId, Workspace } from '../../workspace/index.js';
import { registryEntryEdits } from '../registry-edit/registry-edit.js';
import { otherNameEdits } from '../registry-edit/registry-edit-names.js';
import type { NewEntry } from '../registry-edit/registry-edit-yaml.js';
import type { Offer } from './code-action.js';

/** Characters that are read in no time. Of a longer registry it is found out later whether it can be done. */
const MAX_TRIED_AT_ONCE = 3000;

/** The edits that define something in a registry; `undefined` if that cannot be done there. */
export function newEntryEdits(
  workspace: Workspace,
  registry: PageId,
  entry: NewEntry,
): Offer['edits'] | undefined {
  const make = (): ReturnType<typeof registryEntryEdits> =>
    registryEntryEdits(workspace, registry, entry);
  return isShort(workspace, registry) ? make() : () => make() ?? [];
}

/** As {@link newEntryEdits}, of one more name of what is known. */
export function otherNameEditsIn(
  workspace: Workspace,
  known: DefinitionAt,
  name: string,
): Offer['edits'] | undefined {
  const make = (): ReturnType<typeof otherNameEdits> => otherNameEdits(workspace, known, name);
  return isShort(workspace, known.page) ? make() : () => make() ?? [];
}

/** For a title: `in registry.yaml`, and of one that is not there yet `in a new registry.yaml`. */
export function inRegistry({ pages }: Workspace, registry: PageId): string {
  return pages.has(registry) ? `in ${registry}` : `in a new ${registry}`;
}

function isShort({ pages }: Workspace, page: PageId): boolean {
  return (pages.get(page)?.text.length ?? 0) < MAX_TRIED_AT_ONCE;
}
