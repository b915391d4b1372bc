import type { DisplayOptions } from '../terminal/style.js';
import type { ListDefinition, Row } from './list-definition.js';

/** One way to write a list. */
export interface ListFormat {
  readonly name: string;
  readonly summary: string;
  /** A promise where the format's library is loaded only when it is asked for. */
  write(
    rows: readonly Row[],
    listing: ListDefinition,
    display: DisplayOptions,
  ): Promise<Iterable<string>>;
}
