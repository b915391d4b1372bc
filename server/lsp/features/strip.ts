import { stripIn } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { REQUESTS, type StripParams, type StripResult } from '../protocol.js';

/** The words of a document, or of a part of it, without the tags. */
export const strip: Feature = {
  name: 'strip',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest(REQUESTS.strip, ({ uri, range }: StripParams, token) =>
      session.answer(
        uri,
        token,
        (view): StripResult => ({ text: stripIn(view.page, range && view.toSpan(range)) }),
      ),
    );
  },
};
