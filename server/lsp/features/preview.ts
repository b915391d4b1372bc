import { pagePreview } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { type PreviewParams, type PreviewTips, REQUESTS } from '../protocol.js';

/** What the Markdown preview shows beside the words of a brief. */
export const preview: Feature = {
  name: 'preview',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest(REQUESTS.preview, ({ uri }: PreviewParams, token) =>
      session.answer(
        uri,
        token,
        ({ workspace, page, complete }): PreviewTips => ({
          ...pagePreview(workspace, page),
          complete,
        }),
      ),
    );
  },
};
