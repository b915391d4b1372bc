import {
  type Commitment,
  type CommitmentRow,
  chartRow,
  commitmentOf as commitmentNamed,
  dueAsOf,
  extensionsAsOf,
  type HistoryStep,
  isDueAssumed,
  lazily,
  progressAsOf,
  progressWords,
  statusAsOf,
  statusName,
  stepWords,
  strengthWords,
} from '../../core/index.js';
import { assessmentsOf } from './make-assessments.js';
import { labelSpan } from './make-mentions.js';
import { lineOfPlace } from './place-lines.js';
import type {
  ReportBrief,
  ReportCommitment,
  ReportMention,
  ReportRef,
  ReportStep,
} from './report-view.js';
import type { Setting } from './setting.js';
import { stableKey } from './stable-key.js';

interface Found {
  readonly row: CommitmentRow;
  readonly commitment: Commitment;
  readonly brief: ReportBrief;
  /** Of those in its brief that have no id and the same words. */
  readonly number: number;
  mentionsOf(key: string): readonly ReportMention[];
}

export function commitmentOf(setting: Setting, found: Found): ReportCommitment {
  const { row, commitment, brief, mentionsOf } = found;
  const { workspace, refTo } = setting;
  const { today } = workspace;
  const { id, under, event } = commitment;
  const { tag } = commitment.at;
  const refs = (ids: readonly string[]) => (): readonly ReportRef[] => ids.map(refTo);
  const whole: ReportCommitment = lazily<ReportCommitment>({
    key: () => keyOf(setting, found),
    id: () => id,
    brief: () => brief,
    span: () => tag.span,
    line: () => brief.lineAt(tag.span.start),
    plain: () => labelSpan(brief.plain, tag),
    words: () => commitment.words,
    what: () => commitment.what,
    by: refs(commitment.by),
    for: refs(commitment.for),
    to: refs(commitment.to),
    under: () => (under === undefined ? undefined : refTo(under)),
    at: () => (event === undefined ? undefined : refTo(event)),
    saidBy: refs(commitment.saidBy),
    if: () => commitment.if,
    made: () => commitment.made,
    due: () => dueAsOf(commitment, today),
    dueAssumed: () => isDueAssumed(commitment, today),
    dueAtFirst: () => commitment.due,
    extended: () => extensionsAsOf(commitment, today),
    dueText: () => commitment.dueText,
    days: () => row.days,
    deadline: () => row.deadline,
    urgency: () => row.due,
    period: () => commitment.period,
    strength: () => commitment.strength,
    strengthFrom: () => commitment.strengthFrom,
    marker: () => commitment.marker?.text,
    status: () => statusAsOf(commitment, today),
    statusName: () => statusName(whole.status),
    progress: () => progressAsOf(commitment, today),
    overdue: () => row.overdue,
    standing: () => whole.row.standing,
    strengthWords: () => strengthWords(commitment) ?? '',
    progressWords: () => (whole.progress === undefined ? '' : progressWords(whole.progress)),
    when: () => row.when,
    press: () => row.press,
    sources: refs(commitment.source),
    partOf: () => commitment.partOf,
    dependsOn: () => commitment.dependsOn,
    supersedes: () => commitment.supersedes,
    fulfils: () => commitment.fulfils,
    history: () => commitment.history.map((step) => stepOf(setting, step)),
    guideline: () => commitment.guideline,
    assessments: () => assessmentsOf(setting, commitment),
    mentions: () => (id === undefined ? [] : mentionsOf(setting.keyOf(id))),
    row: () => chartRow(workspace, row),
  });
  return whole;
}

/** Of two with one id, the first has it. */
function keyOf(
  { workspace, keyOf: inReport }: Setting,
  { commitment: { id, at, words }, number }: Found,
): string {
  if (id !== undefined && commitmentNamed(workspace, id)?.at.tag === at.tag) return inReport(id);
  const parts = [at.page, words, id ?? '', String(number)];
  return inReport(`c-${stableKey(parts.join('\0'))}`);
}

function stepOf({ workspace, fileOf, refTo }: Setting, step: HistoryStep): ReportStep {
  const { status, progress, due, on, source, correction, from, words, place } = step;
  return {
    ...{ status, progress, due, on, correction, words },
    sources: source.map(refTo),
    isKnown: from <= workspace.today,
    said: stepWords(step),
    file: fileOf(place.page),
    line: lineOfPlace(workspace, place),
  };
}
