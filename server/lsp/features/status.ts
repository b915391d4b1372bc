import type { Feature } from '../feature.js';
import { shownReports } from '../known-reports.js';
import { lintAllPages, onQuiet } from '../lint-all-pages.js';
import { NOTIFICATIONS, type StatusParams } from '../protocol.js';
import { countBriefs } from '../server-state.js';
import type { Session } from '../session.js';

/** The state of the workspaces, for an editor that shows it: whether they are read, and what was found. */
export const status: Feature = {
  name: 'status',
  capability: () => ({}),
  connect(connection, session) {
    if (session.client.options.status !== true) return;
    let last = '';
    const send = (params: StatusParams): void => {
      const words = JSON.stringify(params);
      if (words === last) return;
      last = words;
      void connection.sendNotification(NOTIFICATIONS.status, params);
    };
    session.onChange(() => {
      if (!session.state.isAllRead)
        send({ ...NOTHING_READ, state: 'reading', pages: pagesIn(session) });
    });
    onQuiet(session, 300, async () => {
      if (!session.state.isAllRead) return;
      await lintAllPages(session);
      if (session.state.isAllRead) send(statusOf(session));
    });
  },
};

const NOTHING_READ: StatusParams = {
  state: 'reading',
  pages: 0,
  errors: 0,
  warnings: 0,
  overdue: 0,
};

function pagesIn({ state }: Session): number {
  return [...state.roots.values()].reduce((sum, { workspace }) => sum + workspace.pages.size, 0);
}

function statusOf(session: Session): StatusParams {
  const count = { errors: 0, warnings: 0, overdue: 0 };
  const { findings } = session;
  for (const root of session.state.roots.values()) {
    for (const [id, reports] of findings.all(root)) {
      const shown = shownReports(findings, root, id, reports);
      for (const report of shown.reports) {
        const { severity, rule } = report;
        if (rule === 'overdue-commitment') count.overdue += 1;
        if (shown.known.has(report)) continue;
        if (severity === 'error') count.errors += 1;
        if (severity === 'warning') count.warnings += 1;
      }
    }
  }
  return { state: 'ready', pages: countBriefs(session.state), ...count };
}
