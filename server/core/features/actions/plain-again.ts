import { type PageEdit, type Report, shortened } from '../../rules/index.js';
import { hasNewFault, localDryRun } from '../../suggest/index.js';
import { contains } from '../../text/index.js';
import { type Page, tagsIn } from '../../workspace/index.js';
import type { CodeAction } from './code-action.js';

/** Leaves the words of what cannot be mended from the text alone: a link that leads nowhere, a date that names no day. */
export const plainAgain: CodeAction = {
  name: 'plain-again',
  kinds: ['quickfix.rapporteur.plain'],
  *offer({ workspace, page, reports }) {
    for (const report of reports) {
      // Whatever else mends it is nearer to what was meant.
      const isLast = (report.fixes ?? []).length === 0;
      const step = isLast ? STEPS[report.rule]?.(page, report) : undefined;
      if (step === undefined) continue;
      const { before, after } = localDryRun(workspace, page, step.edits);
      const tags = step.isTag ? 1 : 0;
      if (after.facts.tags.length !== before.facts.tags.length - tags) continue;
      if (after.facts.headings.length !== before.facts.headings.length) continue;
      if (hasNewFault(before, after)) continue;
      yield {
        title: step.title,
        kind: 'quickfix.rapporteur.plain',
        edits: step.edits,
        reports: [report],
      };
    }
  },
};

interface Step {
  readonly title: string;
  readonly edits: readonly PageEdit[];
  readonly isTag: boolean;
}

const STEPS: Readonly<Record<string, (page: Page, report: Report) => Step | undefined>> = {
  'broken-link': withoutLink,
  'malformed-attribute': withoutTag,
  'unreadable-date': withoutTag,
};

/** Of `[words](target)` alone. */
function withoutLink(page: Page, { span }: Report): Step | undefined {
  const link = page.facts.links.find((each) => each.form === 'link' && contains(each.span, span));
  if (link === undefined) return undefined;
  const written = page.text.slice(link.span.start, link.span.end);
  const from = link.target.span.start - link.span.start;
  const words = /^\[(.+)\]\(<?$/s.exec(written.slice(0, from))?.[1];
  if (words === undefined || !written.endsWith(')')) return undefined;
  const edits = [{ page: page.id, span: link.span, text: words }];
  return { title: `Keep the words without the link: ${shortened(words)}`, edits, isTag: false };
}

function withoutTag(page: Page, { span }: Report): Step | undefined {
  const tag = tagsIn(page, span).findLast(
    ({ kind, form, label, span: own }) =>
      kind === 'date' && form === 'text' && label !== undefined && contains(own, span),
  );
  if (tag?.label === undefined) return undefined;
  const cut = (start: number, end: number): PageEdit => {
    return { page: page.id, span: { start, end }, text: '' };
  };
  return {
    title: `Leave '${shortened(tag.words)}' without a tag`,
    edits: [cut(tag.span.start, tag.label.start), cut(tag.label.end, tag.span.end)],
    isTag: true,
  };
}
