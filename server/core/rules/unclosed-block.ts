import type { Fault } from '../brief/index.js';
import { startOfLine } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import { faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';

export const unclosedBlock: Rule = faultRule({
  name: 'unclosed-block',
  summary: "A block has no closing line ':::'.",
  reason:
    'A block holds everything between its opening line and a line with the same number of colons. If that line is missing, the block ends at the next heading, or at the end of the quote or list that it is in. The rest of the brief still works, but the end of the block is only a guess.',
  level: 'error',
  message: ({ detail, written }) =>
    `This block is never closed, so its end is only a guess. Write ${/^:+/.exec(detail.found ?? written)?.[0] ?? ':::'} on its own line after the last words of the block.`,
  examples: {
    bad: [
      {
        brief: `${DATED}:::commitment{by=united-states to=india due=2026-03}
The sales will be finalized.
`,
        registry: PARTIES,
      },
    ],
    good: [
      {
        brief: `${DATED}:::commitment{by=united-states to=india due=2026-03}
The sales will be finalized.
:::
`,
        registry: PARTIES,
      },
    ],
  },
  offers: closingOffers,
});

/** Behind the paragraph that begins right below the opening line. */
function* closingOffers({ text }: Page, _: unknown, { span }: Fault): Iterable<Offer> {
  const rest = text.slice(span.start, span.start + MAX_LENGTH);
  const found =
    /^(:{3,})[^\r\n]*(\r\n|\r|\n)([^\r\n]*\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]*\S[^\r\n]*)*)/.exec(
      rest,
    );
  const [whole = '', colons = '', lineBreak = '', words = ''] = found ?? [];
  if (found === null || /^\s*:{2,}/.test(words)) return;
  const line = startOfLine(text, span.start, MAX_LENGTH);
  const indent = text.slice(line, span.start);
  if (!/^[ >]*$/.test(indent)) return;
  const at = span.start + whole.trimEnd().length;
  yield {
    title: 'Close the block after this paragraph',
    edits: [{ span: { start: at, end: at }, text: `${lineBreak}${indent}${colons}` }],
    toChoose: true,
  };
}

const MAX_LENGTH = 4000;
