import type { Platform } from './platform.js';

/** How long background work runs before it lets requests go first, in milliseconds. */
const SLICE_MS = 8;

/** How long background work itself waits while requests keep coming, in milliseconds. */
const MAX_WAIT_MS = 100;

/** Called often by background work; now and then it lets waiting requests go first. */
export type YieldIfDue = () => Promise<'yielded' | 'continued'>;

/** For one piece of background work, which begins now. */
export function createYielder(
  { yieldTurn }: Platform,
  state: { readonly openRequests: number },
): YieldIfDue {
  let since = performance.now();
  return async () => {
    const now = performance.now();
    if (now - since < SLICE_MS) return 'continued';
    do await yieldTurn();
    while (state.openRequests > 0 && performance.now() - now < MAX_WAIT_MS);
    since = performance.now();
    return 'yielded';
  };
}
