import type { PageEdit, Report } from '../../rules/index.js';
import { dryRun, hasNewFault } from '../../suggest/index.js';
import { contains } from '../../text/index.js';
import { type Page, tagsIn } from '../../workspace/index.js';
import type { CodeAction } from './code-action.js';

/** Gives a block one colon more than the block inside it has. */
export const widenBlock: CodeAction = {
  name: 'widen-block',
  kinds: ['quickfix.rapporteur.block'],
  *offer({ workspace, page, reports }) {
    for (const report of reports) {
      if (report.rule !== 'equal-nested-blocks') continue;
      const edits = oneMore(page, report);
      if (edits === undefined) continue;
      const after = dryRun(workspace, page, edits);
      const isMended = after.facts.faults.length < page.facts.faults.length;
      if (!isMended || after.facts.tags.length !== page.facts.tags.length) continue;
      if (hasNewFault(page, after)) continue;
      yield {
        title: 'Give the outer block one more colon',
        kind: 'quickfix.rapporteur.block',
        edits,
        reports: [report],
      };
    }
  },
};

function oneMore(page: Page, { span }: Report): readonly PageEdit[] | undefined {
  const blocks = tagsIn(page, span).flatMap(({ fences, span: own }) =>
    fences?.close === undefined || !contains(own, span)
      ? []
      : [{ open: fences.open, close: fences.close }],
  );
  // The inner one begins where the fault is.
  const outer = blocks.findLast(({ open }) => open.start < span.start && open.end <= span.start);
  if (outer === undefined) return undefined;
  return [outer.open, outer.close].map(({ start }) => {
    return { page: page.id, span: { start, end: start }, text: ':' };
  });
}
