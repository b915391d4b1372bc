import { CUSTOM_LOOK, scalar } from '../../brief/index.js';
import { entityOf, mentionsOf, type Place, type Workspace } from '../../workspace/index.js';
import { findSymbols } from '../symbols/symbols.js';

/** Someone or something that can be gone to. */
export interface ListedEntity {
  readonly id: string;
  readonly kind: string;
  /** The kind for a person to read: `Person`. */
  readonly title: string;
  /** One of VS Code's product icons, by its id. */
  readonly icon: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Empty if it has none. */
  readonly description: string;
  readonly mentions: number;
  /** Of the id in its definition, the first if there are several. */
  readonly place: Place;
  /** How well it fits, from 0 to 1. */
  readonly score: number;
}

/** The entities that a query finds by any of their names or their id, the best first; each once. */
export function listEntities(
  workspace: Workspace,
  query: string,
  limit: number,
): readonly ListedEntity[] {
  const scores = new Map<string, number>();
  for (const { id, score } of findSymbols(workspace, query, limit, ['entity'])) {
    if (id !== undefined && !scores.has(id)) scores.set(id, score);
  }
  return [...scores].flatMap(([id, score]) => listed(workspace, id, score));
}

function listed(workspace: Workspace, id: string, score: number): readonly ListedEntity[] {
  const at = entityOf(workspace, id);
  if (at === undefined) return [];
  const { kind, name, otherNames, attributes } = at.definition;
  return [
    {
      id,
      kind,
      title: workspace.vocabulary.kinds.get(kind)?.title ?? kind,
      icon: iconOfKind(workspace, kind),
      name: name.text,
      otherNames: otherNames.map(({ text }) => text),
      description: scalar(attributes, 'description')?.text ?? '',
      mentions: mentionsOf(workspace, id).length,
      place: { page: at.page, span: at.definition.id.span },
      score,
    },
  ];
}

/** One of VS Code's product icons, by its id. */
function iconOfKind({ vocabulary }: Workspace, kind: string): string {
  return (vocabulary.kinds.get(kind)?.look ?? CUSTOM_LOOK).icon;
}

/** As {@link iconOfKind}, of what has an id; empty where nothing has it. */
export function iconOfId(workspace: Workspace, id: string): string {
  const at = entityOf(workspace, id);
  return at === undefined ? '' : iconOfKind(workspace, at.definition.kind);
}
