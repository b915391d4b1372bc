import { shift } from '../../text/index.js';
import type { Html, Slip } from '../syntax.js';
import { nearTags } from './near-tags.js';
import { scanTags } from './scan-tags.js';
import { holdsColon } from './wide-signs.js';

/**
 * Tags in HTML, where none is read, and what was meant as one: each of them a slip, but not in what HTML
 * hides. What stands beside a comment or after `</pre>` on their lines is HTML too.
 */
export function htmlSlips(source: string, html: readonly Html[]): readonly Slip[] {
  return html.flatMap(({ span, form }) => {
    if (form === 'inline') return [];
    const text = source.slice(span.start, span.end);
    return mayHold(text) ? slipsIn(text, span.start) : [];
  });
}

function slipsIn(html: string, by: number): readonly Slip[] {
  const text = html
    .replace(HIDDEN, (hidden) => hidden.replace(/[^\r\n]/g, GAP))
    .replace(AROUND_LINES, (gaps) => ' '.repeat(gaps.length));
  if (!mayHold(text)) return [];
  const whole = { span: { start: 0, end: text.length }, holes: [], within: 'paragraph' } as const;
  const found = scanTags(text, [whole]);
  const { tags, slips } = found;
  const near = nearTags(text, { prose: [whole], links: [] }, found);
  const written = tags.filter(({ parent, label, attributes, form, kind }) => {
    if (parent !== undefined) return false;
    return label !== undefined || attributes !== undefined || (form !== 'text' && kind.text !== '');
  });
  const known = new Set([...written, ...slips].map(({ kind }) => kind.span.start));
  const more = near.filter(({ kind }) => !known.has(kind.span.start));
  const inHtml = ({ kind, span }: Pick<Slip, 'kind' | 'span'>): Slip => ({
    code: 'tag-in-html',
    kind: { text: kind.text, span: shift(kind.span, by) },
    span: shift(span, by),
  });
  return [
    ...[...written, ...slips].map(inHtml),
    ...more.map((slip): Slip => {
      const { names, weak } = slip;
      if (slip.code === 'missing-kind') {
        const kind = { text: '', span: shift(slip.kind.span, by) };
        return { ...slip, kind, span: shift(slip.span, by) };
      }
      const span = { start: Math.min(slip.kind.span.start, slip.span.start), end: slip.span.end };
      return { ...inHtml({ ...slip, span }), ...(names && { names }), ...(weak && { weak }) };
    }),
  ];
}

/** A colon, or what else begins what looks like a tag. */
function mayHold(html: string): boolean {
  return holdsColon(html) || /[;；]|[{｛]/.test(html);
}

/**
 * Stands where something is hidden: a tag goes on behind no `<b>`, but a record may stand between `<div>` and
 * `</div>` as if it were alone on its line.
 */
const GAP = '\ufffc';
const AROUND_LINES = /^[ \t\ufffc]+|(?<![ \t\ufffc])[ \t\ufffc]+$/gm;

/** What a reader never sees as text. */
const HIDDEN =
  /<!--(?:-?>|[\s\S]*?(?:-->|$))|<(pre|script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)|<[?!][^<>]*>|<\/?[a-z][^<>]*>/gi;
