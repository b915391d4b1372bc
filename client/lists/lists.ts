import type { Disposable, Memento } from 'vscode';
import type { Server } from '../server.js';
import { type CommitmentList, createCommitmentList } from './commitment-list.js';

/** What the side bar lists of the workspace. */
export interface Lists extends Disposable {
  readonly commitments: CommitmentList;
}

export function createLists(server: Server, memory: Memento): Lists {
  const commitments = createCommitmentList(server, memory);
  return { commitments, dispose: () => commitments.dispose() };
}
