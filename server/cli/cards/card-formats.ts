import type { CardFormat } from './card-format.js';
import { cardJson } from './card-json.js';
import { cardText } from './card-text.js';

/** The first is what is written unasked. */
export const CARD_FORMATS: readonly CardFormat[] = [cardText, cardJson];
