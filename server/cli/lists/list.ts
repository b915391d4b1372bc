import { assessments } from './assessments.js';
import { commitments } from './commitments.js';
import { entities } from './entities.js';
import type { ListDefinition } from './list-definition.js';
import { mentions } from './mentions.js';
import { updates } from './updates.js';

/** What can be listed, in the order of the help. */
export const LISTS: readonly ListDefinition[] = [
  mentions,
  entities,
  commitments,
  updates,
  assessments,
];
