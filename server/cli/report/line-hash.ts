import type { LocatedFinding } from '../formats/located-finding.js';

/** Findings with the hashes of the lines they begin in; `text` is their whole file's. */
export function withLineHashes(findings: LocatedFinding[], text: string): LocatedFinding[] {
  if (findings.length === 0) return findings;
  const lines = findings.flatMap(({ range, gathered }) => [
    range.start.line,
    ...(typeof gathered === 'object' ? [gathered.range.start.line] : []),
  ]);
  const hashes = lineHashes(text, new Set(lines));
  const hashed = <Found extends Pick<LocatedFinding, 'range'>>(found: Found): Found => {
    const lineHash = hashes.get(found.range.start.line);
    return lineHash === undefined ? found : { ...found, lineHash };
  };
  return findings.map((found) => {
    const { gathered } = found;
    return hashed(typeof gathered === 'object' ? { ...found, gathered: hashed(gathered) } : found);
  });
}

/**
 * Hashes of lines as GitHub's code scanning knows alerts again by: `primaryLocationLineHash`, defined
 * by `src/fingerprints.ts` of github/codeql-action, whose published vectors are our test. From the
 * line's start on, over 100 characters (those of further lines too; no spaces and tabs, a line end
 * counts as one LF), the hash becomes 37 times itself plus the character, in 64 bits. Behind the text
 * stand U+FFFF and zeros. After the colon: how many lines up to this one share the hash.
 *
 * @param wanted numbers of lines, from 1
 */
export function lineHashes(text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const counts = new Map<string, number>();
  const { lows, highs } = hashesOf(text);
  // Only lines that may share a hash with a wanted one are worth a string.
  const alike = new Set([...wanted].map((line) => lows[line - 1]));
  for (const [index, low] of lows.entries()) {
    if (!alike.has(low)) continue;
    const hash = hexOf(highs[index] ?? 0, low);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    if (wanted.has(index + 1)) found.set(index + 1, `${hash}:${count}`);
  }
  return found;
}

const WINDOW = 100;
const FACTOR = 37;
const HALF = 2 ** 32;
/** What a character counts for when it leaves the window: 37^100 in 64 bits, as two halves. */
const LEAVING = BigInt(FACTOR) ** BigInt(WINDOW);
const LEAVING_LOW = Number(LEAVING % BigInt(HALF));
const LEAVING_HIGH = Number((LEAVING / BigInt(HALF)) % BigInt(HALF));

interface Hashes {
  readonly lows: Uint32Array;
  readonly highs: Uint32Array;
}

/** One hash a line. Halves of 32 bits stay exact in numbers; BigInt would be fifty times slower. */
function hashesOf(text: string): Hashes {
  const { characters, starts } = condensed(text);
  const lows = new Uint32Array(starts.length);
  const highs = new Uint32Array(starts.length);
  let low = 0;
  let high = 0;
  let line = 0;
  for (let at = 0; line < starts.length; at += 1) {
    if (at === (starts[line] ?? 0) + WINDOW) {
      lows[line] = low;
      highs[line] = high;
      line += 1;
    }
    const leaving = at < WINDOW ? 0 : (characters[at - WINDOW] ?? 0);
    const entering = characters[at] ?? 0;
    const sum = FACTOR * low + entering - leaving * LEAVING_LOW;
    low = sum >>> 0;
    high = (FACTOR * high - leaving * LEAVING_HIGH + (sum - low) / HALF) >>> 0;
  }
  return { lows, highs };
}

/** Without a line's blanks, LF for every line end, U+FFFF at the end; and where each line begins. */
function condensed(text: string): { characters: Uint16Array; starts: readonly number[] } {
  const characters = new Uint16Array(text.length + 1);
  const starts = [0];
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === SPACE || character === TAB) continue;
    if (character === LF && at > 0 && text.charCodeAt(at - 1) === CR) continue;
    const isEnd = character === LF || character === CR;
    characters[length] = isEnd ? LF : character;
    length += 1;
    if (isEnd) starts.push(length);
  }
  characters[length] = 0xffff;
  return { characters, starts };
}

const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];

function hexOf(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
