import type { Element, Root } from 'hast';

/** Signs that nobody sees: soft hyphens, joiners of words, marks of byte order. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;
/** Control characters but tab and line ends. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

/**
 * The words of a text as a person would type them: no signs that nobody sees, plain spaces and hyphens for those that
 * do not break, but for the space of French before `;:!?»` and behind `«`.
 */
export function settled(words: string): string {
  return words
    .replace(UNSEEN, '')
    .replace(CONTROLS, '')
    .replaceAll('\u2011', '-')
    .replace(/[\u00A0\u202F](?![;:!?»%])/g, (sign, at: number, all: string) =>
      all[at - 1] === '«' ? sign : ' ',
    );
}

export function settleText(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = settled(child.value);
    if (child.type === 'element') settleText(child);
  }
}
