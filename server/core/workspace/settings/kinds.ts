import {
  type AttributeSpec,
  type AttributeType,
  canonicalName,
  customKind,
  type Kind,
} from '../../brief/index.js';
import type { Entry, Mapping, Value } from '../../parse/index.js';
import type { Written } from '../../text/index.js';
import {
  type JsonSchema,
  mappingSchema,
  type Report,
  type Setting,
  TEXT_SCHEMA,
  TEXTS_SCHEMA,
} from './setting.js';
import { choiceOf, didYouMean, entriesOf, listed, wordOf, wordsOf } from './values.js';

/** With their own attributes only; `vocabularyOf` adds the common ones. */
export const kinds: Setting<'kinds', readonly Kind[]> = {
  key: 'kinds',
  description: "The workspace's own kinds of entity.",
  default: [],
  read: (value, { names, report }) => readKinds(value, names.kinds, report, names.given),
  join: (before, after) => [
    ...new Map([...before, ...after].map((kind) => [kind.tag, kind])).values(),
  ],
  schema: kindsSchema,
};

/** The names of the kinds that this describes, sound or not. */
export function kindNamesIn(value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  return namedItems(value, KINDS_WANTED, () => undefined).map(({ name }) => name.text);
}

/** How a kind may be described. */
const KIND_KEYS = ['name', 'title', 'plural', 'summary', 'attributes'] as const;
/** How an attribute may be described, when its type alone does not do. */
const ATTRIBUTE_KEYS = ['name', 'type', 'summary', 'kinds', 'values'] as const;
/** The types of attributes that a workspace may use. */
const OWN_TYPES = ['text', 'texts', 'id', 'ids', 'date', 'url', 'flag', 'one-of'] as const;

const KINDS_WANTED =
  'Kinds are written as `name: { title: …, attributes: { … } }`, or as a list with a `name` in each.';

/**
 * A workspace's own kinds, as a mapping by name or a list of `{ name, title, attributes }`.
 * @param builtIn names that are taken
 * @param given names of kinds that are described elsewhere, and may be described anew
 */
function readKinds(
  value: Value,
  builtIn: readonly string[],
  report: Report,
  given: readonly string[] = [],
): readonly Kind[] {
  const named = namedItems(value, KINDS_WANTED, report);
  const all = new Set([...builtIn, ...given, ...named.map(({ name }) => name.text)]);
  const kinds = new Map<string, Kind>();
  for (const { name, value: described } of named) {
    const fault = kindNameFault(name.text, builtIn, kinds);
    if (fault === undefined) kinds.set(name.text, readKind(name.text, described, all, report));
    else report(name.span, fault);
  }
  return [...kinds.values()];
}

function kindNameFault(
  name: string,
  builtIn: readonly string[],
  known: ReadonlyMap<string, Kind>,
): string | undefined {
  if (builtIn.includes(name)) return `'${name}' is a built-in kind. Give yours another name.`;
  if (known.has(name)) return `The kind '${name}' is defined twice. Remove one.`;
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) return undefined;
  return `'${name}' cannot be the name of a kind: use lower-case letters, digits and single hyphens, with a letter first.`;
}

function readKind(tag: string, value: Value, kindNames: ReadonlySet<string>, report: Report): Kind {
  const entries = entriesOf(value, KINDS_WANTED, report);
  checkKeys(entries, KIND_KEYS, 'a kind', report);
  const said = (key: string): string | undefined => textAt(entries, key, report);
  const attributes = valueAt(entries, 'attributes');
  const title = said('title') ?? capitalized(tag);
  return customKind({
    tag,
    title,
    plural: said('plural') ?? title,
    summary: said('summary') ?? `${title}: a kind of this workspace.`,
    attributes: attributes === undefined ? [] : readAttributes(attributes, kindNames, report),
  });
}

const ATTRIBUTES_WANTED =
  'Attributes are written as `name: type`, or as a list of names; a type is one of ' +
  `${listed(OWN_TYPES)}, or a list of the allowed values.`;

function readAttributes(
  value: Value,
  kindNames: ReadonlySet<string>,
  report: Report,
): readonly AttributeSpec[] {
  const specs = new Map<string, AttributeSpec>();
  for (const { name, value: described } of namedItems(value, ATTRIBUTES_WANTED, report)) {
    const canonical = canonicalName(name.text);
    if (
      !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(canonical) ||
      canonical === 'ref' ||
      canonical === 'id'
    ) {
      const rule =
        "use lower-case letters, digits and single '_', with a letter first, but not ref or id";
      report(name.span, `'${name.text}' cannot be the name of an attribute: ${rule}.`);
    } else if (specs.has(canonical)) {
      report(name.span, `The attribute '${name.text}' is defined twice. Remove one.`);
    } else {
      specs.set(canonical, readAttribute(canonical, described, kindNames, report));
    }
  }
  return [...specs.values()];
}

function readAttribute(
  name: string,
  value: Value,
  kindNames: ReadonlySet<string>,
  report: Report,
): AttributeSpec {
  if (value.type !== 'mapping') {
    return { name, summary: 'An attribute of this workspace.', type: shortType(value, report) };
  }
  const entries = entriesOf(value, ATTRIBUTES_WANTED, report);
  checkKeys(entries, ATTRIBUTE_KEYS, 'an attribute', report);
  const summary = textAt(entries, 'summary', report) ?? 'An attribute of this workspace.';
  return { name, summary, type: describedType(entries, kindNames, report) };
}

/** `budget: text`, `stage: [pilot, series]`, or nothing: text. */
function shortType(value: Value, report: Report): AttributeType {
  if (value.type === 'list') return oneOf(value, report);
  if (value.type === 'scalar' && value.text === '') return { type: 'text' };
  return typeNamed(choiceOf(value, OWN_TYPES, 'The type of an attribute', report), 'any');
}

function describedType(
  entries: readonly Entry[],
  kindNames: ReadonlySet<string>,
  report: Report,
): AttributeType {
  const [type, values] = [valueAt(entries, 'type'), valueAt(entries, 'values')];
  if (values !== undefined) return oneOf(values, report);
  const name = type && choiceOf(type, OWN_TYPES, 'The type of an attribute', report);
  if (name === 'one-of' && type !== undefined) {
    report(type.span, 'A one-of needs `values`, the list of the allowed values.');
  }
  return typeNamed(name, readTargets(valueAt(entries, 'kinds'), kindNames, report));
}

function oneOf(values: Value, report: Report): AttributeType {
  const words = wordsOf(values, 'The values of an attribute are a list of words.', report);
  if (words.length === 0) return { type: 'text' };
  return { type: 'one-of', values: words.map(({ text }) => ({ value: text, summary: text })) };
}

function readTargets(
  value: Value | undefined,
  kindNames: ReadonlySet<string>,
  report: Report,
): readonly string[] | 'any' {
  if (value === undefined) return 'any';
  const words = wordsOf(
    value,
    'The kinds that an attribute can refer to are a list of names.',
    report,
  );
  const known = words.filter(({ text, span }) => {
    if (kindNames.has(text)) return true;
    report(span, [`There is no kind '${text}'.`, didYouMean(text, kindNames)].join(' ').trim());
    return false;
  });
  return known.length === 0 ? 'any' : known.map(({ text }) => text);
}

function typeNamed(
  name: (typeof OWN_TYPES)[number] | undefined,
  kinds: readonly string[] | 'any',
): AttributeType {
  if (name === 'id' || name === 'ids') return { type: name, kinds };
  if (name === undefined || name === 'one-of') return { type: 'text' };
  return { type: name };
}

interface NamedItem {
  readonly name: Written;
  readonly value: Value;
}

/** A mapping by name; or a list of names, or of mappings that hold a `name`. */
function namedItems(value: Value, wanted: string, report: Report): readonly NamedItem[] {
  if (value.type !== 'list') {
    return entriesOf(value, wanted, report).map((entry) => ({
      name: entry.key,
      value: entry.value,
    }));
  }
  return value.items.flatMap((item): readonly NamedItem[] => {
    if (item.type === 'scalar') {
      const span = { start: item.span.end, end: item.span.end };
      return [{ name: item, value: { type: 'scalar', text: '', span } }];
    }
    const name = item.type === 'mapping' ? nameIn(item) : undefined;
    if (name !== undefined) return [{ name, value: item }];
    report(item.span, wanted);
    return [];
  });
}

function nameIn(item: Mapping): Written | undefined {
  const name = valueAt(item.entries, 'name');
  return name?.type === 'scalar' ? name : undefined;
}

function checkKeys(
  entries: readonly Entry[],
  known: readonly string[],
  what: string,
  report: Report,
): void {
  for (const { key } of entries) {
    if (known.includes(key.text)) continue;
    const next = didYouMean(key.text, known) ?? `It has ${listed(known)}.`;
    report(key.span, `'${key.text}' is not part of ${what}. ${next}`);
  }
}

function valueAt(entries: readonly Entry[], key: string): Value | undefined {
  return entries.find((entry) => entry.key.text === key)?.value;
}

function textAt(entries: readonly Entry[], key: string, report: Report): string | undefined {
  const value = valueAt(entries, key);
  return value && wordOf(value, `Write a few words after '${key}:'.`, report)?.text;
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function kindsSchema(): JsonSchema {
  const attribute = mappingSchema(ATTRIBUTE_KEYS, {
    type: { enum: OWN_TYPES },
    kinds: TEXTS_SCHEMA,
    values: TEXTS_SCHEMA,
  });
  const short = [{ enum: OWN_TYPES }, { type: 'array', items: TEXT_SCHEMA }, { type: 'null' }];
  const kind = mappingSchema(KIND_KEYS, { attributes: byNameSchema(attribute, short) });
  return byNameSchema(kind, [{ type: 'null' }]);
}

/** A mapping by name, where some short forms do; or a list, with the name in each item. */
function byNameSchema(item: JsonSchema, short: readonly JsonSchema[]): JsonSchema {
  return {
    anyOf: [
      { type: 'object', additionalProperties: { anyOf: [item, ...short] } },
      { type: 'array', items: { anyOf: [{ ...item, required: ['name'] }, TEXT_SCHEMA] } },
    ],
  };
}
