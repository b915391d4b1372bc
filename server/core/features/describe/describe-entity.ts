import { scalar } from '../../brief/index.js';
import { kindTitle } from '../../rules/index.js';
import { dateOfPage, type Page, type Workspace } from '../../workspace/index.js';
import type { EntityBasics, EntityFacts } from './card.js';
import { mentionLine, placeOfDefinition } from './describe-counts.js';
import { factLine } from './describe-facts.js';
import { identifierLine } from './describe-identifiers.js';
import { officeLines } from './describe-offices.js';
import { promiseBlocks } from './describe-promises.js';
import {
  code,
  joined,
  type Line,
  lines,
  MAX_LONG,
  MAX_SHORT,
  placed,
  type RichText,
  strong,
  truncate,
} from './rich-text.js';

/** All that is worth knowing of an entity at a glance; `page`: where it is asked about, for its date. */
export function describeEntity(workspace: Workspace, page: Page, card: EntityFacts): RichText {
  const { definition } = card;
  const { attributes } = definition;
  const description = scalar(attributes, 'description')?.text;
  return [
    ...lines(titleLine(workspace, card), otherNames(card)),
    ...lines(description === undefined ? undefined : [truncate(description, MAX_LONG)]),
    ...lines(
      joined([factLine(workspace, definition), identifierLine(attributes)]),
      ...officeLines(workspace, card, dateOfPage(page)),
    ),
    ...promiseBlocks(workspace, card),
    ...lines(mentionLine(workspace, card)),
  ];
}

/** One line, where several are told of. */
export function entityLine(workspace: Workspace, page: Page, card: EntityBasics): Line {
  const [office] = officeLines(workspace, card, dateOfPage(page));
  const description = scalar(card.definition.attributes, 'description')?.text;
  const what = card.kind === 'person' || card.kind === 'office' ? office : undefined;
  const facts =
    what ?? (description === undefined ? undefined : [truncate(description, MAX_SHORT)]);
  return joined([
    placed(nameIn(card), placeOfDefinition(card)),
    kindTitle(workspace, card.kind),
    facts ?? factLine(workspace, card.definition),
  ]);
}

function titleLine(workspace: Workspace, card: EntityBasics): Line {
  return joined([strong(nameIn(card)), [kindTitle(workspace, card.kind), ' ', code(card.id)]]);
}

/** With `Dr.` or `Shri` before it. */
function nameIn({ definition }: EntityBasics): string {
  const prefix = scalar(definition.attributes, 'honorific_prefix')?.text ?? '';
  return truncate(`${prefix} ${definition.name.text}`.trim(), MAX_SHORT);
}

export function otherNames({ definition }: EntityBasics): Line {
  const MAX_NAMES = 6;
  const names = definition.otherNames.map(({ text }) => text);
  const rest = names.length - MAX_NAMES;
  const shown = names
    .slice(0, rest > 1 ? MAX_NAMES : names.length)
    .map((name) => truncate(name, MAX_SHORT));
  if (shown.length === 0) return [];
  return [`Also ${shown.join(', ')}${rest > 1 ? ` and ${rest} more` : ''}`];
}
