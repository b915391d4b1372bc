import { l10n, window } from 'vscode';
import { didStep } from '../first-steps.js';
import { plurals } from '../plurals.js';
import type { Review } from '../suggestions/review.js';
import { showCurrent } from '../suggestions/show.js';
import type { Command } from './command.js';

const WHEN =
  'rapporteur.review == open && (editorTextFocus && editorLangId == markdown || focusedView == rapporteur.suggestions)';
const ON_VIEW = 'view == rapporteur.suggestions && rapporteur.review == open';

export const nextSuggestion: Command = {
  id: 'nextSuggestion',
  title: 'Go to Next Suggestion',
  summary: 'Goes to the next suggestion that is neither accepted nor skipped.',
  enablement: 'rapporteur.review == open',
  icon: 'arrow-down',
  key: { key: 'alt+n', mac: 'cmd+alt+n', when: WHEN },
  menus: [{ on: 'viewTitle', when: ON_VIEW }],
  run: ({ review }) => step(review, 1),
};

export const previousSuggestion: Command = {
  id: 'previousSuggestion',
  title: 'Go to Previous Suggestion',
  summary: 'Goes back to the suggestion before that is neither accepted nor skipped.',
  enablement: 'rapporteur.review == open',
  icon: 'arrow-up',
  key: { key: 'alt+p', mac: 'cmd+alt+p', when: WHEN },
  menus: [{ on: 'viewTitle', when: ON_VIEW }],
  run: ({ review }) => step(review, -1),
};

export const acceptAllCertain: Command = {
  id: 'acceptAllCertain',
  title: 'Accept All Certain',
  summary:
    'Accepts all suggestions that are certain: names of the registry, exactly as they are there.',
  enablement: 'rapporteur.review == open',
  icon: 'verified',
  menus: [{ on: 'viewMenu', when: ON_VIEW }],
  async run({ review }) {
    await review.settled();
    review.accept(review.items.filter(({ level }) => level === 'certain'));
  },
};

export const acceptAllSuggestions: Command = {
  id: 'acceptAllSuggestions',
  title: 'Accept All That Is Not Skipped',
  summary: 'Accepts all suggestions that you have not skipped.',
  enablement: 'rapporteur.review == open',
  icon: 'check-all',
  menus: [{ on: 'viewTitle', when: ON_VIEW }],
  async run({ review }) {
    await review.settled();
    review.accept(review.items.filter((item) => !review.isSkipped(item)));
  },
};

export const applySuggestions: Command = {
  id: 'applySuggestions',
  title: 'Tag What Is Accepted',
  summary:
    'Writes the accepted tags into the brief and what is new into the registry: one change, one undo. The view says what was not tagged, and why.',
  enablement: 'rapporteur.review == open',
  icon: 'save-all',
  key: { key: 'ctrl+enter', mac: 'cmd+enter', when: 'focusedView == rapporteur.suggestions' },
  menus: [{ on: 'viewTitle', when: ON_VIEW }],
  async run({ review }) {
    const outcome = await window.withProgress(
      { location: { viewId: 'rapporteur.suggestions' } },
      async () => {
        await review.settled();
        return review.apply();
      },
    );
    if (outcome === undefined) return;
    const words = outcome.applied
      ? l10n.t('Tagged: {0}.', plurals.tags(outcome.tags))
      : l10n.t('Nothing was tagged. Accept suggestions first.');
    if (outcome.applied) void didStep('annotate');
    window.setStatusBarMessage(words, 5000);
  },
};

async function step(review: Review, by: 1 | -1): Promise<void> {
  const next = review.step(by);
  if (next === undefined) {
    window.setStatusBarMessage(l10n.t('Every suggestion is accepted or skipped.'), 5000);
    return;
  }
  review.look(next);
  await showCurrent(review);
}
