import {
  assessmentTagsOf,
  type Commitment,
  commitmentOf,
  commitmentsUnder,
  entityOf,
  holdings,
  type Page,
  type TagAt,
  updatesOf,
  type Workspace,
} from '../../workspace/index.js';
import {
  idsOfTarget,
  type NavigationTarget,
  subjectAt,
  type TargetsAndOrigin,
  targetsOfId,
} from './navigation-targets.js';

/**
 * What became of the thing at an offset (UTF-16): the updates of a commitment, the earliest first, then its assessments; what
 * was promised under an agreement or at an event; who held an office, the earliest first.
 */
export function findImplementations(
  workspace: Workspace,
  page: Page,
  offset: number,
): TargetsAndOrigin | undefined {
  const thing = subjectAt(workspace, page, offset);
  if (thing === undefined) return undefined;
  const targets = idsOfTarget(workspace, page, thing).flatMap((id) => cameOf(workspace, id));
  return targets.length === 0 ? undefined : { origin: thing.span, targets };
}

function cameOf(workspace: Workspace, id: string): readonly NavigationTarget[] {
  switch (entityOf(workspace, id)?.definition.kind) {
    case 'commitment':
      return updateTargets(workspace, id);
    case 'agreement':
    case 'event':
      return commitmentsUnder(workspace, id).map(commitmentTarget);
    case 'office': {
      const people = holdings(workspace, id).map(({ person }) => person);
      return [...new Set(people)].flatMap((person) => targetsOfId(workspace, person));
    }
    default:
      return [];
  }
}

export function commitmentTarget({ at }: Commitment): NavigationTarget {
  return tagTarget(at);
}

function tagTarget({ page, tag }: TagAt): NavigationTarget {
  return { page, span: tag.span, focus: tag.label ?? tag.fences?.open ?? tag.head };
}

/** In the order of the history, which knows the days. */
function updateTargets(workspace: Workspace, id: string): readonly NavigationTarget[] {
  const updates = new Map(
    updatesOf(workspace, id).map((at) => [`${at.page}\0${at.tag.span.start}`, at]),
  );
  const steps = commitmentOf(workspace, id)?.history.slice(1) ?? [];
  const assessments = assessmentTagsOf(workspace, id).map(tagTarget);
  const reported = steps.flatMap(({ place }) => {
    const at = updates.get(`${place.page}\0${place.span.start}`);
    return at === undefined ? [] : [tagTarget(at)];
  });
  return [...reported, ...assessments];
}
