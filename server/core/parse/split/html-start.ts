import { htmlBlockNames } from 'micromark-util-html-tag-name';
import { matchAt } from './block-openers.js';

/** How a block of HTML ends: at a line with these words, or at a blank line. */
export interface HtmlStart {
  readonly form: 'comment' | 'hidden' | 'block';
  /** Searched from `from`; `undefined`: the block ends before a blank line. */
  readonly end: RegExp | undefined;
  readonly from: number;
  /** Kind 7 of CommonMark: any complete tag alone on its line. It can not interrupt a paragraph. */
  readonly timid: boolean;
}

const NAMES: ReadonlySet<string> = new Set(htmlBlockNames);
const RAW = /<(?:script|pre|style|textarea)(?=[ \t\r\n>]|$)/iy;
/** remark takes brackets two by two; a third before the `>` keeps it open. */
const CDATA_END = /(?<!\])(?:\]\])+>/g;
const NAMED = /<\/?([a-z][a-z0-9-]*)(?=[ \t\r\n>]|\/>|$)/iy;
/** A slash ends a value without quotes here, other than in the specification. */
const ATTRIBUTE =
  '[ \\t]+[a-z_:][a-z0-9:._-]*(?:[ \\t]*=[ \\t]*(?:[^ \\t\\r\\n"\'=<>`/]+|(?=/)|\'[^\'\\r\\n]*\'|"[^"\\r\\n]*"))?';
const COMPLETE = new RegExp(
  `<(?:[a-z][a-z0-9-]*(?:${ATTRIBUTE})*[ \\t]*/?|/[a-z][a-z0-9-]*[ \\t]*)>[ \\t]*(?=\\r?\\n|$)`,
  'iy',
);

/** The start conditions of CommonMark 0.31, section 4.6, for a line whose first mark stands `at`. */
export function htmlStart(text: string, at: number): HtmlStart | undefined {
  const until = (end: RegExp, skip: number, form: 'comment' | 'hidden' = 'hidden'): HtmlStart => ({
    form,
    end,
    from: at + skip,
    timid: false,
  });
  if (text.startsWith('<!--', at)) return until(/-->/g, 2, 'comment');
  if (text.startsWith('<![CDATA[', at)) return until(CDATA_END, 9);
  if (text.startsWith('<?', at)) return until(/\?>/g, 1);
  if (matchAt(/<![a-z]/iy, text, at)) return until(/>/g, 2);
  if (matchAt(RAW, text, at)) return until(/<\/(?:script|pre|style|textarea)>/gi, 1);
  const named = matchAt(NAMED, text, at);
  const block = { form: 'block', end: undefined, from: at } as const;
  if (named && NAMES.has((named[1] ?? '').toLowerCase())) return { ...block, timid: false };
  return matchAt(COMPLETE, text, at) ? { ...block, timid: true } : undefined;
}
