import type { PreviewKind, PreviewTips } from '../../server/lsp/protocol.js';

/** The server's last word on each document that is or was previewed. */
export interface TipsCache {
  /** What is known now; a document not asked about before is asked about. */
  tips(uri: string | undefined): PreviewTips | undefined;
  /** The kinds of all workspaces of which a document was previewed. */
  kinds(): readonly PreviewKind[];
  /** Something may have changed: asks again about every document that is being shown. */
  refresh(): void;
  /** The document is not shown any more. */
  forget(uri: string): void;
}

export interface TipsSource {
  /** Asks the server; `undefined` or `null` when it does not know the document or does not run. */
  ask(uri: string): Promise<PreviewTips | null | undefined>;
  /** The answer for a document that is shown has changed: previews are to be drawn again. */
  changed(): void;
  /** Runs the task a little later; gives what calls it off. So that a run of keystrokes asks once. */
  later(task: () => void): () => void;
}

/**
 * The preview draws at once with what is known, and again when the server has answered otherwise.
 * One question a document is under way at a time; one that became stale meanwhile is asked again.
 */
export function createTipsCache(source: TipsSource): TipsCache {
  const known = new Map<string, Entry>();
  let callOff: (() => void) | undefined;

  const askAbout = async (uri: string, entry: Entry): Promise<void> => {
    if (entry.state !== 'idle') {
      entry.state = 'stale';
      return;
    }
    entry.state = 'asking';
    // A server that is gone or busy gives no answer; what was known stays.
    const tips = await source.ask(uri).catch(() => undefined);
    const isStale = (entry.state as Entry['state']) === 'stale';
    entry.state = 'idle';
    if (known.get(uri) !== entry) return;
    const written = tips ? JSON.stringify(tips) : entry.written;
    if (tips && written !== entry.written) {
      entry.tips = tips;
      entry.written = written;
      source.changed();
    }
    if (isStale) await askAbout(uri, entry);
  };

  const askAll = (): void => {
    callOff = undefined;
    for (const [uri, entry] of known) void askAbout(uri, entry);
  };

  return {
    tips(uri) {
      if (uri === undefined) return undefined;
      let entry = known.get(uri);
      if (entry === undefined) {
        entry = { state: 'idle', tips: undefined, written: '' };
        known.set(uri, entry);
        void askAbout(uri, entry);
      }
      return entry.tips;
    },
    kinds: () => [...known.values()].flatMap(({ tips }) => tips?.kinds ?? []),
    refresh() {
      callOff?.();
      callOff = source.later(askAll);
    },
    forget: (uri) => void known.delete(uri),
  };
}

interface Entry {
  state: 'idle' | 'asking' | 'stale';
  tips: PreviewTips | undefined;
  /** As JSON, to see whether an answer says anything new. */
  written: string;
}
