import { EACH_OTHER } from '../../brief/index.js';
import type { AnnotatedTerms } from '../../suggest/index.js';

/** A promise that is suggested, in words: who makes it, to whom, how strongly and until when. */
export interface PromiseWords {
  /** Empty: nobody knows. */
  readonly who: string;
  /** Empty if the text does not say. */
  readonly whom: string;
  /** `planned, due 2025-12`. */
  readonly terms: string;
}

/** @param nameOf of an id, or of the key of what is proposed */
export function promiseWords(
  { by, to, strength, due, dueText, period }: AnnotatedTerms,
  nameOf: (key: string) => string,
): PromiseWords {
  const when =
    due !== null ? `due ${due}` : (dueText ?? (period === null ? undefined : `for ${period}`));
  const named = (key: string): string => (key === EACH_OTHER ? 'each other' : nameOf(key));
  return {
    who: by.map(nameOf).join(' and '),
    whom: to.map(named).join(' and '),
    terms: [strength, when].filter((term) => term !== undefined && term !== null).join(', '),
  };
}
