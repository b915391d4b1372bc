import {
  assessmentFacts,
  type Commitment,
  type CommitmentCard,
  type CommitmentState,
  describeDate,
  dueWords,
  extensionWords,
  nameWithId,
  statusWords,
  stepWords,
  strengthWords,
  valueInWords,
  type Workspace,
} from '../../core/index.js';
import type { PlacedWorkspace, Places } from '../report/places.js';
import { type Field, listed, nameOf, placeText, some } from './card-field.js';
import { placeFields } from './card-places.js';

/** What was promised, and what became of it. */
export function* commitmentFields(
  card: CommitmentCard,
  { workspace, places }: PlacedWorkspace,
): Iterable<Field> {
  const { commitment, state, namedBy } = card;
  const ids = (list: readonly string[]): readonly string[] =>
    some(list.map((id) => nameWithId(workspace, id)).join(', '));
  yield { title: 'by', lines: ids(commitment.by) };
  yield { title: 'for', lines: ids(commitment.for) };
  yield { title: 'to', lines: ids(commitment.to) };
  yield { title: 'what', lines: some(commitment.what) };
  yield { title: 'if', lines: some(commitment.if) };
  yield { title: 'under', lines: ids(listed(commitment.under)) };
  yield { title: 'at', lines: ids(listed(commitment.event)) };
  yield { title: 'made', lines: some(commitment.made && describeDate(commitment.made)) };
  yield { title: 'due', lines: some(dueWords(state)) };
  yield { title: 'period', lines: some(commitment.period && describeDate(commitment.period)) };
  yield { title: 'strength', lines: some(strengthWords(commitment)) };
  yield { title: 'said by', lines: ids(commitment.saidBy) };
  yield { title: 'status', lines: some(statusWords(state)) };
  yield { title: 'progress', lines: some(state.progress && valueInWords(state.progress)) };
  yield { title: 'extended', lines: some(extensionWords(state)) };
  yield { title: 'guideline', lines: some(commitment.guideline) };
  yield { title: 'assessed', lines: assessmentLines(state, workspace, places) };
  yield { title: 'history', lines: historyLines(commitment, places) };
  yield { title: 'source', lines: ids(commitment.source) };
  yield { title: 'part of', lines: [...commitment.partOf] };
  yield { title: 'depends on', lines: [...commitment.dependsOn] };
  yield { title: 'supersedes', lines: [...commitment.supersedes] };
  yield { title: 'fulfils', lines: [...commitment.fulfils] };
  yield { title: 'its parts', lines: namedBy.partOf.map(nameOf) };
  yield { title: 'needed for', lines: namedBy.dependsOn.map(nameOf) };
  yield { title: 'superseded by', lines: namedBy.supersedes.map(nameOf) };
  yield { title: 'fulfilled by', lines: namedBy.fulfils.map(nameOf) };
  yield* placeFields(card, places);
}

/** Each assessor's last word; an older one of theirs is in JSON. */
function assessmentLines(
  { assessments }: CommitmentState,
  workspace: Workspace,
  places: Places,
): readonly string[] {
  return assessments.map((one) => {
    const from = one.source.length > 0 ? ` [${one.source.join(', ')}]` : '';
    const words = one.words === '' ? '' : `: ${one.words}`;
    return `${assessmentFacts(workspace, one)}${words}${from}  ${placeText(one.place, places)}`;
  });
}

function historyLines({ history }: Commitment, places: Places): readonly string[] {
  return history.map((step) => {
    const from = step.source.length > 0 ? ` [${step.source.join(', ')}]` : '';
    return `${step.on ?? 'undated'}  ${stepWords(step)}${from}  ${placeText(step.place, places)}`;
  });
}
