import { type Definition, tagOf } from '../../brief/index.js';
import { type PageEdit, shortened } from '../../rules/index.js';
import { dryRun, hasNewFault, lineEnd, lineStart, wrapOf } from '../../suggest/index.js';
import { definitionsOf, idsNamed, type Page, type Workspace } from '../../workspace/index.js';
import { reread } from '../registry-edit/registry-edit.js';
import { removingEdit } from '../registry-edit/registry-edit-join.js';
import type { ActionRequest, CodeAction, Offer } from './code-action.js';
import { occurrences } from './tag-all.js';

/** Of what nothing mentions the words in a brief are tagged; of that, and of a second definition, the definition is taken out. */
export const spareDefinition: CodeAction = {
  name: 'spare-definition',
  kinds: ['quickfix.rapporteur.spare'],
  *offer(ask) {
    for (const report of ask.reports) {
      const isUnused = report.rule === 'unused-entity';
      if (!isUnused && report.rule !== 'duplicate-id') continue;
      const definition = ask.page.facts.definitions.find(
        ({ id }) => id.span.start === report.span.start,
      );
      if (definition === undefined) continue;
      const offers = isUnused
        ? [tagging(ask, definition), removing(ask, definition)]
        : [isSecond(ask.workspace, definition) ? removing(ask, definition) : undefined];
      for (const offer of offers)
        if (offer !== undefined)
          yield { ...offer, kind: 'quickfix.rapporteur.spare', reports: [report] };
    }
  },
};

/** What refers to it still finds one of its kind. */
function isSecond(workspace: Workspace, { id, kind }: Definition): boolean {
  const [first] = definitionsOf(workspace, id.text);
  return first !== undefined && first.definition.kind === kind;
}

type Found = Pick<Offer, 'title' | 'edits'> | undefined;

/** Where it is first mentioned without a tag, in the order of the briefs. */
function tagging({ workspace }: ActionRequest, definition: Definition): Found {
  const { kind, name, otherNames, id } = definition;
  const names = [name, ...otherNames].map(({ text }) => text).filter((text) => text !== '');
  let left = MOST_READ;
  for (const page of workspace.pages.values()) {
    if (page.unread || page.facts.role !== 'brief') continue;
    left -= page.text.length;
    if (left < 0) return undefined;
    for (const span of occurrences(page, names)) {
      const wrap = wrapOf(workspace, page, span);
      if (wrap === undefined) continue;
      const isName = idsNamed(workspace, kind, wrap.words).join() === id.text;
      const edits = wrap.around(kind, isName ? '' : `{ref=${id.text}}`);
      return {
        title: `Tag '${shortened(wrap.words)}' in ${page.id}`,
        edits: edits.map((edit) => ({ ...edit, page: page.id })),
      };
    }
  }
  return undefined;
}

/** So many characters of briefs are searched before somebody who waits is answered. */
const MOST_READ = 3_000_000;

function removing({ workspace, page }: ActionRequest, definition: Definition): Found {
  const edits =
    page.facts.role === 'registry'
      ? entryOut(workspace, page, definition)
      : recordOut(workspace, page, definition);
  if (edits === undefined) return undefined;
  const title = `Remove this definition: ${shortened(definition.name.text || definition.id.text)}`;
  return { title, edits };
}

function entryOut(
  workspace: Workspace,
  page: Page,
  definition: Definition,
): readonly PageEdit[] | undefined {
  const edit = removingEdit(page, definition);
  const after = edit && reread(workspace, page, [edit]);
  const { length } = page.facts.definitions;
  if (edit === undefined || after?.facts.definitions.length !== length - 1) return undefined;
  return [{ ...edit, page: page.id }];
}

/** With its line, and with the blank line behind it where one stands before it as well. */
function recordOut(
  workspace: Workspace,
  page: Page,
  definition: Definition,
): readonly PageEdit[] | undefined {
  const tag = tagOf(page.facts, definition.tag);
  if (tag?.form !== 'record') return undefined;
  const { text } = page;
  const start = lineStart(text, tag.span.start);
  if (text.slice(start, tag.span.start).trim() !== '') return undefined;
  const end = lineEnd(text, tag.span.end);
  const isAlone = /(?:^|[\r\n][ \t]*(?:\r\n|\r|\n))$/.test(
    text.slice(Math.max(0, start - 80), start),
  );
  const behind = (isAlone ? BLANK_BEHIND : LINE_END).exec(text.slice(end, end + 80))?.[0] ?? '';
  const edit = { page: page.id, span: { start, end: end + behind.length }, text: '' };
  const after = dryRun(workspace, page, [edit]);
  const isRight =
    after.facts.definitions.length === page.facts.definitions.length - 1 &&
    after.facts.tags.length === page.facts.tags.length - 1 &&
    after.facts.headings.length === page.facts.headings.length &&
    !hasNewFault(page, after);
  return isRight ? [edit] : undefined;
}

const LINE_END = /^(?:\r\n|\r|\n)/;
const BLANK_BEHIND = /^(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))?/;
