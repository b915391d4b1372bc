import type { BriefNode } from '../lists/brief-list.js';
import { showLocation } from '../show-places.js';
import type { Command } from './command.js';

export const goToPlaceInBrief: Command = {
  id: 'goToPlaceInBrief',
  title: 'Go to Place in Brief',
  summary: 'Opens the place in the brief that a row is about.',
  ofRow: true,
  async run({ server, lists }, node) {
    const row = node as BriefNode | undefined;
    const now = row?.type === 'item' ? await lists.brief.now(row) : undefined;
    if (now !== undefined) await showLocation(await server.started(), now.location);
  },
};
