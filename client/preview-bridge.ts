import { commands, Disposable, l10n, workspace } from 'vscode';
import { type PreviewTips, REQUESTS } from '../server/lsp/protocol.js';
import type { LazyModules } from './lazy-modules.js';
import type { PreviewTexts, TipsCache } from './preview/index.js';
import type { Server } from './server.js';

/** What the built-in Markdown preview takes from an extension. */
export interface PreviewApi {
  extendMarkdownIt<T>(md: T): T;
}

/**
 * Lets the preview show tags, with what the server knows of them. The plugin brings the engine along,
 * so it is read when a preview is first opened; VS Code wants it at once then, and not by a promise.
 */
export function bridgePreview(
  server: Server,
  load: LazyModules['preview'],
): PreviewApi & { readonly disposable: Disposable } {
  const listening: Disposable[] = [];
  const api: PreviewApi = {
    extendMarkdownIt(md) {
      const preview = load();
      const cache = preview.createTipsCache({
        ask: (uri) => ask(server, uri),
        changed: () => void commands.executeCommand('markdown.preview.refresh'),
        later,
      });
      listening.push(...refreshOnChange(server, cache));
      const plugin = preview.previewPlugin({ ...cache, words: previewWords() });
      return plugin(md as Parameters<typeof plugin>[0]) as typeof md;
    },
  };
  return { ...api, disposable: new Disposable(() => Disposable.from(...listening).dispose()) };
}

async function ask(server: Server, uri: string): Promise<PreviewTips | null | undefined> {
  return server.running()?.sendRequest<PreviewTips | null>(REQUESTS.preview, { uri });
}

/** Typing asks once it pauses. */
const PAUSE_MS = 250;

function later(task: () => void): () => void {
  const timer = setTimeout(task, PAUSE_MS);
  return () => clearTimeout(timer);
}

/** A card may change with any file; the server says when it is done reading. */
function refreshOnChange(server: Server, cache: TipsCache): readonly Disposable[] {
  return [
    server.onStatus(({ state }) => {
      if (state === 'ready') cache.refresh();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'markdown' || document.languageId === 'yaml') cache.refresh();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => cache.forget(uri.toString())),
  ];
}

function previewWords(): PreviewTexts {
  return {
    slip: l10n.t('Something in this tag is not right yet; see Problems.'),
    unresolved: l10n.t('This is not in any registry.'),
    behalf: l10n.t('for'),
    to: l10n.t('to'),
    due: l10n.t('due'),
  };
}
