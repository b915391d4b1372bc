import type { NameKind } from '../reading/knowledge.js';

/** Words of a paragraph that are likely a name. Words are counted by tokens, offsets from the paragraph's start. */
export interface FoundName {
  readonly kind: NameKind;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Of 1. */
  readonly confidence: number;
  /** Why, in one plain sentence. */
  readonly reason: string;
  /** What else it is called: the full form of a known acronym, the name that a surname stands for. */
  readonly full?: string;
  /** Of a country. */
  readonly iso?: string;
  /** The office that stands before a person, as an index among those found together. */
  readonly office?: { readonly first: number; readonly last: number };
}

/** Three steps of certainty, of which the last two are offered unasked. */
export const POSSIBLE = 0.35;
export const LIKELY = 0.6;
export const SURE = 0.8;

/** Each kind as a reason names it. */
export const ARTICLES: Readonly<Record<NameKind, string>> = {
  person: 'a person',
  office: 'an office',
  org: 'an organization',
  place: 'a place',
  agreement: 'an agreement',
  event: 'an event',
};

export const NO_NAMES: readonly FoundName[] = [];
