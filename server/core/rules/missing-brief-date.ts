import { DATED, PARTIES } from './example-parts.js';
import type { Rule } from './rule.js';

export const missingBriefDate: Rule = {
  name: 'missing-brief-date',
  summary: 'A brief with commitments does not say its date.',
  reason:
    "A commitment was made on some day, and a status holds as of one; where a brief says nothing else, that is its own date. Without it a commitment's history cannot be put in order. Write the date in the front matter.",
  level: 'warning',
  *check({ facts }) {
    const first = facts.tags.find(({ role }) => role === 'commitment');
    // A date that cannot be read has its own finding.
    if (facts.role !== 'brief' || first === undefined || facts.front.date !== undefined) return;
    if (facts.faults.some(({ rule }) => rule === 'invalid-front-matter')) return;
    const message =
      "This brief holds commitments and does not say its date, so it is not known when they were made. Write it at the top, between two lines '---': date: 2025-10-31.";
    yield { span: first.head, message };
  },
  examples: {
    bad: [
      {
        brief: `---
source: joint-statement
---
:place[India] :commitment[will pay the bill]{by=india to=united-states due=2026-03}.
`,
        registry: PARTIES,
      },
    ],
    good: [
      {
        brief: `${DATED}:place[India] :commitment[will pay the bill]{by=india to=united-states due=2026-03}.
`,
        registry: PARTIES,
      },
      { brief: 'It was signed in :date[October 2025].\n' },
    ],
  },
};
