/**
 * Anchors written by hand, wherever they stand: one in a code sample silences a finding at worst.
 * `<a id="x">`, `<a name=x>`, and `{#x` as Pandoc has it after a heading and a tag in its braces.
 */
export function writtenAnchors(text: string): Iterable<WrittenAnchor> {
  return Array.from(text.matchAll(BY_HAND), ([, html, braces]) =>
    html === undefined
      ? { written: `{#${braces ?? ''}`, name: braces ?? '' }
      : { written: `id=${html}`, name: html },
  );
}

export interface WrittenAnchor {
  /** On one line: a text that holds this has the anchor. */
  readonly written: string;
  readonly name: string;
}

const BY_HAND = /\b(?:id|name)\s?=\s?["']?([^"'\s>]+)|\{#([^\s{}]+)/gi;
