import { calendar } from './calendar.js';
import { markdownTable } from './markdown-table.js';
import { mermaid } from './mermaid.js';
import type { ReportFormat } from './report-format.js';

/** The first is what is written unasked. */
export const REPORT_FORMATS: readonly ReportFormat[] = [mermaid, markdownTable, calendar];
