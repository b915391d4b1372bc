import type { Span } from '../../text/index.js';

/** A stretch of one line whose words mean something. */
export interface Token {
  readonly span: Span;
  /** The tag of a kind, a workspace's own included. */
  readonly kind: string;
  readonly modifiers: readonly TokenModifier[];
}

export type TokenModifier = 'definition' | 'unresolved' | 'overdue';
