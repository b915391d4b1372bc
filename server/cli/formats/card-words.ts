import {
  type Commitment,
  describeDate,
  describeLength,
  entityOf,
  type Place,
  type Standing,
  type Workspace,
} from '../../core/index.js';
import type { Places } from '../places.js';
import { visiblePath } from '../visible.js';

/** One line of a card's part: its name at the left, and what is known. No lines: it is left out. */
export interface Field {
  readonly title: string;
  readonly lines: readonly string[];
}

export function standingLine(standing: Standing, party: 'by' | 'to', workspace: Workspace): string {
  const { commitment, status, overdue } = standing;
  const others = commitment[party].map((id) => nameOnly(id, workspace)).join(', ');
  const due = dueWords(standing);
  const facts = [others && `${party} ${others}`, overdue ? '' : status, due && `due ${due}`];
  return `${commitment.id ?? '(no id)'}: ${wordsOf(commitment)} (${facts.filter(Boolean).join('; ')})`;
}

export function dueWords({ commitment, due, overdue, overdueDays }: Standing): string | undefined {
  if (due === undefined) return commitment.dueText && `“${commitment.dueText}”`;
  return `${describeDate(due)}${overdue ? `, overdue by ${describeLength(overdueDays)}` : ''}`;
}

export function statusWords({ status, overdue }: Standing): string {
  return `${status ?? 'not yet made'}${overdue ? ', overdue' : ''}`;
}

export function strengthWords({ strength, strengthFrom, marker }: Commitment): string | undefined {
  if (strength === undefined) return undefined;
  if (strengthFrom === 'attribute' || marker === undefined) return strength;
  return `${strength}, from the words “${marker.text}”`;
}

export function named(id: string, workspace: Workspace): string {
  const name = entityOf(workspace, id)?.definition.name.text;
  return name === undefined || name === id ? id : `${name} (${id})`;
}

function nameOnly(id: string, workspace: Workspace): string {
  return entityOf(workspace, id)?.definition.name.text ?? id;
}

export function wordsOf({ what, words }: Commitment): string {
  return what ?? words;
}

export function nameOf({ id, words }: Commitment): string {
  return id === undefined ? words : `${id}: ${words}`;
}

export function placeText(place: Place, places: Places): string {
  const { file, range } = places.locate(place);
  return `${visiblePath(file)}:${range.start.line}`;
}

export function listed(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}

export function some(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [text];
}
