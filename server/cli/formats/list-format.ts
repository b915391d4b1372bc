import type { Listing, Row } from '../lists/rows.js';
import type { Look } from './lint-run.js';

/** One way to write a list. */
export interface ListFormat {
  readonly name: string;
  readonly summary: string;
  /** A promise where the format's library is loaded only when it is asked for. */
  write(rows: readonly Row[], listing: Listing, look: Look): Promise<Iterable<string>>;
}
