import { type LogOutputChannel, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol.js';
import { documentSelector } from './document-selector.js';
import { errorHandler } from './error-handler.js';

/** What the client is told, on a desktop and in a browser alike. */
export function clientOptions(
  log: LogOutputChannel,
  more: Pick<InitializationOptions, 'rulePages'> = {},
): LanguageClientOptions {
  return {
    documentSelector: [...documentSelector()],
    outputChannel: log,
    traceOutputChannel: log,
    // A log that opens by itself tells an analyst nothing; whatever matters is said in a message.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // The owner in the problem matcher's name as well: what the task finds takes the place of what the
    // server found, and is not listed beside it.
    diagnosticCollectionName: 'rapporteur',
    initializationOptions: (): InitializationOptions => ({
      status: true,
      files: true,
      suggestAgain: true,
      ...more,
      settings: plain(workspace.getConfiguration().get<object>('rapporteur') ?? {}),
    }),
    errorHandler: errorHandler(log),
    markdown: { supportThemeIcons: true },
  };
}

/** VS Code gives settings as an object of its own kind, which cannot be sent to a Worker. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
