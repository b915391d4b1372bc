import { brief } from './brief.js';
import { commitments } from './commitments.js';
import { entities } from './entities.js';
import { suggestions } from './suggestions.js';
import type { View } from './view.js';

/** Every view of the side bar, from the top down. */
export const VIEWS: readonly View[] = [commitments, entities, brief, suggestions];
