import type { Span } from '../../text/index.js';

/** One line of a page's outline, with what stands below it. */
export interface OutlineItem {
  /** As a person would list it: never empty, never markup, one line. */
  readonly name: string;
  /** What is to be known beside the name: `due 31 December 2025 · overdue by 15 days`; may be empty. */
  readonly detail: string;
  readonly type: OutlineType;
  /** The tag of its kind; of a heading: empty. */
  readonly kind: string;
  /** All of it: of a heading, its section. Children lie inside. */
  readonly span: Span;
  /** What is selected when it is chosen; lies inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

export type OutlineType =
  | 'heading'
  | 'commitment'
  | 'update'
  | 'assessment'
  | 'definition'
  | 'mention'
  /** In a registry: the key of a kind. */
  | 'kind';
