import type { Definition } from '../../brief/index.js';
import { parseEdtf } from '../../dates/index.js';
import {
  type Assessment,
  type BackLinks,
  backLinks,
  type Commitment,
  commitmentOf,
  commitmentsBy,
  commitmentsTo,
  commitmentsUnder,
  type DefinitionAt,
  definitionsOf,
  dueAsOf,
  extensionsAsOf,
  isDueAssumed,
  isOverdue,
  latestAssessments,
  mentionsOf,
  progressAsOf,
  type Status,
  statusAsOf,
  type TagAt,
  type Workspace,
} from '../../workspace/index.js';
import { type Membership, membershipsIn, membershipsOf } from './memberships.js';

/** All that is known of one entity or commitment, as of the workspace's day. */
export type Card = EntityCard | CommitmentCard;

export interface EntityCard {
  readonly type: 'entity';
  readonly id: string;
  readonly kind: string;
  /** The first definition: the one that counts. */
  readonly definition: Definition;
  /** The offices a person holds or held; the people who hold or held an office. */
  readonly memberships: readonly Membership[];
  readonly definedAt: readonly DefinitionAt[];
  readonly mentions: readonly TagAt[];
  /** As who must act or on whose behalf. */
  readonly owes: readonly CommitmentState[];
  readonly isOwed: readonly CommitmentState[];
  /** Under an agreement, or at an event. */
  readonly promisedThere: readonly CommitmentState[];
}

export interface CommitmentCard {
  readonly type: 'commitment';
  readonly id: string;
  readonly kind: 'commitment';
  readonly commitment: Commitment;
  readonly state: CommitmentState;
  readonly definedAt: readonly DefinitionAt[];
  readonly mentions: readonly TagAt[];
  /** The commitments that name this one. */
  readonly namedBy: BackLinks;
}

/** A commitment and how it stands on the workspace's day. */
export interface CommitmentState {
  readonly commitment: Commitment;
  readonly status: Status | undefined;
  readonly progress: string | undefined;
  /** EDTF, moved by updates. */
  readonly due: string | undefined;
  /** Whether nobody wrote the deadline: it follows from `defaultDue`, and is shown as assumed. */
  readonly dueAssumed: boolean;
  /** How often it was given a later one. */
  readonly extensions: number;
  readonly overdue: boolean;
  /** By how many days; 0 if it is not overdue. */
  readonly overdueDays: number;
  /** Until the last day of the deadline, negative after it; `undefined` without one. */
  readonly daysLeft: number | undefined;
  /** The last word of each assessor, the newest first. */
  readonly assessments: readonly Assessment[];
}

/** `undefined` for an id that nothing defines. */
export function card(workspace: Workspace, id: string): Card | undefined {
  const definedAt = definitionsOf(workspace, id);
  const definition = definedAt[0]?.definition;
  if (definition === undefined) return undefined;
  const mentions = mentionsOf(workspace, id);
  const commitment = commitmentOf(workspace, id);
  if (definition.kind === 'commitment' && commitment !== undefined) {
    const state = commitmentState(workspace, commitment);
    const namedBy = backLinks(workspace, id);
    return {
      type: 'commitment',
      id,
      kind: 'commitment',
      commitment,
      state,
      definedAt,
      mentions,
      namedBy,
    };
  }
  return { ...entityCard(workspace, definedAt, definition), mentions };
}

/** A card without what makes it costly for an entity that is mentioned in thousands of places. */
export type EntityFacts = Omit<EntityCard, 'mentions'>;

/** `undefined` for an id that nothing defines, and for a commitment's. */
export function entityFacts(workspace: Workspace, id: string): EntityFacts | undefined {
  const definedAt = definitionsOf(workspace, id);
  const definition = definedAt[0]?.definition;
  if (definition === undefined || isCommitment(workspace, definition)) return undefined;
  return entityCard(workspace, definedAt, definition);
}

/** What tells an entity from others, without what it owes. */
export type EntityBasics = Pick<
  EntityCard,
  'id' | 'kind' | 'definition' | 'definedAt' | 'memberships'
>;

export function entityBasics(workspace: Workspace, id: string): EntityBasics | undefined {
  const definedAt = definitionsOf(workspace, id);
  const definition = definedAt[0]?.definition;
  if (definition === undefined || isCommitment(workspace, definition)) return undefined;
  return basicsOf(workspace, definedAt, definition);
}

function isCommitment(workspace: Workspace, { kind, id }: Definition): boolean {
  return kind === 'commitment' && commitmentOf(workspace, id.text) !== undefined;
}

function basicsOf(
  workspace: Workspace,
  definedAt: readonly DefinitionAt[],
  definition: Definition,
): EntityBasics {
  const id = definition.id.text;
  const memberships =
    definition.kind === 'office' ? membershipsIn(workspace, id) : membershipsOf(definition);
  return { id, kind: definition.kind, definition, definedAt, memberships };
}

function entityCard(
  workspace: Workspace,
  definedAt: readonly DefinitionAt[],
  definition: Definition,
): EntityFacts {
  const id = definition.id.text;
  const states = (found: readonly Commitment[]): readonly CommitmentState[] =>
    found.map((commitment) => commitmentState(workspace, commitment));
  return {
    type: 'entity',
    ...basicsOf(workspace, definedAt, definition),
    owes: states(commitmentsBy(workspace, id)),
    isOwed: states(commitmentsTo(workspace, id)),
    promisedThere: states(commitmentsUnder(workspace, id)),
  };
}

export function commitmentState(workspace: Workspace, commitment: Commitment): CommitmentState {
  const { today } = workspace;
  const due = dueAsOf(commitment, today);
  const overdue = isOverdue(commitment, today);
  const last = due === undefined ? undefined : parseEdtf(due)?.range.last;
  return {
    commitment,
    status: statusAsOf(commitment, today),
    progress: progressAsOf(commitment, today),
    due,
    dueAssumed: isDueAssumed(commitment, today),
    extensions: extensionsAsOf(commitment, today),
    overdue,
    overdueDays: overdue && last !== undefined ? today - last : 0,
    daysLeft: last === undefined || !Number.isFinite(last) ? undefined : last - today,
    assessments: latestAssessments(commitment, today),
  };
}
