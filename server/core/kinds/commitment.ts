import type { AttributeSpec, Choice, Kind } from '../brief/index.js';
import type { Strength } from '../language/index.js';
import { ANY_PARTY, date, idOf, idsOf, oneOf, parties, text } from './common.js';
import { MOVED_DEADLINE, PROGRESS_CHOICES, STATUS_CHOICES } from './status.js';

const SAID_OF_STRENGTH: Readonly<Record<Strength, string>> = {
  binding: 'A duty: shall, must, undertakes.',
  pledged: 'A promise: commits, pledges, agreed to.',
  planned: 'A plan: will, is set to, is due to.',
  intended: 'An aim: intends, aims, seeks.',
  aspired: 'A wish: hopes, is eager, looks forward.',
};

const STRENGTH_CHOICES: readonly Choice[] = Object.entries(SAID_OF_STRENGTH).map(
  ([value, summary]) => ({ value, summary }),
);

const WHO: readonly AttributeSpec[] = [
  { name: 'by', type: parties, required: true, summary: 'Who must act.' },
  { name: 'for', type: parties, summary: 'On whose behalf they act.' },
  {
    name: 'to',
    type: { type: 'ids', kinds: ANY_PARTY, also: ['each-other'] },
    summary: 'To whom it is promised; each-other if the parties in by promise it to each other.',
  },
  { name: 'said_by', type: parties, summary: 'Who said it, if not the party that must act.' },
];

const WHAT: readonly AttributeSpec[] = [
  {
    name: 'what',
    type: text,
    summary: 'The promised act, if the tagged words alone do not say it.',
  },
  { name: 'if', type: text, summary: 'The condition it depends on.' },
  { name: 'under', type: idOf('agreement'), summary: 'The agreement it belongs to.' },
  { name: 'at', type: idOf('event'), summary: 'The event where it was made.' },
];

const WHEN: readonly AttributeSpec[] = [
  {
    name: 'made',
    type: date,
    summary: 'When it was made. If left out: the date of the event, or else of the brief.',
  },
  {
    name: 'due',
    type: { type: 'date', closed: true },
    summary: 'The deadline; its last day counts.',
  },
  { name: 'due_text', type: text, summary: 'A vague deadline in its own words, such as soon.' },
  {
    name: 'period',
    type: { type: 'date', interval: true },
    summary: 'The time in which it applies.',
  },
];

const STANDING: readonly AttributeSpec[] = [
  {
    name: 'strength',
    type: oneOf(STRENGTH_CHOICES),
    summary: 'How strong its words are. If left out, it is read from the words.',
  },
  {
    name: 'marker',
    type: text,
    summary: 'The words that make it a promise, if they are outside the tag.',
  },
  {
    name: 'status',
    type: oneOf(STATUS_CHOICES, MOVED_DEADLINE),
    summary: 'Its status at the date of this brief. Report later changes with an update.',
  },
  { name: 'progress', type: oneOf(PROGRESS_CHOICES), summary: 'How much of it is done.' },
  {
    name: 'guideline',
    type: text,
    summary: 'How to assess whether it was kept: what counts as full, and what as partial.',
  },
  {
    name: 'source',
    type: idsOf('source'),
    summary: 'Where it comes from. If left out: the source of the brief.',
  },
];

const RELATIONS: readonly AttributeSpec[] = [
  {
    name: 'part_of',
    type: idsOf('commitment'),
    summary: 'The larger commitment that it is part of.',
  },
  {
    name: 'depends_on',
    type: idsOf('commitment'),
    summary: 'The commitment that must be kept first.',
  },
  {
    name: 'supersedes',
    type: idsOf('commitment'),
    summary: 'The earlier commitment that it replaces.',
  },
  { name: 'fulfils', type: idsOf('commitment'), summary: 'The commitment that it fulfils.' },
];

/** The standard model of commitments: debtor, creditor, antecedent, consequent. */
export const commitment: Kind = {
  tag: 'commitment',
  title: 'Commitment',
  plural: 'Commitments',
  summary: 'Something that someone has promised, plans or hopes to do.',
  role: 'commitment',
  forms: ['text', 'record', 'block'],
  attributes: [...WHO, ...WHAT, ...WHEN, ...STANDING, ...RELATIONS],
  example:
    ':commitment[finalize the pending sales]{#c-sales by=united-states to=india due=2025-12}',
  aliases: ['promise', 'pledge', 'undertaking', 'obligation'],
  look: { icon: 'checklist', symbol: 'Function', completion: 'Function', tint: 'gold' },
};
