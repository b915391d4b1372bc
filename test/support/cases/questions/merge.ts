import { isRefused, mergeEntities, targetAt } from '../../../../server/core/index.js';
import { NOTHING, orNothing, type Question } from '../question.js';
import { changesOf } from './rename.js';

export const mergeQuestion: Question = {
  word: 'merge',
  summary:
    'what changes when the entity under the cursor is merged `into="…"`, the id of another one that is the same',
  about: 'spot',
  required: ['into'],
  answer: ({ workspace, page, spot, option }) => {
    const target = targetAt(workspace, page, spot.start);
    if (target?.type !== 'definition') return [NOTHING];
    const merged = mergeEntities(workspace, target.definition.id.text, option('into') ?? '');
    if (isRefused(merged)) return [`refused: ${merged.refused}`];
    return orNothing(changesOf(workspace, merged.edits));
  },
};
