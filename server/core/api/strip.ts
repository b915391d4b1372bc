import { type Kind, recognize, strip as stripTags } from '../brief/index.js';
import { vocabularyOf } from '../kinds/index.js';
import { parse } from '../parse/index.js';

/**
 * A brief as it reads without its tags: byte for byte what it was before they were put in. The words of a
 * tag stay; records, and the fences of blocks, go with their lines. Tags of unknown kinds stay.
 * @param text the whole text of a Markdown file
 * @param kinds a workspace's own kinds, beside the built-in ones
 *
 * @example
 * ```ts
 * import { strip } from 'rapporteur';
 *
 * strip('# Talks\n\n:person[Ravi Rao]{ref=ravi-rao} arrived.'); // => '# Talks\n\nRavi Rao arrived.'
 * ```
 */
export function strip(text: string, kinds: readonly Kind[] = []): string {
  return stripTags(text, recognize(parse(text), vocabularyOf(kinds)));
}
