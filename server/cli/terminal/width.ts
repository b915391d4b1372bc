import { eastAsianWidth } from 'get-east-asian-width';

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const cluster of clustersOf(text)) width += clusterWidth(cluster);
  return width;
}

/** What a reader sees as single characters: letters with their marks, emoji with all their parts. */
export function clustersOf(text: string): Iterable<string> {
  return PLAIN.test(text) ? text : segments(text);
}

/** Of one cluster. */
export function clusterWidth(cluster: string): number {
  if (PLAIN.test(cluster)) return cluster.length;
  if (EMOJI.test(cluster)) return 2;
  // Terminals add up the letters of a cluster: the conjuncts of Devanagari take as many columns.
  let width = 0;
  for (const character of cluster) {
    if (!INVISIBLE.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

const PLAIN = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2500-\u257f]*$/;
/** Marks, joiners, and the vowels and finals that Hangul puts into the block of the letter before. */
const INVISIBLE = /[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Control}\u1160-\u11ff]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;

/** Made when first needed: most reports never are, and it costs some milliseconds. */
let segmenter: Intl.Segmenter | undefined;

function* segments(text: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}
