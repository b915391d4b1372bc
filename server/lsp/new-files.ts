import type { Session } from './session.js';

/** Whether an edit may make a file. Without a folder there is no place for it. */
export function canCreateFiles({ client: { can }, state }: Session): boolean {
  return can.documentChanges && can.createFiles && state.roots.size > 0;
}
