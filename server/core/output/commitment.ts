import type { Strength } from '../language/index.js';
import {
  type Commitment,
  dueAsOf,
  type HistoryStep,
  isOverdue,
  type Place,
  progressAsOf,
  type Status,
  statusAsOf,
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
  readonly source: readonly string[];
  readonly overdue: boolean;
  /** By day: its own record first, then its updates. */
  readonly history: readonly HistoryEntry[];
}

/** One dated step in what became of a commitment. */
export interface HistoryEntry extends FileRange {
  readonly status: Status | null;
  readonly on: string | null;
  readonly source: readonly string[];
}

export function commitmentEntry(
  commitment: Commitment,
  { today }: Workspace,
  locate: (place: Place) => FileRange,
): CommitmentEntry {
  const { at } = commitment;
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
    dueText: commitment.dueText ?? null,
    period: commitment.period ?? null,
    strength: commitment.strength ?? null,
    strengthFrom: commitment.strengthFrom ?? null,
    marker: commitment.marker?.text ?? null,
    // One field for the speaker; several are rare, and none is lost.
    saidBy: commitment.saidBy.join(',') || null,
    status: statusAsOf(commitment, today) ?? null,
    progress: progressAsOf(commitment, today) ?? null,
    source: commitment.source,
    overdue: isOverdue(commitment, today),
    history: commitment.history.map((step) => stepOf(step, locate)),
    ...locate({ page: at.page, span: at.tag.span }),
  };
}

function stepOf(
  { status, on, source, place }: HistoryStep,
  locate: (place: Place) => FileRange,
): HistoryEntry {
  return { status: status ?? null, on: on ?? null, source, ...locate(place) };
}
