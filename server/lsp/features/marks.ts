import { readingMarks, type Span, type Token } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { type DocumentMarks, type MarkedTag, type MarkedWords, REQUESTS } from '../protocol.js';
import { isRange } from '../request-params.js';
import { fieldsOf } from '../suggestion-params.js';
import type { DocumentView } from '../workspace-view.js';

/** What an editor draws over the visible part of a text: kinds, the syntax of tags, how promises are kept. */
export const marks: Feature = {
  name: 'marks',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest<DocumentMarks | null, void>(REQUESTS.marks, (sent: unknown, token) => {
      const { uri, range } = fieldsOf(sent);
      return session.answer(String(uri), token, (view) => {
        const all = { start: 0, end: view.page.text.length };
        return marksIn(view, isRange(range) ? view.toSpan(range) : all);
      });
    });
  },
};

function marksIn(view: DocumentView, within: Span): DocumentMarks {
  const { workspace, page, version, toRange, toPosition } = view;
  const wordsOf = ({ span, kind, modifiers }: Token): MarkedWords => {
    return { range: toRange(span), kind, overdue: modifiers.includes('overdue') };
  };
  const { words, tags } = readingMarks(workspace, page, within);
  return {
    version,
    words: words.map(wordsOf),
    tags: tags.map(({ span, syntax, marks: inside, promise }): MarkedTag => {
      const tag = {
        range: toRange(span),
        syntax: syntax.map((each) => toRange(each)),
        words: inside.map(wordsOf),
      };
      if (promise === undefined) return tag;
      const { standing, chip, end } = promise;
      const said = { range: toRange(promise.words), standing, chip, end: toPosition(end) };
      return { ...tag, promise: said };
    }),
  };
}
