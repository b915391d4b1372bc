import type { Card } from '../../core/index.js';
import type { PlacedWorkspace } from '../report/places.js';
import type { DisplayOptions } from '../terminal/style.js';

/** One way to write a card. */
export interface CardFormat {
  readonly name: string;
  readonly summary: string;
  write(card: Card, loaded: PlacedWorkspace, display: DisplayOptions): Iterable<string>;
}
