import { shift } from '../../text/index.js';
import type { Html, Slip } from '../syntax.js';
import { scanTags } from './scan-tags.js';

/** Tags in blocks of HTML, where none is read: each of them a slip, but not in what HTML hides. */
export function htmlSlips(source: string, html: readonly Html[]): readonly Slip[] {
  return html.flatMap(({ span, form }) => {
    if (form !== 'block' || !source.slice(span.start, span.end).includes(':')) return [];
    return slipsIn(source.slice(span.start, span.end), span.start);
  });
}

const HIDDEN =
  /<!--[\s\S]*?(?:-->|$)|<(pre|script|style|textarea)\b[\s\S]*?(?:<\/\1>|$)|<[?!][^<>]*>|<\/?[a-z][^<>]*>/gi;

function slipsIn(html: string, by: number): readonly Slip[] {
  const text = html.replace(HIDDEN, (hidden) => hidden.replace(/[^\r\n]/g, ' '));
  const whole = { span: { start: 0, end: text.length }, holes: [], within: 'paragraph' } as const;
  return scanTags(text, [whole])
    .tags.filter((tag) => tag.parent === undefined && (tag.label ?? tag.attributes))
    .map(({ kind, span }) => ({
      code: 'tag-in-html',
      kind: { text: kind.text, span: shift(kind.span, by) },
      span: shift(span, by),
    }));
}
