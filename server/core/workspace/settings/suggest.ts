import type { Entry, Value } from '../../parse/index.js';
import type { Written } from '../../text/index.js';
import {
  type JsonSchema,
  mappingSchema,
  type Reading,
  type Setting,
  TEXT_SCHEMA,
  TEXTS_SCHEMA,
} from './setting.js';
import { choiceOf, didYouMean, entriesOf, listed, wordsOf } from './values.js';

/** How sure a suggestion is, from the surest. */
export const SUGGESTION_LEVELS = ['certain', 'likely', 'possible'] as const;
export type SuggestionLevel = (typeof SUGGESTION_LEVELS)[number];

/** What a workspace says of suggested tags. Plain data. */
export interface SuggestSettings {
  /** Words that are never suggested, as they are written. */
  readonly never: readonly string[];
  /** The least certain that is suggested; by kind where a kind has one of its own. */
  readonly levels: {
    /** `undefined`: {@link USUAL_LEVEL}. */
    readonly all: SuggestionLevel | undefined;
    readonly byKind: ReadonlyMap<string, SuggestionLevel>;
  };
  /** The kinds that are suggested; `undefined`: all. */
  readonly kinds: readonly string[] | undefined;
}

/** What is suggested when nobody says otherwise. */
export const USUAL_LEVEL: SuggestionLevel = 'likely';

/** The least certain that is suggested of a kind. */
export function leastLevelOf({ levels }: SuggestSettings, kind: string): SuggestionLevel {
  return levels.byKind.get(kind) ?? levels.all ?? USUAL_LEVEL;
}

type Said = Partial<SuggestSettings>;

export const suggest: Setting<'suggest', SuggestSettings> = {
  key: 'suggest',
  description:
    'What is suggested to be tagged. `never`: words that are not names in any brief. `levels`: the least certain that is suggested, `certain`, `likely` (default) or `possible`, as one word or by kind (`all`: the others). `kinds`: only these kinds, also `date` and `commitment`.',
  default: { never: [], levels: { all: undefined, byKind: new Map() }, kinds: undefined },
  read: (value, reading) => withDefaults(readSaid(value, reading)),
  join: (before, after) => ({
    never: [...new Set([...before.never, ...after.never])],
    levels: {
      all: after.levels.all ?? before.levels.all,
      byKind: new Map([...before.levels.byKind, ...after.levels.byKind]),
    },
    kinds: after.kinds ?? before.kinds,
  }),
  schema: () => SCHEMA,
  otherNames: ['suggestions', 'annotate'],
};

const KEYS: readonly string[] = ['never', 'levels', 'kinds'];
const OTHERWISE_NAMED: ReadonlyMap<string, string> = new Map([
  ['not', 'never'],
  ['ignore', 'never'],
  ['level', 'levels'],
  ['kind', 'kinds'],
  ['only', 'kinds'],
]);
/** Stands for the kinds that are not named. */
const ALL = 'all';
const WANTED = `What is suggested is set as \`name: value\`; the names are ${listed(KEYS)}.`;

const LEVEL_SCHEMA: JsonSchema = { enum: SUGGESTION_LEVELS };
const SCHEMA: JsonSchema = {
  ...mappingSchema(KEYS, {
    never: TEXTS_SCHEMA,
    levels: { anyOf: [LEVEL_SCHEMA, { type: 'object', additionalProperties: LEVEL_SCHEMA }] },
    kinds: { anyOf: [TEXT_SCHEMA, { type: 'array', items: TEXT_SCHEMA }] },
  }),
  type: ['object', 'null'],
};

function readSaid(value: Value, reading: Reading): Said {
  const said: { -readonly [Key in keyof Said]: Said[Key] } = {};
  for (const { key, value: item } of entriesOf(value, WANTED, reading.report)) {
    if (key.text === 'never')
      said.never = wordsOf(item, 'Write a list of words, such as [May, Georgia].', reading.report)
        .map(({ text }) => text)
        .filter((text) => text.trim() !== '');
    else if (key.text === 'levels') said.levels = readLevels(item, reading);
    else if (key.text === 'kinds')
      said.kinds = wordsOf(item, 'Write a list of kinds, such as [person, org].', reading.report)
        .filter((word) => isKind(word, reading))
        .map(({ text }) => text);
    else reading.report(key.span, unknownKey(key.text));
  }
  return said;
}

function withDefaults({ never, levels, kinds }: Said): SuggestSettings {
  const initial = suggest.default;
  return {
    never: never ?? initial.never,
    levels: levels ?? initial.levels,
    // All of them were faulty: then this counts as not said.
    kinds: kinds === undefined || kinds.length === 0 ? undefined : kinds,
  };
}

function readLevels(value: Value, reading: Reading): SuggestSettings['levels'] {
  if (value.type === 'scalar' && value.text !== '')
    return { all: levelIn(value, reading), byKind: new Map() };
  const entries = entriesOf(
    value,
    `The levels of suggestions are one of ${listed(SUGGESTION_LEVELS)}, or \`kind: level\`.`,
    reading.report,
  );
  const all = entries.find(({ key }) => key.text === ALL);
  const others = entries.filter((entry) => entry !== all);
  return {
    all: all && levelIn(all.value, reading),
    byKind: new Map(others.flatMap((entry) => levelOf(entry, reading))),
  };
}

function levelOf(
  { key, value }: Entry,
  reading: Reading,
): readonly (readonly [string, SuggestionLevel])[] {
  const level = isKind(key, reading) ? levelIn(value, reading) : undefined;
  return level === undefined ? [] : [[key.text, level]];
}

function levelIn(value: Value, { report }: Reading): SuggestionLevel | undefined {
  return choiceOf(value, SUGGESTION_LEVELS, 'The level of suggestions', report, LEVEL_SYNONYMS);
}

const LEVEL_SYNONYMS: ReadonlyMap<string, SuggestionLevel> = new Map([
  ['sure', 'certain'],
  ['high', 'certain'],
  ['medium', 'likely'],
  ['probable', 'likely'],
  ['low', 'possible'],
  ['all', 'possible'],
]);

function isKind({ text, span }: Written, { names, report }: Reading): boolean {
  const known = [...names.kinds, ...(names.given ?? []), ...(names.described ?? [])];
  if (known.includes(text)) return true;
  report(span, [`There is no kind '${text}'.`, didYouMean(text, known)].join(' ').trim());
  return false;
}

function unknownKey(key: string): string {
  const meant = OTHERWISE_NAMED.get(key.toLowerCase());
  const near = meant === undefined ? didYouMean(key, KEYS) : `Did you mean '${meant}'?`;
  return `'${key}' is not part of 'suggest'. ${near ?? `It has ${listed(KEYS)}.`}`;
}
