import { readableText } from '../../frame/readable-text.js';

/** Words of documents as content or attribute values of HTML. */
export function html(words: string): string {
  return readableText(words).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Words that stand between ours, in whatever direction they run. */
export function name(words: string): string {
  return `<bdi>${html(words)}</bdi>`;
}
