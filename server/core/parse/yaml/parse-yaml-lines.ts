import { type Document, isMap } from 'yaml';
import type { Span, Written } from '../../text/index.js';
import { readEntryFast } from './fast-yaml-lines.js';
import { attempt, composeYaml } from './parse-yaml.js';
import type { YamlSyntax } from './value.js';
import {
  entryAlone,
  extentOf,
  inOrder,
  readingOf,
  type YamlEntry,
  type YamlPair,
} from './yaml-values.js';

/** What some lines of a mapping say by themselves. Entries are not compared with each other. */
export interface YamlLines extends Omit<YamlSyntax, 'value'> {
  readonly entries: readonly YamlEntry[];
  /** From the first of them to the last. */
  readonly span: Span;
}

/**
 * Reads whole lines in the middle of a mapping that begin with one of its entries, as `parseYaml` reads a text: of the
 * mapping at the top of a text (depth 0), or of one that is the value of an entry there. What is not closed in these
 * lines ends with them.
 */
export function parseYamlLines(text: string, depth: 0 | 1): YamlLines {
  const read = depth === 1 ? readEntryFast(text) : undefined;
  return read ? { ...read, faults: NONE, comments: NONE } : parseYamlLinesFully(text, depth);
}

const NONE: readonly never[] = [];

/** As {@link parseYamlLines}, by the YAML library, however simple the lines are. */
export function parseYamlLinesFully(text: string, depth: 0 | 1): YamlLines {
  const comments: Written[] = [];
  const before = BEFORE[depth];
  const reading = readingOf(before + text, -before.length);
  const read = attempt(reading, () => {
    const [document] = composeYaml(reading, comments);
    const pairs = pairsOf(document, depth);
    const entries = pairs.flatMap((pair) => entryAlone(reading, pair, depth));
    return { entries, span: extentOf(reading, pairs) };
  });
  const faults = reading.faults.map((fault) => ({ ...fault, span: inside(fault.span, text) }));
  return { ...(read ?? NOTHING), faults: inOrder(faults), comments };
}

const NOTHING = { entries: [], span: { start: 0, end: 0 } };

/** As if an entry stood above: a word alone is then no text of its own, but an entry without a colon. */
const BEFORE = ["k: ''\n", 'k:\n'] as const;

function pairsOf(document: Document.Parsed | undefined, depth: 0 | 1): readonly YamlPair[] {
  const root = document?.contents;
  const pairs = isMap(root) ? root.items : [];
  if (depth === 0) return pairs.slice(1);
  const held = pairs[0]?.value;
  return isMap(held) ? held.items : [];
}

/** A fault at the end of some lines is one of these lines. */
function inside({ start, end }: Span, { length }: string): Span {
  const from = Math.min(Math.max(start, 0), Math.max(0, length - 1));
  return { start: from, end: Math.min(Math.max(end, from), length) };
}
