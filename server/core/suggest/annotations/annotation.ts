import type { Span, TextEdit } from '../../text/index.js';
import type { Page, PageId, SuggestionLevel } from '../../workspace/index.js';
import type { Candidate } from '../engine/candidate.js';

/** What was found in one page. */
export interface PageCandidates {
  readonly page: Page;
  readonly candidates: readonly FoundCandidate[];
  /** Where alone they become suggestions, each tried in the block that it stands in; absent: in the whole page. */
  readonly place?: Span;
}

export interface FoundCandidate extends Candidate {
  /** Whether the words are to be a name, from now on, of what they mean. */
  readonly remember?: boolean;
  /** Whether it is only there for others to refer to, and is not suggested itself. */
  readonly aside?: boolean;
}

/** A name that something registered is to be known by as well. */
export interface NewName {
  readonly id: string;
  readonly name: string;
}

/** The terms of a promise that is suggested; absent ones are `null`, parties ids or entity keys. */
export interface AnnotatedTerms {
  readonly id: string;
  readonly by: readonly string[];
  readonly for: readonly string[];
  readonly to: readonly string[];
  readonly strength: string | null;
  readonly marker: string | null;
  readonly if: string | null;
  readonly due: string | null;
  readonly dueText: string | null;
  readonly period: string | null;
  readonly saidBy: readonly string[];
  readonly at: string | null;
  readonly under: string | null;
}

/** A tag that is suggested, with the edits that would put it there. */
export interface Annotation {
  readonly page: PageId;
  readonly span: Span;
  readonly type: 'mention' | 'commitment';
  readonly kind: string;
  readonly words: string;
  readonly ids: readonly string[];
  readonly via: Candidate['via'];
  readonly level: SuggestionLevel;
  readonly confidence: number;
  readonly reason: string;
  readonly candidates: Candidate['candidates'];
  /** The key of the entity that is proposed for it. */
  readonly entity: string | null;
  /** Whom a mention means: ids, keys, or its words; the same for all that mean the same. */
  readonly meaning: string | undefined;
  /** The keys of all proposed entities that its tag refers to. */
  readonly needs: readonly string[];
  /** Without this name the tag would mean nobody. */
  readonly newName: NewName | undefined;
  readonly edits: readonly TextEdit[];
  readonly commitment: AnnotatedTerms | undefined;
}

/** Something new that mentions speak of, for the registry. */
export interface ProposedEntity {
  /** By which mentions and promises refer to it: kind and name. */
  readonly key: string;
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly attributes: Readonly<
    Record<string, string | readonly Readonly<Record<string, string>>[]>
  >;
  /** How many mentions mean it. */
  readonly mentions: number;
}

export interface Annotations {
  /** By page, in reading order, the outer before the inner. */
  readonly suggestions: readonly Annotation[];
  readonly entities: readonly ProposedEntity[];
}

/** How a mention is known, as programs are told: what a tag must say with `ref` is a description, and no name. */
export function saidVia({ via, edits }: Pick<Annotation, 'via' | 'edits'>): Annotation['via'] {
  return via === 'name' && edits.some(({ text }) => text.includes('{ref=')) ? 'description' : via;
}
