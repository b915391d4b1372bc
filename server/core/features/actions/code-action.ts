import type { PageEdit, Report } from '../../rules/index.js';
import type { Annotations, Correction } from '../../suggest/index.js';
import type { Span } from '../../text/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import type { ConfigFile } from '../annotate/never.js';

/**
 * One thing an editor can do for its user with what stands at the cursor. One object in one file; what
 * it does is text edits, never a text printed anew.
 */
export interface CodeAction {
  readonly name: string;
  /** What it can offer, as the protocol names kinds (`quickfix`, `refactor.rewrite…`) or their beginnings. */
  readonly kinds: readonly string[];
  offer(ask: ActionRequest): Iterable<Offer>;
}

/** What was asked: where the cursor or selection is, and what has been found there. */
export interface ActionRequest {
  readonly workspace: Workspace;
  readonly page: Page;
  /** UTF-16; empty: a cursor. */
  readonly selection: Span;
  /** The findings at the selection. */
  readonly reports: readonly Report[];
  /** All findings of the page, made when an action wants them. */
  readonly all: () => readonly Report[];
  /** The kinds that alone are wanted; `undefined`: any. */
  readonly only?: readonly string[];
  /** `unasked`: the editor looks by itself whether there is something to do; it should not be much. */
  readonly trigger: 'asked' | 'unasked';
  /** Whether a page that is not there may be made. */
  readonly newPages: 'allowed' | 'refused';
  /** What is suggested to be tagged; absent: nobody asks for suggestions. */
  readonly suggestions?: SuggestionsAsked;
  /** The configuration of the workspace; absent: it cannot have one. */
  readonly config?: ConfigFile;
}

/** What is suggested, given what somebody knows better. */
export interface SuggestionsAsked {
  /** What touches the selection. Of a long page only what says something of it has been read. */
  here(corrections: readonly Correction[]): Annotations;
  inPage(corrections: readonly Correction[]): Annotations;
  /** Whether the page is so short that both are the same. */
  readonly isAll: boolean;
}

export interface Offer {
  /** In the imperative, for a person: `Tag as person: Pete Hegseth`. */
  readonly title: string;
  readonly kind: string;
  /** A function: costly, to be called when it has been chosen. */
  readonly edits: readonly PageEdit[] | (() => readonly PageEdit[]);
  /** Certainly what was meant. */
  readonly preferred?: boolean;
  /** The findings that it answers. */
  readonly reports?: readonly Report[];
}

export const TAG_KIND = 'refactor.rewrite.rapporteur.tag';
export const COMMITMENT_KIND = 'refactor.rewrite.rapporteur.commitment';
export const OVERDUE_KIND = 'quickfix.rapporteur.update';
export const UPDATE_KIND = 'refactor.rewrite.rapporteur.update';
export const DEFINE_KIND = 'quickfix.rapporteur.define';
export const NEVER_KIND = 'quickfix.rapporteur.never';
export const TAG_ALL_KIND = 'refactor.rewrite.rapporteur.tagAll';
export const SUPPRESS_KIND = 'quickfix.rapporteur.suppress';
export const FIX_ALL_KIND = 'source.fixAll.rapporteur';

/** Whether a kind is one of those asked for, or below one: `refactor` asks for `refactor.rewrite` too. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => isBelow(kind, wanted));
}

export function isBelow(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
