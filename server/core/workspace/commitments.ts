import { type Attribute, scalar, scalars, type Tag, tagOf } from '../brief/index.js';
import { durationAfter, formatDay, parseDuration, parseEdtf } from '../dates/index.js';
import { STRENGTHS, type Strength } from '../language/index.js';
import { assessmentsOf } from './assessments.js';
import { entityOf } from './definitions.js';
import { dateOfEvent, readable } from './effective-dates.js';
import { pagesWith } from './graph.js';
import { briefDate, historyOf, sourcesOf } from './history.js';
import { perKey, perWorkspace } from './memo.js';
import type { Assessment, Commitment, Page, Workspace } from './model.js';
import { symbolsOf } from './page-symbols.js';
import { languageOfPage } from './read-page.js';

/** The commitments of a page in reading order, those without an id too. */
export const commitmentsIn: (workspace: Workspace, page: Page) => readonly Commitment[] = perKey(
  (workspace, page) =>
    page.facts.role === 'brief'
      ? page.facts.tags.flatMap((tag) => commitmentOfTag(workspace, page, tag) ?? [])
      : [],
);

/** Of all briefs, by path and place. */
export function* commitments(workspace: Workspace): Iterable<Commitment> {
  for (const page of workspace.pages.values()) yield* commitmentsIn(workspace, page);
}

/** The commitment an id names; of several definitions the first that is one. */
export function commitmentOf(workspace: Workspace, id: string): Commitment | undefined {
  const found = firstTag(workspace, id);
  return found && commitmentOfTag(workspace, found.page, found.tag);
}

/** The commitment that a tag says, if it says one. Each is made once, and none for a neighbour's sake. */
export function commitmentOfTag(
  workspace: Workspace,
  page: Page,
  tag: Tag | undefined,
): Commitment | undefined {
  if (tag?.role !== 'commitment' || page.facts.role !== 'brief') return undefined;
  const made = commitmentsByTag(workspace);
  const commitment = made.get(tag) ?? commitmentAt(workspace, page, tag);
  made.set(tag, commitment);
  return commitment;
}

const commitmentsByTag = perWorkspace(() => new Map<Tag, Commitment>());

interface PlacedTag {
  readonly page: Page;
  readonly tag: Tag;
}

const firstTag = perKey((workspace, id: string): PlacedTag | undefined => {
  for (const pageId of pagesWith(workspace.graph, 'definitions', id)) {
    const page = workspace.pages.get(pageId);
    for (const { tag: index } of (page && symbolsOf(page).definitions.get(id)) ?? []) {
      const tag = page && tagOf(page.facts, index);
      if (page !== undefined && tag?.role === 'commitment') return { page, tag };
    }
  }
  return undefined;
});

function commitmentAt(workspace: Workspace, page: Page, tag: Tag): Commitment {
  const { attributes } = tag;
  const ids = (name: string): readonly string[] => textsOf(attributes, name);
  const text = (name: string): string | undefined => scalar(attributes, name)?.text || undefined;
  const { strength, strengthFrom } = strengthOf(workspace, page, tag);
  const made = madeOf(workspace, page, tag);
  // Of most, nothing is reported: then it does not matter which of two with one id is the first.
  const isReported = tag.id !== undefined && workspace.graph.followUps.has(tag.id.text);
  const followed = isReported && firstTag(workspace, tag.id.text)?.tag === tag;
  return {
    at: { page: page.id, tag },
    id: tag.id?.text,
    by: ids('by'),
    for: ids('for'),
    to: ids('to'),
    words: tag.words,
    what: text('what'),
    if: text('if'),
    under: text('under'),
    event: text('at'),
    made,
    due: readable(text('due')),
    assumedDue: assumedDueOf(workspace, tag, made),
    dueText: text('due_text'),
    period: readable(text('period')),
    strength,
    strengthFrom,
    marker: scalar(attributes, 'marker') ?? tag.read?.words,
    saidBy: ids('said_by'),
    progress: text('progress'),
    guideline: text('guideline'),
    source: sourcesOf(workspace, page, tag),
    partOf: ids('part_of'),
    dependsOn: ids('depends_on'),
    supersedes: ids('supersedes'),
    fulfils: ids('fulfils'),
    history: historyOf(workspace, page, tag, { followed, made }),
    assessments: followed && tag.id ? assessmentsOf(workspace, tag.id.text) : NO_ASSESSMENTS,
  };
}

const NO_ASSESSMENTS: readonly Assessment[] = [];

/** Some time after the last day on which it may have been made, where the promise itself says nothing of when. */
function assumedDueOf(
  { settings: { defaultDue } }: Workspace,
  { attributes }: Tag,
  made: string | undefined,
): string | undefined {
  if (defaultDue === undefined || made === undefined) return undefined;
  if (TIMES.some((name) => scalar(attributes, name) !== undefined)) return undefined;
  const last = parseEdtf(made)?.range.last;
  const duration = parseDuration(defaultDue);
  const day =
    last === undefined || duration === undefined ? undefined : durationAfter(last, duration);
  return day === undefined ? undefined : formatDay(day);
}

const TIMES: readonly string[] = ['due', 'due_text', 'period'];

/** Its own `made`, else its event's date, else its brief's. EDTF. */
function madeOf(workspace: Workspace, page: Page, tag: Tag): string | undefined {
  const event = scalar(tag.attributes, 'at')?.text;
  return (
    readable(scalar(tag.attributes, 'made')?.text) ??
    (event === undefined ? undefined : dateOfEvent(workspace, event)) ??
    briefDate(page)
  );
}

/** The attribute first; one that is no strength is a finding elsewhere and the words stand in. */
function strengthOf(
  workspace: Workspace,
  page: Page,
  tag: Tag,
): Pick<Commitment, 'strength' | 'strengthFrom'> {
  const written = scalar(tag.attributes, 'strength')?.text;
  const given: Strength | undefined = STRENGTHS.find((strength) => strength === written);
  if (given !== undefined) return { strength: given, strengthFrom: 'attribute' };
  const read = strengthInWords(workspace, page, tag);
  if (read === undefined) return { strength: undefined, strengthFrom: undefined };
  return { strength: read.strength, strengthFrom: 'words' };
}

/**
 * The strength that the words of a commitment speak of, and those words: as the tag says, but for what is
 * agreed under an agreement that binds, which is binding as in its own text.
 */
export function strengthInWords(workspace: Workspace, page: Page, tag: Tag): Tag['read'] {
  const { read, attributes } = tag;
  const under = scalar(attributes, 'under')?.text;
  if (read === undefined || under === undefined || !isBinding(workspace, under)) return read;
  const language = languageOfPage(workspace, page);
  const inTreaty = language.readStrength(read.words.text, true)?.strength;
  return inTreaty === 'binding' ? { ...read, strength: inTreaty } : read;
}

function isBinding(workspace: Workspace, agreement: string): boolean {
  const definition = entityOf(workspace, agreement)?.definition;
  return (
    definition !== undefined && scalar(definition.attributes, 'legal_status')?.text === 'binding'
  );
}

/** Most commitments have none of most terms. */
const EMPTY_TEXTS: readonly string[] = [];

function textsOf(attributes: readonly Attribute[], name: string): readonly string[] {
  const written = scalars(attributes, name);
  return written.length === 0 ? EMPTY_TEXTS : written.map(({ text }) => text);
}
