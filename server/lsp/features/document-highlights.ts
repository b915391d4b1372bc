import { DocumentHighlightKind } from 'vscode-languageserver';
import { type Highlight, highlights } from '../../core/index.js';
import type { Feature } from '../feature.js';

/** Every place of the document that means what the cursor is on. */
export const documentHighlights: Feature = {
  name: 'document-highlights',
  capability: () => ({ documentHighlightProvider: true }),
  connect(connection, session) {
    connection.onDocumentHighlight(({ textDocument, position }, token) =>
      session.answer(textDocument.uri, token, (view) =>
        highlights(view.workspace, view.page, view.toOffset(position)).map(({ span, type }) => ({
          range: view.toRange(span),
          kind: KINDS[type],
        })),
      ),
    );
  },
};

const KINDS: Readonly<Record<Highlight['type'], DocumentHighlightKind>> = {
  definition: DocumentHighlightKind.Write,
  pointer: DocumentHighlightKind.Read,
  words: DocumentHighlightKind.Text,
};
