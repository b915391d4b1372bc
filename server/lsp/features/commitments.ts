import type { CancellationToken } from 'vscode-languageserver';
import { listCommitments } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { type CommitmentItem, REQUESTS } from '../protocol.js';
import type { WorkspaceView } from '../workspace-view.js';

/** All that was promised, the most urgent first. */
export const commitments: Feature = {
  name: 'commitments',
  capability: () => ({}),
  connect(connection, session) {
    // Without params the token comes first; some clients send null or an object for them.
    connection.onRequest(
      REQUESTS.commitments,
      (first: CancellationToken, second?: CancellationToken) =>
        session.answerForAllWorkspaces(second ?? first, itemsOf),
    );
  },
};

function itemsOf(views: readonly WorkspaceView[]): readonly CommitmentItem[] {
  const found = views.flatMap((view) =>
    listCommitments(view.workspace).flatMap(({ place, press, ...commitment }) => {
      const location = view.toLocation(place);
      return location === undefined ? [] : [{ press, item: { ...commitment, location } }];
    }),
  );
  return found.sort((a, b) => a.press - b.press).map(({ item }) => item);
}
