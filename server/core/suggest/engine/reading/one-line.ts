/** Words without line breaks; most have none. */
export function oneLine(words: string): string {
  return /\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, ' ') : words;
}
