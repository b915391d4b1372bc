import { type AttributeSpec, attributeSpec, canonicalName, type Kind } from '../../brief/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import { choiceItems } from './choices.js';
import {
  type Completion,
  type Completions,
  type CompletionTrigger,
  completeList,
  incompleteList,
} from './completion.js';
import { dateItems, usualDates, usualPeriods } from './dates.js';
import { idItems, wordItem } from './ids.js';
import { escapeSnippet, type Insertion } from './insertion.js';
import { searchQuery } from './name-search.js';
import { entryItems, kindKeyItems } from './registry-keys.js';
import { suppressionItems } from './suppressions.js';
import { type YamlContext, yamlContextAt } from './yaml-context.js';

/** What may be written in a registry: kinds, ids, attributes and their values. */
export function registryItems(
  workspace: Workspace,
  page: Page,
  offset: number,
  { trigger }: CompletionTrigger,
): Completions | undefined {
  // Behind a key's colon a space comes first, or the next line: a list would take the line break.
  if (trigger === ':') return undefined;
  const silenced = suppressionItems(page.text, offset, 'yaml');
  if (silenced !== undefined && silenced.length > 0) return completeList(silenced);
  const place = yamlContextAt(page.text, offset);
  if (place === undefined) return undefined;
  const [kindName, id, ...names] = place.path;
  if (kindName === undefined) {
    return place.type === 'key' ? completeList(kindKeyItems(workspace, page, place)) : undefined;
  }
  const kind = workspace.vocabulary.kinds.get(kindName);
  if (kind?.role !== 'entity') return undefined;
  if (id === undefined) {
    return place.type === 'key' ? completeList(entryItems(workspace, kind, place)) : undefined;
  }
  return inEntry({ workspace, page, offset, kind, id }, place, names);
}

interface Entry {
  readonly workspace: Workspace;
  readonly page: Page;
  readonly offset: number;
  readonly kind: Kind;
  readonly id: string;
}

function inEntry(
  entry: Entry,
  place: YamlContext,
  names: readonly string[],
): Completions | undefined {
  const [name, inner] = names;
  const specs = entry.kind.attributes;
  if (name === undefined)
    return place.type === 'key' ? completeList(keyItems(specs, place)) : undefined;
  const spec = attributeSpec(entry.kind, name);
  if (spec === undefined || names.length > 2) return undefined;
  if (spec.type.type !== 'records') {
    return inner === undefined && place.type !== 'key'
      ? valuesOfKey(entry, spec, place)
      : undefined;
  }
  const { attributes } = spec.type;
  if (inner !== undefined) {
    const nested = attributes.find((each) => each.name === canonicalName(inner));
    return nested && place.type === 'value' ? valuesOfKey(entry, nested, place) : undefined;
  }
  if (place.type === 'key' || (place.type === 'item' && place.style === 'block')) {
    return completeList(keyItems(attributes, place));
  }
  return completeList([recordItem(spec, attributes, place, entry)]);
}

/** The attributes that are not there yet, in their order. */
function keyItems(specs: readonly AttributeSpec[], place: YamlContext): readonly Completion[] {
  const there = new Set(place.others.map(canonicalName));
  return specs
    .filter(({ name }) => !there.has(name))
    .map((spec) => ({
      label: spec.name,
      detail: spec.summary,
      filter: spec.name,
      icon: { type: 'attribute' },
      span: place.span,
      ...keyEdit(spec, place),
    }));
}

function keyEdit(
  { name, type }: AttributeSpec,
  { hasColon }: YamlContext,
): Pick<Completion, 'insert' | 'snippet' | 'leadsOn'> {
  if (hasColon) return { insert: name };
  const insert = `${name}: `;
  switch (type.type) {
    case 'texts':
      return { insert, snippet: `${insert}[$1]` };
    case 'ids':
      return { insert, snippet: `${insert}[$1]`, leadsOn: true };
    case 'mapping':
      return { insert, snippet: `${insert}{ $1 \\}` };
    case 'records':
      return { insert, snippet: `${insert}[${recordSnippet(type.attributes)}]` };
    case 'text':
    case 'url':
      return { insert };
    default:
      return { insert, leadsOn: true };
  }
}

/** The first two of what one of several records says; the second is mostly since when. */
function recordSnippet(attributes: readonly AttributeSpec[]): string {
  const [what] = attributes;
  const since = attributes.find(({ type }) => type.type === 'date');
  const named = [what, since].filter((spec) => spec !== undefined);
  const places = named.map(({ name }, index) => `${name}: $${index + 1}`);
  return `{ ${places.join(', ')} \\}`;
}

function recordItem(
  spec: AttributeSpec,
  attributes: readonly AttributeSpec[],
  { type, span, isTight }: YamlContext,
  { page: { text }, offset }: Entry,
): Completion {
  const [first] = attributes;
  const label = `{ ${first?.name ?? ''}: … }`;
  const space = isTight ? ' ' : '';
  const [open, close] = type === 'value' ? ['[', ']'] : ['', ''];
  return {
    label,
    detail: spec.summary,
    filter: text.slice(span.start, offset) + (first?.name ?? ''),
    icon: { type: 'record' },
    insert: `${space}${open}{ ${first?.name ?? ''}: `,
    snippet: `${space}${open}${recordSnippet(attributes)}${escapeSnippet(close)}`,
    span,
  };
}

function valuesOfKey(
  entry: Entry,
  { type }: AttributeSpec,
  place: YamlContext,
): Completions | undefined {
  const { workspace, page, offset, id } = entry;
  const slot = slotOf(page.text, place, offset);
  switch (type.type) {
    case 'id':
    case 'ids': {
      const query = searchQuery(slot.typed);
      const leftOut = new Set([...place.others, id]);
      return incompleteList(idItems(workspace, page, slot, { kinds: type.kinds, query, leftOut }));
    }
    case 'one-of':
      return completeList(choiceItems(slot, type.values));
    case 'date': {
      const periods = type.interval === true ? usualPeriods(workspace, page) : [];
      return completeList(dateItems(slot, [...usualDates(workspace, page), ...periods], type));
    }
    case 'flag':
      return completeList([wordItem(slot, 'yes', '')]);
    default:
      return undefined;
  }
}

function slotOf(text: string, { span, isTight }: YamlContext, offset: number): Insertion {
  const typed = text.slice(span.start, offset);
  return { span, typed, before: isTight ? ' ' : '', after: '', also: [] };
}
