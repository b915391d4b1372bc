import type { Fault } from '../brief/index.js';
import { entityOf, type Page, type Workspace } from '../workspace/index.js';
import { faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';

export const missingKind: Rule = faultRule({
  name: 'missing-kind',
  summary: 'A tag has no kind.',
  reason:
    "A tag says what its words are: a person, a place, a date. Without a kind, such as ':[Jane Doe]{ref=jane-doe}' or '[Jane Doe]{ref=jane-doe}', it is plain text, and the mention is not counted.",
  level: 'error',
  message: ({ detail }) =>
    `${THIS[detail.reason ?? 'text']} has no kind, so it is plain text. Write its kind directly after the colons: ${LIKE[detail.reason ?? 'text']}.`,
  examples: {
    bad: [
      {
        brief: ':person[Jane Doe]{#jane-doe} came, and :[she]{ref=jane-doe} spoke.\n',
      },
      { brief: ':person[Jane Doe]{#jane-doe} came, and [she]{ref=jane-doe} spoke.\n' },
    ],
    good: [
      { brief: ':person[Jane Doe]{#jane-doe} came, and :person[she]{ref=jane-doe} spoke.\n' },
      { brief: ':date[2025]: [a span]{.small} of another tool.\n' },
    ],
  },
  offers: kindOffers,
});

const THIS: Readonly<Record<string, string>> = {
  text: 'This tag',
  record: 'This record',
  block: 'This block',
};

const LIKE: Readonly<Record<string, string>> = {
  text: ':person[…]',
  record: '::person[…]{…}',
  block: ':::commitment{…}',
};

/** The kind of what it refers to. */
function* kindOffers(page: Page, workspace: Workspace, { span }: Fault): Iterable<Offer> {
  const found = page.text.slice(span.start, Math.min(span.end, span.start + MAX_LENGTH));
  const id = /ref\s*=\s*["']?([a-z0-9-]+)/.exec(found)?.[1];
  const kind = id === undefined ? undefined : entityOf(workspace, id)?.definition.kind;
  if (kind === undefined) return;
  const colons = /^:*/.exec(found)?.[0].length ?? 0;
  const at = span.start + colons;
  const text = colons === 0 ? `:${kind}` : kind;
  yield { title: `Write it as a ${kind}`, edits: [{ span: { start: at, end: at }, text }] };
}

const MAX_LENGTH = 1000;
