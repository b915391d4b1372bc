/**
 * Counts the UTF-8 bytes between two offsets of a text. A line may have millions of characters and as
 * many findings, so sums are kept for every so many units; and most questions are about the line of the one before, a
 * little farther on.
 */
export function byteColumns(text: string): (from: number, to: number) => number {
  let sums: number[] | undefined;
  const last = { from: -1, to: 0, bytes: 0 };
  return (from, to) => {
    if (to - from > STEP) {
      sums ??= sumsOf(text);
      return upTo(text, sums, to) - upTo(text, sums, from);
    }
    const goesOn = last.from === from && last.to <= to;
    last.bytes = (goesOn ? last.bytes : 0) + bytesIn(text, goesOn ? last.to : from, to);
    last.from = from;
    last.to = to;
    return last.bytes;
  };
}

const STEP = 1024;

function sumsOf(text: string): number[] {
  const sums = [0];
  for (let at = 0; at < text.length; at += STEP) {
    sums.push((sums.at(-1) ?? 0) + bytesIn(text, at, Math.min(text.length, at + STEP)));
  }
  return sums;
}

function upTo(text: string, sums: readonly number[], offset: number): number {
  const step = Math.floor(offset / STEP);
  return (sums[step] ?? 0) + bytesIn(text, step * STEP, offset);
}

/** Each half of a pair counts two, so that a stretch may begin or end within one; lone ones do too. */
function bytesIn(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3;
  }
  return bytes;
}
