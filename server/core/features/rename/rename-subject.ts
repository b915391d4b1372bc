import type { Definition, FootnoteFact, HeadingFact, Tag } from '../../brief/index.js';
import { kindTitle, listOf, shortened } from '../../rules/index.js';
import { foldCase, foldName, type Span } from '../../text/index.js';
import { definitionsOf, type Page, resolve, type Workspace } from '../../workspace/index.js';
import { nameOfId } from '../describe/id-names.js';
import { type CursorTarget, targetAt } from '../target-at.js';
import { type RenameRefused, refuse } from './rename-model.js';

/** What stands under the cursor that has a name, and may get another. */
export type RenameSubject =
  | { readonly type: 'id'; readonly span: Span; readonly id: string }
  /** `name` as one of its definitions has it, wherever the cursor is. */
  | { readonly type: 'name'; readonly span: Span; readonly id: string; readonly name: string }
  | { readonly type: 'heading'; readonly span: Span; readonly heading: HeadingFact }
  | { readonly type: 'footnote'; readonly span: Span; readonly footnote: FootnoteFact };

/**
 * An id wherever it stands; a name in its definition or in the words of a mention that is found by it;
 * a heading; a footnote. `undefined` for all that has no name.
 */
export function subjectOfRename(
  workspace: Workspace,
  page: Page,
  offset: number,
): RenameSubject | RenameRefused | undefined {
  const thing = targetAt(workspace, page, offset);
  switch (thing?.type) {
    case 'use':
      return { type: 'id', span: thing.span, id: thing.use.id.text };
    case 'definition':
      return ofDefinition(thing.definition, thing.span, page);
    case 'commitment':
      return thing.tag.id && refuse(promiseWords(thing.tag.id.text));
    case 'mention':
      return ofMention(workspace, page, thing);
    case 'heading':
      return { type: 'heading', span: thing.span, heading: thing.heading };
    case 'footnote':
      return { type: 'footnote', span: thing.footnote.label.span, footnote: thing.footnote };
    default:
      return undefined;
  }
}

function promiseWords(id: string): string {
  return `These words are the promise itself, not a name. To rename '${id}', put the cursor on that id.`;
}

function ofDefinition(
  definition: Definition,
  span: Span,
  page: Page,
): RenameSubject | RenameRefused {
  const { id, name, otherNames, tag } = definition;
  if (isSame(span, id.span)) return { type: 'id', span, id: id.text };
  const role = tag === undefined ? 'definition' : page.facts.tags[tag]?.role;
  if (role === 'commitment') return refuse(promiseWords(id.text));
  const written = [name, ...otherNames].find((each) => isSame(each.span, span));
  if (written !== undefined) return { type: 'name', span, id: id.text, name: written.text };
  return refuse(
    `These words are not the name of ${shortened(name.text)}: the tag gives its name with name=. Rename it there.`,
  );
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function ofMention(
  workspace: Workspace,
  page: Page,
  { tag, span }: Extract<CursorTarget, { type: 'mention' }>,
): RenameSubject | RenameRefused {
  const ids = tag.refs?.map(({ text }) => text);
  if (ids !== undefined) return ofPointing(workspace, tag, span, ids);
  const found = resolve(workspace, page, tag);
  const title = kindTitle(workspace, tag.kind);
  const words = shortened(tag.words);
  if (found.type === 'ambiguous') {
    return refuse(
      `More than one ${title} is called '${words}'. Say which one with ref= first, or rename one where it is defined.`,
    );
  }
  const id = found.type === 'resolved' ? found.ids[0] : undefined;
  if (id === undefined) {
    return refuse(`No ${title} is called '${words}' yet, so there is nothing to rename.`);
  }
  const name = nameBehind(workspace, id, tag);
  if (name !== undefined) return { type: 'name', span, id, name };
  return refuse(`'${words}' is found by its id '${id}', because it has no name. Rename the id.`);
}

/** Words beside a `ref` are a name only if they happen to be one. */
function ofPointing(
  workspace: Workspace,
  tag: Tag,
  span: Span,
  ids: readonly string[],
): RenameSubject | RenameRefused {
  const [id, ...others] = ids;
  const name = id === undefined || others.length > 0 ? undefined : nameBehind(workspace, id, tag);
  if (id !== undefined && name !== undefined) return { type: 'name', span, id, name };
  if (workspace.vocabulary.kinds.get(tag.kind)?.role === 'commitment')
    return refuse(
      'These words refer to a promise and are not its name. To rename its id, put the cursor on the id after ref=.',
    );
  const whom = listOf(
    ids.map((each) => nameOfId(workspace, each)),
    'and',
  );
  return refuse(
    `'${shortened(tag.words)}' is not a name of ${whom}, only the words used here. Put the cursor on a name, or on the id after ref=.`,
  );
}

/** The name by which the words of a mention find an entity: spelled alike, else but for case. */
function nameBehind(workspace: Workspace, id: string, { kind, words }: Tag): string | undefined {
  const names = definitionsOf(workspace, id).flatMap(({ definition }) =>
    definition.kind === kind ? writtenNames(definition) : [],
  );
  const [exact, any] = [foldName(words), foldCase(words)];
  return (
    names.find((name) => foldName(name) === exact) ?? names.find((name) => foldCase(name) === any)
  );
}

/** The names that stand written; of an entry without one the id serves, and is none. */
export function writtenNames({ id, name, otherNames }: Definition): readonly string[] {
  const own = isSame(id.span, name.span) ? [] : [name];
  return [...own, ...otherNames].map(({ text }) => text);
}
