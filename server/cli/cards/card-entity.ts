import {
  type CommitmentState,
  type EntityCard,
  nameWithId,
  type PartyView,
  plainAttributes,
  promiseGroups,
  spanWords,
  type Workspace,
} from '../../core/index.js';
import { cellText } from '../lists/list-definition.js';
import type { PlacedWorkspace } from '../report/places.js';
import { type Field, some, standingLine } from './card-field.js';
import { placeFields } from './card-places.js';

/** What is known of a person, a place, an agreement … */
export function* entityFields(
  card: EntityCard,
  { workspace, places }: PlacedWorkspace,
): Iterable<Field> {
  const { definition } = card;
  const { description, memberships: _shown, ...attributes } = plainAttributes(definition);
  yield {
    title: 'also called',
    lines: some(definition.otherNames.map(({ text }) => text).join(', ')),
  };
  yield { title: 'description', lines: some(cellText(description)) };
  for (const [name, value] of Object.entries(attributes)) {
    yield { title: name.replaceAll('_', ' '), lines: attributeLines(value) };
  }
  yield* membershipFields(card, workspace);
  const { owes, isOwed, mutual } = promiseGroups(card);
  const seen = (all: readonly CommitmentState[], view: PartyView): readonly string[] =>
    all.map((one) => standingLine(one, definition.id.text, view, workspace));
  yield { title: 'owes', lines: seen(owes, 'owes') };
  yield { title: 'is owed', lines: seen(isOwed, 'is-owed') };
  yield { title: 'promised with others', lines: seen(mutual, 'mutual') };
  yield {
    title: card.kind === 'event' ? 'promised there' : 'promised under it',
    lines: seen(card.promisedThere, 'setting'),
  };
  yield* placeFields(card, places);
}

function attributeLines(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(cellText);
  if (typeof value !== 'object' || value === null) return some(cellText(value));
  return Object.entries(value).map(([name, held]) => `${name}: ${cellText(held)}`);
}

function* membershipFields(card: EntityCard, workspace: Workspace): Iterable<Field> {
  const isOffice = card.kind === 'office';
  yield {
    title: isOffice ? 'held by' : 'offices',
    lines: card.memberships.map(({ person, office, org, start, end }) => {
      const what = isOffice ? [person] : [office, org].filter((id) => id !== undefined);
      const time = spanWords(start, end);
      const names = what.map((id) => nameWithId(workspace, id)).join(', ');
      return time === '' ? names : `${names}, ${time}`;
    }),
  };
}
