import { isAddress, scalar, sourceAddress } from '../../brief/index.js';
import { yamlScalar } from '../../parse/index.js';
import type { PageEdit } from '../../rules/index.js';
import { dryRun, lineBreakOf } from '../../suggest/index.js';
import {
  dateOfPage,
  entityOf,
  idsOfKind,
  type Page,
  pagesWith,
  syntaxOf,
  type Workspace,
} from '../../workspace/index.js';
import { nameOfId } from '../describe/id-names.js';
import { topItems } from '../top-items.js';
import type { CodeAction } from './code-action.js';

/** Names one of the known sources in the front matter, for all of a brief that names none. */
export const nameSource: CodeAction = {
  name: 'name-source',
  kinds: ['quickfix.rapporteur.source'],
  *offer({ workspace, page, reports }) {
    const about = reports.filter(({ rule }) => RULES.has(rule));
    if (about.length === 0) return;
    for (const id of likelySources(workspace, page)) {
      const edits = sourceOfBriefEdits(workspace, page, id);
      if (edits === undefined) return;
      yield {
        title: `Name ${nameOfId(workspace, id)} as the source of this brief`,
        kind: 'quickfix.rapporteur.source',
        edits,
        reports: about,
      };
    }
  },
};

const RULES: ReadonlySet<string> = new Set([
  'commitment-without-source',
  'status-without-source',
  'assessment-without-source',
]);

/** Who has many sources finds the others in completion. */
const MAX_SOURCES = 3;

/** First what came out on the day of the brief, then what most pages go by. */
function likelySources(workspace: Workspace, page: Page): readonly string[] {
  const day = dateOfPage(page)?.text;
  const isOfDay = (id: string): boolean => {
    const attributes = entityOf(workspace, id)?.definition.attributes ?? [];
    return day !== undefined && scalar(attributes, 'date')?.text === day;
  };
  const sources = [...idsOfKind(workspace, ['source'])].map((id) => ({
    id,
    isOfDay: isOfDay(id),
    pages: pagesWith(workspace.graph, 'uses', id).length,
  }));
  const likely = topItems(
    sources,
    MAX_SOURCES,
    (a, b) => Number(b.isOfDay) - Number(a.isOfDay) || b.pages - a.pages,
  );
  return likely.map(({ id }) => id);
}

/** The edits that make it the source of a brief that names none; `undefined`: they would not be read so. */
export function sourceOfBriefEdits(
  workspace: Workspace,
  page: Page,
  source: string,
): readonly PageEdit[] | undefined {
  const written = isAddress(source) ? yamlScalar(source) : source;
  const edits = [naming(page, written)];
  return isNamed(workspace, page, edits, source) ? edits : undefined;
}

function naming(page: Page, id: string): PageEdit {
  const { text, id: pageId } = page;
  const { frontMatter } = syntaxOf(page);
  const eol = lineBreakOf(text);
  if (frontMatter === undefined) {
    const nothing = { start: 0, end: 0 };
    return { page: pageId, span: nothing, text: `---${eol}source: ${id}${eol}---${eol}${eol}` };
  }
  const { start, end } = frontMatter.body;
  const empty = /^source:[ \t]*$/m.exec(text.slice(start, end));
  if (empty !== null) {
    const at = { start: start + empty.index, end: start + empty.index + empty[0].length };
    return { page: pageId, span: at, text: `source: ${id}` };
  }
  const date = /^date:.*(?:\r\n?|\n|$)/m.exec(text.slice(start, end));
  const at = start + (date === null ? 0 : date.index + date[0].length);
  return { page: pageId, span: { start: at, end: at }, text: `source: ${id}${eol}` };
}

/** Whether the brief says so after the edits, and nothing in it is read otherwise. */
function isNamed(
  workspace: Workspace,
  page: Page,
  edits: readonly PageEdit[],
  id: string,
): boolean {
  const after = dryRun(workspace, page, edits);
  const named = after.facts.front.source.map(({ text }) => text);
  const wanted = isAddress(id) ? sourceAddress(id) : id;
  return named.join() === wanted && after.facts.faults.length <= page.facts.faults.length;
}
