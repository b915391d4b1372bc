import type { BriefNode } from '../lists/brief-list.js';
import { showLocation } from '../show-places.js';
import type { Command } from './command.js';

export const goToPlaceInBrief: Command = {
  id: 'goToPlaceInBrief',
  title: 'Go to Place in Brief',
  summary: 'Opens the place in the brief that a row is about.',
  ofRow: true,
  async run({ server }, node) {
    const { type, item } = (node ?? {}) as Partial<Extract<BriefNode, { type: 'item' }>>;
    if (type === 'item' && item !== undefined)
      await showLocation(await server.started(), item.location);
  },
};
