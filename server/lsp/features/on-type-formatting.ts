import { closingFence } from '../../core/index.js';
import type { Feature } from '../feature.js';

/** Closes a `:::` block when one begins to write in it. */
export const onTypeFormatting: Feature = {
  name: 'on-type-formatting',
  // A block is known to be one once its opening line is done: not at its third colon.
  capability: () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } }),
  connect(connection, session) {
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) =>
      session.answer(textDocument.uri, token, (view) => {
        if (ch !== '\n') return [];
        const edit = closingFence(view.workspace, view.page, view.toOffset(position));
        return edit === undefined ? [] : [{ range: view.toRange(edit.span), newText: edit.text }];
      }),
    );
  },
};
