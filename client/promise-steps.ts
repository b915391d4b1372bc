import { l10n, type QuickPickItem } from 'vscode';
import {
  type DeadlineParams,
  type DeadlineResult,
  type EntitiesParams,
  type EntityItem,
  REQUESTS,
} from '../server/lsp/protocol.js';
import { type Judged, pickStep, type Step } from './multi-step.js';
import type { Server } from './server.js';

export interface KnownEntity extends EntityItem {
  /** Whether it can make and receive promises. */
  readonly mayAct: boolean;
}

/** All that the workspace of a document defines, for the lists of a form. */
export async function knownEntities(server: Server, uri: string): Promise<readonly KnownEntity[]> {
  await server.ready();
  const client = await server.started();
  const params: EntitiesParams = { query: '', uri };
  const all = await client.sendRequest<readonly EntityItem[]>(REQUESTS.entities, params);
  return all.map((entity) => {
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

/** One of the known sources, an address that is typed or pasted, or that of the brief (`named`: not that, for it has none). */
export function sourceStep<Draft>(
  all: readonly KnownEntity[],
  get: (draft: Draft) => string,
  set: (draft: Draft, source: string) => void,
  must: 'any' | 'named' = 'any',
): Step<Draft> {
  const sources = all.filter(({ kind }) => kind === 'source');
  const ofBrief: SourcePick = {
    id: '',
    label: l10n.t('The source of the brief'),
    description: l10n.t('source: in its front matter'),
  };
  const items: readonly SourcePick[] = [
    ...(must === 'named' ? [] : [ofBrief]),
    ...sources.map(({ id, name, icon }) => ({ id, label: `$(${icon}) ${name}`, description: id })),
  ];
  return async (draft, place) => {
    const answer = await pickStep(place, {
      items,
      chosen: items.filter(({ id }) => id === get(draft)),
      hint: l10n.t('Where does it come from? A known source, or its address.'),
      many: false,
      typed: addressPick,
    });
    if (answer === 'back' || answer === 'left') return answer;
    set(draft, answer[0]?.id ?? '');
    return 'next';
  };
}

/** It is registered later: until then a finding offers that. */
function addressPick(words: string): SourcePick | undefined {
  if (!/^https?:\/\/[^\s"<>{}`]+$/.test(words)) return undefined;
  return { id: words, label: words, description: l10n.t('an address'), alwaysShow: true };
}
