import type { ReportFormat } from './frame/report-format.js';

/** The ways to write a report, each read when it is asked for; the first is what is written unasked. */
const FORMATS = {
  mermaid: async () => (await import('./formats/mermaid.js')).mermaid,
  md: async () => (await import('./formats/markdown-table.js')).markdownTable,
  html: async () => (await import('./formats/html/html-report.js')).htmlReport,
  docx: async () => (await import('./formats/office/docx.js')).docx,
  csv: async () => (await import('./formats/csv.js')).csv,
  xlsx: async () => (await import('./formats/office/xlsx.js')).xlsx,
  parquet: async () => (await import('./formats/parquet.js')).parquet,
  ndjson: async () => (await import('./formats/ndjson.js')).ndjson,
  ics: async () => (await import('./formats/calendar.js')).calendar,
  jsonld: async () => (await import('./formats/linked/json-ld.js')).jsonLd,
  ftm: async () => (await import('./formats/linked/follow-the-money.js')).followTheMoney,
  conll: async () => (await import('./formats/annotated/conll.js')).conll,
  cas: async () => (await import('./formats/annotated/cas.js')).cas,
} satisfies Record<string, () => Promise<ReportFormat>>;

export const REPORT_FORMATS: readonly string[] = Object.keys(FORMATS);

/** `undefined` for a name that none has. */
export async function loadReportFormat(name: string): Promise<ReportFormat | undefined> {
  return Object.hasOwn(FORMATS, name) ? FORMATS[name as keyof typeof FORMATS]() : undefined;
}
