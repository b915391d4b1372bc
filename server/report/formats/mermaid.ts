import { CHART_VIEWS, mermaidOf } from '../../core/index.js';
import type { ReportAsked, ReportFormat } from '../frame/report-format.js';
import type { ReportView } from '../frame/report-view.js';

export const mermaid: ReportFormat = {
  name: 'mermaid',
  extension: 'mmd',
  summary: 'a diagram for Markdown, as GitHub, GitLab and editors draw it',
  views: CHART_VIEWS,
  holds: [],
  // It says so in comments: a diagram has room for so much.
  leavesOut: (view, asked) =>
    [...drawn(view, asked).matchAll(/^ {2}%% (\d+) more (.*)$/gm)].map(
      ([, count, what]) => `${count} ${what}`,
    ),
  *write(view, asked) {
    yield drawn(view, asked);
  },
};

function drawn({ commitments, today }: ReportView, { view }: ReportAsked): string {
  return mermaidOf(
    commitments.map(({ row }) => row),
    view,
    today,
  );
}
