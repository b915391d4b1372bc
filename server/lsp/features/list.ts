import type { Feature } from '../feature.js';
import { diagnostics } from './diagnostics.js';
import { hover } from './hover.js';
import { preview } from './preview.js';
import { status } from './status.js';

/** Everything an editor can ask for. */
export const FEATURES: readonly Feature[] = [
  diagnostics,
  hover,
  preview,
  status,
];
