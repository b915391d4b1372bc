import { dayOfFollowUp, scalar, scalars, sourcesOf, stepOfScore } from '../../core/index.js';
import { column, type ListDefinition, orNull } from './list-definition.js';

/** Every assessment of a commitment, of unknown ones too. */
export const assessments: ListDefinition = {
  name: 'assessments',
  singular: 'assessment',
  summary: 'how well promises were kept, by whom it was judged, on which scale',
  keys: [
    ...['of', 'by', 'score', 'scale', 'party', 'on', 'period', 'source', 'words'],
    ...['file', 'range'],
  ],
  columns: [
    column('of', 'of', 1),
    column('by', 'by', 1),
    column('score', 'score'),
    column('scale', 'scale'),
    column('on', 'on'),
    column('source', 'source', 1),
    column('words', 'words', 2),
  ],
  *rows(page, { workspace, places }) {
    for (const tag of page.facts.tags) {
      if (tag.role !== 'assessment') continue;
      const { attributes } = tag;
      const text = (name: string): string | undefined => scalar(attributes, name)?.text;
      const ids = (name: string): readonly string[] =>
        scalars(attributes, name).map((id) => id.text);
      const [score, scale] = [text('score'), text('scale')];
      const known = score === undefined ? undefined : { score, scale };
      yield {
        of: orNull(text('of')),
        by: ids('by'),
        score: orNull(score),
        scale: orNull((known && stepOfScore(workspace.settings, known)?.scale.name) ?? scale),
        party: ids('party'),
        on: orNull(dayOfFollowUp(page, tag)),
        period: orNull(text('period')),
        source: sourcesOf(workspace, page, tag),
        words: tag.words,
        ...places.locate({ page: page.id, span: tag.span }),
      };
    }
  },
};
