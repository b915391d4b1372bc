import type { Fault } from '../brief/index.js';
import { startOfLine } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import { faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';

export const tagInHtml: Rule = faultRule({
  name: 'tag-in-html',
  summary: 'A tag is inside HTML, where tags are not read.',
  reason:
    'Markdown is not read between HTML tags, so a tag there stays as it is written, and readers see its brackets. After a blank line below the opening HTML tag, Markdown and tags are read again. The rest of a line after a comment or </pre> is HTML, too. Only what is inside of comments, <pre>, <script>, <style> and <textarea> is not checked: nobody expects a tag there to be read.',
  level: 'error',
  message: ({ detail }) =>
    `This :${detail.kind ?? 'kind'} tag is inside HTML, where tags are not read. Put a blank line between the HTML and the tag, or move the tag out.`,
  examples: {
    bad: [
      {
        brief: `We met in :date[2025].

<div>
And in :date[October 2025].
</div>
`,
      },
      {
        brief: `- We met in :date[2025].
- <!-- checked --> And in :date[October 2025].
`,
      },
    ],
    good: [
      {
        brief: `<div>

We met in :date[October 2025].

</div>

<!-- :date[soon] -->
`,
      },
    ],
  },
  offers: partingOffers,
});

/** Set apart from the HTML: by a blank line above its own, or behind the last sign of HTML on its line. */
function* partingOffers({ text }: Page, _: unknown, { span }: Fault): Iterable<Offer> {
  const from = Math.max(0, span.start - MAX_LENGTH);
  const line = startOfLine(text, span.start, MAX_LENGTH);
  if (line === from && from > 0) return;
  const before = text.slice(line, span.start);
  const lineBreak = /\r\n|\r|\n/.exec(text.slice(0, MAX_TEXT))?.[0] ?? '\n';
  const opening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(before)?.[0] ?? '';
  const indent = opening.replace(/[^>\t]/g, ' ');
  const sign = before.lastIndexOf('>');
  if (sign >= opening.length) {
    const blank = /^[ \t]*/.exec(before.slice(sign + 1))?.[0].length ?? 0;
    const at = { start: line + sign + 1, end: line + sign + 1 + blank };
    yield { title: 'Put it on a separate line', edits: [{ span: at, text: lineBreak + indent }] };
    const gap = lineBreak + indent.trimEnd() + lineBreak + indent;
    yield { title: 'Put a blank line before it', edits: [{ span: at, text: gap }] };
    return;
  }
  const at = { start: line, end: line };
  yield {
    title: 'Put a blank line before it',
    edits: [{ span: at, text: indent.trimEnd() + lineBreak }],
  };
}

const MAX_LENGTH = 2000;
const MAX_TEXT = 2000;
