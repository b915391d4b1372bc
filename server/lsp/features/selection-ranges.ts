import { SelectionRange } from 'vscode-languageserver';
import { selections } from '../../core/index.js';
import type { Feature } from '../feature.js';

/** Selects more and more around the cursor: word, label, tag, sentence, paragraph, section. */
export const selectionRanges: Feature = {
  name: 'selection-ranges',
  capability: () => ({ selectionRangeProvider: true }),
  connect(connection, session) {
    connection.onSelectionRanges(({ textDocument, positions }, token) =>
      session.answer(textDocument.uri, token, (view) =>
        positions.map((position) => {
          const offset = view.toOffset(position);
          const spans = selections(view.workspace, view.page, offset);
          const outermost = view.toRange(spans.at(-1) ?? { start: offset, end: offset });
          return spans
            .slice(0, -1)
            .reduceRight(
              (parent, span) => SelectionRange.create(view.toRange(span), parent),
              SelectionRange.create(outermost),
            );
        }),
      ),
    );
  },
};
