import type { Feature } from '../feature.js';
import { hover } from './hover.js';

/** Everything an editor can ask for. */
export const FEATURES: readonly Feature[] = [hover];
