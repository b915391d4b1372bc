import { scalar } from '../../brief/index.js';
import { entityOf, type Workspace } from '../../workspace/index.js';
import { nameOfEntity } from './describe-names.js';
import { nameOfId } from './id-names.js';
import { joined, type Line, linked, MAX_SHORT, type Piece, truncate } from './rich-text.js';

/** Sources by name: as links to where they can be read, else to where they are defined. */
export function sourcesIn(workspace: Workspace, ids: readonly string[]): Line {
  const MOST = 3;
  const rest = ids.length - MOST;
  const shown = ids.slice(0, rest > 1 ? MOST : ids.length).map((id) => sourceOf(workspace, id));
  return joined([...shown, rest > 1 ? `${rest} more` : undefined], ', ');
}

function sourceOf(workspace: Workspace, id: string): Piece {
  const attributes = entityOf(workspace, id)?.definition.attributes ?? [];
  const url = scalar(attributes, 'url')?.text ?? scalar(attributes, 'archived_url')?.text;
  const there =
    url === undefined ? undefined : linked(truncate(nameOfId(workspace, id), MAX_SHORT), url);
  return there === undefined || typeof there === 'string' ? nameOfEntity(workspace, id) : there;
}
