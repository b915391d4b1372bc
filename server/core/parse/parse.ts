import {
  allSteps,
  changedPart,
  type DifferingPart,
  firstAtLeast,
  mapInSteps,
  ownCopy,
  type Span,
  type Steps,
} from '../text/index.js';
import { readBlock } from './read-block.js';
import { labelsIn, labelsKey, normalizeLabel, withoutLabels } from './reading/labels.js';
import { type Labels, NO_LABELS } from './reading/reading.js';
import { lineFeed, trimEnd } from './split/line-columns.js';
import { type Chunk, splitBlocks } from './split/split-blocks.js';
import type { Block, PlacedBlock, Syntax, TagSyntax } from './syntax.js';
import { pairFences } from './tags/pair-fences.js';

/**
 * Reads a text: any string, in linear time, without faults. It depends on the text alone; `previous`,
 * the reading of another text, only lends the blocks that did not change.
 *
 * @example
 * ```ts
 * import { parse } from 'rapporteur';
 *
 * const before = parse('# Talks\n\nHe met :person[Ravi Rao].\n');
 * parse('# Talks\n\nShe met :person[Ravi Rao].\n', before).blocks.length; // => 2
 * ```
 */
export function parse(text: string, previous?: Syntax): Syntax {
  return allSteps(parseInSteps(text, previous));
}

/** As {@link parse}, of a text that may be long. */
export function* parseInSteps(text: string, previous?: Syntax): Steps<Syntax> {
  return (previous && parseEdited(text, previous)) ?? (yield* parseWhole(text, previous));
}

function* parseWhole(text: string, previous: Syntax | undefined): Steps<Syntax> {
  const { frontMatter, chunks } = split(text);
  const store = storeOf(previous?.blocks ?? []);
  const blocks = yield* readChunks(chunks, collectLabels(chunks, store), store);
  return { text, frontMatter, blocks, fences: pairFences(text, blocks) };
}

const LONE_RETURN = /\r(?!\n)/;
const LONE_RETURNS = /\r(?!\n)/g;

/** Of texts that were edited. Of thousands that are read once nobody asks, and a WeakMap would keep them for long. */
const knownLabels = new WeakMap<Syntax, Labels>();

/**
 * The labels of a text that an edit need not read whole again: in it, where a block ends depends on nothing far
 * below.
 */
function labelsOfText(syntax: Syntax): Labels | undefined {
  const known = knownLabels.get(syntax);
  if (known !== undefined) return known;
  const { text, blocks } = syntax;
  return LONE_RETURN.test(text) || text.includes('$$') ? undefined : labelsDefinedIn(blocks);
}

/**
 * Reads the blocks of a text that an edit of the one before it touched. `undefined` where more may have
 * changed than what was edited.
 */
function parseEdited(text: string, previous: Syntax): Syntax | undefined {
  const all = labelsOfText(previous);
  const edit = changedPart(previous.text, text);
  const typed = text.slice(Math.max(0, edit.start - 1), edit.end + 1);
  if (all === undefined || LONE_RETURN.test(typed) || typed.includes('$$')) return undefined;
  const frontMatter = frontMatterOf(text);
  const start = startOf(text, frontMatter);
  const by = text.length - previous.text.length;
  const isSameFront = start === startOf(previous.text, previous.frontMatter) && edit.start > start;
  // The block before the one that was edited ends where that one begins, as its first line says.
  const { blocks: before } = previous;
  const kept = isSameFront ? Math.max(0, lastAtOrBefore(before, edit.start) - 1) : 0;
  let next = before.length;
  const pieces = splitBlocks(text, kept === 0 ? start : (before[kept]?.at ?? start), (at) => {
    const index = at < edit.end ? -1 : firstAtLeast(before, at - by, (placed) => placed.at);
    const isKnown = before[index]?.at === at - by;
    if (isKnown) next = index;
    return isKnown;
  });
  const chunks = pieces.map((chunk) => ({ ...chunk, text: ownCopy(chunk.text) }));
  const gone = before.slice(kept, next);
  const store = storeOf(gone);
  const { all: come, own } = collectLabels(chunks, store);
  if (!sameLabels(come, labelsDefinedIn(gone))) return undefined;
  const read = allSteps(readChunks(chunks, { all, own }, store));
  const rest = before.slice(next);
  const moved = by === 0 ? rest : rest.map(({ at, block }) => ({ at: at + by, block }));
  const blocks = [...before.slice(0, kept), ...read, ...moved];
  const part = { start: kept, goneEnd: next, comeEnd: kept + read.length };
  lastChange.set(blocks, { gone: before, part });
  // Or each reading would keep all those before it.
  lastChange.delete(before);
  const isFenced = previous.fences.length > 0 || read.some(({ block }) => block.tags.some(isFence));
  const fences = isFenced ? pairFences(text, blocks) : [];
  const syntax = { text, frontMatter, blocks, fences };
  knownLabels.set(syntax, all);
  return syntax;
}

/**
 * At least the blocks that went with an edit, and those that came: what stands before is the same, and all behind has
 * moved with the text. `undefined` where one was not read from the other.
 */
export function changedSyntax(
  { blocks: gone }: Pick<Syntax, 'blocks'>,
  { blocks: come }: Pick<Syntax, 'blocks'>,
): DifferingPart | undefined {
  const known = lastChange.get(come);
  return known?.gone === gone ? known.part : undefined;
}

const lastChange = new WeakMap<
  readonly PlacedBlock[],
  { readonly gone: readonly PlacedBlock[]; readonly part: DifferingPart }
>();

function isFence({ form }: TagSyntax): boolean {
  return form === 'fence';
}

function lastAtOrBefore(blocks: readonly PlacedBlock[], offset: number): number {
  return firstAtLeast(blocks, offset + 1, ({ at }) => at) - 1;
}

function startOf(text: string, frontMatter: Syntax['frontMatter']): number {
  return frontMatter?.span.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

function readChunks(chunks: readonly Chunk[], labels: Defined, store: Store): Steps<PlacedBlock[]> {
  return mapInSteps(chunks, (chunk) => {
    const outside = labelsOf(chunk, labels);
    const own = outside === NO_LABELS ? labels.own.get(chunk)?.block : undefined;
    return { at: chunk.start, block: own ?? store(chunk, outside) };
  });
}

/**
 * The parts of a text that may hold prose, in order: what is neither front matter nor a block of code or
 * math. Linear, and much cheaper than {@link parse}.
 */
export function proseParts(text: string): readonly Span[] {
  return split(text).chunks.filter(({ form }) => form !== 'code' && form !== 'math');
}

function split(text: string): Pick<Syntax, 'frontMatter'> & {
  readonly flat: string;
  readonly chunks: readonly Chunk[];
} {
  // A lone carriage return ends a line too; as a line feed it needs no care further in.
  const flat =
    text.includes('\r') && LONE_RETURN.test(text) ? text.replaceAll(LONE_RETURNS, '\n') : text;
  const frontMatter = frontMatterOf(flat);
  return { flat, frontMatter, chunks: splitBlocks(flat, startOf(flat, frontMatter)) };
}

type Store = (chunk: Chunk, labels: Labels) => Block;

/** Reads blocks, or lends those of the text before that have the same key. */
function storeOf(before: readonly PlacedBlock[]): Store {
  if (before.length === 0) return ({ text, form }, labels) => readBlock(text, form, labels);
  const known = new Map(before.map(({ block }) => [block.key, block]));
  return ({ text, form }, labels) =>
    known.get(text + labelsKey(labels)) ?? readBlock(text, form, labels);
}

interface Defined {
  readonly all: Labels;
  /** By chunk, where it defines any. */
  readonly own: ReadonlyMap<Chunk, { readonly labels: Labels; readonly block: Block }>;
}

/** Those of a chunk's labels that other chunks define. */
function labelsOf(chunk: Chunk, { all, own }: Defined): Labels {
  return chunk.form === 'flow'
    ? withoutLabels(labelsIn(chunk.text, all), own.get(chunk)?.labels)
    : NO_LABELS;
}

/** The labels that the text defines. Whether a chunk defines one does not depend on other chunks. */
function collectLabels(chunks: readonly Chunk[], store: Store): Defined {
  const all = { links: new Map<string, string>(), footnotes: new Map<string, string>() };
  const own = new Map<Chunk, { labels: Labels; block: Block }>();
  for (const chunk of chunks) {
    if (chunk.form !== 'flow' || !chunk.text.includes(']:')) continue;
    const block = store(chunk, NO_LABELS);
    const defined = definitionsOf(block);
    own.set(chunk, { labels: defined, block });
    addLabels(all, defined);
  }
  return { all, own };
}

interface LabelMaps {
  readonly links: Map<string, string>;
  readonly footnotes: Map<string, string>;
}

function addLabels({ links, footnotes }: LabelMaps, defined: Labels): void {
  for (const [label, written] of defined.links) links.set(label, written);
  for (const [label, written] of defined.footnotes) footnotes.set(label, written);
}

function labelsDefinedIn(blocks: readonly PlacedBlock[]): Labels {
  const all = { links: new Map<string, string>(), footnotes: new Map<string, string>() };
  for (const { block } of blocks) addLabels(all, definitionsOf(block));
  return all;
}

function sameLabels(one: Labels, other: Labels): boolean {
  return (
    one.links.size + one.footnotes.size + other.links.size + other.footnotes.size === 0 ||
    labelsText(one) === labelsText(other)
  );
}

function labelsText({ links, footnotes }: Labels): string {
  return JSON.stringify([[...links], [...footnotes]]);
}

function definitionsOf({ links, footnotes }: Block): Labels {
  const defined = { links: new Map<string, string>(), footnotes: new Map<string, string>() };
  for (const { form, label } of links) {
    if (form === 'definition' && label !== undefined) defined.links.set(label, label);
  }
  for (const { form, label } of footnotes) {
    if (form === 'definition') defined.footnotes.set(normalizeLabel(label.text), label.text);
  }
  return defined;
}

/**
 * The front matter of a text: from `---` on its first line (after a byte order mark, if there is one)
 * to the next line of `---` or `...`. None if that is missing: then `---` is Markdown.
 */
function frontMatterOf(text: string): { span: Span; body: Span } | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = lineFeed(text, start);
  if (!isFrontMatterLine(text, start, first, '---')) return undefined;
  for (let at = first + 1; at < text.length; ) {
    const end = lineFeed(text, at);
    if (isFrontMatterLine(text, at, end, '---') || isFrontMatterLine(text, at, end, '...')) {
      const close = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      return { span: { start, end: close }, body: { start: first + 1, end: at } };
    }
    at = end + 1;
  }
  return undefined;
}

function isFrontMatterLine(text: string, start: number, end: number, words: string): boolean {
  return text.startsWith(words, start) && trimEnd(text, start, end) === start + words.length;
}
