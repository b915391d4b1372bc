import type { NameKind } from '../reading/knowledge.js';
import { type FoundName, POSSIBLE, SURE } from './found.js';
import type { Scene } from './scene.js';

/**
 * A name from one word to another, as tokens of a paragraph; in a line where every word has a capital, that says
 * little.
 */
export function foundName(
  scene: Scene,
  kind: NameKind,
  first: number,
  last: number,
  confidence: number,
  reason: string,
): FoundName {
  return {
    kind,
    first,
    last,
    start: scene.tokens[first]?.start ?? 0,
    end: scene.tokens[last]?.end ?? 0,
    confidence:
      scene.paragraph.titled && confidence < SURE + 0.1
        ? Math.min(confidence, POSSIBLE)
        : confidence,
    reason,
  };
}
