import type { Choice } from '../../brief/index.js';
import type { Entry, Value } from '../../parse/index.js';
import type { Written } from '../../text/index.js';
import {
  type JsonSchema,
  mappingSchema,
  type Report,
  type Setting,
  TEXT_SCHEMA,
} from './setting.js';
import { didYouMean, entriesOf, listed, wordOf, wordsOf } from './values.js';

/** Steps from the worst to the best, as assessments have them. Plain data. */
export interface Scale {
  readonly name: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

export interface Step extends Choice {
  /** What a step means that does not say it by itself: `full compliance`. */
  readonly meaning?: string;
  /** Whether it says that nobody knows yet: then it contradicts no other. */
  readonly isOpen?: true;
}

/** Of the G7 and G20 Research Groups, the Open Government Partnership, and PolitiFact. */
const BUILT_IN: readonly Scale[] = [
  {
    name: 'g20',
    title: 'Compliance with G7 and G20 commitments',
    steps: [
      step('-1', 'No compliance: nothing was done, or the opposite.', '−1 –1', 'no compliance'),
      step('0', 'Partial compliance, or work in progress.', '±0 +0 -0', 'partial compliance'),
      step('+1', 'Full compliance, or nearly full.', '1 ＋1', 'full compliance'),
    ],
  },
  {
    name: 'ogp',
    title: 'Completion, of the Open Government Partnership',
    steps: [
      {
        ...step('no-evidence', 'There is no evidence of progress.', 'no-evidence-available'),
        isOpen: true,
      },
      step('not-started', 'Nothing has been done.', 'none nothing'),
      step('limited', 'First steps, or a small part.', 'minor'),
      step('substantial', 'Most of it.', 'major significant'),
      step('complete', 'All of it.', 'completed full fully'),
    ],
  },
  {
    name: 'politifact',
    title: 'Promises, of PolitiFact',
    steps: [
      { ...step('not-yet-rated', 'Nobody has rated it yet.', 'unrated not-rated'), isOpen: true },
      step('broken', 'It was not kept.', 'promise-broken'),
      step('stalled', 'There is no movement on it.', 'promise-stalled'),
      step('in-the-works', 'It is being worked on.', 'in-progress in-works'),
      step('compromise', 'Less was done than promised, but a good part.', 'promise-compromise'),
      step('kept', 'It was kept, mostly or completely.', 'promise-kept'),
    ],
  },
];

/** What scales are also called. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['g7', 'g20'],
  ['g7-g20', 'g20'],
  ['promises', 'politifact'],
]);

function step(value: string, summary: string, also: string, meaning?: string): Step {
  return { value, summary, also: also.split(' '), ...(meaning !== undefined && { meaning }) };
}

/** The scales of a workspace: its own ones, then the built-in ones. */
export function scalesOf({ scales: own }: { readonly scales: readonly Scale[] }): readonly Scale[] {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...BUILT_IN.filter(({ name }) => !names.has(name))];
}

/** The scale of a name; `g7` is `g20`. */
export function scaleNamed(
  settings: { readonly scales: readonly Scale[] },
  name: string,
): Scale | undefined {
  const all = scalesOf(settings);
  const meant = OTHER_NAMES.get(name);
  return all.find((scale) => scale.name === name) ?? all.find((scale) => scale.name === meant);
}

const KEYS: readonly string[] = ['name', 'title', 'steps'];
const WANTED =
  'Scales are written as `name: [worst, …, best]`, or as a list with a `name` and `steps` in each.';
const STEPS_WANTED =
  'The steps of a scale are a list from the worst to the best, such as [red, amber, green], or `step: meaning` for each.';

export const scales: Setting<'scales', readonly Scale[]> = {
  key: 'scales',
  description:
    'Scales of assessments in addition to the built-in `g20` (`-1`, `0`, `+1`), `ogp` (`no-evidence`, `not-started`, `limited`, `substantial`, `complete`) and `politifact` (`not-yet-rated`, `broken`, `stalled`, `in-the-works`, `compromise`, `kept`): a name and the steps from the worst to the best, `traffic: [red, amber, green]`; with a meaning each, `traffic: { red: not begun, amber: under way, green: done }`.',
  default: [],
  read: (value, { report }) => readScales(value, report),
  join: (before, after) => [
    ...new Map([...before, ...after].map((scale) => [scale.name, scale])).values(),
  ],
  schema: () => SCHEMA,
  otherNames: ['scale', 'scores'],
};

function readScales(value: Value, report: Report): readonly Scale[] {
  const found = new Map<string, Scale>();
  for (const { name, value: described } of namedScales(value, report)) {
    const fault = nameFault(name.text, found);
    if (fault !== undefined) report(name.span, fault);
    const scale = readScale(name, described, report);
    if (fault === undefined && scale !== undefined) found.set(name.text, scale);
  }
  return [...found.values()];
}

function nameFault(name: string, known: ReadonlyMap<string, Scale>): string | undefined {
  if (known.has(name)) return `The scale '${name}' is defined twice. Remove one.`;
  if (/^[a-z0-9][a-z0-9-]*$/.test(name)) return undefined;
  return `'${name}' cannot be the name of a scale: use lower-case letters, digits and hyphens.`;
}

/** A built-in one may be named without its steps: then it is asked before the others. */
function readScale(name: Written, value: Value, report: Report): Scale | undefined {
  const entries = value.type === 'mapping' ? value.entries : [];
  const isDescribed = entries.some(({ key }) => key.text === 'steps');
  if (isDescribed)
    for (const { key } of entries)
      if (!KEYS.includes(key.text)) report(key.span, unknownKey(key.text));
  const steps = stepsIn(isDescribed ? valueAt(entries, 'steps') : value, report);
  const title = isDescribed ? valueAt(entries, 'title') : undefined;
  const builtIn = BUILT_IN.find((scale) => scale.name === name.text);
  if (steps.length === 0 && builtIn !== undefined) return builtIn;
  if (steps.length < 2) {
    report(name.span, `The scale '${name.text}' needs two steps or more. ${STEPS_WANTED}`);
    return undefined;
  }
  const said = title && wordOf(title, `Write a few words after 'title:'.`, report)?.text;
  return { name: name.text, title: said ?? name.text, steps };
}

function stepsIn(value: Value | undefined, report: Report): readonly Step[] {
  if (value === undefined || (value.type === 'scalar' && value.text === '')) return [];
  const items = value.type === 'list' ? value.items : [value];
  const steps = items.flatMap((item): readonly (readonly [Written, string | undefined])[] => {
    if (item.type === 'mapping')
      return item.entries.map(({ key, value: meaning }) => [
        key,
        wordOf(meaning, `Write in a few words what '${key.text}' means.`, report)?.text,
      ]);
    return wordsOf(item, STEPS_WANTED, report).map((word) => [word, undefined]);
  });
  const known = new Map<string, Step>();
  for (const [{ text, span }, meaning] of steps) {
    if (known.has(text)) report(span, `The step '${text}' is there twice. Remove one.`);
    else known.set(text, { value: text, summary: meaning ?? text, ...(meaning && { meaning }) });
  }
  return [...known.values()];
}

interface NamedScale {
  readonly name: Written;
  readonly value: Value;
}

/** A mapping by name; or a list of names of built-in ones, or of mappings that hold a `name`. */
function namedScales(value: Value, report: Report): readonly NamedScale[] {
  if (value.type !== 'list')
    return entriesOf(value, WANTED, report).map((entry) => ({
      name: entry.key,
      value: entry.value,
    }));
  return value.items.flatMap((item): readonly NamedScale[] => {
    if (item.type === 'scalar')
      return [{ name: item, value: { type: 'scalar', text: '', span: item.span } }];
    const name = item.type === 'mapping' ? valueAt(item.entries, 'name') : undefined;
    if (name?.type === 'scalar') return [{ name, value: item }];
    report(item.span, WANTED);
    return [];
  });
}

function unknownKey(key: string): string {
  return `'${key}' is not part of a scale. ${didYouMean(key, KEYS) ?? `It has ${listed(KEYS)}.`}`;
}

function valueAt(entries: readonly Entry[], key: string): Value | undefined {
  return entries.find((entry) => entry.key.text === key)?.value;
}

const STEP_SCHEMA: JsonSchema = { type: ['string', 'number', 'boolean'] };
const MEANINGS_SCHEMA: JsonSchema = { type: 'object', additionalProperties: STEP_SCHEMA };
const STEPS_SCHEMA: JsonSchema = {
  anyOf: [
    { type: 'array', minItems: 2, items: { anyOf: [STEP_SCHEMA, MEANINGS_SCHEMA] } },
    MEANINGS_SCHEMA,
  ],
};
const DESCRIBED_SCHEMA: JsonSchema = mappingSchema(KEYS, { steps: STEPS_SCHEMA });
const SCHEMA: JsonSchema = {
  anyOf: [
    {
      type: 'object',
      additionalProperties: { anyOf: [DESCRIBED_SCHEMA, STEPS_SCHEMA, { type: 'null' }] },
    },
    {
      type: 'array',
      items: { anyOf: [{ ...DESCRIBED_SCHEMA, required: ['name'] }, TEXT_SCHEMA] },
    },
    { type: 'null' },
  ],
};
