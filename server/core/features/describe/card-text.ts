import { scalar } from '../../brief/index.js';
import { commitmentOf, dateOfPage, type Page, type Workspace } from '../../workspace/index.js';
import { type EntityBasics, entityBasics, standingOf } from './card.js';
import { stepLine } from './describe-commitment.js';
import { cut, LONG, SHORT } from './describe-cut.js';
import { otherNames } from './describe-entity.js';
import { factLine } from './describe-facts.js';
import { identifierLine } from './describe-identifiers.js';
import { officeLines } from './describe-offices.js';
import { plainLinesOf } from './hover-plain.js';
import { joined, lines, type Telling } from './hover-text.js';
import { standingWords } from './standing-words.js';
import { actOf } from './words.js';

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
    title: cut(entity.definition.name.text, SHORT),
    kind: workspace.vocabulary.kinds.get(entity.kind)?.title ?? entity.kind,
    lines: plainLinesOf(basicsOf(workspace, page, entity)),
  };
}

function basicsOf(workspace: Workspace, page: Page, entity: EntityBasics): Telling {
  const { definition } = entity;
  const description = scalar(definition.attributes, 'description')?.text;
  return lines(
    description === undefined ? undefined : [cut(description, LONG)],
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
    title: cut(actOf(commitment), LONG),
    kind: 'Commitment',
    lines: [
      standingWords(workspace, standingOf(workspace, commitment)),
      ...plainLinesOf(lines(...steps.map((step) => stepLine(workspace, step)))),
    ],
  };
}
