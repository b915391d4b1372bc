import { yamlScalar } from '../../parse/index.js';
import type { NewName, ProposedEntity } from '../../suggest/index.js';
import { applyEdits, type TextEdit } from '../../text/index.js';
import { applyChanges, entityOf, type PageId, type Workspace } from '../../workspace/index.js';
import { applyToPieces, editsOf, wholeText } from '../actions/merge-edits.js';
import { registryEntryEdits } from '../registry-edit/registry-edit.js';
import { otherNameEdits } from '../registry-edit/registry-edit-names.js';

/** A registry with what was added to it. */
export interface RegistryChange {
  readonly page: PageId;
  /** `undefined` where there was none. */
  readonly before: string | undefined;
  readonly after: string;
  /** What makes the one of the other. */
  readonly edits: readonly TextEdit[];
}

/** What is to be new in registries. */
export interface NewInRegistry {
  readonly entities: readonly ProposedEntity[];
  /** Each once. */
  readonly names: readonly NewName[];
}

/**
 * A registry with new entities and new names of others, its comments and order kept; `undefined` where one of them cannot be put in so
 * that it is read as meant.
 */
export function registryChanges(
  workspace: Workspace,
  registry: PageId,
  { entities, names }: NewInRegistry,
): RegistryChange | undefined {
  const before = workspace.pages.get(registry)?.text;
  let now = workspace;
  let pieces = wholeText(before ?? '');
  const make = (edits: readonly TextEdit[] | undefined): boolean => {
    if (edits === undefined) return false;
    pieces = applyToPieces(pieces, edits);
    const text = applyEdits(now.pages.get(registry)?.text ?? '', edits);
    now = applyChanges(now, [{ type: 'text', id: registry, text }]);
    return true;
  };
  for (const { kind, id, name, otherNames, attributes } of entities) {
    const entry = { kind, id, name, attributes: written(otherNames, attributes) };
    if (!make(registryEntryEdits(now, registry, entry))) return undefined;
  }
  for (const { id, name } of names) {
    const known = entityOf(now, id);
    if (known?.page !== registry || !make(otherNameEdits(now, known, name))) return undefined;
  }
  return {
    page: registry,
    before,
    after: now.pages.get(registry)?.text ?? '',
    edits: editsOf(before ?? '', pieces),
  };
}

/** As YAML between braces, which may stand in either manner of writing. */
function written(
  otherNames: readonly string[],
  attributes: ProposedEntity['attributes'],
): readonly (readonly [string, string])[] {
  const names = otherNames.map((name) => yamlScalar(name, 'flow'));
  return [
    ...(names.length === 0 ? [] : [['other_names', `[${names.join(', ')}]`] as const]),
    ...Object.entries(attributes).map(
      ([key, value]) =>
        [key, typeof value === 'string' ? yamlScalar(value, 'flow') : listed(value)] as const,
    ),
  ];
}

function listed(values: readonly Readonly<Record<string, string>>[]): string {
  const entries = values.map(
    (value) =>
      `{ ${Object.entries(value)
        .map(([key, text]) => `${key}: ${yamlScalar(text, 'flow')}`)
        .join(', ')} }`,
  );
  return `[${entries.join(', ')}]`;
}
