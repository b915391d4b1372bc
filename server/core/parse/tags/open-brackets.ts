import type { InlineRange } from './inline-range.js';
import type { PendingSlip } from './slips.js';
import { beginTag, type TagScan } from './tag-scan.js';

/** A bracket that waits for its partner. */
export interface OpenBracket {
  readonly bracket: number;
  /** The tag it belongs to, as an index; a plain bracket has none. */
  readonly tag: number | undefined;
  /** The tag that what stands inside belongs to. */
  readonly holder: number | undefined;
  /** What it is a slip of, once its partner is found. */
  readonly slip: PendingSlip | undefined;
}

export interface TagWalker {
  readonly scan: TagScan;
  readonly stretch: InlineRange;
  readonly text: string;
  readonly end: number;
  at: number;
  readonly opened: OpenBracket[];
  /** The next hole, by index, and where it begins. */
  hole: number;
  holeStart: number;
}

/** Opens a text tag whose colon stands at `colon` and whose bracket at `bracket`. */
export function openTag(walker: TagWalker, colon: number, bracket: number): void {
  const { scan, opened } = walker;
  const tag = beginTag(scan, 'text', colon, 1, bracket);
  const draft = scan.tags[tag];
  if (draft !== undefined) draft.parent = opened.at(-1)?.holder;
  opened.push({ bracket, tag, holder: tag, slip: undefined });
  walker.at = bracket + 1;
}

/** Opens a bracket that makes a slip if it turns out to hold words. */
export function openSlip(walker: TagWalker, bracket: number, slip: PendingSlip): void {
  const { opened } = walker;
  opened.push({ bracket, tag: undefined, holder: opened.at(-1)?.holder, slip });
  walker.at = bracket + 1;
}
