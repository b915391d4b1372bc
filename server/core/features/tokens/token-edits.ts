/** Replaces `deleteCount` numbers from `start` on. */
export interface TokenEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/** How many numbers stand for a token. */
const TOKEN_SIZE = 5;

/**
 * What makes the encoded tokens `before` the tokens `after`: one edit or none. A token is told by its
 * distance from the one before, so an edit of a text changes few of them, side by side. Cut between tokens.
 */
export function tokenEdits(before: readonly number[], after: readonly number[]): TokenEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start === before.length && start === after.length) return [];
  start -= start % TOKEN_SIZE;
  let same = 0;
  const most = shorter - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) {
    same += 1;
  }
  same -= same % TOKEN_SIZE;
  const data = after.slice(start, after.length - same);
  return [{ start, deleteCount: before.length - same - start, data }];
}
