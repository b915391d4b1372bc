import { type OutlineItem, outline } from '../../../../server/core/index.js';
import { orNothing, type Question } from '../question.js';

export const outlineQuestion: Question = {
  word: 'outline',
  summary:
    'the outline of a page, two spaces a level, with what stands beside a name behind `|`; `of=registry.yaml`: of this file and not of the first',
  about: 'page',
  options: ['of'],
  answer: ({ workspace, page }) => orNothing(listed(outline(workspace, page), '')),
};

function listed(items: readonly OutlineItem[], indent: string): readonly string[] {
  return items.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === '' ? '' : ` | ${detail}`}`,
    ...listed(children, `${indent}  `),
  ]);
}
