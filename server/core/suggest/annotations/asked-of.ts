import type { Candidate } from '../engine/candidate.js';
import type { FoundCandidate } from './annotation.js';
import { keyOf } from './propose-entities.js';

/**
 * The candidates that are wanted, and beside them those that these refer to: without whoever makes a promise
 * nothing could be said of it.
 */
export function askedOf(
  candidates: readonly Candidate[],
  isWanted: (one: Candidate) => boolean,
): readonly FoundCandidate[] {
  const wanted = new Set(candidates.filter(isWanted));
  const meant = new Set([...wanted].flatMap(keysIn));
  return candidates.flatMap((one): readonly FoundCandidate[] => {
    if (wanted.has(one)) return [one];
    return one.via === 'pattern' && meant.has(keyOf(one) ?? '') ? [{ ...one, aside: true }] : [];
  });
}

/** Whom a promise or a description speaks of. */
function keysIn({ terms, via, name }: Candidate): readonly string[] {
  if (terms === undefined) return via === 'description' ? keysOfDescription(name) : [];
  const { by, for: behind, to, saidBy, at, under } = terms;
  return [...by, ...behind, ...to, ...saidBy, ...[at, under].filter((key) => key !== undefined)];
}

/** The keys of what is proposed that a description means. */
function keysOfDescription(name: string | undefined): readonly string[] {
  return name?.split(/,(?! )/) ?? [];
}
