import { dateOfPage, type Page, scalar, scalars, type Tag } from '../../core/index.js';
import { column, type ListDefinition, orNull } from './list-definition.js';

/** Every news of a commitment, of unknown ones too. */
export const updates: ListDefinition = {
  name: 'updates',
  singular: 'update',
  summary: 'what happened to promises, and where it is reported',
  keys: ['of', 'status', 'on', 'source', 'words', 'file', 'range'],
  columns: [
    column('of', 'of', 1),
    column('status', 'status'),
    column('on', 'on'),
    column('source', 'source', 1),
    column('words', 'words', 3),
  ],
  *rows(page, { places }) {
    for (const tag of page.facts.tags) {
      if (tag.role !== 'update') continue;
      yield {
        of: orNull(scalar(tag.attributes, 'of')?.text),
        status: orNull(scalar(tag.attributes, 'status')?.text),
        on: orNull(scalar(tag.attributes, 'on')?.text ?? dateOfPage(page)?.text),
        source: sourcesOf(page, tag),
        words: tag.words,
        ...places.locate({ page: page.id, span: tag.span }),
      };
    }
  },
};

/** Its own, else its brief's. */
function sourcesOf(page: Page, tag: Tag): readonly string[] {
  const own = scalars(tag.attributes, 'source');
  return (own.length > 0 ? own : page.facts.front.source).map(({ text }) => text);
}
