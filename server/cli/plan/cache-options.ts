import { resolve } from 'node:path';
import { rootOf } from '../../host/index.js';
import { type CacheLocation, defaultLocation, locationIn } from '../cache/cache-location.js';
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
export function cacheOf(invocation: Invocation): { readonly cache?: CacheLocation } {
  const cache = placeFor(invocation);
  return cache === undefined ? {} : { cache };
}

function placeFor(invocation: Invocation): CacheLocation | undefined {
  const { io, options } = invocation;
  const named = textOf(invocation, 'cacheLocation');
  if (options.cache === false) return undefined;
  if (named?.trim() === '') throw new Failure('--cache-location: name a folder.');
  if (named !== undefined) return locationIn(resolve(io.cwd, named));
  return options.cache === true ? defaultLocation(rootOf(io.cwd, io.cwd), io) : undefined;
}
