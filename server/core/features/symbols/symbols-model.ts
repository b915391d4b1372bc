import type { Span } from '../../text/index.js';
import type { PageId, Place } from '../../workspace/index.js';

export type SymbolType = 'entity' | 'commitment' | 'heading';

/** Something in a page that a person may look for by its words. */
export interface PageSymbol {
  readonly type: SymbolType;
  /** The tag of its kind; of a heading: empty. */
  readonly kind: string;
  readonly id: string | undefined;
  /** One line without markup, never empty. */
  readonly name: string;
  readonly page: PageId;
  readonly span: Span;
  /** Where one wants to arrive; inside `span`. */
  readonly selection: Span;
}

/** A symbol that answers a query. */
export interface FoundSymbol extends PageSymbol, Place {
  /** The words that were found, as written, where they are not its name: another name, its id. */
  readonly matched: string | undefined;
  /** From 0 to 1, the higher the better. */
  readonly score: number;
}
