import { resolve } from 'node:path';
import { rootOf } from '../../host/index.js';
import type { CacheLocation } from '../cache/cache-location.js';
import type { Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about what is remembered from one check to the next. */
export const cacheOptions: readonly Option[] = [
  {
    syntax: '--cache',
    summary: 'keep what was read from each file, and next time read only what changed',
  },
  {
    syntax: '--cache-location <folder>',
    summary:
      'where to keep the cache (default: node_modules/.cache, or else the cache folder of the system)',
  },
  { syntax: '--no-cache', summary: 'turn off a --cache before it' },
];

/** @throws Failure when no place is named. */
export async function cacheOf(invocation: Invocation): Promise<{ readonly cache?: CacheLocation }> {
  const cache = await placeFor(invocation);
  return cache === undefined ? {} : { cache };
}

async function placeFor(invocation: Invocation): Promise<CacheLocation | undefined> {
  const { io, options } = invocation;
  const named = textOf(invocation, 'cacheLocation');
  if (options.cache === false) return undefined;
  if (named?.trim() === '') throw new Failure('--cache-location: name a folder.');
  if (named === undefined && options.cache !== true) return undefined;
  const { defaultLocation, locationIn } = await import('../cache/cache-location.js');
  if (named !== undefined) return locationIn(resolve(io.cwd, named));
  return defaultLocation(rootOf(io.cwd, io.cwd), io);
}
