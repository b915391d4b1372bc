import type { FootnoteFact } from '../../brief/index.js';
import type { Report } from '../../rules/index.js';
import { dryRun, hasNewFault, lineBreakOf } from '../../suggest/index.js';
import { nearestWord, type TextEdit } from '../../text/index.js';
import type { Page } from '../../workspace/index.js';
import { footnoteName } from '../navigation/definition.js';
import type { ActionRequest, CodeAction } from './code-action.js';

/** Of a mark without a footnote: the footnote that was meant, a place for the missing one, or no mark. */
export const writeFootnote: CodeAction = {
  name: 'write-footnote',
  kinds: ['quickfix.rapporteur.footnote'],
  *offer(ask) {
    for (const report of ask.reports) {
      const mark = report.rule === 'broken-footnote' ? markOf(ask.page, report) : undefined;
      if (mark === undefined) continue;
      for (const { title, edits } of stepsFor(ask.page, mark)) {
        if (!isMended(ask, mark, edits)) continue;
        yield {
          title,
          kind: 'quickfix.rapporteur.footnote',
          edits: edits.map((edit) => ({ ...edit, page: ask.page.id })),
          reports: [report],
        };
      }
    }
  },
};

function markOf({ facts }: Page, { span }: Report): FootnoteFact | undefined {
  return facts.footnotes.find(
    ({ form, defined, span: { start } }) =>
      form === 'reference' && !defined && start === span.start,
  );
}

interface NextStep {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

function* stepsFor({ text, facts }: Page, mark: FootnoteFact): Iterable<NextStep> {
  const { label, span } = mark;
  for (const meant of labelsMeant(facts.footnotes, label.text))
    yield {
      title: `Change to [^${meant}]`,
      edits: [{ span: label.span, text: meant }],
    };
  yield {
    title: `Begin the footnote [^${label.text}] at the end`,
    edits: [newFootnote(text, label.text)],
  };
  yield { title: `Remove the mark [^${label.text}]`, edits: [{ span, text: '' }] };
}

/** The one that is written nearly so, then those that no mark leads to. */
function labelsMeant(footnotes: readonly FootnoteFact[], wrong: string): readonly string[] {
  const definitions = footnotes.filter(({ form }) => form === 'definition');
  const labels = [...new Set(definitions.map(({ label }) => label.text))];
  const marked = new Set(
    footnotes.flatMap(({ form, label }) => (form === 'reference' ? footnoteName(label.text) : [])),
  );
  const nearest = nearestWord(wrong, labels);
  const unmarked = labels.filter((label) => !marked.has(footnoteName(label)));
  return [...new Set([...(nearest === undefined ? [] : [nearest]), ...unmarked])].slice(0, MOST);
}

const MOST = 3;

/** Its text is for a person to write: the line is left open behind the colon. */
function newFootnote(text: string, label: string): TextEdit {
  const eol = lineBreakOf(text);
  const { length } = text.trimEnd();
  const end = { start: length, end: text.length };
  return { span: end, text: `${eol}${eol}[^${label}]: ${eol}` };
}

function isMended(
  { workspace, page }: ActionRequest,
  mark: FootnoteFact,
  edits: readonly TextEdit[],
): boolean {
  const after = dryRun(workspace, page, edits);
  return (
    broken(after, mark.label.text) < broken(page, mark.label.text) &&
    after.facts.tags.length === page.facts.tags.length &&
    after.facts.headings.length === page.facts.headings.length &&
    !hasNewFault(page, after)
  );
}

function broken({ facts }: Page, label: string): number {
  return facts.footnotes.filter(
    (each) =>
      each.form === 'reference' &&
      !each.defined &&
      footnoteName(each.label.text) === footnoteName(label),
  ).length;
}
