/**
 * A short name for a text, the same wherever and whenever it is made: 24 signs of `0-9a-f`. It tells texts apart, and
 * keeps no secrets.
 */
export function stableKey(text: string): string {
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b]
    .map((seed) => mixed(text, seed).toString(16).padStart(8, '0'))
    .join('');
}

/** Each UTF-16 unit multiplied in, and the end of MurmurHash3, after which each bit depends on all. */
function mixed(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
