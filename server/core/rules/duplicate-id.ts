import { type Definition, idFault, tagOf } from '../brief/index.js';
import { foldCase, foldName } from '../text/index.js';
import {
  type DefinitionAt,
  definitionsOf,
  isOnlyHere,
  languageOfPage,
  newCommitmentId,
  newEntityId,
  type Page,
  unusedId,
  usesOf,
  type Workspace,
} from '../workspace/index.js';
import type { Finding, Fix, PageEdit, Rule } from './rule.js';
import { replacement } from './tag-edits.js';
import { shortened } from './wording.js';

export const duplicateId: Rule = {
  name: 'duplicate-id',
  summary: 'The same id is defined more than once.',
  reason:
    'An id is a name that never changes and has only one meaning. When two definitions share it, a mention could mean either of them. Only the first is used: registries come before briefs, then files are in the order of their paths. Remove one, or give one of them another id. Define an entity in a registry or in a brief, not in both.',
  level: 'error',
  sees: 'block',
  examples: {
    bad: [
      {
        registry: 'person:\n  pete-hegseth: { name: Pete Hegseth }\n',
        brief: '::person[Pete Hegseth]{#pete-hegseth}\n\n:person[Pete Hegseth] arrived.\n',
      },
    ],
    good: [
      {
        registry: 'person:\n  pete-hegseth: { name: Pete Hegseth }\n',
        brief: ':person[Pete Hegseth] arrived.\n',
      },
      { brief: '::person[Pete Hegseth]{#pete-hegseth}\n\n:person[Pete Hegseth] arrived.\n' },
    ],
  },
  *check(page, workspace) {
    const keys = duplicateKeys(page);
    for (const definition of page.facts.definitions) {
      // A key that stands twice in one mapping is already known as such.
      if (isOnlyHere(workspace, page, definition) || keys.has(definition.id.span.start)) continue;
      const all = definitionsOf(workspace, definition.id.text);
      // The first is the one in use; the others are one too many.
      if (!isSame(all[0], page, definition)) yield finding(page, workspace, definition, all);
    }
  },
};

/** More places than these nobody looks at. */
const MAX_RELATED = 10;

function finding(
  page: Page,
  workspace: Workspace,
  definition: Definition,
  all: readonly DefinitionAt[],
): Finding {
  const { id } = definition;
  const times = all.length === 2 ? 'twice' : `${all.length} times`;
  const first = all[0]?.page ?? page.id;
  const where = first === page.id ? 'further up in this file' : `in ${first}`;
  const others = all.slice(0, MAX_RELATED + 1).filter((at) => !isSame(at, page, definition));
  const found = {
    span: id.span,
    message: `'${id.text}' is defined ${times}. Hovers show the first one, ${where}. Remove ${all.length === 2 ? 'one' : 'all but one'}, or give this one another id.`,
    related: others.slice(0, MAX_RELATED).map((at) => ({
      page: at.page,
      span: at.definition.id.span,
      message: `Also defined here, as ${shortened(at.definition.name.text)}.`,
    })),
  };
  const fixes = [
    ...mentioned(page, workspace, definition, all),
    ...renamed(page, workspace, definition, all),
  ];
  return fixes.length > 0 ? { ...found, fixes } : found;
}

function isSame(at: DefinitionAt | undefined, page: Page, { id }: Definition): boolean {
  return at?.page === page.id && at.definition.id.span.start === id.span.start;
}

/** Where the keys begin that stand twice. */
function duplicateKeys({ facts }: Page): ReadonlySet<number> {
  const faults = facts.faults.filter(({ rule }) => rule === 'duplicate-key');
  return new Set(faults.map(({ span }) => span.start));
}

/** In a sentence, a second definition was probably meant to point at the first. */
function mentioned(
  page: Page,
  workspace: Workspace,
  definition: Definition,
  all: readonly DefinitionAt[],
): readonly Fix[] {
  const tag = tagOf(page.facts, definition.tag);
  const isEntity = workspace.vocabulary.kinds.get(definition.kind)?.role === 'entity';
  if (tag?.form !== 'text' || !isEntity || all[0]?.definition.kind !== tag.kind) return [];
  if (tag.attributes.length > 0) return [];
  const { id } = definition;
  const start = page.text[id.span.start] === '#' ? id.span.start : id.span.start - 1;
  const edit = { page: page.id, span: { start, end: id.span.end }, text: `ref=${id.text}` };
  return [{ title: 'Refer to the first one with ref=', edits: [edit], certain: false }];
}

/**
 * A new id that nothing has. Not for a second definition of the same name: a mention by that name would then mean
 * either of them.
 */
function renamed(
  page: Page,
  workspace: Workspace,
  definition: Definition,
  all: readonly DefinitionAt[],
): readonly Fix[] {
  const { id, kind } = definition;
  const isEntity = workspace.vocabulary.kinds.get(kind)?.role === 'entity';
  const others = all.slice(0, MAX_RELATED + 1).filter((at) => !isSame(at, page, definition));
  // A YAML alias repeats the very place; of more than a few of one id, nobody chooses names one by one.
  if (idFault(id.text) !== undefined || others.length < all.length - 1) return [];
  // What points at this one because of its kind would point at nothing.
  const isAloneOfKind = others.every((at) => at.definition.kind !== kind);
  if (isAloneOfKind && usesOf(workspace, id.text).length > 0) return [];
  if (isEntity && others.some((at) => sharesName(at.definition, definition))) return [];
  const named = isEntity
    ? newEntityId(workspace, kind, definition.name.text)
    : newCommitmentId(workspace, definition.name.text, languageOfPage(workspace, page));
  const ids = new Set([named, unusedId(workspace, id.text)]);
  return [...ids].map((free) => ({
    title: `Change this id to '${free}'`,
    edits: [idEdit(page, definition, free)],
    certain: false,
  }));
}

function idEdit(page: Page, { id }: Definition, free: string): PageEdit {
  const { text, page: where, span } = replacement(page, id, free);
  const start = page.text[span.start] === '#' ? span.start + 1 : span.start;
  return { page: where, span: { ...span, start }, text };
}

function sharesName(one: Definition, other: Definition): boolean {
  if (one.kind !== other.kind) return false;
  const names = new Set(namesOf(one));
  return namesOf(other).some((name) => names.has(name));
}

function namesOf({ name, otherNames }: Definition): readonly string[] {
  return [name, ...otherNames].map(({ text }) => foldName(foldCase(text)));
}
