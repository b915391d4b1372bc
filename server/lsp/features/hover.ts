import { documentsBehind, hover as hoverOf } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { toMarkup } from '../to-markup.js';

/** What is known of the thing under the mouse or the cursor. */
export const hover: Feature = {
  name: 'hover',
  capability: () => ({ hoverProvider: true }),
  connect(connection, session) {
    const kind = session.client.can.markdownHover ? 'markdown' : 'plaintext';
    connection.onHover(({ textDocument, position }, token) =>
      session.answer(
        textDocument.uri,
        token,
        (view) => {
          const { workspace, page } = view;
          const known = view.complete ? 'all' : 'reading';
          const found = hoverOf(workspace, page, view.toOffset(position), known);
          return (
            found && {
              contents: toMarkup(view, found.telling, kind),
              range: view.toRange(found.span),
            }
          );
        },
        (view) => documentsBehind(view.page, view.toOffset(position)),
      ),
    );
  },
};
