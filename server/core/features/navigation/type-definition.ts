import { scalars } from '../../brief/index.js';
import {
  commitmentOf,
  commitmentsIn,
  dateOfPage,
  entityOf,
  holdersOn,
  holdingsOf,
  type Page,
  type Workspace,
} from '../../workspace/index.js';
import {
  idsOfTarget,
  subjectAt,
  type TargetsAndOrigin,
  targetsOfId,
} from './navigation-targets.js';

/**
 * What the thing at an offset (UTF-16) belongs to: a commitment's agreement; who holds an office, and
 * which offices a person holds, on the brief's date (else today); a topic's wider topic, and an
 * organization's parent.
 */
export function findTypeDefinitions(
  workspace: Workspace,
  page: Page,
  offset: number,
): TargetsAndOrigin | undefined {
  const thing = subjectAt(workspace, page, offset);
  if (thing === undefined) return undefined;
  const nameless =
    thing.type === 'commitment' && thing.tag.id === undefined ? thing.tag : undefined;
  const own = nameless && commitmentsIn(workspace, page).find(({ at }) => at.tag === nameless);
  const ids = nameless
    ? agreementOf(own)
    : idsOfTarget(workspace, page, thing).flatMap((id) => belongsTo(workspace, page, id));
  const targets = [...new Set(ids)].flatMap((id) => targetsOfId(workspace, id));
  return targets.length === 0 ? undefined : { origin: thing.span, targets };
}

function belongsTo(workspace: Workspace, page: Page, id: string): readonly string[] {
  const definition = entityOf(workspace, id)?.definition;
  const ids = (name: string): readonly string[] =>
    scalars(definition?.attributes ?? [], name).map(({ text }) => text);
  const { today } = workspace;
  const day = dateOfPage(page)?.range ?? { first: today, last: today };
  switch (definition?.kind) {
    case 'commitment':
      return agreementOf(commitmentOf(workspace, id));
    case 'office':
      return holdersOn(workspace, id, day);
    case 'person':
      return holdingsOf(workspace, id)
        .filter(({ sure }) => sure && sure.first <= day.first && day.last <= sure.last)
        .map(({ office }) => office);
    case 'topic':
      return ids('broader');
    case 'org':
      return ids('parent');
    default:
      return [];
  }
}

function agreementOf(commitment: { readonly under: string | undefined } | undefined): string[] {
  return commitment?.under === undefined ? [] : [commitment.under];
}
