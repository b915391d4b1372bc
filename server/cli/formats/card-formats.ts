import type { Card } from '../../core/index.js';
import type { LoadedWorkspace } from '../load.js';
import { cardJson } from './card-json.js';
import { cardText } from './card-text.js';
import type { DisplayOptions } from './lint-run.js';

/** One way to write a card. */
export interface CardFormat {
  readonly name: string;
  readonly summary: string;
  write(card: Card, loaded: LoadedWorkspace, display: DisplayOptions): Iterable<string>;
}

/** The first is what is written unasked. */
export const CARD_FORMATS: readonly CardFormat[] = [cardText, cardJson];
