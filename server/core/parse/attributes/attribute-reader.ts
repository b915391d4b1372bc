import type { AttributeSyntax, TagFault } from '../syntax.js';
import type { InlineRange } from '../tags/inline-range.js';

/** The reading under way. Every part moves `at` on, so that the whole stays linear. */
export interface AttributeReader {
  readonly stretch: InlineRange;
  readonly text: string;
  readonly end: number;
  at: number;
  readonly items: AttributeSyntax[];
  readonly faults: TagFault[];
  /** Where the braces end should they turn out not to be closed. */
  kept: number;
  /** Items that took in the words after them, by index; counts only when the braces are closed. */
  longer: Map<number, AttributeSyntax> | undefined;
  /** `brace`: the second try. A brace ends a quoted value too, since its quote closed in some later tag. */
  readonly quoteEndsAt: 'quote' | 'brace';
}
