import type { Span } from '../text/index.js';
import { readBlock } from './read-block.js';
import { labelsIn, labelsKey, normalizeLabel, withoutLabels } from './reading/labels.js';
import { type Labels, NO_LABELS } from './reading/reading.js';
import { lineFeed, trimEnd } from './split/line-columns.js';
import { type Chunk, splitBlocks } from './split/split-blocks.js';
import type { Block, PlacedBlock, Syntax } from './syntax.js';
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
  const { frontMatter, chunks } = split(text);
  const store = storeOf(previous);
  const labels = collectLabels(chunks, store);
  const blocks = chunks.map((chunk): PlacedBlock => {
    const outside = labelsOf(chunk, labels);
    const own = outside === NO_LABELS ? labels.own.get(chunk)?.block : undefined;
    return { at: chunk.start, block: own ?? store(chunk, outside) };
  });
  return { text, frontMatter, blocks, fences: pairFences(text, blocks) };
}

/**
 * The parts of a text that may hold prose, in order: what is neither front matter nor a block of code or
 * math. Linear, and much cheaper than {@link parse}.
 */
export function proseParts(text: string): readonly Span[] {
  return split(text).chunks.filter(({ form }) => form !== 'code' && form !== 'math');
}

function split(text: string): {
  readonly frontMatter: ReturnType<typeof frontMatterOf>;
  readonly chunks: readonly Chunk[];
} {
  // A lone carriage return ends a line too; as a line feed it needs no care further in.
  const flat =
    text.includes('\r') && /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
  const frontMatter = frontMatterOf(flat);
  const start = frontMatter?.span.end ?? (flat.charCodeAt(0) === 0xfeff ? 1 : 0);
  return { frontMatter, chunks: splitBlocks(flat, start) };
}

type Store = (chunk: Chunk, labels: Labels) => Block;

/** Reads blocks, or lends those of the text before that have the same key. */
function storeOf(previous: Syntax | undefined): Store {
  if (!previous) return ({ text, form }, labels) => readBlock(text, form, labels);
  const known = new Map(previous.blocks.map(({ block }) => [block.key, block]));
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
    for (const [label, written] of defined.links) all.links.set(label, written);
    for (const [label, written] of defined.footnotes) all.footnotes.set(label, written);
  }
  return { all, own };
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
