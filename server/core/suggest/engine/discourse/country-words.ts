import type { Scene } from '../names/scene.js';

/** A country, or its adjective, at a word. */
export function countryWordsAt(
  { tokens, know }: Scene,
  at: number,
): { iso: string; count: number } | undefined {
  const known = know.knownAt(tokens, at);
  if (known?.iso !== undefined) return { iso: known.iso, count: known.words.length };
  const demonym = know.demonymAt(tokens, at);
  return demonym === undefined || demonym.iso === '' ? undefined : demonym;
}
