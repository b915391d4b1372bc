import { entitiesIn } from '../../core/index.js';
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
    for (const entry of entitiesIn(workspace, page, places.locate)) yield { ...entry };
  },
};
