import {
  commitmentsBy,
  commitmentsTo,
  type Definition,
  entityOf,
  mentionsOf,
} from '../../core/index.js';
import { attributesOf } from './attributes.js';
import { column, type ListDefinition } from './list-definition.js';

/** Each entity once, where it is first defined. The counts are over the whole workspace. */
export const entities: ListDefinition = {
  name: 'entities',
  singular: 'entity',
  summary: 'all defined entities, with counts',
  keys: [
    'id',
    'kind',
    'name',
    'otherNames',
    'attributes',
    'mentions',
    'commitmentsBy',
    'commitmentsTo',
    'file',
    'range',
  ],
  columns: [
    column('id', 'id', 6),
    column('kind', 'kind'),
    column('name', 'name', 2),
    column('other names', 'otherNames', 3),
    column('mentions', 'mentions'),
    column('owes', 'commitmentsBy'),
    column('is owed', 'commitmentsTo'),
  ],
  *rows(page, { workspace, places }) {
    for (const definition of page.facts.definitions) {
      const id = definition.id.text;
      if (!isEntity(definition) || entityOf(workspace, id)?.definition !== definition) continue;
      yield {
        id,
        kind: definition.kind,
        name: definition.name.text,
        otherNames: definition.otherNames.map(({ text }) => text),
        attributes: attributesOf(definition),
        mentions: mentionsOf(workspace, id).length,
        commitmentsBy: commitmentsBy(workspace, id).length,
        commitmentsTo: commitmentsTo(workspace, id).length,
        ...places.locate({ page: page.id, span: definition.span }),
      };
    }
  },
};

function isEntity({ kind }: Definition): boolean {
  return kind !== 'commitment';
}
