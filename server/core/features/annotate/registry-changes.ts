import { yamlScalar } from '../../parse/index.js';
import type { ProposedEntity } from '../../suggest/index.js';
import { applyEdits } from '../../text/index.js';
import { applyChanges, type PageId, type Workspace } from '../../workspace/index.js';
import { registryEntryEdits } from '../registry-edit/registry-edit.js';

/** A registry with what was added to it. */
export interface RegistryChange {
  readonly page: PageId;
  /** `undefined` where there was none. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * A registry with new entities, its comments and order kept; `undefined` where one of them cannot be put in so
 * that it is read as meant.
 */
export function registryChanges(
  workspace: Workspace,
  registry: PageId,
  entities: readonly ProposedEntity[],
): RegistryChange | undefined {
  const before = workspace.pages.get(registry)?.text;
  let now = workspace;
  for (const { kind, id, name, otherNames, attributes } of entities) {
    const edits = registryEntryEdits(now, registry, {
      kind,
      id,
      name,
      attributes: written(otherNames, attributes),
    });
    if (edits === undefined) return undefined;
    const text = applyEdits(now.pages.get(registry)?.text ?? '', edits);
    now = applyChanges(now, [{ type: 'text', id: registry, text }]);
  }
  return { page: registry, before, after: now.pages.get(registry)?.text ?? '' };
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
