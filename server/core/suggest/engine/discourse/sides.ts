import type { EntityInfo } from '../candidate.js';
import { plain } from '../reading/tokens.js';
import { actsNext, isLedIn, isPair, type Spoken, type SpokenParagraph } from './model.js';

/** The two that are named together most; countries before all else. */
export function sidesOf(
  paragraphs: readonly SpokenParagraph[],
  organ: readonly string[],
  counts: ReadonlyMap<string, number>,
  infoOf: (key: string) => EntityInfo | undefined,
): readonly string[] {
  if (organ.length === 2) return organ;
  const pairs = new Map<string, number>();
  for (const { scene, spoken } of paragraphs)
    for (const [at, one] of spoken.entries()) {
      if (!isSide(one)) continue;
      const other = nextBehind(spoken, at);
      if (other === undefined || !isSide(other) || one.keys[0] === other.keys[0]) continue;
      if (!isPair(scene, one, other)) continue;
      const weight = pairWeight(scene, one, other);
      const key = [one.keys[0], other.keys[0]].join('\0');
      const same = [other.keys[0], one.keys[0]].join('\0');
      const kept = pairs.has(same) ? same : key;
      pairs.set(kept, (pairs.get(kept) ?? 0) + weight);
    }
  const best = [...pairs].sort((a, b) => b[1] - a[1])[0];
  if (best !== undefined && best[1] > 0) return best[0].split('\0');
  const places = new Map<string, number>();
  for (const { spoken } of paragraphs)
    for (const { kind, keys } of spoken)
      if (kind === 'place' && keys.length === 1 && isCountry(keys[0] ?? '', infoOf))
        places.set(keys[0] ?? '', counts.get(keys[0] ?? '') ?? 0);
  const top = [...places].sort((a, b) => b[1] - a[1]);
  return top.length === 2 || (top.length > 2 && (top[1]?.[1] ?? 0) >= 3 * (top[2]?.[1] ?? 0))
    ? top.slice(0, 2).map(([key]) => key)
    : [];
}

/** Two that act together, or are spoken of as two; not two places where something is. */
function pairWeight(
  { tokens, paragraph, know }: SpokenParagraph['scene'],
  one: Spoken,
  other: Spoken,
): number {
  if (other.first === one.last + 1 && tokens[other.first]?.gap !== '') return 1;
  const lead =
    tokens[one.first - 1]?.lower === 'the' ? tokens[one.first - 2] : tokens[one.first - 1];
  if (paragraph.begins[one.first] || lead === undefined) return 2;
  if (lead.lower === 'between') return 2;
  return know.has('where', lead.lower) ? 0 : 1;
}

function isCountry(key: string, infoOf: (key: string) => EntityInfo | undefined): boolean {
  return infoOf(key)?.classification === 'country' || plain(key).startsWith('place:');
}

function isSide({ kind, keys, named }: Spoken): boolean {
  return (kind === 'place' || kind === 'org') && keys.length === 1 && named;
}

/** The one behind another: of those inside others what stands inside, too. */
function nextBehind(spoken: readonly Spoken[], at: number): Spoken | undefined {
  const end = spoken[at]?.end ?? 0;
  for (let next = at + 1; next < spoken.length; next += 1) {
    const other = spoken[next];
    if (other !== undefined && other.start >= end) return other;
  }
  return undefined;
}

/** The two act together again and again, and nobody speaks for himself. */
export function isJoint(
  paragraphs: readonly SpokenParagraph[],
  [one, other]: readonly string[],
): boolean {
  let together = 0;
  for (const { scene, spoken } of paragraphs) {
    if (scene.tokens.some(({ text, lower }) => text === 'I' || lower === 'my')) return false;
    for (const [at, first] of spoken.entries()) {
      const second = nextBehind(spoken, at);
      if (second === undefined) continue;
      const keys = [first.keys[0], second.keys[0]];
      if (
        keys.includes(one) &&
        keys.includes(other) &&
        isPair(scene, first, second) &&
        !isLedIn(scene, first.first) &&
        actsNext(scene, second.last + 1)
      )
        together += 1;
    }
  }
  return together >= 2;
}
