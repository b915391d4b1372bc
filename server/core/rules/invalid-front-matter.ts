import { faultRule } from './fault-rule.js';
import { repeatedKeyOffers } from './repeated-key-offers.js';
import type { Rule } from './rule.js';
import { sentence } from './wording.js';

export const invalidFrontMatter: Rule = faultRule({
  name: 'invalid-front-matter',
  summary: 'The front matter of a brief cannot be read.',
  reason:
    "The block between the '---' lines at the top is YAML. It gives the date and the source of the brief. If it cannot be read, both are missing, and nobody can say what is overdue.",
  level: 'error',
  offers: (page, _, { detail, span }) =>
    detail.repeated === undefined ? [] : repeatedKeyOffers(page.text, span),
  message: ({ detail }) => sentence(detail.reason ?? 'This front matter cannot be read as YAML'),
  examples: {
    bad: [
      {
        brief: `---
title: [A pact
date: 2025-10-31
---
It was signed in :date[2025].
`,
      },
    ],
    good: [
      {
        brief: `---
title: A pact
date: 2025-10-31
---
It was signed in :date[2025].
`,
      },
    ],
  },
});
