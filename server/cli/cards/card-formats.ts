import type { Card } from '../../core/index.js';
import type { DisplayOptions } from '../formats/lint-run.js';
import type { LoadedWorkspace } from '../workspace/load.js';
import { cardJson } from './card-json.js';
import { cardText } from './card-text.js';

/** One way to write a card. */
export interface CardFormat {
  readonly name: string;
  readonly summary: string;
  write(card: Card, loaded: LoadedWorkspace, display: DisplayOptions): Iterable<string>;
}

/** The first is what is written unasked. */
export const CARD_FORMATS: readonly CardFormat[] = [cardText, cardJson];
