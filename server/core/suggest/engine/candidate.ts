import type { SuggestionLevel } from '../../workspace/index.js';

/** The terms of a suggested promise. Parties are ids, or the keys of proposed entities. */
export interface SuggestedTerms {
  /** The words of an id: the act and its object. */
  readonly id: string | undefined;
  readonly by: readonly string[];
  readonly for: readonly string[];
  readonly to: readonly string[];
  readonly strength: string | undefined;
  readonly marker: string | undefined;
  readonly if: string | undefined;
  readonly due: string | undefined;
  readonly dueText: string | undefined;
  readonly period: string | undefined;
  readonly saidBy: readonly string[];
  readonly at: string | undefined;
  readonly under: string | undefined;
}

/** Words of a page that a tag could be put around. Offsets of the page. */
export interface Candidate {
  readonly type: 'mention' | 'commitment';
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** Of a name that is not registered none; of a date its EDTF value. */
  readonly ids: readonly string[];
  readonly via: 'name' | 'pattern' | 'description';
  readonly level: SuggestionLevel;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Why, in one plain sentence. */
  readonly reason: string;
  /** Who else could be meant. */
  readonly candidates: readonly { readonly ids: readonly string[]; readonly reason: string }[];
  /** The name of what is proposed where it is not registered; that it is known by in this page. */
  readonly name: string | undefined;
  readonly iso: string | undefined;
  readonly terms: SuggestedTerms | undefined;
  /** Of an office or a person that stand side by side: the other one, by the words of its place. */
  readonly office: { readonly start: number; readonly end: number } | undefined;
}

/** A mention that is tagged already, or was found by its name: what descriptions and promises are read from. */
export interface Mention {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** Ids, or `kind:name` of what is proposed. */
  readonly keys: readonly string[];
}

/** What is known of whom a mention means. */
export interface EntityInfo {
  readonly kind: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Of an agreement or an event. */
  readonly parties: readonly string[];
  /** Of a person: offices; of an office: its country or organization. */
  readonly offices: readonly string[];
  readonly classification: string | undefined;
  readonly places: readonly string[];
  readonly orgs: readonly string[];
}
