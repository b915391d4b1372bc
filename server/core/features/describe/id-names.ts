import { EACH_OTHER } from '../../brief/index.js';
import { listOf } from '../../rules/index.js';
import { entityOf, type Workspace } from '../../workspace/index.js';

/** `Pete Hegseth`; what nothing defines keeps its id. */
export function nameOfId(workspace: Workspace, id: string): string {
  if (id === EACH_OTHER) return 'each other';
  return entityOf(workspace, id)?.definition.name.text || id;
}

/** `Pete Hegseth (pete-hegseth)`. */
export function nameWithId(workspace: Workspace, id: string): string {
  const name = nameOfId(workspace, id);
  return name === id || id === EACH_OTHER ? name : `${name} (${id})`;
}

/** `India and the rest`, from ids. */
export function namesInWords(workspace: Workspace, ids: readonly string[]): string {
  return listOf(
    ids.map((id) => nameOfId(workspace, id)),
    'and',
  );
}
