import type { Strength } from '../language/index.js';
import {
  type Assessment,
  type Commitment,
  dueAsOf,
  extensionsAsOf,
  type HistoryStep,
  isDueAssumed,
  isOverdue,
  latestAssessments,
  type Place,
  progressAsOf,
  type Status,
  statusAsOf,
  stepOfScore,
  type Workspace,
} from '../workspace/index.js';
import type { FileRange } from './located.js';

/**
 * A promise with what became of it by the day of the check, as `rapporteur list commitments --format json`
 * gives it. What is absent is `null`; dates are EDTF; parties and sources are ids as written.
 */
export interface CommitmentEntry extends FileRange {
  /** `null`: it has none, so nothing can follow up on it. */
  readonly id: string | null;
  readonly by: readonly string[];
  /** On whose behalf. */
  readonly for: readonly string[];
  /** `['each-other']` when it is mutual. */
  readonly to: readonly string[];
  /** The tagged words. */
  readonly words: string;
  /** The act, where the words alone do not say it. */
  readonly what: string | null;
  readonly if: string | null;
  /** The agreement it was made under, and the event where it was made. */
  readonly under: string | null;
  readonly at: string | null;
  readonly made: string | null;
  /** The deadline in force on that day; an update may have moved it. */
  readonly due: string | null;
  /** Whether nobody wrote the deadline: it follows from `defaultDue` in the configuration. */
  readonly dueAssumed: boolean;
  /** How often an update gave it a later deadline. */
  readonly extended: number;
  /** A deadline in words: `soon`. */
  readonly dueText: string | null;
  readonly period: string | null;
  readonly strength: Strength | null;
  readonly strengthFrom: 'attribute' | 'words' | null;
  readonly marker: string | null;
  /** Several speakers with commas. */
  readonly saidBy: string | null;
  readonly status: Status | null;
  readonly progress: string | null;
  /** How to assess it, in words. */
  readonly guideline: string | null;
  readonly source: readonly string[];
  readonly overdue: boolean;
  /** By day: its own record first, then its updates. */
  readonly history: readonly HistoryEntry[];
  /** By day, those after the day of the check too. */
  readonly assessments: readonly AssessmentEntry[];
}

/** How well a commitment was kept, as somebody judged it. */
export interface AssessmentEntry extends FileRange {
  /** Who assessed it; empty: the author of the brief. */
  readonly by: readonly string[];
  readonly score: string;
  /** The name of the scale that has this step; `null`: none has it. */
  readonly scale: string | null;
  /** Whose part was assessed; empty: that of all who must act. */
  readonly party: readonly string[];
  readonly on: string | null;
  readonly period: string | null;
  readonly source: readonly string[];
  readonly words: string;
  /** Whether it is the last word of its assessor by the day of the check. */
  readonly latest: boolean;
}

/** One dated step in what became of a commitment. */
export interface HistoryEntry extends FileRange {
  readonly status: Status | null;
  readonly on: string | null;
  readonly source: readonly string[];
}

export function commitmentEntry(
  commitment: Commitment,
  workspace: Workspace,
  locate: (place: Place) => FileRange,
): CommitmentEntry {
  const { at } = commitment;
  const { today } = workspace;
  const latest = latestAssessments(commitment, today);
  return {
    id: commitment.id ?? null,
    by: commitment.by,
    for: commitment.for,
    to: commitment.to,
    words: commitment.words,
    what: commitment.what ?? null,
    if: commitment.if ?? null,
    under: commitment.under ?? null,
    at: commitment.event ?? null,
    made: commitment.made ?? null,
    due: dueAsOf(commitment, today) ?? null,
    dueAssumed: isDueAssumed(commitment, today),
    extended: extensionsAsOf(commitment, today),
    dueText: commitment.dueText ?? null,
    period: commitment.period ?? null,
    strength: commitment.strength ?? null,
    strengthFrom: commitment.strengthFrom ?? null,
    marker: commitment.marker?.text ?? null,
    // One field for the speaker; several are rare, and none is lost.
    saidBy: commitment.saidBy.join(',') || null,
    status: statusAsOf(commitment, today) ?? null,
    progress: progressAsOf(commitment, today) ?? null,
    guideline: commitment.guideline ?? null,
    source: commitment.source,
    overdue: isOverdue(commitment, today),
    history: commitment.history.map((step) => stepOf(step, locate)),
    assessments: commitment.assessments.map((one) => ({
      ...assessmentEntry(workspace, one, latest.includes(one)),
      ...locate(one.place),
    })),
    ...locate({ page: at.page, span: at.tag.span }),
  };
}

function assessmentEntry(
  { settings }: Workspace,
  assessment: Assessment,
  latest: boolean,
): Omit<AssessmentEntry, keyof FileRange> {
  const { by, score, party, on, period, source, words } = assessment;
  const scale = stepOfScore(settings, assessment)?.scale.name ?? null;
  const times = { on: on ?? null, period: period ?? null };
  return { by, score, scale, party, ...times, source, words, latest };
}

function stepOf(
  { status, on, source, place }: HistoryStep,
  locate: (place: Place) => FileRange,
): HistoryEntry {
  return { status: status ?? null, on: on ?? null, source, ...locate(place) };
}
