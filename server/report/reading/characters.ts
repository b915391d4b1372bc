import { firstAtLeast } from '../../core/index.js';

/** Places in a text counted in characters (code points), where others count in UTF-16 units. */
export interface Characters {
  /** How many stand before a place that is counted in UTF-16 units. */
  before(offset: number): number;
  /** The place some characters before another one, in UTF-16 units; never in the middle of a character. */
  back(offset: number, count: number): number;
  on(offset: number, count: number): number;
}

export function charactersIn(text: string): Characters {
  const wide = Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
  const isLow = (at: number): boolean =>
    wide[firstAtLeast(wide, at - 1, (each) => each)] === at - 1;
  const moved = (offset: number, step: 1 | -1, count: number): number => {
    let at = offset;
    for (let left = count; left > 0 && at + step >= 0 && at + step <= text.length; left -= 1) {
      at += step;
      if (isLow(at)) at += step;
    }
    return at;
  };
  return {
    before: (offset) => offset - firstAtLeast(wide, offset, (each) => each),
    back: (offset, count) => moved(offset, -1, count),
    on: (offset, count) => moved(offset, 1, count),
  };
}
