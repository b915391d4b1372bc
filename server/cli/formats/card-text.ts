import {
  type Card,
  type Commitment,
  type CommitmentCard,
  describeDate,
  describeLength,
  type EntityCard,
  entityOf,
  formatDay,
  type Place,
  type Standing,
  type TagAt,
  type Workspace,
} from '../../core/index.js';
import { attributesOf } from '../lists/attributes.js';
import { cellText } from '../lists/rows.js';
import type { Loaded } from '../load.js';
import type { Places } from '../places.js';
import { visible, visiblePath } from '../visible.js';
import { widthOf } from '../width.js';
import { padEnd, wrap } from '../wrap.js';
import type { CardFormat } from './card-formats.js';
import type { Look } from './lint-run.js';

/** For a person: a title, then fields, each with its name at the left. */
export const cardText: CardFormat = {
  name: 'text',
  summary: 'for reading',
  *write(card, loaded, look) {
    yield* titleOf(card, loaded.workspace, look);
    const fields =
      card.type === 'entity' ? entityFields(card, loaded) : commitmentFields(card, loaded);
    yield* fieldLines(
      [...fields].filter(({ lines }) => lines.length > 0),
      look,
    );
    const day = formatDay(loaded.workspace.today);
    yield look.style.quiet(`\nas of ${day}\n`);
  },
};

interface Field {
  readonly title: string;
  readonly lines: readonly string[];
}

function* titleOf(card: Card, { vocabulary }: Workspace, { style, width }: Look): Iterable<string> {
  const kind = (vocabulary.kinds.get(card.kind)?.title ?? card.kind).toLowerCase();
  const name = card.type === 'entity' ? card.definition.name.text : wordsOf(card.commitment);
  const lines = wrap(visible(name), width);
  yield `${lines.map((line) => style.strong(line)).join('\n')}\n`;
  yield `${style.quiet(`${kind} ${visible(card.id)}`)}\n\n`;
}

function* fieldLines(fields: readonly Field[], { style, width }: Look): Iterable<string> {
  const column = Math.max(0, ...fields.map(({ title }) => widthOf(title))) + 2;
  for (const { title, lines } of fields) {
    const wrapped = lines.flatMap((line) => hanging(visible(line), width - column - 2));
    for (const [index, line] of wrapped.entries()) {
      const head = index === 0 ? style.quiet(padEnd(title, column)) : ' '.repeat(column);
      yield `  ${head}${line}\n`;
    }
  }
}

/** What does not fit stands indented below. */
function hanging(line: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(line, Math.max(30, width - 2));
  return [first, ...rest.map((each) => `  ${each}`)];
}

function* entityFields(card: EntityCard, { workspace, places }: Loaded): Iterable<Field> {
  const { definition } = card;
  const { description, memberships: _shown, ...attributes } = attributesOf(definition);
  yield {
    title: 'also called',
    lines: some(definition.otherNames.map(({ text }) => text).join(', ')),
  };
  yield { title: 'description', lines: some(cellText(description)) };
  for (const [name, value] of Object.entries(attributes)) {
    yield { title: name.replaceAll('_', ' '), lines: attributeLines(value) };
  }
  yield* membershipFields(card, workspace);
  yield { title: 'owes', lines: card.owes.map((one) => standingLine(one, 'to', workspace)) };
  yield { title: 'is owed', lines: card.isOwed.map((one) => standingLine(one, 'by', workspace)) };
  yield {
    title: 'promised there',
    lines: card.promisedThere.map((one) => standingLine(one, 'by', workspace)),
  };
  yield* placeFields(card, places);
}

function attributeLines(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(cellText);
  if (typeof value !== 'object' || value === null) return some(cellText(value));
  return Object.entries(value).map(([name, held]) => `${name}: ${cellText(held)}`);
}

function* membershipFields(card: EntityCard, workspace: Workspace): Iterable<Field> {
  const isOffice = card.kind === 'office';
  yield {
    title: isOffice ? 'held by' : 'offices',
    lines: card.memberships.map(({ person, office, org, start, end }) => {
      const what = isOffice ? [person] : [office, org].filter((id) => id !== undefined);
      return `${what.map((id) => named(id, workspace)).join(', ')}${timeWords(start, end)}`;
    }),
  };
}

function timeWords(start: string | undefined, end: string | undefined): string {
  if (start !== undefined && end !== undefined) {
    return `, ${describeDate(start)} to ${describeDate(end)}`;
  }
  if (start !== undefined) return `, since ${describeDate(start)}`;
  return end === undefined ? '' : `, until ${describeDate(end)}`;
}

function* commitmentFields(card: CommitmentCard, { workspace, places }: Loaded): Iterable<Field> {
  const { commitment, standing, namedBy } = card;
  const ids = (list: readonly string[]): readonly string[] =>
    some(list.map((id) => named(id, workspace)).join(', '));
  yield { title: 'by', lines: ids(commitment.by) };
  yield { title: 'for', lines: ids(commitment.for) };
  yield { title: 'to', lines: ids(commitment.to) };
  yield { title: 'what', lines: some(commitment.what) };
  yield { title: 'if', lines: some(commitment.if) };
  yield { title: 'under', lines: ids(listed(commitment.under)) };
  yield { title: 'at', lines: ids(listed(commitment.event)) };
  yield { title: 'made', lines: some(commitment.made && describeDate(commitment.made)) };
  yield { title: 'due', lines: some(dueWords(standing)) };
  yield { title: 'period', lines: some(commitment.period && describeDate(commitment.period)) };
  yield { title: 'strength', lines: some(strengthWords(commitment)) };
  yield { title: 'said by', lines: ids(commitment.saidBy) };
  yield { title: 'status', lines: some(statusWords(standing)) };
  yield { title: 'progress', lines: some(standing.progress) };
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

function historyLines({ history }: Commitment, places: Places): readonly string[] {
  return history.map(({ on, status, progress, due, source, words, place }) => {
    const what = [status, progress, due && `now due ${describeDate(due)}`]
      .filter(Boolean)
      .join(', ');
    const from = source.length > 0 ? ` [${source.join(', ')}]` : '';
    const told = words === '' ? '' : `: ${words}`;
    return `${on ?? 'undated'}  ${what}${told}${from}  ${placeText(place, places)}`;
  });
}

function* placeFields(card: Card, places: Places): Iterable<Field> {
  const defined = card.definedAt.map(({ page, definition }) =>
    placeText({ page, span: definition.span }, places),
  );
  yield { title: 'defined', lines: defined };
  yield { title: 'mentioned', lines: mentionLines(card.mentions, places) };
}

/** A line for each file. */
function mentionLines(mentions: readonly TagAt[], places: Places): readonly string[] {
  const SHOWN = 12;
  const lines = new Map<string, string[]>();
  for (const { page, tag } of mentions) {
    const { file, range } = places.locate({ page, span: tag.span });
    const known = lines.get(file) ?? [];
    if (known.length === 0) lines.set(file, known);
    known.push(`${range.start.line} '${tag.words}'`);
  }
  return [...lines].map(([file, found]) => {
    const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : '';
    return `${visiblePath(file)}: ${found.slice(0, SHOWN).join(', ')}${more}`;
  });
}

function standingLine(standing: Standing, party: 'by' | 'to', workspace: Workspace): string {
  const { commitment, status, overdue } = standing;
  const others = commitment[party].map((id) => named(id, workspace)).join(', ');
  const due = dueWords(standing);
  const facts = [overdue ? undefined : status, due && `due ${due}`].filter(Boolean).join(', ');
  const who = others === '' ? '' : ` ${party} ${others}`;
  return `${commitment.id ?? '(no id)'}: ${wordsOf(commitment)}${who}${facts && ` (${facts})`}`;
}

function dueWords({ commitment, due, overdue, overdueDays }: Standing): string | undefined {
  if (due === undefined) return commitment.dueText && `“${commitment.dueText}”`;
  return `${describeDate(due)}${overdue ? `, overdue by ${describeLength(overdueDays)}` : ''}`;
}

function statusWords({ status, overdue }: Standing): string {
  return `${status ?? 'not yet made'}${overdue ? ', overdue' : ''}`;
}

function strengthWords({ strength, strengthFrom, marker }: Commitment): string | undefined {
  if (strength === undefined) return undefined;
  if (strengthFrom === 'attribute' || marker === undefined) return strength;
  return `${strength}, from the words “${marker.text}”`;
}

function named(id: string, workspace: Workspace): string {
  const name = entityOf(workspace, id)?.definition.name.text;
  return name === undefined || name === id ? id : `${name} (${id})`;
}

function wordsOf({ what, words }: Commitment): string {
  return what ?? words;
}

function nameOf({ id, words }: Commitment): string {
  return id === undefined ? words : `${id}: ${words}`;
}

function placeText(place: Place, places: Places): string {
  const { file, range } = places.locate(place);
  return `${visiblePath(file)}:${range.start.line}`;
}

function listed(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}

function some(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [text];
}
