import { commands, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import { COMMANDS } from './commands/list.js';
import type { Parts } from './parts.js';
import { bridgePreview, type PreviewApi } from './preview-bridge.js';
import { whenNeeded } from './reasons.js';
import { type Server, serverOf } from './server.js';
import { SHOW_REFERENCES, showReferences } from './show-references.js';
import { showStanding } from './status.js';
import { provideTasks } from './task.js';

/** What is there from the first moment, and what commands are given. */
export interface Shell {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly server: Server;
  /** What other extensions, the built-in preview among them, see of this one. */
  readonly api: PreviewApi;
}

/** Opens in a few milliseconds: nothing here reads a file or loads the client library. */
export function openShell(context: ExtensionContext, parts: Parts): Shell {
  const log = window.createOutputChannel('Rapporteur', { log: true });
  const server = serverOf(context, log, parts.launch);
  const preview = bridgePreview(server, parts.preview);
  const { extendMarkdownIt } = preview;
  const shell: Shell = { context, log, server, api: { extendMarkdownIt } };
  context.subscriptions.push(
    log,
    ...COMMANDS.map(({ id, run }) =>
      commands.registerCommand(`rapporteur.${id}`, (argument?: unknown) => run(shell, argument)),
    ),
    commands.registerCommand(SHOW_REFERENCES, showReferences.bind(undefined, server)),
    showStanding(server),
    provideTasks(server),
    preview.disposable,
    // Not while VS Code waits for this function.
    whenNeeded(() => setTimeout(() => void server.started().catch(() => undefined))),
  );
  return shell;
}
