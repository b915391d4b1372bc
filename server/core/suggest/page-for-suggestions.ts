import { type Definition, scalars, type Tag } from '../brief/index.js';
import { perObject, type Span } from '../text/index.js';
import {
  dateOfPage,
  entityOf,
  languageOfPage,
  namesOfKind,
  type Page,
  pagesDefining,
  perWorkspace,
  resolve,
  type Workspace,
} from '../workspace/index.js';
import type { EntityInfo, Mention } from './engine/candidate.js';
import type { RegisteredName } from './engine/registry-names.js';
import type { PageText } from './engine/suggest.js';
import { tagsInParts } from './near-place.js';
import { neverSuggested } from './never-suggested.js';
import { paragraphsOf } from './page-words.js';

/**
 * All that a page is suggested from, but for the index of names, which is one for a workspace.
 * @param parts of the page, in order, that alone are looked at
 */
export function pageForSuggestions(
  workspace: Workspace,
  page: Page,
  parts?: readonly Span[],
): Omit<PageText, 'names'> {
  const date = dateOfPage(page)?.range.first;
  const tags = parts === undefined ? page.facts.tags : tagsInParts(page, parts);
  return {
    paragraphs: paragraphsOf(page, parts),
    language: languageOfPage(workspace, page),
    today: date !== undefined && Number.isFinite(date) ? date : undefined,
    tagged: tags.flatMap((tag) => mentionsOf(workspace, page, tag)),
    promised: promisedIn(tags),
    never: neverSuggested(workspace, page),
    entityOf: (id) => infoOf(workspace, id),
  };
}

/** Every name of every entity. */
export const registeredNames: (workspace: Workspace) => readonly RegisteredName[] = perWorkspace(
  (workspace) =>
    [...workspace.vocabulary.kinds.values()]
      .filter(({ role }) => role === 'entity')
      .flatMap(({ tag: kind }) =>
        [...namesOfKind(workspace, kind)].map(({ id, name }) => ({ kind, id, name })),
      ),
);

/** The pages that say something of people, places and the like: the same pages, the same is known. */
export const definingPages: (workspace: Workspace) => readonly (Page | undefined)[] = perWorkspace(
  (workspace) => {
    const ids = [...workspace.vocabulary.kinds.values()].flatMap(({ role, tag }) =>
      role === 'entity' ? pagesDefining(workspace, tag) : [],
    );
    return Array.from(new Set(ids), (id) => workspace.pages.peek(id));
  },
);

function promisedIn(tags: readonly Tag[]): readonly Span[] {
  return tags.flatMap(({ role, span, refs }) =>
    role === 'commitment' && refs === undefined ? [span] : [],
  );
}

function mentionsOf(workspace: Workspace, page: Page, tag: Tag): readonly Mention[] {
  if (tag.form !== 'text' || tag.role === 'commitment') return [];
  const { start, end } = tag.label ?? tag.span;
  if (tag.role === 'date')
    return [{ kind: 'date', start, end, keys: tag.edtf === undefined ? [] : [tag.edtf] }];
  const resolution = resolve(workspace, page, tag);
  return [
    { kind: tag.kind, start, end, keys: resolution.type === 'resolved' ? resolution.ids : [] },
  ];
}

function infoOf(workspace: Workspace, id: string): EntityInfo | undefined {
  const definition = entityOf(workspace, id)?.definition;
  return definition && infoOfDefinition(definition);
}

const infoOfDefinition = perObject((definition: Definition): EntityInfo => {
  const { kind, name, otherNames, attributes } = definition;
  const idsOf = (attribute: string): readonly string[] =>
    scalars(attributes, attribute).map(({ text }) => text);
  return {
    kind,
    name: name.text,
    otherNames: otherNames.map(({ text }) => text),
    parties: [...idsOf('parties'), ...idsOf('attendees')],
    offices: officesIn(definition),
    places: idsOf('place'),
    classification: idsOf('classification')[0],
    orgs: [...idsOf('org'), ...idsOf('parent')],
  };
});

function officesIn({
  attributes,
}: {
  readonly attributes: Parameters<typeof scalars>[0];
}): readonly string[] {
  const memberships = attributes.find(({ name }) => name === 'memberships')?.value;
  if (memberships?.type !== 'list') return [];
  return memberships.items.flatMap((item) => {
    if (item.type !== 'mapping') return [];
    const office = item.entries.find(({ key }) => key.text === 'office')?.value;
    return office?.type === 'scalar' ? [office.text] : [];
  });
}
