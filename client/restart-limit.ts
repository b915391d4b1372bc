const MAX_STOPS = 5;
const WITHIN_MS = 3 * 60 * 1000;

/**
 * Whether a server that stopped at these times (ms, the last one now) is left alone: five times within
 * three minutes is no accident, and starting it for ever would only cost the battery.
 */
export function reachesRestartLimit(stops: readonly number[]): boolean {
  const last = stops.at(-1);
  const first = stops.at(-MAX_STOPS);
  return last !== undefined && first !== undefined && last - first < WITHIN_MS;
}
