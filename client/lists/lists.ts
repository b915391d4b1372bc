import type { Disposable, Memento } from 'vscode';
import type { Server } from '../server.js';
import { type BriefList, createBriefList } from './brief-list.js';
import { type CommitmentList, createCommitmentList } from './commitment-list.js';
import { createEntityList, type EntityList } from './entity-list.js';

/** What the side bar lists of the workspace. */
export interface Lists extends Disposable {
  readonly commitments: CommitmentList;
  readonly entities: EntityList;
  readonly brief: BriefList;
}

export function createLists(server: Server, memory: Memento): Lists {
  const commitments = createCommitmentList(server, memory);
  const entities = createEntityList(server);
  const brief = createBriefList(server);
  const dispose = (): void => {
    commitments.dispose();
    entities.dispose();
    brief.dispose();
  };
  return { commitments, entities, brief, dispose };
}
