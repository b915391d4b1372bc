import type { Slip, TagSyntax } from '../../server/core/parse/index.js';
import { scanTags } from '../../server/core/parse/tags/scan-tags.js';
import type { Span, TextEdit } from '../../server/core/text/index.js';
import { applyEdits } from '../../server/core/text/index.js';

/** Reads a text as the first reading does, before Markdown is asked. */
export function scan(text: string): { tags: TagSyntax[]; slips: Slip[] } {
  return scanTags(text, [{ span: { start: 0, end: text.length }, holes: [], within: 'paragraph' }]);
}

export function at(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** One line per tag: `form kind [label] {name=value …} !fault` and its depth as indent. */
export function draw(text: string, tags: readonly TagSyntax[]): readonly string[] {
  return tags.map((tag) => {
    const label = tag.label && ` [${at(text, tag.label.span)}${tag.label.closed ? ']' : '…'}`;
    const items = tag.attributes?.items.map(
      (item) => `${item.name.text}=${item.value?.text ?? ''}`,
    );
    const braces = items && ` {${items.join(' ')}${tag.attributes?.closed ? '}' : '…'}`;
    const faults = tag.faults.map((fault) => ` !${fault.code} '${at(text, fault.span)}'`).join('');
    return `${tag.form} ${tag.kind.text || '-'}${label ?? ''}${braces ?? ''}${faults}`;
  });
}

export function drawn(text: string): readonly string[] {
  return draw(text, scan(text).tags);
}

/** The text after the edits of its only fault or slip; `undefined` if there are none. */
export function mended(text: string): string | undefined {
  const { tags, slips } = scan(text);
  const edits: (readonly TextEdit[] | undefined)[] = [
    ...tags.flatMap((tag) => tag.faults.map((fault) => fault.edits)),
    ...slips.map((slip) => slip.edits),
  ];
  const [only] = edits.filter((edit) => edit !== undefined);
  return only && applyEdits(text, only);
}
