import { knownOf } from '../baselines.js';
import type { Feature } from '../feature.js';
import { pageCount } from '../page-count.js';
import { NOTIFICATIONS, type StatusParams } from '../protocol.js';
import type { Session } from '../session.js';
import { afterQuiet, survey } from '../survey.js';

/** How the workspaces stand, for an editor that shows it: whether they are read, and what was found. */
export const status: Feature = {
  name: 'status',
  capability: () => ({}),
  connect(connection, session) {
    if (session.client.options.status !== true) return;
    let last = '';
    const tell = (params: StatusParams): void => {
      const words = JSON.stringify(params);
      if (words === last) return;
      last = words;
      void connection.sendNotification(NOTIFICATIONS.status, params);
    };
    session.onChange(() => {
      if (!session.desk.settled) tell({ ...NOTHING, state: 'reading', pages: pagesIn(session) });
    });
    afterQuiet(session, 300, async () => {
      if (!session.desk.settled) return;
      await survey(session);
      if (session.desk.settled) tell(standing(session));
    });
  },
};

const NOTHING: StatusParams = { state: 'reading', pages: 0, errors: 0, warnings: 0, overdue: 0 };

function pagesIn({ desk }: Session): number {
  return [...desk.roots.values()].reduce((sum, { workspace }) => sum + workspace.pages.size, 0);
}

function standing(session: Session): StatusParams {
  const count = { errors: 0, warnings: 0, overdue: 0 };
  const { findings } = session;
  for (const root of session.desk.roots.values()) {
    for (const [id, reports] of findings.all(root)) {
      const known = knownOf(findings, root, id, reports);
      for (const report of reports) {
        const { severity, rule } = report;
        if (rule === 'overdue-commitment') count.overdue += 1;
        if (known.has(report)) continue;
        if (severity === 'error') count.errors += 1;
        if (severity === 'warning') count.warnings += 1;
      }
    }
  }
  return { state: 'ready', pages: pageCount(session), ...count };
}
