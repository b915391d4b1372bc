import { commands, type ExtensionContext, window } from 'vscode';
import type { ListGroup } from '../server/lsp/protocol.js';
import { activateWhenNeeded } from './activation.js';
import { provideCheckTask } from './check-task.js';
import { type CommandContext, isOfLostRow } from './commands/command.js';
import { COMMANDS } from './commands/list.js';
import { rememberSteps } from './first-steps.js';
import type { LazyModules } from './lazy-modules.js';
import { showLeftOut } from './left-out-status.js';
import { type ListTree, SHOW_MORE } from './lists/list-tree.js';
import { createLists } from './lists/lists.js';
import { showMarks } from './marks/marks.js';
import { createReading } from './marks/reading.js';
import { offerWhoIsMeant } from './offer-who.js';
import { createPanel } from './panel/panel.js';
import { offerMarkdown } from './paste/offer-markdown.js';
import { bridgePreview, type PreviewApi } from './preview-bridge.js';
import { createServer } from './server.js';
import { SHOW_REFERENCES, showReferences } from './show-places.js';
import { showStatus } from './status-items.js';
import { showHighlights } from './suggestions/highlights.js';
import { underlineHints } from './suggestions/hint-lines.js';
import { offerToAnnotate } from './suggestions/offer.js';
import { createReview } from './suggestions/review.js';
import { VIEWS } from './views/list.js';

/** What is there from the first moment. */
export interface Extension extends CommandContext {
  /** What other extensions, the built-in preview among them, see of this one. */
  readonly api: PreviewApi;
}

/** Opens in a few milliseconds: nothing here reads a file or loads the client library. */
export function createExtension(context: ExtensionContext, parts: LazyModules): Extension {
  const log = window.createOutputChannel('Rapporteur', { log: true });
  void rememberSteps(context.globalState);
  const server = createServer(context, log, parts.launch);
  const preview = bridgePreview(server, parts.preview);
  const { extendMarkdownIt } = preview;
  const review = createReview(server);
  const lists = createLists(server, context.workspaceState);
  const reading = createReading(context.workspaceState);
  const panel = createPanel(server, context.extensionUri);
  const folders = { extension: context.extensionUri, storage: context.globalStorageUri };
  const extension: Extension = {
    log,
    server,
    review,
    lists,
    reading,
    panel,
    folders,
    api: { extendMarkdownIt },
  };
  context.subscriptions.push(
    log,
    ...COMMANDS.map((command) =>
      commands.registerCommand(`rapporteur.${command.id}`, (...sent: readonly unknown[]) =>
        isOfLostRow(command, sent) ? undefined : command.run(extension, sent[0]),
      ),
    ),
    commands.registerCommand(SHOW_REFERENCES, showReferences.bind(undefined, server)),
    review,
    lists,
    reading,
    panel,
    showMarks(server, reading),
    commands.registerCommand(SHOW_MORE, (tree: ListTree<unknown>, group?: ListGroup) =>
      tree.showMore(group),
    ),
    ...VIEWS.map((view) => view.open(extension)),
    showHighlights(review),
    underlineHints(review),
    offerToAnnotate(),
    offerMarkdown(server),
    offerWhoIsMeant(),
    showStatus(server),
    showLeftOut(),
    provideCheckTask(server),
    preview.disposable,
    // Not while VS Code waits for this function.
    activateWhenNeeded(() => setTimeout(() => void server.started().catch(() => undefined))),
  );
  return extension;
}
