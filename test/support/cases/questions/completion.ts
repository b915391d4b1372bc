import { type Completions, complete } from '../../../../server/core/index.js';
import { editsOf } from '../../completing.js';
import { drawChanges } from '../changes.js';
import { type Asking, markAt, NOTHING, orNothing, type Question } from '../question.js';
import { CURSOR } from '../spots.js';

/** Under a line there is room for so many. */
const SHORT = 6;

export const completionQuestion: Question = {
  word: 'completion',
  summary: `what is offered at the cursor: the name, what is beside it, what it is; under a line the first ${SHORT} names. \`trigger=":"\`: the editor asks by itself behind this character; \`trigger=both\`: somebody asks, and the editor by itself behind the character before the cursor`,
  about: 'spot',
  options: ['trigger'],
  marks: (asking) => {
    const { page, spot, option } = asking;
    const trigger = option('trigger');
    if (trigger !== 'both') {
      const found = completions(asking, trigger);
      return markAt(asking, shortly(found), found?.items[0]?.span);
    }
    const asked = shortly(completions(asking, undefined)) ?? NOTHING;
    const unasked = shortly(completions(asking, page.text[spot.start - 1])) ?? NOTHING;
    return markAt(asking, asked === unasked ? asked : `asked: ${asked}; by itself: ${unasked}`);
  },
  answer: (asking) =>
    orNothing(
      (completions(asking, asking.option('trigger'))?.items ?? []).map(
        ({ label, beside, detail }) =>
          [label, beside, detail].filter((part) => part !== undefined).join(' · '),
      ),
    ),
};

export const acceptQuestion: Question = {
  word: 'accept',
  summary: `what choosing \`item="…"\` among them changes, with \`${CURSOR}\` where there is something to fill in; \`snippets=no\`: in an editor without snippets`,
  about: 'spot',
  required: ['item'],
  options: ['snippets'],
  answer: (asking) => {
    const { page, option } = asking;
    const wanted = option('item');
    const items = completions(asking, undefined)?.items ?? [];
    const item = items.find(({ label, beside }) => label === wanted || beside === wanted);
    if (item === undefined) {
      const labels = items.map(({ label }) => label).join(', ');
      throw new Error(`"${wanted}" is not offered, but: ${labels}`);
    }
    const edits = editsOf(item, option('snippets') === 'no' ? 'plain' : 'snippets');
    return orNothing(drawChanges(page.id, page.text, edits));
  },
};

function completions(
  { workspace, page, spot }: Asking,
  trigger: string | undefined,
): Completions | undefined {
  return complete(workspace, page, spot.start, { trigger });
}

/** The first names, and how many more there are. */
function shortly(found: Completions | undefined): string | undefined {
  const items = found?.items ?? [];
  if (items.length === 0) return undefined;
  const names = items.slice(0, SHORT).map(({ label }) => label);
  const rest = items.length - names.length;
  return [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
