import { CHART_VIEWS, mermaidOf } from '../../core/index.js';
import type { ReportFormat } from './report-format.js';

export const mermaid: ReportFormat = {
  name: 'mermaid',
  summary: 'a diagram for Markdown, as GitHub, GitLab and editors draw it',
  views: CHART_VIEWS,
  *write(rows, { view, today }) {
    yield mermaidOf(rows, view, today);
  },
};
