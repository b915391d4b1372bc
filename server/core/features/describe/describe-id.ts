import { kindTitle, suggestion } from '../../rules/index.js';
import { commitmentOf, entityOf, type Page, type Workspace } from '../../workspace/index.js';
import { commitmentState, entityBasics, entityFacts } from './card.js';
import { commitmentLine, describeCommitment } from './describe-commitment.js';
import { describeEntity, entityLine } from './describe-entity.js';
import { nameOfEntity } from './describe-names.js';
import { code, type Line, lines, MAX_SHORT, type RichText, truncate } from './rich-text.js';

/** Where something is asked, and what is known so far. */
export interface DescribeContext {
  readonly workspace: Workspace;
  /** Its date decides who held an office. */
  readonly page: Page;
  /** Whether every file has been read: before that nothing is said to be missing. */
  readonly complete: boolean;
}

/** The card of an entity or a commitment; `undefined` for an id that nothing defines. */
export function describeId({ workspace, page }: DescribeContext, id: string): RichText | undefined {
  const entity = entityFacts(workspace, id);
  if (entity !== undefined) return describeEntity(workspace, page, entity);
  const commitment = commitmentOf(workspace, id);
  return commitment && describeCommitment(workspace, commitmentState(workspace, commitment));
}

/** As {@link describeId}, on one line. */
export function lineOfId({ workspace, page }: DescribeContext, id: string): Line | undefined {
  const entity = entityBasics(workspace, id);
  if (entity !== undefined) return entityLine(workspace, page, entity);
  const commitment = commitmentOf(workspace, id);
  return commitment && commitmentLine(workspace, commitmentState(workspace, commitment));
}

/** Of an id that nothing defines: that it is so, and what may have been meant. */
export function describeMissing(
  asking: DescribeContext,
  id: string,
  kinds: readonly string[] | 'any',
): RichText {
  const shown = truncate(id, MAX_SHORT);
  if (!asking.complete) return lines(['not found yet: the files are still being read']);
  return lines(
    ['Nothing here has the id ', code(shown), '.'],
    meantBy(asking.workspace, id, kinds, 'id'),
  );
}

/** `Did you mean Pete Hegseth (pete-hegseth) or …?`; of several kinds each is said with its own. */
export function meantBy(
  workspace: Workspace,
  written: string,
  kinds: readonly string[] | 'any',
  as: 'name' | 'id',
): Line {
  const { ids } = suggestion(workspace, kinds, truncate(written, MAX_SHORT), as);
  if (ids.length === 0) return [];
  const offers = ids.flatMap((id, index): Line => {
    const kind = entityOf(workspace, id)?.definition.kind;
    const of = kind === undefined || kinds.length === 1 ? '' : `${kindTitle(workspace, kind)} `;
    return [index === 0 ? '' : ' or ', of, nameOfEntity(workspace, id), ' ', code(id)];
  });
  return ['Did you mean ', ...offers, '?'];
}
