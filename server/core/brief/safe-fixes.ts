import type { PlacedBlock } from '../parse/index.js';
import { applyEdits, firstAtLeast, shift } from '../text/index.js';
import type { Facts, Fault } from './facts.js';

/** What a text says that stands alone. */
type ReadAlone = (text: string) => Pick<Facts, 'definitions' | 'uses' | 'faults'>;

/**
 * The faults, those without their edits that would only make room for others: a slip in what is no tag yet, or
 * in a value that nobody has looked at. Each block with such a fault is read again with its edits, up to a
 * bound that keeps the whole linear; beyond it the edits stay as they are.
 */
export function withSafeFixes(
  text: string,
  blocks: readonly PlacedBlock[],
  faults: readonly Fault[],
  read: ReadAlone,
): readonly Fault[] {
  if (!faults.some((fault) => editsOf(text, fault) !== undefined)) return faults;
  const memory: Memory = new Map();
  return faults.map((fault) => {
    const edits = editsOf(text, fault);
    if (edits === undefined) return fault;
    const placed = blockAt(blocks, fault);
    if (placed === undefined) return fault;
    const { at, block } = placed;
    const source = text.slice(at, at + block.length);
    if (source.length > MAX_LENGTH || source.startsWith('---')) return fault;
    if (isSafe(memory, source, at, { ...fault, edits }, read)) return fault;
    const { edits: _, fix: __, ...told } = fault;
    return fault.rule === 'unknown-kind' ? { ...told, detail: unoffered(fault.detail) } : told;
  });
}

/** What is certain, or offered of a kind; what a rule offers for other faults it looks at itself. */
function editsOf(text: string, { rule, edits, detail, span }: Fault): Fault['edits'] {
  if (edits !== undefined || rule !== 'unknown-kind' || detail.wanted === undefined) return edits;
  return text.slice(span.start, span.end) === detail.found
    ? [{ span, text: detail.wanted }]
    : undefined;
}

/** The kind that was meant is still said, for the author to write it. */
function unoffered({ wanted, reason, ...detail }: Fault['detail']): Fault['detail'] {
  return { ...detail, reason: reason ?? `the kind for it is '${wanted}'` };
}

/** Longer blocks are not read again, and of no block more characters than this. */
const MAX_LENGTH = 8000;
const MAX_READ = 20_000;

type Memory = Map<number, Before>;

interface Before {
  readonly counts: ReadonlyMap<string, number>;
  readonly ids: ReadonlySet<string>;
  /** How often the block was read since. */
  read: number;
}

function isSafe(
  memory: Memory,
  source: string,
  at: number,
  { rule, edits = [] }: Fault,
  read: ReadAlone,
): boolean {
  const known = memory.get(at) ?? { ...saidBy(read(source)), read: 0 };
  memory.set(at, known);
  known.read += 1;
  if (known.read * source.length > MAX_READ) return true;
  const own = edits.map((edit) => ({ ...edit, span: shift(edit.span, -at) }));
  if (own.some(({ span }) => span.start < 0 || span.end > source.length)) return true;
  const before = known.counts;
  // What only other blocks make a fault of cannot be judged from this one.
  if ((before.get(rule) ?? 0) === 0) return true;
  const { counts: after, ids } = saidBy(read(applyEdits(source, own)));
  if ((after.get(rule) ?? 0) >= (before.get(rule) ?? 0)) return false;
  if (![...known.ids].every((id) => ids.has(id))) return false;
  return [...after].every(([other, count]) => count <= (before.get(other) ?? 0));
}

function saidBy({ faults, definitions, uses }: ReturnType<ReadAlone>): Omit<Before, 'read'> {
  const ids = [...definitions, ...uses].map(({ id }) => id.text);
  return { counts: countsOf(faults), ids: new Set(ids) };
}

/** How often each rule speaks, without those that need the rest of the text. */
function countsOf(faults: readonly Fault[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of faults) if (!FAR.has(rule)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

const FAR: ReadonlySet<string> = new Set([
  'unclosed-block',
  'equal-nested-blocks',
  'unused-suppression',
]);

function blockAt(blocks: readonly PlacedBlock[], { span }: Fault): PlacedBlock | undefined {
  const next = firstAtLeast(blocks, span.start + 1, ({ at }) => at);
  return blocks[next - 1];
}
