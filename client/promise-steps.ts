import { l10n, type QuickPickItem } from 'vscode';
import {
  type DeadlineParams,
  type DeadlineResult,
  type EntityItem,
  REQUESTS,
} from '../server/lsp/protocol.js';
import { type Judged, pickStep, type Step } from './multi-step.js';
import type { Server } from './server.js';

export interface KnownEntity extends EntityItem {
  /** Whether it can make and receive promises. */
  readonly mayAct: boolean;
}

/** All that the workspaces define, for the lists of a form. */
export async function knownEntities(server: Server): Promise<readonly KnownEntity[]> {
  const client = await server.started();
  const all = await client.sendRequest<readonly EntityItem[]>(REQUESTS.entities, { query: '' });
  // Several folders may have one of an id.
  const byId = new Map(all.map((entity) => [entity.id, entity]));
  return [...byId.values()].map((entity) => {
    return { ...entity, mayAct: !SILENT_KINDS.has(entity.kind) };
  });
}

const SILENT_KINDS: ReadonlySet<string> = new Set(['agreement', 'event', 'topic', 'source']);

export interface DeadlineJudge {
  readonly read: (words: string) => Promise<DeadlineResult | null>;
  readonly judge: (words: string) => Promise<Judged>;
}

/** Reads the words of a day by the date of a brief, and says why it does not. */
export function deadlineJudge(server: Server, uri: string): DeadlineJudge {
  const read = async (words: string): Promise<DeadlineResult | null> => {
    const client = await server.started();
    const params: DeadlineParams = { uri, words };
    return client.sendRequest<DeadlineResult | null>(REQUESTS.deadline, params);
  };
  return {
    read,
    judge: async (words) => {
      const found = await read(words);
      if (found === null) return { reading: '' };
      return found.type === 'refused' ? { fault: found.reason } : { reading: found.reason };
    },
  };
}

interface SourcePick extends QuickPickItem {
  /** Empty: none here. */
  readonly id: string;
}

/** One of the known sources, or that of the brief. */
export function sourceStep<Draft>(
  all: readonly KnownEntity[],
  get: (draft: Draft) => string,
  set: (draft: Draft, source: string) => void,
): Step<Draft> {
  const sources = all.filter(({ kind }) => kind === 'source');
  const items: readonly SourcePick[] = [
    {
      id: '',
      label: l10n.t('The source of the brief'),
      description: l10n.t('source: in its front matter'),
    },
    ...sources.map(({ id, name, icon }) => ({ id, label: `$(${icon}) ${name}`, description: id })),
  ];
  return async (draft, place) => {
    const answer = await pickStep(place, {
      items,
      chosen: items.filter(({ id }) => id === get(draft)),
      hint: l10n.t('Where does it come from?'),
      many: false,
    });
    if (answer === 'back' || answer === 'left') return answer;
    set(draft, answer[0]?.id ?? '');
    return 'next';
  };
}
