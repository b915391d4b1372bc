import {
  type AnnotatedTerms,
  plainWords,
  type ReviewGroup,
  type ReviewItem,
  reviewOf,
} from '../../core/index.js';
import type { Feature } from '../feature.js';
import {
  REQUESTS,
  type SuggestionGroup,
  type SuggestionItem,
  type SuggestionReview,
  type SuggestionsParams,
  type SuggestionTerms,
} from '../protocol.js';
import { readCorrections, readLevel } from '../suggestion-params.js';
import { allReadOrCancelled } from '../when-all-read.js';
import type { DocumentView } from '../workspace-view.js';

/** What could be tagged in a document, for somebody to go through. */
export const suggestions: Feature = {
  name: 'suggestions',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest(REQUESTS.suggestions, async (params: SuggestionsParams, token) => {
      await session.suggestions.ready();
      await allReadOrCancelled(session, token);
      return session.answer(params.uri, token, (view): SuggestionReview => {
        const level = readLevel(params.level);
        const corrections = readCorrections(params.corrections);
        const found = session.suggestions.in(view, { level, corrections });
        const { groups } = reviewOf(view.workspace, view.page, found);
        return { version: view.version, groups: groups.map((group) => groupIn(view, group)) };
      });
    });
  },
};

function groupIn(view: DocumentView, { entity, items, ...group }: ReviewGroup): SuggestionGroup {
  return {
    ...group,
    ...(entity && { newId: entity.id }),
    items: items.map((item) => itemIn(view, item)),
  };
}

function itemIn(
  { page, toRange }: DocumentView,
  { key, sentence, annotation }: ReviewItem,
): SuggestionItem {
  const { type, kind, span, ids, candidates, level, confidence, reason, edits } = annotation;
  const { commitment } = annotation;
  return {
    ...{ key, type, kind, ids, level, confidence, reason },
    words: plainWords(page, span),
    range: toRange(span),
    sentence: toRange(sentence),
    candidates: candidates.flatMap((one) => one.ids),
    ...(commitment && { terms: termsOf(commitment) }),
    edits: edits.map((edit) => ({ range: toRange(edit.span), newText: edit.text })),
  };
}

function termsOf({
  by,
  for: behind,
  to,
  saidBy,
  at,
  under,
  due,
  dueText,
}: AnnotatedTerms): SuggestionTerms {
  return {
    ...{ by, for: behind, to, saidBy },
    ...{ at: at ?? '', under: under ?? '', due: due ?? '', dueText: dueText ?? '' },
  };
}
