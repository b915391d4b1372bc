import {
  allSteps,
  changedPart,
  type DifferingPart,
  differingPart,
  firstAtLeast,
  mapInSteps,
  ownCopy,
  type Steps,
} from '../../text/index.js';
import { canBeCut, cutRegistry, hasTopKey, type RegistryCut, UNCUT } from './cut-registry.js';
import { parseYaml } from './parse-yaml.js';
import { parseYamlLines, type YamlLines } from './parse-yaml-lines.js';
import type { YamlSyntax } from './value.js';
import { inOrder, repeatedKey, type YamlEntry } from './yaml-values.js';

/** The YAML of a registry, by block: mostly one entry each. */
export interface RegistrySyntax {
  readonly text: string;
  /** In order, nothing left out. */
  readonly blocks: readonly PlacedYamlBlock[];
  /** Entries whose key stands further up in the same mapping: they do not count. */
  readonly repeated: ReadonlySet<YamlEntry>;
  /** Whether no value is named, and no name of one stands in it. */
  readonly isPlain: boolean;
  /** Where the text cannot be cut: what it says as a whole. Its entries are those of the one block. */
  readonly whole: YamlSyntax | undefined;
}

export interface PlacedYamlBlock {
  readonly at: number;
  readonly block: YamlBlock;
}

/** Lines of a registry that are read by themselves: all places count from their start. */
export interface YamlBlock extends YamlLines {
  readonly text: string;
  /** How deep its entries stand below their kind; `undefined`: at the top. */
  readonly indent: number | undefined;
  /** Whether it is a kind whose entries are the next blocks. */
  readonly isOpen: boolean;
  /** Whether a key stands at the top in it: without one, a registry is not cut. */
  readonly hasTopKey: boolean;
  /** Whether it may name a value (`&x`), or say such a name (`*x`). */
  readonly anchors: boolean;
  readonly aliases: boolean;
}

/**
 * Reads a registry by block, so that an edit costs its entry. It depends on the text alone; `previous`, the reading of
 * another text, only lends what did not change. What is broken in one entry is only broken there.
 */
export function parseRegistry(text: string, previous?: RegistrySyntax): RegistrySyntax {
  return allSteps(parseRegistryInSteps(text, previous));
}

/** As {@link parseRegistry}, of a text that may be long. */
export function* parseRegistryInSteps(
  text: string,
  previous?: RegistrySyntax,
): Steps<RegistrySyntax> {
  const edited = previous && editedBlocks(text, previous);
  const blocks = edited?.blocks ?? (yield* blocksOf(text));
  const isPlain = edited?.isPlain ?? blocks?.every(({ block }) => isPlainBlock(block)) ?? false;
  if (blocks === undefined || (!isPlain && mayRefer(blocks))) return parseRegistryAtOnce(text);
  return { text, blocks, repeated: repeatedIn(blocks, previous), isPlain, whole: undefined };
}

function isPlainBlock({ aliases, anchors }: YamlBlock): boolean {
  return !aliases && !anchors;
}

/** A name for a value may count anywhere below. */
function mayRefer(blocks: readonly PlacedYamlBlock[]): boolean {
  return blocks.some(({ block }) => block.aliases) && blocks.some(({ block }) => block.anchors);
}

/** As {@link parseRegistry}, in one piece: where nothing is broken, it says the same. */
export function parseRegistryAtOnce(text: string): RegistrySyntax {
  const whole = parseYaml(text);
  const { value, faults, comments } = whole;
  const entries = value?.type === 'mapping' ? value.entries : [];
  const block: YamlBlock = {
    text,
    indent: undefined,
    isOpen: false,
    hasTopKey: true,
    anchors: true,
    aliases: true,
    entries: entries.map(({ key, value: held }) => ({ key, value: held, faults: [] })),
    span: value?.span ?? { start: 0, end: 0 },
    faults,
    comments,
  };
  return { text, blocks: [{ at: 0, block }], repeated: NOTHING_REPEATED, isPlain: false, whole };
}

function startOf(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function* blocksOf(text: string): Steps<readonly PlacedYamlBlock[] | undefined> {
  const start = startOf(text);
  if (!canBeCut(text, start) || (ANCHOR.test(text) && ALIAS.test(text))) return undefined;
  return yield* mapInSteps(cutRegistry(text, start, undefined), (cut) => ({
    at: cut.start,
    block: readCut(cut, text.slice(cut.start, cut.end)),
  }));
}

const ANCHOR = /(?:^|[\s,[{:])&\S/;
const ALIAS = /(?:^|[\s,[{:])\*[^\s*]/;

function readCut({ indent, below }: RegistryCut, text: string): YamlBlock {
  return {
    text,
    indent,
    isOpen: below !== undefined,
    hasTopKey: hasTopKey(text),
    anchors: ANCHOR.test(text),
    aliases: ALIAS.test(text),
    ...parseYamlLines(text, indent === undefined ? 0 : 1),
  };
}

/** The blocks of a text, of which those are read anew that an edit touched. `undefined`: all may have changed. */
function editedBlocks(
  text: string,
  previous: RegistrySyntax,
): { readonly blocks: readonly PlacedYamlBlock[]; readonly isPlain: boolean } | undefined {
  if (previous.whole !== undefined) return undefined;
  const { blocks: before } = previous;
  const edit = changedPart(previous.text, text);
  const by = text.length - previous.text.length;
  // The block before the one that was edited ends where that one begins, as its first line says.
  const index = firstAtLeast(before, edit.start + 1, ({ at }) => at) - 2;
  const kept = startOf(text) === startOf(previous.text) ? Math.max(0, index) : 0;
  const first = before[kept];
  if (first === undefined || (kept === 0 && !canBeCut(text, startOf(text)))) return undefined;
  const cuts: RegistryCut[] = [];
  let next = before.length;
  const from = kept === 0 ? startOf(text) : first.at;
  for (const cut of cutRegistry(text, from, first.block.indent)) {
    const same = cut.start < edit.end ? -1 : firstAtLeast(before, cut.start - by, ({ at }) => at);
    if (before[same]?.at === cut.start - by && before[same]?.block.indent === cut.indent) {
      next = same;
      break;
    }
    cuts.push(cut);
  }
  const gone = new Map(before.slice(kept, next).map(({ block }) => [block.text, block]));
  const read = cuts.map((cut) => ({
    at: cut.start,
    block: readOrLend(cut, ownCopy(text.slice(cut.start, cut.end)), gone),
  }));
  if (read.some(({ block }) => UNCUT.test(block.text))) return undefined;
  const rest = before.slice(next);
  const moved = by === 0 ? rest : rest.map(({ at, block }) => ({ at: at + by, block }));
  const blocks = [...before.slice(0, kept), ...read, ...moved];
  const within = { start: kept, goneEnd: next, comeEnd: kept + read.length };
  const part = differingPart(before, blocks, blockOf, within);
  lastChange.set(blocks, { gone: before, part });
  // Or each reading would keep all those before it.
  lastChange.delete(before);
  if (!blocks.some(({ block }) => block.hasTopKey)) return undefined;
  const changed = previous.isPlain ? read : blocks;
  return { blocks, isPlain: changed.every(({ block }) => isPlainBlock(block)) };
}

/** Which blocks of a registry went with an edit, and which came. */
export function changedYaml(
  { blocks: gone }: Pick<RegistrySyntax, 'blocks'>,
  { blocks: come }: Pick<RegistrySyntax, 'blocks'>,
): DifferingPart {
  const known = lastChange.get(come);
  return known?.gone === gone ? known.part : differingPart(gone, come, blockOf);
}

function blockOf({ block }: PlacedYamlBlock): YamlBlock {
  return block;
}

/** What has changed since the reading that lent the rest. */
const lastChange = new WeakMap<
  readonly PlacedYamlBlock[],
  { readonly gone: readonly PlacedYamlBlock[]; readonly part: DifferingPart }
>();

/** Each that went is lent once: what is said of its entries is said of one place. */
function readOrLend(cut: RegistryCut, text: string, gone: Map<string, YamlBlock>): YamlBlock {
  const block = gone.get(text);
  const isOpen = cut.below !== undefined;
  if (block === undefined || block.indent !== cut.indent || block.isOpen !== isOpen)
    return readCut(cut, text);
  gone.delete(text);
  return block;
}

function repeatedIn(
  blocks: readonly PlacedYamlBlock[],
  previous: RegistrySyntax | undefined,
): ReadonlySet<YamlEntry> {
  if (previous !== undefined && isRepeatedAlike(previous, blocks)) return previous.repeated;
  const repeated = new Set<YamlEntry>();
  const top = new Set<string>();
  let below = new Set<string>();
  for (const { block } of blocks) {
    const seen = block.indent === undefined ? top : below;
    for (const entry of block.entries) {
      if (seen.has(entry.key.text)) repeated.add(entry);
      else seen.add(entry.key.text);
    }
    if (block.isOpen) below = new Set();
  }
  return repeated.size === 0 ? NOTHING_REPEATED : repeated;
}

/** The same each time: what an edit leaves alone is then seen at once. */
const NOTHING_REPEATED: ReadonlySet<YamlEntry> = new Set();

/** Whether the same entries are repeated as before: the keys are the same, and none of those that went was. */
function isRepeatedAlike(previous: RegistrySyntax, come: readonly PlacedYamlBlock[]): boolean {
  const { blocks: gone, repeated } = previous;
  const { start, goneEnd, comeEnd } = changedYaml(previous, { blocks: come });
  const before = gone.slice(start, goneEnd);
  return (
    keysOf(before) === keysOf(come.slice(start, comeEnd)) &&
    !before.some(({ block }) => block.entries.some((entry) => repeated.has(entry)))
  );
}

function keysOf(blocks: readonly PlacedYamlBlock[]): string {
  return JSON.stringify(
    blocks.map(({ block }) => [
      block.indent,
      block.isOpen,
      ...block.entries.map(({ key }) => key.text),
    ]),
  );
}

/** What of a block counts: its entries but those that are repeated, and what is wrong in them. */
export function countedIn(
  { entries, faults }: YamlBlock,
  repeated: ReadonlySet<YamlEntry>,
): Pick<YamlLines, 'entries' | 'faults'> {
  const counted = entries.filter((entry) => !repeated.has(entry));
  const inside = entries.flatMap((entry) =>
    repeated.has(entry) ? [repeatedKey(entry.key)] : entry.faults,
  );
  if (inside.length === 0) return { entries, faults };
  return { entries: counted, faults: inOrder([...faults, ...inside]) };
}

/** A block with the kind it stands below, if it does; in a section that is repeated nothing counts. */
export interface BlockInSection extends PlacedYamlBlock {
  readonly head: YamlEntry | undefined;
}

/** The blocks of a registry from one on, each with the kind it stands below. */
export function* inSections(
  blocks: readonly PlacedYamlBlock[],
  from = 0,
): Iterable<BlockInSection> {
  let first = from;
  while (first > 0 && blocks[first]?.block.indent !== undefined) first -= 1;
  let head: YamlEntry | undefined;
  for (let index = first; index < blocks.length; index += 1) {
    const { at, block } = blocks[index] as PlacedYamlBlock;
    if (block.indent === undefined) head = undefined;
    if (index >= from) yield { at, block, head };
    if (block.isOpen) [head] = block.entries;
  }
}
