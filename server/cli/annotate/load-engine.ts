import type * as Engine from '../../core/suggest/engine/index.js';

/** The engine brings a lexicon along: a bundle of its own, read by whoever asks for suggestions. */
export async function loadEngine(): Promise<typeof Engine> {
  return import('../../core/suggest/engine/index.js');
}
