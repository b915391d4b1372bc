import { EACH_OTHER } from '../../brief/index.js';
import { shortened } from '../../rules/index.js';
import { type Commitment, entityOf, type Place, type Workspace } from '../../workspace/index.js';
import { actOf } from './commitment-words.js';
import { nameOfId, nameWithId } from './id-names.js';
import { type Line, type Piece, placed, several } from './rich-text.js';

/** The name of an entity, leading to where it is defined. */
export function nameOfEntity(workspace: Workspace, id: string): Piece {
  const at = entityOf(workspace, id);
  const place = at && { page: at.page, span: at.definition.id.span };
  return placed(shortened(nameOfId(workspace, id)), id === EACH_OTHER ? undefined : place);
}

/** `Rajnath Singh, Pete Hegseth and 7 more`. */
export function namesOfEntities(workspace: Workspace, ids: readonly string[]): Line {
  const MOST = 4;
  const some = ids.length > MOST + 1 ? ids.slice(0, MOST) : ids;
  const names = some.map((id) => nameOfEntity(workspace, id));
  return some === ids
    ? several(names, MOST)
    : several([...names, `${ids.length - MOST} more`], MOST + 1);
}

/** As {@link namesOfEntities}, in words alone: where many links would stand in a line. */
export function wordsOfEntities(workspace: Workspace, ids: readonly string[]): string {
  return namesOfEntities(workspace, ids)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');
}

/** What was promised, leading to where. */
export function nameOfCommitment(commitment: Commitment): Piece {
  return placed(shortened(actOf(commitment)) || 'a commitment', placeOfCommitment(commitment));
}

export function placeOfCommitment({ at }: Commitment): Place {
  return { page: at.page, span: at.tag.span };
}

/** How several that are offered side by side are told apart: by name, by id too where names are alike. */
export function distinctNames(
  workspace: Workspace,
  ids: readonly string[],
): (id: string) => string {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of new Set(ids)) {
    const name = nameOfId(workspace, id);
    (seen.has(name) ? twice : seen).add(name);
  }
  return (id) =>
    twice.has(nameOfId(workspace, id)) ? nameWithId(workspace, id) : nameOfId(workspace, id);
}
