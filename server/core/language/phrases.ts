/**
 * Words or phrases of a {@link Language} as parts of a pattern, in any order: a space is any white space,
 * an apostrophe straight or curly.
 */
export function anyOf(phrases: readonly string[]): string {
  return phrases.length === 0 ? NOTHING : `(?:${phrases.map(pattern).join('|')})`;
}

/** As {@link anyOf}, and what parts them from the word behind: nothing, where one ends with an apostrophe. */
export function leading(phrases: readonly string[]): string {
  return phrases.length === 0 ? NOTHING : `(?:${phrases.map(withGap).join('|')})`;
}

/** Fits nowhere. */
const NOTHING = '(?:(?!))';

/** The form in which a word of a text is compared with those of a {@link Language}. */
export function wordOf(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

function withGap(phrase: string): string {
  return phrase.endsWith("'") ? pattern(phrase) : `${pattern(phrase)}\\s+`;
}

function pattern(phrase: string): string {
  return phrase
    .replace(/[.*+?^$()[\]\\|{}]/g, '\\$&')
    .replaceAll("'", "['’]")
    .replaceAll(' ', '\\s+');
}
