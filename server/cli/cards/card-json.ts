import {
  type Card,
  type Commitment,
  type CommitmentState,
  commitmentEntry,
  plainAttributes,
  type TagAt,
} from '../../core/index.js';
import { jsonText } from '../formats/json-text.js';
import { orNull } from '../lists/list-definition.js';
import type { PlacedWorkspace, Places } from '../report/places.js';
import type { CardFormat } from './card-format.js';

export const cardJson: CardFormat = {
  name: 'json',
  summary: 'one JSON document, for programs',
  *write(card, loaded) {
    yield `${jsonText(documentOf(card, loaded), 2)}\n`;
  },
};

function documentOf(card: Card, { workspace, places }: PlacedWorkspace): object {
  const where = {
    definitions: card.definedAt.map(({ page, definition }) =>
      places.locate({ page, span: definition.span }),
    ),
    mentions: card.mentions.map((mention) => mentionOf(mention, places)),
  };
  if (card.type === 'commitment') {
    const ids = (found: readonly Commitment[]): readonly (string | null)[] =>
      found.map(({ id }) => orNull(id));
    const { partOf, dependsOn, supersedes, fulfils } = card.commitment;
    return {
      type: card.type,
      ...commitmentEntry(card.commitment, workspace, places.locate),
      partOf,
      dependsOn,
      supersedes,
      fulfils,
      namedBy: {
        partOf: ids(card.namedBy.partOf),
        dependsOn: ids(card.namedBy.dependsOn),
        supersedes: ids(card.namedBy.supersedes),
        fulfils: ids(card.namedBy.fulfils),
      },
      ...where,
    };
  }
  const states = (list: readonly CommitmentState[]): readonly object[] =>
    list.map(({ commitment }) => commitmentEntry(commitment, workspace, places.locate));
  return {
    type: card.type,
    id: card.id,
    kind: card.kind,
    name: card.definition.name.text,
    otherNames: card.definition.otherNames.map(({ text }) => text),
    attributes: plainAttributes(card.definition),
    memberships: card.memberships.map(({ person, office, org, start, end }) => ({
      person,
      office: orNull(office),
      org: orNull(org),
      start: orNull(start),
      end: orNull(end),
    })),
    owes: states(card.owes),
    isOwed: states(card.isOwed),
    promisedThere: states(card.promisedThere),
    ...where,
  };
}

function mentionOf({ page, tag }: TagAt, places: Places): object {
  return { words: tag.words, ...places.locate({ page, span: tag.span }) };
}
