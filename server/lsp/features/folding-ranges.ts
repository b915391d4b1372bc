import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { type Fold, folds } from '../../core/index.js';
import type { Feature } from '../feature.js';
import type { DocumentView } from '../workspace-view.js';

/** What may be folded away. */
export const foldingRanges: Feature = {
  name: 'folding-ranges',
  capability: () => ({ foldingRangeProvider: true }),
  connect(connection, session) {
    const can = session.client.capabilities.textDocument?.foldingRange;
    const isByLine = can?.lineFoldingOnly === true;
    const most = can?.rangeLimit;
    connection.onFoldingRanges(({ textDocument }, token) =>
      session.answer(textDocument.uri, token, (view) =>
        widest(view, folds(view.page), most).map((fold) => toFolding(view, fold, isByLine)),
      ),
    );
  },
};

/** The widest, when a client takes no more than so many. */
function widest(
  view: DocumentView,
  all: readonly Fold[],
  most: number | undefined,
): readonly Fold[] {
  if (most === undefined || all.length <= most) return all;
  const lines = ({ span }: Fold): number =>
    view.toPosition(span.end).line - view.toPosition(span.start).line;
  const chosen = new Set(all.toSorted((a, b) => lines(b) - lines(a)).slice(0, Math.max(0, most)));
  return all.filter((fold) => chosen.has(fold));
}

function toFolding(view: DocumentView, { span, type }: Fold, isByLine: boolean): FoldingRange {
  const start = view.toPosition(span.start);
  const end = view.toPosition(span.end);
  return {
    startLine: start.line,
    endLine: end.line,
    // Without a character the whole first line stays to be seen.
    ...(isByLine ? {} : { endCharacter: end.character }),
    ...(type === 'region' ? { kind: FoldingRangeKind.Region } : {}),
  };
}
