/**
 * A text as a YAML scalar on one line: as it stands where every reader of YAML takes it for these words,
 * else in double quotes.
 * @param place `flow`: between brackets or braces, where more signs mean something
 */
export function yamlScalar(text: string, place: 'block' | 'flow' = 'block'): string {
  const isPlain =
    PLAIN.test(text) && !OTHERWISE.test(text) && !(place === 'flow' && FLOW_SIGNS.test(text));
  return isPlain ? text : JSON.stringify(text).replace(UNPRINTABLE, escaped);
}

/**
 * Begins with no sign of YAML, breaks no line, and holds no `: `, ` #` or space at its end; nor a
 * backslash, which people take for an escape.
 */
const PLAIN = /^[\p{L}\p{N}(/_](?!.*(?:: | #))[^\p{Cc}\u2028\u2029\ufeff\\]*(?<![\s:])$/u;

const FLOW_SIGNS = /[,[\]{}:]/;

/** Words that some reader of YAML takes for something else than words: numbers, days, yes and no. */
const OTHERWISE =
  /^(?:~|null|true|false|yes|no|on|off|y|n|0[xob][\da-f_]+|[-+.]?[\d.][\d_.,:eEoO+-]*)$/i;

const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
