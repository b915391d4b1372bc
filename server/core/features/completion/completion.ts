import type { Span, TextEdit } from '../../text/index.js';

/** One thing that may be written where the cursor is. Plain data; offsets of the page's text. */
export interface Completion {
  /** What the list shows: a name for a person to read, else the word itself. */
  readonly label: string;
  /** Beside the label, quieter: the id of a name, the plain words of a date. */
  readonly beside?: string;
  /** One line on what it is. */
  readonly detail?: string;
  /** What is written for an editor that knows no snippets. */
  readonly insert: string;
  /** The same as a snippet of LSP, where it has places to fill in. */
  readonly snippet?: string;
  /** What is replaced: the whole word or value at the cursor, which is in it. On one line. */
  readonly span: Span;
  /** Other edits of the same text that belong to it; they touch no part of `span`. */
  readonly also?: readonly TextEdit[];
  /** What an editor filters by; it begins with what was typed where that is not in the label. */
  readonly filter: string;
  readonly icon: Icon;
  /** What {@link completionDocumentation} says of it when someone looks. */
  readonly documentedBy?: DocumentationKey;
  /** Whether there is a list for what comes next, such as the names after `person[`. */
  readonly leadsOn?: true;
}

/** In the order in which they are offered. */
export interface Completions {
  readonly items: readonly Completion[];
  /** Whether to ask again when more is typed: the best are here, or it is searched differently here. */
  readonly incomplete: boolean;
}

export interface CompletionTrigger {
  /** The character that made the editor ask by itself; `undefined` when someone asked, or typed on. */
  readonly trigger: string | undefined;
}

export type Icon =
  | { readonly type: 'kind' | 'attribute' | 'choice' | 'date' | 'id' | 'record' | 'rule' | 'word' }
  /** An entity or commitment of this kind. */
  | { readonly type: 'thing'; readonly kind: string };

export type DocumentationKey =
  | { readonly type: 'thing'; readonly id: string }
  | { readonly type: 'kind'; readonly kind: string }
  | { readonly type: 'attribute'; readonly kind: string; readonly attribute: string }
  | { readonly type: 'rule'; readonly rule: string };

/** More are not read; who seeks one of them types on. */
export const MAX_ITEMS = 200;

export function completeList(items: readonly Completion[]): Completions | undefined {
  return items.length === 0 ? undefined : { items, incomplete: false };
}

/** To be asked for again as more is typed. */
export function incompleteList(items: readonly Completion[]): Completions | undefined {
  return items.length === 0 ? undefined : { items, incomplete: true };
}
