import type {
  ActionRequest,
  Offer,
  Page,
  PageEdit,
  Workspace,
} from '../../../../server/core/index.js';
import { type Offered, offersAt } from '../../actions.js';
import { annotationsIn } from '../../suggesting.js';
import { type Asking, markAt, orNothing, type Question } from '../question.js';
import { changesOf } from './rename.js';

/** Under a line there is room for so many. */
const SHORT = 3;

export const actionsQuestion: Question = {
  word: 'actions',
  summary: `the code actions at the cursor or for the selected words, in order; under a line the first ${SHORT}. \`only=quickfix\`: of this kind alone; \`suggestions=yes\`: with those of what is suggested there`,
  about: 'spot',
  options: ['only', 'new-files', 'suggestions'],
  marks: (asking) => {
    const titles = offersOf(asking).map(titleOf);
    const rest = titles.length - SHORT;
    const words = [...titles.slice(0, SHORT), ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
    return markAt(asking, words === '' ? undefined : words);
  },
  answer: (asking) => orNothing(offersOf(asking).map(titleOf)),
};

export const actionQuestion: Question = {
  word: 'action',
  summary:
    'what the code action called `title="…"` changes; `title="Tag as date…"`: whose title begins so',
  about: 'spot',
  required: ['title'],
  options: ['only', 'suggestions'],
  answer: (asking) => {
    const wanted = asking.option('title') ?? '';
    const offers = offersOf(asking);
    const begins = wanted.endsWith('…');
    const found = offers.filter(({ title }) =>
      begins ? title.startsWith(wanted.slice(0, -1)) : title === wanted,
    );
    if (found.length !== 1)
      throw new Error(
        `${found.length} actions are called "${wanted}" among: ${offers.map(({ title }) => title).join('; ')}`,
      );
    const made: readonly PageEdit[] = found[0]?.made ?? [];
    return orNothing(changesOf(asking.workspace, made));
  },
};

function offersOf({ workspace, page, spot, option }: Asking): readonly Offered[] {
  const only = option('only');
  return offersAt(
    { workspace, page, selection: spot },
    {
      ...(only === undefined ? {} : { only: [only] }),
      ...(option('new-files') === 'refused' ? { newPages: 'refused' } : {}),
      ...(option('suggestions') === 'yes' ? suggesting(workspace, page) : {}),
    },
  );
}

function suggesting(workspace: Workspace, page: Page): Partial<ActionRequest> {
  return {
    suggestions: {
      here: (corrections) => annotationsIn(workspace, page.id, undefined, corrections),
      inPage: (corrections) => annotationsIn(workspace, page.id, undefined, corrections),
      isAll: true,
    },
    config: { page: 'rapporteur.yaml', text: undefined },
  };
}

function titleOf({ title, preferred }: Offer): string {
  return preferred === true ? `${title} (preferred)` : title;
}
