import { languageOf, type SourceText } from '../language/index.js';
import {
  countedIn,
  type Entry,
  inSections,
  type Mapping,
  type RegistrySyntax,
  type Value,
  type YamlBlock,
  type YamlEntry,
} from '../parse/index.js';
import {
  bySpan,
  differingPart,
  likelySlips,
  nearestWord,
  type Span,
  type Written,
} from '../text/index.js';
import { uncorrected, unknownAttribute, valueFault } from './attribute-faults.js';
import { type PlacedFacts, partsOf, placedFacts, sumOf, withMoved } from './block-facts.js';
import { checkValue } from './check-value.js';
import { reversedDates } from './date-pairs.js';
import {
  type Attribute,
  type Definition,
  type Facts,
  type Fault,
  scalar,
  scalars,
  type Use,
} from './facts.js';
import { changeTo, excerpt, fault } from './faults.js';
import { idValueFault } from './item-faults.js';
import type { BlockFacts } from './move-facts.js';
import { commentFaults, yamlComment } from './suppressions.js';
import { attributeSpec, canonicalName, type Kind, type Vocabulary } from './vocabulary.js';

interface RegistryContents {
  readonly definitions: Definition[];
  readonly uses: Use[];
  readonly faults: Fault[];
}

/**
 * Says what a registry means (LANGUAGE.md, section 3): kinds, below them ids, below them attributes.
 * Read once and kept, see {@link recognizeRegistryByBlock}.
 */
export function recognizeRegistry(syntax: RegistrySyntax, vocabulary: Vocabulary): Facts {
  return { ...recognizeRegistryByBlock(syntax, vocabulary) };
}

/**
 * As {@link recognizeRegistry}, block by block: after an edit only the blocks are read anew that it touched.
 * @param previous the facts of the text before the edit
 */
export function recognizeRegistryByBlock(
  syntax: RegistrySyntax,
  vocabulary: Vocabulary,
  previous?: Facts,
): Facts {
  const { text } = syntax;
  const before = previous && partsOf(previous)?.blocks;
  const blocks = (before && edited(syntax, vocabulary, before)) ?? [
    ...placedIn(syntax, vocabulary, 0, syntax.blocks.length),
  ];
  sourceOf.set(blocks, { syntax, vocabulary });
  const front = { span: undefined, source: [] };
  return sumOf({ syntax: { text, fences: [], blocks: [] }, front, role: 'registry', blocks });
}

interface Source {
  readonly syntax: RegistrySyntax;
  readonly vocabulary: Vocabulary;
}

/** What the blocks of a registry were made of, one of each: the next edit goes on from there. */
const sourceOf = new WeakMap<readonly PlacedFacts[], Source>();

/** `undefined` where an edit may matter to what other blocks say: of kinds, and of keys that are repeated. */
function edited(
  syntax: RegistrySyntax,
  vocabulary: Vocabulary,
  before: readonly PlacedFacts[],
): readonly PlacedFacts[] | undefined {
  const source = sourceOf.get(before);
  if (source?.vocabulary !== vocabulary || source.syntax.repeated !== syntax.repeated)
    return undefined;
  const [gone, come] = [source.syntax.blocks, syntax.blocks];
  // A byte order mark came or went.
  if (gone[0]?.at !== come[0]?.at) return undefined;
  const { start, goneEnd, comeEnd } = differingPart(gone, come, ({ block }) => block);
  const changed = [...gone.slice(start, goneEnd), ...come.slice(start, comeEnd)];
  if (changed.some(({ block }) => block.indent === undefined)) return undefined;
  const blocks = before.slice(0, start);
  for (const block of placedIn(syntax, vocabulary, start, comeEnd, blocks.at(-1)))
    blocks.push(block);
  return withMoved(blocks, before, goneEnd, syntax.text.length - source.syntax.text.length);
}

function* placedIn(
  { blocks, repeated, whole }: RegistrySyntax,
  vocabulary: Vocabulary,
  from: number,
  to: number,
  before?: PlacedFacts,
): Iterable<PlacedFacts> {
  const top = blocks.flatMap(({ block }) => (block.indent === undefined ? block.entries : []));
  const keys = new Set(top.map(({ key }) => key.text));
  const words = JSON.stringify([...keys]);
  const kinds = new Map<YamlEntry, Kind | undefined>();
  let last = before;
  let index = from;
  for (const { at, block, head } of inSections(blocks, from)) {
    if (index === to) return;
    index += 1;
    if (head !== undefined && !kinds.has(head))
      kinds.set(head, kindOf(head.key, { vocabulary, keys }, nothingFound()));
    const reading = {
      block,
      repeated,
      isLeftOut: head !== undefined && repeated.has(head),
      kind: head && kinds.get(head),
      keys,
      top: block.indent === undefined ? words : undefined,
      root: whole?.value,
    };
    last = placedFacts(last, at, lengthOf(block), keptFacts(reading, vocabulary));
    yield last;
  }
}

/** Without its line end: a finding behind the last word of a block is of that one, and not of the next. */
function lengthOf({ text }: YamlBlock): number {
  return text.endsWith('\n') ? text.length - 1 : text.length;
}

/** A block, and what it depends on besides. */
interface BlockReading {
  readonly block: YamlBlock;
  /** Entries that do not count. */
  readonly repeated: ReadonlySet<YamlEntry>;
  /** Whether its kind does not count, and so none of its entries. */
  readonly isLeftOut: boolean;
  /** Below which its entries stand; `undefined` where that is not known, and at the top. */
  readonly kind: Kind | undefined;
  /** All at the top of the registry. */
  readonly keys: ReadonlySet<string>;
  /** Of a block at the top: the same in words. A key may be the kind that another one meant. */
  readonly top: string | undefined;
  readonly root: Value | undefined;
}

interface KeptFacts extends Pick<BlockReading, 'kind' | 'top'> {
  readonly vocabulary: Vocabulary;
  /** Which entries count. */
  readonly counted: string;
  readonly facts: BlockFacts;
}

const kept = new WeakMap<YamlBlock, KeptFacts>();

function keptFacts(reading: BlockReading, vocabulary: Vocabulary): BlockFacts {
  const { block, kind, top } = reading;
  const known = kept.get(block);
  const counted = countedWords(reading);
  const isSame =
    known?.vocabulary === vocabulary &&
    known.top === top &&
    known.kind === kind &&
    known.counted === counted;
  if (known !== undefined && isSame) return known.facts;
  const facts = blockFacts(reading, vocabulary);
  kept.set(block, { vocabulary, counted, kind, top, facts });
  return facts;
}

function countedWords({ block: { entries }, repeated, isLeftOut }: BlockReading): string {
  if (isLeftOut) return 'none';
  const isAll = repeated.size === 0 || !entries.some((entry) => repeated.has(entry));
  return isAll ? 'all' : entries.map((entry) => Number(repeated.has(entry))).join('');
}

function blockFacts(reading: BlockReading, vocabulary: Vocabulary): BlockFacts {
  const { block, repeated, isLeftOut, kind, keys, root } = reading;
  const { entries, faults: unread } = isLeftOut
    ? { entries: NONE, faults: block.faults }
    : countedIn(block, repeated);
  // A registry holds the names of all languages and has none of its own.
  const source = { text: block.text, language: languageOf(vocabulary.languages, undefined) };
  const found = nothingFound();
  if (block.indent !== undefined) {
    if (kind !== undefined) for (const entry of entries) readEntity(source, kind, entry, found);
  } else {
    for (const entry of entries) readKind(source, entry, { vocabulary, keys }, found);
  }
  if (root !== undefined && root.type !== 'mapping' && !isEmpty(root, source.text))
    found.faults.push(shapeFault(source.text, root, ROOT));
  const comments = block.comments.map(yamlComment);
  const reported = unread.map(({ code, span, message }) =>
    fault(code, span, { found: excerpt(source.text, span), reason: message }),
  );
  // What else looks wrong in an entry that breaks off may well follow from the break.
  const isBroken = unread.some(({ code }) => code === 'invalid-yaml');
  const faults = [...reported, ...(isBroken ? [] : found.faults), ...commentFaults(comments)];
  return {
    speaks: false,
    tags: NONE,
    definitions: found.definitions,
    uses: found.uses.sort((a, b) => bySpan(a.id.span, b.id.span)),
    headings: NONE,
    links: NONE,
    footnotes: NONE,
    faults: faults.sort((a, b) => bySpan(a.span, b.span)),
    comments,
  };
}

const NONE: readonly never[] = [];

function nothingFound(): RegistryContents {
  return { definitions: [], uses: [], faults: [] };
}

const ROOT =
  'a registry has kinds at its top level, and ids below each kind: place: { india: { name: India } }';
const IDS = 'below a kind there must be ids, each with its attributes: india: { name: India }';
const ALIASED =
  'its value is an alias (*) of ids that are defined further up, and an id is defined once; write the ids of this kind here';
const ATTRIBUTES = 'below an id there must be its attributes: { name: India }';

function shapeFault(text: string, value: Value, reason: string): Fault {
  const span = firstLine(text, value.span);
  return fault('invalid-value', span, { found: excerpt(text, span), reason });
}

/** Whether nothing is written: not even empty quotes, which are a text. */
function isEmpty(value: Value, text: string): boolean {
  return (
    value.type === 'scalar' && value.text === '' && !/["']/.test(text[value.span.start - 1] ?? '')
  );
}

function firstLine(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end).search(/[\r\n]/);
  return { start, end: line < 0 ? end : start + line };
}

function readKind(
  source: SourceText,
  entry: Entry,
  among: { readonly vocabulary: Vocabulary; readonly keys: ReadonlySet<string> },
  found: RegistryContents,
): void {
  const kind = kindOf(entry.key, among, found);
  if (kind === undefined) return;
  if (isDefinedBefore(entry, found)) {
    const detail = { found: entry.key.text, reason: ALIASED };
    found.faults.push(fault('invalid-value', entry.key.span, detail));
  } else if (entry.value.type === 'mapping') {
    for (const item of entry.value.entries) readEntity(source, kind, item, found);
  } else if (!isEmpty(entry.value, source.text)) {
    found.faults.push(shapeFault(source.text, entry.value, IDS));
  }
}

/** Whether an alias (`org: *places`) stands for ids that an earlier kind has. */
function isDefinedBefore({ key, value }: Entry, { definitions }: RegistryContents): boolean {
  const { start, end } = value.span;
  if (start >= key.span.start || value.type !== 'mapping') return false;
  return definitions.some(({ id }) => start <= id.span.start && id.span.start < end);
}

/** A key with a slip is read as the kind that was meant: one slip, one finding. */
function kindOf(
  key: Written,
  { vocabulary, keys }: Parameters<typeof readKind>[2],
  found: RegistryContents,
): Kind | undefined {
  const { kinds } = vocabulary;
  const known = kinds.get(key.text);
  if (known?.role === 'entity') return known;
  if (known !== undefined) {
    const detail = { kind: known.tag, found: 'registry', reason: 'it belongs in a brief' };
    found.faults.push(fault('wrong-form', key.span, { ...detail, wanted: 'it there, as a tag' }));
    return undefined;
  }
  const entities = [...kinds.values()].filter(({ role }) => role === 'entity');
  const lower = key.text.toLowerCase();
  const names = entities.map(({ tag }) => tag);
  const plural = entities.find(
    (kind) => kind.plural.toLowerCase() === lower || `${kind.tag}s` === lower,
  );
  const alias = entities.find((kind) => kind === vocabulary.aliases.get(lower));
  const slip = plural?.tag ?? kinds.get(lower)?.tag;
  const near = slip ?? (alias ? undefined : nearestWord(lower, names, likelySlips(lower)));
  const wanted = near ?? alias?.tag;
  const reason =
    wanted === undefined
      ? `the top level of a registry has ${names.join(', ')}`
      : `the kind for it is '${wanted}'`;
  const detail = { found: key.text, wanted, reason: near === undefined ? reason : undefined };
  // Another word for a kind is a guess, and so is what to do about it.
  const correction = near === undefined ? undefined : changeTo(key.span, near);
  const isTaken = wanted !== undefined && keys.has(wanted);
  // The kind is a key already: what stands here belongs below that one.
  const told = isTaken ? { ...detail, wanted: undefined } : detail;
  found.faults.push(fault('unknown-kind', key.span, told, isTaken ? undefined : correction));
  const meant = wanted === undefined ? undefined : kinds.get(wanted);
  return meant?.role === 'entity' ? meant : undefined;
}

function readEntity(
  source: SourceText,
  kind: Kind,
  { key, value }: Entry,
  found: RegistryContents,
): void {
  const wrongId = idValueFault(key);
  if (wrongId !== undefined) found.faults.push(valueFault(kind, 'id', wrongId));
  // Nobody is called so who writes a merge of YAML.
  if (key.text === '<<') return;
  const index = found.definitions.length;
  const attributes = value.type === 'mapping' ? readEntries(source, kind, value, index, found) : [];
  if (value.type !== 'mapping' && !isEmpty(value, source.text))
    found.faults.push(shapeFault(source.text, value, ATTRIBUTES));
  const named = scalar(attributes, 'name');
  const name = named === undefined || named.text === '' ? key : named;
  found.definitions.push({
    kind: kind.tag,
    id: { text: key.text, span: key.span },
    name: { text: name.text, span: name.span },
    otherNames: scalars(attributes, 'other_names').filter((other) => other.text !== ''),
    attributes,
    // An alias stands elsewhere: then the key is all there is here.
    span: { start: key.span.start, end: Math.max(key.span.end, endAfter(key.span, value.span)) },
    tag: undefined,
  });
}

function endAfter(key: Span, value: Span): number {
  return value.start >= key.end ? value.end : key.end;
}

function unknownEntry(
  source: SourceText,
  kind: Kind,
  { key, value }: Mapping['entries'][number],
  entries: Mapping['entries'],
): Fault {
  const others = entries.filter((entry) => entry.key !== key).map((entry) => entry.key.text);
  const found = unknownAttribute(kind, key, [], others);
  const spec = attributeSpec(kind, found.detail.wanted ?? '');
  const isSound = spec === undefined || checkValue(source, spec, value).faults.length === 0;
  return isSound ? found : uncorrected(found);
}

function readEntries(
  source: SourceText,
  kind: Kind,
  { entries }: Mapping,
  definition: number,
  found: RegistryContents,
): readonly Attribute[] {
  const attributes: Attribute[] = [];
  const seen = new Set<string>();
  for (const { key, value } of entries) {
    const name = canonicalName(key.text);
    if (seen.has(name)) {
      // `_` and `-` are the same: YAML has not seen it.
      found.faults.push(fault('duplicate-key', key.span, { found: key.text }));
      continue;
    }
    seen.add(name);
    const spec = attributeSpec(kind, name);
    if (spec === undefined) {
      found.faults.push(unknownEntry(source, kind, { key, value }, entries));
      continue;
    }
    const checked = checkValue(source, spec, value);
    for (const one of checked.faults) found.faults.push(valueFault(kind, key.text, one));
    for (const use of checked.uses) found.uses.push({ ...use, tag: undefined, definition });
    attributes.push({ name, key, value: checked.value });
  }
  for (const { name, fault: reversed } of reversedDates(attributes))
    found.faults.push(valueFault(kind, name, reversed));
  return attributes;
}
