import type {
  ReportAssessment,
  ReportCommitment,
  ReportEntity,
  ReportMention,
  ReportRef,
  ReportRelation,
  ReportStep,
  ReportView,
} from '../frame/report-view.js';
import { scoresOfCell, scoreTable } from './score-matrix.js';
import { type Cell, type ColumnType, dayIn, type Field, type Table, tableOf } from './table.js';

function fieldsOf<Item>(): (
  name: string,
  title: string,
  type: ColumnType,
  width: number,
  of: (item: Item) => Cell,
) => Field<Item> {
  return (name, title, type, width, of) => ({ name, title, type, width, of });
}

const names = (refs: readonly ReportRef[]): readonly string[] => refs.map(({ name }) => name);
const keys = (refs: readonly ReportRef[]): readonly string[] => refs.map(({ key }) => key);

const promise = fieldsOf<ReportCommitment>();

/** Parties by name and by id; the day of a date, and the date as it is written. */
export const COMMITMENTS: Table = tableOf('commitments', ({ commitments }) => commitments, [
  promise('id', 'Id', 'text', 24, ({ key }) => key),
  promise('by', 'By', 'list', 24, ({ by }) => names(by)),
  promise('to', 'To', 'list', 24, ({ to }) => names(to)),
  promise('words', 'Words', 'text', 60, ({ words }) => words),
  promise('what', 'What', 'text', 30, ({ what }) => what),
  promise('due', 'Due', 'day', 12, ({ due }) => dayIn(due, 'last')),
  promise('due_edtf', 'Due (EDTF)', 'edtf', 14, ({ due }) => due),
  promise('due_assumed', 'Due is assumed', 'flag', 9, ({ dueAssumed }) => dueAssumed),
  promise('due_text', 'Due, in words', 'text', 16, ({ dueText }) => dueText),
  promise('extended', 'Extended', 'count', 9, ({ extended }) => extended),
  promise('status', 'Status', 'text', 14, ({ status }) => status),
  promise('overdue', 'Overdue', 'flag', 9, ({ overdue }) => overdue),
  promise('progress', 'Progress', 'text', 14, ({ progress }) => progress),
  promise('scores', 'Scores', 'list', 24, ({ assessments }) =>
    scoresOfCell(assessments.filter(({ isLatest }) => isLatest).reverse()),
  ),
  promise('for', 'For', 'list', 24, (each) => names(each.for)),
  promise('condition', 'Condition', 'text', 30, (each) => each.if),
  promise('under', 'Under', 'text', 24, ({ under }) => under?.name),
  promise('at', 'At', 'text', 24, ({ at }) => at?.name),
  promise('made', 'Made', 'day', 12, ({ made }) => dayIn(made, 'first')),
  promise('made_edtf', 'Made (EDTF)', 'edtf', 14, ({ made }) => made),
  promise('first_due', 'Due at first', 'day', 12, (each) => dayIn(each.dueAtFirst, 'last')),
  promise('first_due_edtf', 'Due at first (EDTF)', 'edtf', 14, ({ dueAtFirst }) => dueAtFirst),
  promise('period', 'Period (EDTF)', 'edtf', 16, ({ period }) => period),
  promise('strength', 'Strength', 'text', 12, ({ strength }) => strength),
  promise('strength_from', 'Strength from', 'text', 12, ({ strengthFrom }) => strengthFrom),
  promise('marker', 'Marker', 'text', 14, ({ marker }) => marker),
  promise('said_by', 'Said by', 'list', 20, ({ saidBy }) => names(saidBy)),
  promise('sources', 'Sources', 'list', 30, ({ sources }) => names(sources)),
  promise('guideline', 'Guideline', 'text', 30, ({ guideline }) => guideline),
  promise('brief_sources', 'Sources of the brief', 'list', 30, ({ brief }) => names(brief.sources)),
  promise('by_ids', 'By (ids)', 'list', 20, ({ by }) => keys(by)),
  promise('for_ids', 'For (ids)', 'list', 20, (each) => keys(each.for)),
  promise('to_ids', 'To (ids)', 'list', 20, ({ to }) => keys(to)),
  promise('under_id', 'Under (id)', 'text', 20, ({ under }) => under?.key),
  promise('at_id', 'At (id)', 'text', 20, ({ at }) => at?.key),
  promise('source_ids', 'Sources (ids)', 'list', 20, ({ sources }) => keys(sources)),
  promise('part_of', 'Part of', 'list', 20, ({ partOf }) => partOf),
  promise('depends_on', 'Depends on', 'list', 20, ({ dependsOn }) => dependsOn),
  promise('supersedes', 'Supersedes', 'list', 20, ({ supersedes }) => supersedes),
  promise('fulfils', 'Fulfils', 'list', 20, ({ fulfils }) => fulfils),
  promise('mentions', 'Mentions', 'count', 9, ({ mentions }) => mentions.length),
  promise('brief', 'Brief', 'text', 30, ({ brief }) => brief.title),
  promise('file', 'File', 'text', 30, ({ brief }) => brief.file),
  promise('line', 'Line', 'count', 7, ({ line }) => line),
]);

interface PlacedStep {
  readonly commitment: ReportCommitment;
  readonly step: ReportStep;
  readonly number: number;
}

const step = fieldsOf<PlacedStep>();

/** A row a step, from the record of a commitment on. */
const HISTORY: Table = tableOf(
  'history',
  ({ commitments }) =>
    commitments.flatMap((commitment) =>
      commitment.history.map((each, index) => ({ commitment, step: each, number: index + 1 })),
    ),
  [
    step('commitment', 'Commitment', 'text', 24, ({ commitment }) => commitment.key),
    step('step', 'Step', 'count', 6, ({ number }) => number),
    step('on', 'On', 'day', 12, (each) => dayIn(each.step.on, 'first')),
    step('on_edtf', 'On (EDTF)', 'edtf', 14, (each) => each.step.on),
    step('status', 'Status', 'text', 14, (each) => each.step.status),
    step('progress', 'Progress', 'text', 14, (each) => each.step.progress),
    step('due', 'Due', 'day', 12, (each) => dayIn(each.step.due, 'last')),
    step('due_edtf', 'Due (EDTF)', 'edtf', 14, (each) => each.step.due),
    step('words', 'Words', 'text', 60, (each) => each.step.words),
    step('sources', 'Sources', 'list', 30, (each) => names(each.step.sources)),
    step('source_ids', 'Sources (ids)', 'list', 20, (each) => keys(each.step.sources)),
    step('correction', 'Correction', 'flag', 11, (each) => each.step.correction),
    step('known', 'Known by then', 'flag', 13, (each) => each.step.isKnown),
    step('file', 'File', 'text', 30, (each) => each.step.file),
    step('line', 'Line', 'count', 7, (each) => each.step.line),
  ],
);

interface PlacedAssessment {
  readonly commitment: ReportCommitment;
  readonly assessment: ReportAssessment;
}

const assessment = fieldsOf<PlacedAssessment>();

/** A row an assessment; its place is from 0, the worst step of its scale, to 100, the best. */
const ASSESSMENTS: Table = tableOf(
  'assessments',
  ({ commitments }) =>
    commitments.flatMap((commitment) =>
      commitment.assessments.map((each) => ({ commitment, assessment: each })),
    ),
  [
    assessment('commitment', 'Commitment', 'text', 24, ({ commitment }) => commitment.key),
    assessment('by', 'By', 'list', 24, (each) => names(each.assessment.by)),
    assessment('score', 'Score', 'text', 14, (each) => each.assessment.score),
    assessment('scale', 'Scale', 'text', 12, (each) => each.assessment.scale),
    assessment('place', 'Place on the scale', 'count', 9, ({ assessment: { place } }) =>
      place === undefined ? undefined : Math.round(place * 100),
    ),
    assessment('parties', 'Whose part', 'list', 24, (each) => names(each.assessment.parties)),
    assessment('on', 'On', 'day', 12, (each) => dayIn(each.assessment.on, 'first')),
    assessment('on_edtf', 'On (EDTF)', 'edtf', 14, (each) => each.assessment.on),
    assessment('period', 'Period (EDTF)', 'edtf', 16, (each) => each.assessment.period),
    assessment('words', 'Words', 'text', 60, (each) => each.assessment.words),
    assessment('sources', 'Sources', 'list', 30, (each) => names(each.assessment.sources)),
    assessment('by_ids', 'By (ids)', 'list', 20, (each) => keys(each.assessment.by)),
    assessment('party_ids', 'Whose part (ids)', 'list', 20, (each) =>
      keys(each.assessment.parties),
    ),
    assessment('source_ids', 'Sources (ids)', 'list', 20, (each) => keys(each.assessment.sources)),
    assessment('latest', 'Latest', 'flag', 8, (each) => each.assessment.isLatest),
    assessment('known', 'Known by then', 'flag', 13, (each) => each.assessment.isKnown),
    assessment('file', 'File', 'text', 30, (each) => each.assessment.file),
    assessment('line', 'Line', 'count', 7, (each) => each.assessment.line),
  ],
);

const entity = fieldsOf<ReportEntity>();

const ENTITIES: Table = tableOf('entities', ({ entities }) => entities, [
  entity('id', 'Id', 'text', 24, ({ key }) => key),
  entity('kind', 'Kind', 'text', 12, ({ kind }) => kind),
  entity('name', 'Name', 'text', 34, ({ name }) => name),
  entity('other_names', 'Other names', 'list', 34, ({ otherNames }) => otherNames),
  entity('description', 'Description', 'text', 50, ({ description }) => description || undefined),
  entity('links', 'Links', 'list', 34, ({ links }) => links),
  entity('mentions', 'Mentions', 'count', 9, ({ mentions }) => mentions),
  entity('owes', 'Owes', 'count', 7, ({ owes }) => owes),
  entity('is_owed', 'Is owed', 'count', 8, ({ isOwed }) => isOwed),
  entity('attributes', 'Attributes (JSON)', 'text', 50, ({ attributes }) =>
    Object.keys(attributes).length === 0 ? undefined : JSON.stringify(attributes),
  ),
  entity('file', 'File', 'text', 30, ({ file }) => file),
  entity('line', 'Line', 'count', 7, ({ line }) => line),
]);

const mention = fieldsOf<ReportMention>();

/** Places count in the text without tags, in UTF-16 units. */
const MENTIONS: Table = tableOf('mentions', (view) => view.mentions(), [
  mention('file', 'File', 'text', 30, ({ brief }) => brief.file),
  mention('line', 'Line', 'count', 7, ({ brief, span }) => brief.lineAt(span.start)),
  mention('kind', 'Kind', 'text', 12, ({ kind }) => kind),
  mention('role', 'Role', 'text', 12, ({ role }) => role),
  mention('words', 'Words', 'text', 50, ({ words }) => words),
  mention('means', 'Means', 'list', 30, ({ means }) => names(means)),
  mention('means_ids', 'Means (ids)', 'list', 30, ({ means }) => keys(means)),
  mention('date_edtf', 'Date (EDTF)', 'edtf', 14, ({ edtf }) => edtf),
  mention('start', 'Start', 'count', 8, ({ plain }) => plain.start),
  mention('end', 'End', 'count', 8, ({ plain }) => plain.end),
]);

const relation = fieldsOf<ReportRelation>();

const RELATIONS: Table = tableOf('relations', (view) => view.relations(), [
  relation('from_id', 'From (id)', 'text', 24, ({ from }) => from.key),
  relation('from_kind', 'From (kind)', 'text', 12, ({ from }) => from.kind),
  relation('from', 'From', 'text', 30, ({ from }) => from.name),
  relation('type', 'Type', 'text', 18, ({ type }) => type),
  relation('to_id', 'To (id)', 'text', 24, ({ to }) => to.key),
  relation('to_kind', 'To (kind)', 'text', 12, ({ to }) => to.kind),
  relation('to', 'To', 'text', 30, ({ to }) => to.name),
  relation('start', 'Start', 'day', 12, ({ start }) => dayIn(start, 'first')),
  relation('start_edtf', 'Start (EDTF)', 'edtf', 14, ({ start }) => start),
  relation('end', 'End', 'day', 12, ({ end }) => dayIn(end, 'last')),
  relation('end_edtf', 'End (EDTF)', 'edtf', 14, ({ end }) => end),
  relation('commitment', 'Commitment', 'text', 24, ({ commitment }) => commitment?.key),
]);

/** All of them, for formats that hold each. */
export const TABLES: readonly Table[] = [
  COMMITMENTS,
  HISTORY,
  ASSESSMENTS,
  ENTITIES,
  MENTIONS,
  RELATIONS,
];

/** For readers: with the scores of each party, where somebody has assessed something. */
export function tablesToRead(view: ReportView): readonly Table[] {
  const scores = scoreTable(view);
  return scores === undefined ? TABLES : [...TABLES, scores];
}
