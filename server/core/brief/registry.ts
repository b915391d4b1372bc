import { languageOf } from '../language/index.js';
import {
  changedYaml,
  countedIn,
  inSections,
  type RegistrySyntax,
  type Value,
  type YamlBlock,
  type YamlEntry,
} from '../parse/index.js';
import { allSteps, bySpan, mapInSteps, type Steps } from '../text/index.js';
import { type PlacedFacts, partsOf, placedFacts, sumOf, withMoved } from './block-facts.js';
import type { Facts } from './facts.js';
import { excerpt, fault } from './faults.js';
import type { BlockFacts } from './move-facts.js';
import {
  isEmpty,
  kindOf,
  nothingFound,
  readEntity,
  readKind,
  shapeFault,
} from './registry-entries.js';
import { commentFaults, yamlComment } from './suppressions.js';
import type { Kind, Vocabulary } from './vocabulary.js';

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
  return allSteps(recognizeRegistryInSteps(syntax, vocabulary, previous));
}

/** As {@link recognizeRegistryByBlock}, of a text that may be long. */
export function* recognizeRegistryInSteps(
  syntax: RegistrySyntax,
  vocabulary: Vocabulary,
  previous?: Facts,
): Steps<Facts> {
  const { text } = syntax;
  const before = previous && partsOf(previous)?.blocks;
  const kept = before && edited(syntax, vocabulary, before);
  const top = kept?.top ?? topOf(syntax);
  const all = { vocabulary, top, from: 0, to: syntax.blocks.length };
  const blocks = kept?.blocks ?? (yield* mapInSteps(placedIn(syntax, all), (block) => block));
  sourceOf.set(blocks, { syntax, vocabulary, top });
  const front = { span: undefined, source: [] };
  return sumOf({ syntax: { text, fences: [], blocks: [] }, front, role: 'registry', blocks });
}

interface Source {
  readonly syntax: RegistrySyntax;
  readonly vocabulary: Vocabulary;
  readonly top: Top;
}

/** The keys at the top of a registry: one may be the kind that another one meant. */
interface Top {
  readonly keys: ReadonlySet<string>;
  /** The same in words. */
  readonly words: string;
}

function topOf({ blocks }: RegistrySyntax): Top {
  const keys = new Set<string>();
  for (const { block } of blocks)
    if (block.indent === undefined) for (const { key } of block.entries) keys.add(key.text);
  return { keys, words: JSON.stringify([...keys]) };
}

/** What the blocks of a registry were made of, one of each: the next edit goes on from there. */
const sourceOf = new WeakMap<readonly PlacedFacts[], Source>();

/** `undefined` where an edit may matter to what other blocks say: of kinds, and of keys that are repeated. */
function edited(
  syntax: RegistrySyntax,
  vocabulary: Vocabulary,
  before: readonly PlacedFacts[],
): { readonly blocks: readonly PlacedFacts[]; readonly top: Top } | undefined {
  const source = sourceOf.get(before);
  if (source?.vocabulary !== vocabulary || source.syntax.repeated !== syntax.repeated)
    return undefined;
  const [gone, come] = [source.syntax.blocks, syntax.blocks];
  // A byte order mark came or went.
  if (gone[0]?.at !== come[0]?.at) return undefined;
  const { start, goneEnd, comeEnd } = changedYaml(source.syntax, syntax);
  const changed = [...gone.slice(start, goneEnd), ...come.slice(start, comeEnd)];
  if (changed.some(({ block }) => block.indent === undefined)) return undefined;
  const blocks = before.slice(0, start);
  const { top } = source;
  for (const block of placedIn(
    syntax,
    { vocabulary, top, from: start, to: comeEnd },
    blocks.at(-1),
  ))
    blocks.push(block);
  const by = syntax.text.length - source.syntax.text.length;
  return { blocks: withMoved(blocks, before, { kept: start, from: goneEnd, by }), top };
}

interface Stretch {
  readonly vocabulary: Vocabulary;
  readonly top: Top;
  readonly from: number;
  readonly to: number;
}

function* placedIn(
  { blocks, repeated, whole }: RegistrySyntax,
  { vocabulary, top: { keys, words }, from, to }: Stretch,
  before?: PlacedFacts,
): Iterable<PlacedFacts> {
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
    definitions: exact(found.definitions),
    uses: exact(found.uses.sort((a, b) => bySpan(a.id.span, b.id.span))),
    headings: NONE,
    links: NONE,
    footnotes: NONE,
    faults: exact(faults.sort((a, b) => bySpan(a.span, b.span))),
    comments: exact(comments),
  };
}

/** Without the room that `push` made, as there may be 100,000 entries. */
function exact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

const NONE: readonly never[] = [];

const ROOT =
  'a registry has kinds at its top level, and ids below each kind: place: { india: { name: India } }';
