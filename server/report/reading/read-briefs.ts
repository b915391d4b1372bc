import { counted, perObject } from '../../core/index.js';
import type { ReportBrief, ReportView } from '../frame/report-view.js';
import type { ReadBrief } from './blocks.js';
import { readBrief } from './read-brief.js';

/** All briefs of a report as they read. Asked for what is left out as well: read once. */
export const readBriefs: (
  view: ReportView,
) => readonly { readonly brief: ReportBrief; readonly read: ReadBrief }[] = perObject(
  ({ briefs }: ReportView) => briefs.map((brief) => ({ brief, read: readBrief(brief) })),
);

/** What is in the briefs and has no place in a document that stands alone. */
export function wordsLeftOut(view: ReportView): readonly string[] {
  const counts = { pictures: 0, html: 0 };
  for (const { read } of readBriefs(view)) {
    counts.pictures += read.leftOut.pictures;
    counts.html += read.leftOut.html;
  }
  return [
    ...(counts.pictures > 0
      ? [`${counted(counts.pictures, 'picture')} (their descriptions are there)`]
      : []),
    ...(counts.html > 0 ? [counted(counts.html, 'piece of HTML', 'pieces of HTML')] : []),
  ];
}
