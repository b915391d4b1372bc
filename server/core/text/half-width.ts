/** Signs that a reader takes for a colon, and that are none: full-width, of other scripts, of phonetics. */
export const COLON_LOOKALIKES = '：﹕︓∶꞉︰˸ː׃։';

/**
 * The ASCII twins of full-width and small signs, letters and digits, as a Chinese or Japanese keyboard writes them, and
 * of the ideographic space and comma; of the same length.
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u3001\ufe10-\ufe16\ufe50-\ufe6b]/g, (sign) => {
    if (sign === '\u3000') return ' ';
    if (sign === '\u3001' || sign === '\ufe11' || sign === '\ufe51') return ',';
    return sign.normalize('NFKC');
  });
}
