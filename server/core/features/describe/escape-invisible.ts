/**
 * Format characters that turn the order of what follows them, or take no room at all. Joiners and
 * marks of direction stay, scripts and emoji need them; so do the visible signs of Arabic.
 */
const UNSEEN = /(?![\u200c-\u200f\u061c]|[\u0600-\u0605\u06dd\u08e2])\p{Cf}/gu;
/** Control characters and halves of characters, which have no look of their own. */
const BROKEN = /[\p{Cc}\p{Cs}]/gu;

/** Words as they may be shown beside others: a name cannot reorder or hide its neighbours. */
export function escapeInvisible(text: string): string {
  return text.replace(UNSEEN, '').replace(BROKEN, '\ufffd');
}
