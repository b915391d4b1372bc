import { scalar } from '../../brief/index.js';
import { commitmentOf, dateOfPage, type Page, type Workspace } from '../../workspace/index.js';
import { commitmentState, type EntityBasics, entityBasics } from './card.js';
import { actOf, commitmentStateWords } from './commitment-words.js';
import { stepLine } from './describe-commitment.js';
import { otherNames } from './describe-entity.js';
import { factLine } from './describe-facts.js';
import { identifierLine } from './describe-identifiers.js';
import { officeLines } from './describe-offices.js';
import { joined, lines, MAX_LONG, MAX_SHORT, type RichText, truncate } from './rich-text.js';
import { plainLinesOf } from './rich-text-plain.js';

/**
 * What is known of a thing in a few lines of plain text: what stands at the top of its card. Nothing is
 * counted, as that would ask every brief of the workspace.
 */
export interface CardText {
  readonly title: string;
  /** `Person`, `Commitment` … */
  readonly kind: string;
  readonly lines: readonly string[];
}

/** As seen from a page, whose date decides who held an office. `undefined`: nothing defines the id. */
export function cardText(workspace: Workspace, page: Page, id: string): CardText | undefined {
  const entity = entityBasics(workspace, id);
  if (entity === undefined) return commitmentText(workspace, id);
  return {
    title: truncate(entity.definition.name.text, MAX_SHORT),
    kind: workspace.vocabulary.kinds.get(entity.kind)?.title ?? entity.kind,
    lines: plainLinesOf(basicsOf(workspace, page, entity)),
  };
}

function basicsOf(workspace: Workspace, page: Page, entity: EntityBasics): RichText {
  const { definition } = entity;
  const description = scalar(definition.attributes, 'description')?.text;
  return lines(
    description === undefined ? undefined : [truncate(description, MAX_LONG)],
    otherNames(entity),
    joined([factLine(workspace, definition), identifierLine(definition.attributes)]),
    ...officeLines(workspace, entity, dateOfPage(page)),
  );
}

function commitmentText(workspace: Workspace, id: string): CardText | undefined {
  const commitment = commitmentOf(workspace, id);
  if (commitment === undefined) return undefined;
  const LAST = 4;
  const steps = commitment.history.slice(1).slice(-LAST);
  return {
    title: truncate(actOf(commitment), MAX_LONG),
    kind: 'Commitment',
    lines: [
      commitmentStateWords(workspace, commitmentState(workspace, commitment)),
      ...plainLinesOf(lines(...steps.map((step) => stepLine(workspace, step)))),
    ],
  };
}
