import type { CallHierarchyItem, Range } from 'vscode-languageserver';
import { type Call, incomingCalls, outgoingCalls, prepareCalls } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { keyOfItem, toHierarchyItem } from '../hierarchy.js';
import { answerWhenAllRead } from '../when-all-read.js';
import type { DocumentView } from '../workspace-view.js';

/** Who owes what to whom, and what depends on it, one step at a time in both directions. */
export const callHierarchy: Feature = {
  name: 'callHierarchy',
  capability: () => ({ callHierarchyProvider: true }),
  connect(connection, session) {
    const { callHierarchy: calls } = connection.languages;
    calls.onPrepare(({ textDocument, position }, token) =>
      answerWhenAllRead(session, textDocument.uri, token, (view) => {
        const items = prepareCalls(view.workspace, view.page, view.toOffset(position));
        return items.length === 0
          ? undefined
          : items.flatMap((item) => toHierarchyItem(view, item) ?? []);
      }),
    );
    calls.onOutgoingCalls(({ item }, token) =>
      answerWhenAllRead(session, item.uri, token, (view) => {
        const key = keyOfItem(item);
        const found = key && outgoingCalls(view.workspace, key);
        return found?.flatMap((call) => {
          const to = toHierarchyItem(view, call.item);
          return to === undefined ? [] : [{ to, fromRanges: ranges(view, view.page.id, call) }];
        });
      }),
    );
    calls.onIncomingCalls(({ item }, token) =>
      answerWhenAllRead(session, item.uri, token, (view) => {
        const key = keyOfItem(item);
        const found = key && incomingCalls(view.workspace, key);
        return found?.flatMap((call) => {
          const from: CallHierarchyItem | undefined = toHierarchyItem(view, call.item);
          return from === undefined
            ? []
            : [{ from, fromRanges: ranges(view, call.item.page, call) }];
        });
      }),
    );
  },
};

/** Where in the page of the one that promises, or depends, it is said. */
function ranges(view: DocumentView, page: string, { at }: Call): Range[] {
  const converter = view.converterOf(page);
  return at.map((span) => converter.toRange(span));
}
