import {
  type Attribute,
  type AttributeSpec,
  attributeSpec,
  type Definition,
} from '../brief/index.js';
import { describeDate } from '../dates/index.js';
import type { Value } from '../parse/index.js';
import { commitmentOf, entityOf, type Workspace } from '../workspace/index.js';
import { standingOf } from './card.js';
import { type Membership, membershipsIn, membershipsOf } from './memberships.js';
import { standingWords } from './standing-words.js';
import { actOf, nameOfId, spanWords, stepWords } from './words.js';

/** What is known of a thing in a few lines of plain text: no more than one looks for in passing. */
export interface CardText {
  readonly title: string;
  /** `Person`, `Commitment` … */
  readonly kind: string;
  readonly lines: readonly string[];
}

/** `undefined` for an id that nothing defines. */
export function cardText(workspace: Workspace, id: string): CardText | undefined {
  const commitment = commitmentOf(workspace, id);
  if (commitment !== undefined) {
    const standing = standingOf(workspace, commitment);
    const steps = commitment.history.slice(1).map((step) => {
      const on = step.on === undefined ? '' : `${describeDate(step.on)}: `;
      return `${on}${stepWords(step)}`;
    });
    const lines = [standingWords(workspace, standing), ...steps.slice(-MOST_STEPS)];
    return { title: actOf(commitment), kind: 'Commitment', lines };
  }
  const definition = entityOf(workspace, id)?.definition;
  const kind = definition && workspace.vocabulary.kinds.get(definition.kind);
  if (definition === undefined || kind === undefined) return undefined;
  return {
    title: definition.name.text,
    kind: kind.title,
    lines: entityLines(workspace, definition),
  };
}

const MOST_STEPS = 3;
const MOST_OTHERS = 6;

function entityLines(workspace: Workspace, definition: Definition): readonly string[] {
  const { attributes, otherNames, kind } = definition;
  const description = attributes.find(({ name }) => name === 'description')?.value;
  const others = otherNames.map(({ text }) => text).join(', ');
  const facts = attributes.flatMap((attribute) => factLine(workspace, kind, attribute));
  return [
    ...(description?.type === 'scalar' && description.text !== '' ? [description.text] : []),
    ...(others === '' ? [] : [`Also called ${others}`]),
    ...membershipLines(workspace, definition),
    ...facts.slice(0, MOST_OTHERS),
  ];
}

/** Already said, or nothing to read in passing. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'name other_names description identifiers links sources memberships url archived_url'.split(' '),
);

function factLine(workspace: Workspace, kindName: string, { name, value }: Attribute): string[] {
  const kind = workspace.vocabulary.kinds.get(kindName);
  const spec = kind && attributeSpec(kind, name);
  if (spec === undefined || LEFT_OUT.has(name)) return [];
  const words = textsIn(value).map((text) => said(workspace, spec, text));
  if (words.length === 0) return [];
  const label = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
  return [`${label}: ${words.join(', ')}`];
}

function textsIn(value: Value): readonly string[] {
  if (value.type === 'mapping') return [];
  const items = value.type === 'list' ? value.items : [value];
  return items.flatMap((item) => (item.type === 'scalar' && item.text !== '' ? [item.text] : []));
}

function said(workspace: Workspace, { type }: AttributeSpec, text: string): string {
  if (type.type === 'date') return describeDate(text);
  return type.type === 'id' || type.type === 'ids' ? nameOfId(workspace, text) : text;
}

/** A person's offices, or who held an office; the latest first. */
function membershipLines(workspace: Workspace, definition: Definition): readonly string[] {
  const isOffice = definition.kind === 'office';
  const all = isOffice ? membershipsIn(workspace, definition.id.text) : membershipsOf(definition);
  const latest = [...all].sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''));
  return latest.slice(0, MOST_STEPS).map((membership) => {
    const time = spanWords(membership.start, membership.end);
    const names = placesOf(membership, isOffice).map((id) => nameOfId(workspace, id));
    const what = `${isOffice ? 'Held by ' : ''}${names.join(', ')}`;
    return time === '' ? what : `${what}, ${time}`;
  });
}

function placesOf({ person, office, org }: Membership, isOffice: boolean): readonly string[] {
  return isOffice ? [person] : [office, org].filter((id) => id !== undefined);
}
