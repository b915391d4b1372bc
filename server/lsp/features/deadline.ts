import { dateOfPage, languageOfPage, readDeadline } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { type DeadlineParams, type DeadlineResult, REQUESTS } from '../protocol.js';

/** What the words of a deadline mean in a brief of its day; in one without a day, today. */
export const deadline: Feature = {
  name: 'deadline',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest(REQUESTS.deadline, ({ uri, words }: DeadlineParams, token) =>
      session.answer(uri, token, ({ workspace, page }): DeadlineResult => {
        const day = dateOfPage(page)?.range.first;
        const from = day !== undefined && Number.isFinite(day) ? day : workspace.today;
        return readDeadline(words, from, languageOfPage(workspace, page));
      }),
    );
  },
};
