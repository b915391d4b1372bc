import type { Desk } from './desk.js';
import type { Platform } from './platform.js';

/** How long work in the background keeps others waiting at a time, in milliseconds. */
const SLICE = 8;

/** How long it waits itself for those who ask without end, in milliseconds. */
const MOST = 100;

/** Asked often, by work that nobody waits for; now and then it lets all else go first. */
export type Pause = () => Promise<'paused' | 'went on'>;

/** For one piece of work, which begins now. Who is being answered is answered first. */
export function pauses({ turn }: Platform, desk: Desk): Pause {
  let since = performance.now();
  return async () => {
    const paused = performance.now();
    if (paused - since < SLICE) return 'went on';
    do await turn();
    while (desk.asked > 0 && performance.now() - paused < MOST);
    since = performance.now();
    return 'paused';
  };
}
