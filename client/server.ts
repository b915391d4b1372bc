import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ListChangedParams,
  NOTIFICATIONS,
  type StatusParams,
} from '../server/lsp/protocol.js';
import { answerFiles } from './files.js';
import type { Launch } from './lazy-modules.js';

/** What the server does: `off` until something needs it, `stopped` when it broke down. */
export type ServerStatus =
  | { readonly state: 'off' }
  | { readonly state: 'starting' }
  | { readonly state: 'stopped' }
  | StatusParams;

/** The language server as the extension sees it: not there until something needs it. */
export interface Server {
  /** Starts it if it does not run. @throws when it cannot be started; a message has been shown. */
  started(): Promise<BaseLanguageClient>;
  /** The client, if the server answers by now. */
  running(): BaseLanguageClient | undefined;
  /** Resolves when every brief has been read. */
  ready(): Promise<StatusParams>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  status(): ServerStatus;
  onStatus(listener: (status: ServerStatus) => void): Disposable;
  /** Told when a list may be another one: it has changed, all has been read, or there is no server any more. */
  onList(list: ListChangedParams['list'], listener: () => void): Disposable;
}

/** @param loadLaunch reads the client library, which takes longer than all the rest */
export function createServer(
  context: ExtensionContext,
  log: LogOutputChannel,
  loadLaunch: () => Launch,
): Server {
  const emitter = new EventEmitter<ServerStatus>();
  const lists = new EventEmitter<ListChangedParams['list'] | 'all'>();
  context.subscriptions.push(emitter, lists);
  let status: ServerStatus = { state: 'off' };
  let client: Promise<BaseLanguageClient> | undefined;
  let running: BaseLanguageClient | undefined;

  const tell = (next: ServerStatus): void => {
    const isOther = status.state !== next.state;
    status = next;
    emitter.fire(next);
    if (isOther && next.state !== 'starting') lists.fire('all');
  };

  const start = async (): Promise<BaseLanguageClient> => {
    tell({ state: 'starting' });
    const made = loadLaunch()(context, log);
    answerFiles(made);
    made.onNotification(NOTIFICATIONS.status, (params: StatusParams) => tell(params));
    made.onNotification(NOTIFICATIONS.listChanged, ({ list }: ListChangedParams) =>
      lists.fire(list),
    );
    made.onDidChangeState(({ newState }) => {
      if (newState === RUNNING) running = made;
      else if (running === made) running = undefined;
      if (newState === STOPPED && status.state !== 'off') tell({ state: 'stopped' });
    });
    await made.start();
    await commands.executeCommand('setContext', 'rapporteur.active', true);
    return made;
  };

  const started = (): Promise<BaseLanguageClient> => {
    client ??= start().catch((error: unknown) => {
      client = undefined;
      tell({ state: 'stopped' });
      log.error(error instanceof Error ? error : String(error));
      void tellNotStarted();
      throw error;
    });
    return client;
  };

  const stop = async (): Promise<void> => {
    const stopping = client;
    client = undefined;
    tell({ state: 'off' });
    // One that broke down refuses to be stopped; it is gone all the same.
    await stopping?.then((made) => made.dispose()).catch((error) => log.warn(String(error)));
  };

  return {
    started,
    running: () => running,
    stop,
    restart: async () => {
      await stop();
      await started();
    },
    ready: async () => {
      await started();
      if (status.state === 'ready') return status;
      return new Promise((resolve) => {
        const listening = emitter.event((next) => {
          if (next.state !== 'ready') return;
          listening.dispose();
          resolve(next);
        });
      });
    },
    status: () => status,
    onStatus: emitter.event,
    onList: (list, listener) =>
      lists.event((changed) => {
        if (changed === list || changed === 'all') listener();
      }),
  };
}

/** `State` of the client library, whose code is not there yet when this file is read. */
const STOPPED = 1;
const RUNNING = 2;

async function tellNotStarted(): Promise<void> {
  const show = l10n.t('Show Log');
  const message = l10n.t('Rapporteur could not be started. The log shows the reason.');
  if ((await window.showErrorMessage(message, show)) === show)
    await commands.executeCommand('rapporteur.showLog');
}
