import {
  type AttributeSpec,
  attributeSpec,
  EACH_OTHER,
  scalar,
  scalars,
  type Tag,
} from '../../brief/index.js';
import { type Day, parseEdtf } from '../../dates/index.js';
import {
  commitmentOf,
  dateOfPage,
  idsNamed,
  languageOfPage,
  type Page,
  scaleNamed,
  scalesOf,
  scalesWith,
  strengthInWords,
  type Workspace,
} from '../../workspace/index.js';
import { commitmentState } from '../describe/card.js';
import { isOver } from '../describe/commitment-words.js';
import type { ValueContext } from './braces-context.js';
import { choiceItems } from './choices.js';
import { type Completion, type Completions, completeList, incompleteList } from './completion.js';
import { datesMeant } from './date-words.js';
import {
  dateItems,
  datesOfAgreement,
  datesOfEvent,
  type OfferedDate,
  TODAY,
  usualDates,
  usualPeriods,
} from './dates.js';
import { idItems, wordItem } from './ids.js';
import { type SearchEntry, searchQuery } from './name-search.js';
import { statusesAfter } from './statuses.js';
import { readTagAt, type TagAtCursor } from './tag-at-cursor.js';
import { type ValueInsertion, valueInsertion } from './value-insertion.js';

/** A tag at whose value the cursor stands. */
interface ValueRequest {
  readonly workspace: Workspace;
  readonly page: Page;
  readonly tag: TagAtCursor;
  /** As read; `undefined` while it cannot be. */
  readonly fact: Tag | undefined;
  readonly spec: AttributeSpec;
  readonly slot: ValueInsertion;
}

/** What may be the value of an attribute of a tag. */
export function valueItems(
  workspace: Workspace,
  page: Page,
  tag: TagAtCursor,
  place: ValueContext,
  offset: number,
): Completions | undefined {
  const spec = specOf(tag, place.name);
  if (spec === undefined) return undefined;
  const separator = spec.type.type === 'ids' ? ',' : undefined;
  const slot = valueInsertion(page.text, tag, place, offset, separator);
  const asked: ValueRequest = { workspace, page, tag, fact: readTagAt(page, tag), spec, slot };
  if (tag.kind.role === 'assessment' && (spec.name === 'score' || spec.name === 'scale'))
    return completeList(assessmentItems(asked, spec.name));
  const { type } = spec;
  switch (type.type) {
    case 'id':
    case 'ids':
      return ids(asked, type);
    case 'one-of':
      return completeList(choices(asked, type.values));
    case 'flag':
      return completeList([wordItem(slot, 'yes', spec.summary)]);
    case 'date':
      return completeList(dateItems(slot, datesFor(asked), type));
    default:
      return undefined;
  }
}

function specOf({ kind }: TagAtCursor, name: string): AttributeSpec | undefined {
  if (name !== 'ref') return attributeSpec(kind, name);
  if (kind.role !== 'entity' && kind.role !== 'commitment') return undefined;
  return { name, summary: '', type: { type: 'ids', kinds: [kind.tag] } };
}

type IdType = Extract<AttributeSpec['type'], { type: 'id' | 'ids' }>;

function ids(asked: ValueRequest, type: IdType): Completions | undefined {
  const { workspace, page, fact, slot, spec } = asked;
  // What stands for all parties stands alone.
  if (slot.others.includes(EACH_OTHER)) return undefined;
  const also = type.type === 'ids' && slot.others.length === 0 ? (type.also ?? []) : [];
  const own = fact?.id === undefined ? [] : [fact.id.text];
  const items = idItems(workspace, page, slot, {
    kinds: type.kinds,
    query: searchQuery(slot.typed),
    leftOut: new Set([...slot.others, ...own, ...otherSide(asked)]),
    ...(spec.name === 'ref' && { rank: byWords(asked) }),
  });
  const ordered = spec.name === 'of' ? openFirst(workspace, items) : items;
  return incompleteList([...words(asked, also), ...ordered]);
}

/** Nobody promises something to themselves. */
function otherSide({ fact, spec }: ValueRequest): readonly string[] {
  const other = spec.name === 'to' ? 'by' : spec.name === 'by' ? 'to' : undefined;
  if (other === undefined || fact === undefined) return [];
  return scalars(fact.attributes, other).map(({ text }) => text);
}

/** There is more news of what goes on than of what is over. */
function openFirst(workspace: Workspace, items: readonly Completion[]): readonly Completion[] {
  const isClosed = ({ documentedBy }: Completion): boolean => {
    const known =
      documentedBy?.type === 'thing' ? commitmentOf(workspace, documentedBy.id) : undefined;
    return known !== undefined && isOver(commitmentState(workspace, known));
  };
  const closed = new Set(items.filter(isClosed));
  return [...items.filter((item) => !closed.has(item)), ...closed];
}

/** `each-other` makes sense where several act. */
function words({ slot, fact }: ValueRequest, also: readonly string[]) {
  const acting = fact === undefined ? [] : scalars(fact.attributes, 'by');
  return also
    .filter((word) => word.startsWith(slot.typed))
    .filter((word) => word !== EACH_OTHER || acting.length > 1)
    .map((word) => wordItem(slot, word, 'The parties in by= promise it to each other.'));
}

/** Whom the words name already, if they are several: one of them is meant. */
function byWords({ workspace, tag, fact }: ValueRequest): (known: SearchEntry) => number {
  const named = fact === undefined ? [] : idsNamed(workspace, tag.kind.tag, fact.words);
  const those = new Set(named);
  return ({ definition }) => (those.has(definition.id.text) ? -1 : 0);
}

function choices(
  asked: ValueRequest,
  values: Extract<AttributeSpec['type'], { type: 'one-of' }>['values'],
) {
  const { workspace, page, tag, fact, spec, slot } = asked;
  if (spec.name === 'strength')
    return choiceItems(slot, values, {
      value: fact && strengthInWords(workspace, page, fact)?.strength,
      words: 'read from its words',
    });
  if (tag.kind.role !== 'update' || spec.name !== 'status') return choiceItems(slot, values);
  const attributes = fact?.attributes ?? [];
  const after = statusesAfter(
    workspace,
    page,
    fact,
    {
      of: scalar(attributes, 'of')?.text,
      on: scalar(attributes, 'on')?.text,
      corrects:
        scalar(attributes, 'correction')?.text === 'yes' &&
        (scalars(attributes, 'source').length > 0 || page.facts.front.source.length > 0),
    },
    values,
  );
  return choiceItems(slot, after.choices, { value: after.now, words: 'its status now' });
}

/** The steps of all scales, or of that which is named; first those of the scale on which it was assessed before. */
function assessmentItems(
  { workspace: { settings }, workspace, fact, slot }: ValueRequest,
  name: 'score' | 'scale',
): readonly Completion[] {
  const attributes = fact?.attributes ?? [];
  if (name === 'scale')
    return choiceItems(
      slot,
      scalesOf(settings).map((scale) => ({ value: scale.name, summary: scale.title })),
    );
  const named = scalar(attributes, 'scale')?.text;
  const of = scalar(attributes, 'of')?.text;
  const before = of === undefined ? [] : (commitmentOf(workspace, of)?.assessments ?? []);
  const used = new Set(
    before.flatMap((one) => scalesWith(settings, one).map((scale) => scale.name)),
  );
  const scale = named === undefined ? undefined : scaleNamed(settings, named);
  const all = scale === undefined ? scalesOf(settings) : [scale];
  const ordered = [...all].sort((a, b) => Number(used.has(b.name)) - Number(used.has(a.name)));
  return ordered.flatMap((one) =>
    choiceItems(slot, one.steps).map((item) => ({ ...item, beside: one.name })),
  );
}

function datesFor({ workspace, page, fact, tag, spec }: ValueRequest): readonly OfferedDate[] {
  const attributes = fact?.attributes ?? [];
  const under = scalar(attributes, 'under')?.text;
  const event = scalar(attributes, 'at')?.text;
  const isPeriod = spec.type.type === 'date' && spec.type.interval === true;
  const wanted = isPeriod ? 'period' : 'end';
  const agreed = under === undefined ? [] : datesOfAgreement(workspace, under, wanted);
  const met = event === undefined || spec.name !== 'made' ? [] : datesOfEvent(workspace, event);
  const day = dateOfPage(page)?.range.first ?? workspace.today;
  const said =
    tag.kind.role === 'date' && fact !== undefined
      ? datesMeant(fact.words, day, languageOfPage(workspace, page))
      : [];
  const periods = isPeriod ? usualPeriods(workspace, page) : [];
  // A promise of long ago is not due today.
  const isCounted = spec.name === 'due' && dateOfPage(page) !== undefined;
  const usual = usualDates(workspace, page).filter(({ words }) => !isCounted || words !== TODAY);
  return spec.name === 'made' || spec.name === 'on'
    ? [...met, ...usual.filter(({ edtf }) => isPast(edtf, Math.max(day, workspace.today)))]
    : [...said, ...agreed, ...usual, ...periods];
}

/** What is told of has happened. */
function isPast(edtf: string, today: Day): boolean {
  const first = parseEdtf(edtf)?.range.first;
  return first !== undefined && first <= today;
}
