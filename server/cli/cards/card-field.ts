import {
  actOf,
  type Commitment,
  type CommitmentState,
  type PartyView,
  type Place,
  stateFacts,
  type Workspace,
} from '../../core/index.js';
import type { Places } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';

/** One line of a card's part: its name at the left, and what is known. No lines: it is left out. */
export interface Field {
  readonly title: string;
  readonly lines: readonly string[];
}

export function standingLine(
  state: CommitmentState,
  self: string,
  view: PartyView,
  workspace: Workspace,
): string {
  const { commitment } = state;
  const facts = stateFacts(workspace, state, self, view);
  return `${commitment.id ?? '(no id)'}: ${actOf(commitment)} (${facts.join('; ')})`;
}

export function nameOf({ id, words }: Commitment): string {
  return id === undefined ? words : `${id}: ${words}`;
}

export function placeText(place: Place, places: Places): string {
  const { file, range } = places.locate(place);
  return `${escapePath(file)}:${range.start.line}`;
}

export function listed(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}

export function some(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [text];
}
