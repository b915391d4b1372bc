import type { PageEdit, Report } from '../../rules/index.js';
import { dryRun, hasNewFault, lineStart } from '../../suggest/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import { type CodeAction, type Offer, SUPPRESS_KIND } from './code-action.js';
import { commentForFile, commentsFor } from './suppress-comments.js';

/** Tells the tool to be silent about a finding, at its place or in its file. */
export const suppress: CodeAction = {
  name: 'suppress',
  kinds: [SUPPRESS_KIND],
  *offer({ workspace, page, reports }) {
    if (page.facts.role === 'document') return;
    const told = new Set<string>();
    for (const report of reports) {
      // A comment that suppresses nothing is taken away rather than silenced.
      if (report.rule === 'unused-suppression') yield* removal(page, report);
      const key = `${report.rule} ${lineStart(page.text, report.span.start)}`;
      if (told.has(key)) continue;
      told.add(key);
      yield* offers(workspace, page, report);
    }
  },
};

function* offers(workspace: Workspace, page: Page, report: Report): Iterable<Offer> {
  const { rule } = report;
  if (mayBeHere(page, report)) {
    yield {
      title: `Ignore this here (${rule})`,
      kind: `${SUPPRESS_KIND}.here`,
      edits: () => silenced(workspace, page, report, commentsFor(page, rule, report.span.start)),
      reports: [report],
    };
  }
  yield {
    title: `Ignore ${rule} in this file`,
    kind: `${SUPPRESS_KIND}.file`,
    edits: () => silenced(workspace, page, report, []),
    reports: [report],
  };
}

/** Nothing can stand before the first line of a front matter, nor is a comment about comments heard. */
function mayBeHere(page: Page, { rule, span }: Report): boolean {
  if (rule.endsWith('-suppression')) return false;
  const { span: front } = page.facts.front;
  return front === undefined || lineStart(page.text, span.start) !== front.start;
}

/** The first way that silences the finding and changes nothing else; at the last, the whole file. */
function silenced(
  workspace: Workspace,
  page: Page,
  report: Report,
  ways: Iterable<readonly PageEdit[]>,
): readonly PageEdit[] {
  for (const edits of ways) if (isSilent(workspace, page, report, edits)) return edits;
  return commentForFile(page, report.rule);
}

function isSilent(
  workspace: Workspace,
  page: Page,
  { rule, span }: Report,
  edits: readonly PageEdit[],
): boolean {
  const after = dryRun(workspace, page, edits);
  const at = edits.reduce(
    (moved, edit) => (edit.span.end <= span.start ? moved + edit.text.length : moved),
    span.start,
  );
  const isCovered = after.facts.suppressions.some(
    ({ form, rules, range }) =>
      form !== 'enable' &&
      range.start <= at &&
      at < range.end &&
      rules.some(({ text }) => text === rule),
  );
  const [one, other] = [page.facts, after.facts];
  return (
    isCovered &&
    one.tags.length === other.tags.length &&
    one.definitions.length === other.definitions.length &&
    one.headings.length === other.headings.length &&
    one.tags.every(({ words }, index) => words === other.tags[index]?.words) &&
    !hasNewFault(page, after)
  );
}

/** The rule has its own fix where the comment names one rule; here one of several is taken out. */
function* removal(page: Page, report: Report): Iterable<Offer> {
  if ((report.fixes ?? []).length > 0) return;
  const name = page.text.slice(report.span.start, report.span.end);
  const comment = page.facts.suppressions.find(({ rules }) =>
    rules.some(({ span }) => span.start === report.span.start),
  );
  const names = page.facts.suppressions
    .filter(({ span }) => span.start === comment?.span.start)
    .flatMap(({ rules }) => rules);
  if (comment === undefined) return;
  const before =
    /[\s,]*$/.exec(page.text.slice(comment.span.start, report.span.start))?.[0].length ?? 0;
  const span = { start: report.span.start - before, end: report.span.end };
  const isOnly = names.length < 2;
  yield {
    title: isOnly ? 'Remove the comment' : `Remove ${name} from the comment`,
    kind: 'quickfix',
    edits: [{ page: page.id, span: isOnly ? comment.span : span, text: '' }],
    reports: [report],
  };
}
