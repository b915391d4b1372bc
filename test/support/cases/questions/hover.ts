import {
  hover,
  type LinkTo,
  markdownOf,
  plainTextOf,
  type Workspace,
} from '../../../../server/core/index.js';
import { type Asking, lineOf, markAt, orNothing, type Question } from '../question.js';

export const hoverQuestion: Question = {
  word: 'hover',
  summary:
    'what is shown of the thing under the cursor; under a line its first line. `↵` is a line break of Markdown. `as=text`: for an editor without Markdown; `while=reading`: before all files are read',
  about: 'spot',
  options: ['as', 'while'],
  marks: (asking) =>
    markAt(asking, linesOfHover(asking)[0]?.replace(' ↵', ''), hovered(asking)?.span),
  answer: (asking) => orNothing(linesOfHover(asking)),
};

function hovered({ workspace, page, spot, option }: Asking): ReturnType<typeof hover> {
  return hover(workspace, page, spot.start, option('while') === 'reading' ? 'reading' : 'all');
}

function linesOfHover(asking: Asking): readonly string[] {
  const found = hovered(asking);
  if (found === undefined) return [];
  if (asking.option('as') === 'text') return plainTextOf(found.telling).split('\n');
  const markdown = markdownOf(found.telling, linksIn(asking.workspace));
  return markdown.split('\n').map((line) => line.replace(/ {2}$/, ' ↵'));
}

/** `a.md#L3`, as a link in a hover. */
function linksIn({ pages }: Workspace): LinkTo {
  return ({ page, span }) => `${page}#L${lineOf(pages.get(page)?.text ?? '', span.start)}`;
}
