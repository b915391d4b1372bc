import { commitments } from './commitments.js';
import { entities } from './entities.js';
import { mentions } from './mentions.js';
import type { Listing } from './rows.js';
import { updates } from './updates.js';

/** What can be listed, in the order of the help. */
export const LISTINGS: readonly Listing[] = [mentions, entities, commitments, updates];
