import type { Annotation } from '../../../../server/core/index.js';
import { annotationsIn } from '../../suggesting.js';
import { orNothing, type Question } from '../question.js';

export const suggestQuestion: Question = {
  word: 'suggest',
  summary:
    'what would be tagged in a page, in reading order: the kind, the words, who is meant behind `=`; of a promise who makes it, its strength and its terms. `level=possible`: what is only worth a look, too; `only=commitment`: of this kind alone; `of=b.md`: in this file and not in the first',
  about: 'page',
  options: ['of', 'level', 'only'],
  answer: ({ workspace, page, option }) => {
    const levels = ['certain', 'likely', ...(option('level') === 'possible' ? ['possible'] : [])];
    const only = option('only');
    const { suggestions } = annotationsIn(workspace, page.id, levels);
    return orNothing(
      suggestions.filter(({ kind }) => only === undefined || kind === only).map(lineOf),
    );
  },
};

function lineOf({ kind, words, ids, via, commitment, entity }: Annotation): string {
  const shown = `${kind} ${words.replace(/\s+/g, ' ')}`;
  if (commitment === undefined) {
    const meant = via === 'pattern' && kind !== 'date' ? named(entity, words) : ids.join(',');
    return meant === '' ? shown : `${shown} = ${meant}`;
  }
  const { by, to, strength, due, dueText, period, saidBy } = commitment;
  const terms = [
    strength ?? '',
    by.length === 0 ? '' : `by ${by.join(',')}`,
    to.length === 0 ? '' : `to ${to.join(',')}`,
    due === null ? '' : `due ${due}`,
    dueText === null ? '' : `due “${dueText}”`,
    period === null ? '' : `for ${period}`,
    commitment.if === null ? '' : `if ${commitment.if}`,
    saidBy.length === 0 ? '' : `said by ${saidBy.join(',')}`,
  ];
  return `${shown} | ${terms.filter((term) => term !== '').join('; ')}`;
}

/** The name that is proposed, where it is another than the words. */
function named(entity: string | null, words: string): string {
  const name = entity?.slice(entity.indexOf(':') + 1) ?? '';
  return name === words.replace(/\s+/g, ' ') ? '' : name;
}
