import { hover as hoverOf } from '../../core/index.js';
import type { Feature } from '../feature.js';

/** What is known of the thing under the mouse or the cursor. */
export const hover: Feature = {
  name: 'hover',
  capability: () => ({ hoverProvider: true }),
  connect(connection, session) {
    connection.onHover(({ textDocument, position }, token) =>
      session.answer(textDocument.uri, token, (view) => {
        const found = hoverOf(view.workspace, view.page, view.toOffset(position));
        return (
          found && {
            contents: { kind: 'markdown', value: found.markdown },
            range: view.toRange(found.span),
          }
        );
      }),
    );
  },
};
