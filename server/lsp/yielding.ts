import type { Platform } from './platform.js';
import type { ServerState } from './server-state.js';

/** How long work in the background keeps others waiting at a time, in milliseconds. */
const SLICE_MS = 8;

/** How long it waits itself for those who ask without end, in milliseconds. */
const MAX_WAIT_MS = 100;

/** Asked often, by work that nobody waits for; now and then it lets all else go first. */
export type YieldIfDue = () => Promise<'paused' | 'went on'>;

/** For one piece of work, which begins now. Who is being answered is answered first. */
export function createYielder({ yieldTurn }: Platform, state: ServerState): YieldIfDue {
  let since = performance.now();
  return async () => {
    const paused = performance.now();
    if (paused - since < SLICE_MS) return 'went on';
    do await yieldTurn();
    while (state.openRequests > 0 && performance.now() - paused < MAX_WAIT_MS);
    since = performance.now();
    return 'paused';
  };
}
