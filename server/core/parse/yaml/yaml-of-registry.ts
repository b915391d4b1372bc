import { lazily, type Span, shift } from '../../text/index.js';
import { moveEntry, moveWritten } from './move-value.js';
import {
  countedIn,
  inSections,
  type PlacedYamlBlock,
  type RegistrySyntax,
} from './parse-registry.js';
import type { Entry, Mapping, YamlFault, YamlSyntax } from './value.js';

/** A registry that was read by block, as `parseYaml` gives it; entries are put in place when someone asks for them. */
export function yamlOfRegistry(registry: RegistrySyntax): YamlSyntax {
  const { blocks, whole } = registry;
  if (whole !== undefined) return whole;
  return lazily<YamlSyntax>({
    value: () => mappingOf(registry),
    faults: () => [...faultsOf(registry)],
    comments: () =>
      blocks.flatMap(({ at, block }) => block.comments.map((comment) => moveWritten(comment, at))),
  });
}

function mappingOf({ blocks, repeated }: RegistrySyntax): Mapping | undefined {
  const entries: Entry[] = [];
  for (const [index, { at, block }] of blocks.entries()) {
    if (block.indent !== undefined) continue;
    for (const { key, value } of countedAt({ at, block }, repeated))
      entries.push({ key, value: block.isOpen ? sectionOf(blocks, index + 1, repeated) : value });
  }
  return { type: 'mapping', span: extentOf(blocks), entries };
}

function sectionOf(
  blocks: readonly PlacedYamlBlock[],
  from: number,
  repeated: RegistrySyntax['repeated'],
): Mapping {
  let end = from;
  while (blocks[end]?.block.indent !== undefined) end += 1;
  const below = blocks.slice(from, end);
  return lazily<Mapping>({
    type: () => 'mapping',
    span: () => extentOf(below),
    entries: () => below.flatMap((block) => countedAt(block, repeated)),
  });
}

function countedAt(
  { at, block }: PlacedYamlBlock,
  repeated: RegistrySyntax['repeated'],
): readonly Entry[] {
  return countedIn(block, repeated).entries.map((entry) => moveEntry(entry, at));
}

function extentOf(blocks: readonly PlacedYamlBlock[]): Span {
  const holds = ({ block }: PlacedYamlBlock): boolean => block.entries.length > 0;
  const [first, last] = [blocks.find(holds), blocks.findLast(holds)];
  const start = first === undefined ? 0 : first.at + first.block.span.start;
  return { start, end: last === undefined ? start : last.at + last.block.span.end };
}

function* faultsOf({ blocks, repeated }: RegistrySyntax): Iterable<YamlFault> {
  for (const { at, block, head } of inSections(blocks)) {
    const { faults } = head && repeated.has(head) ? block : countedIn(block, repeated);
    for (const fault of faults) yield { ...fault, span: shift(fault.span, at) };
  }
}
