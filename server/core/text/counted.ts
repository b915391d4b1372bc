/** `1 error`, `2,000 errors`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${inDigits(count)} ${count === 1 ? singular : plural}`;
}

/**
 * `2,000`. The thousands are parted by hand: the language's own way loads tables that take longer than
 * the whole check of a small folder.
 */
export function inDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
