import { documentsLinkedFrom, type LocalLink, localLinks, webLinks } from '../../core/index.js';
import type { Feature } from '../feature.js';
import type { WorkspaceView } from '../workspace-view.js';

/** The addresses of sources and registers; links between files where the editor makes none itself. */
export const documentLinks: Feature = {
  name: 'document-links',
  capability: () => ({ documentLinkProvider: {} }),
  connect(connection, session) {
    // VS Code's own Markdown support follows the links of Markdown; two links for one would only be in the way.
    const isOurs = session.client.options.status === true;
    connection.onDocumentLinks(({ textDocument }, token) =>
      session.answer(
        textDocument.uri,
        token,
        (view) => [
          ...webLinks(view.page).map(({ span, url, tip }) => ({
            range: view.toRange(span),
            target: url,
            tooltip: tip,
          })),
          ...(isOurs ? [] : localLinks(view.workspace, view.page)).map((link) => ({
            range: view.toRange(link.span),
            target: addressOf(view, link),
            tooltip: link.tip,
          })),
        ],
        isOurs ? undefined : (view) => documentsLinkedFrom(view.page),
      ),
    );
  },
};

function addressOf(view: WorkspaceView, { page, anchor }: LocalLink): string {
  const uri = view.toUri(page);
  return anchor === undefined ? uri : `${uri}#${encodeURIComponent(anchor)}`;
}
