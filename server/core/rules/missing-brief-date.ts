import { itemsWhere } from '../brief/index.js';
import { formatDay } from '../dates/index.js';
import { languageOfPage } from '../workspace/index.js';
import { dateFix, dayOfBrief } from './day-of-brief.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Fix, Rule } from './rule.js';

export const missingBriefDate: Rule = {
  name: 'missing-brief-date',
  summary: 'A brief with commitments has no date.',
  reason:
    'A commitment is made on a certain day, and a status is reported on a certain day. If the brief gives no other day, its own date is used. Without a date the history of a commitment cannot be put in order. Write the date in the front matter.',
  level: 'warning',
  sees: 'text',
  *check(page, workspace) {
    const { facts } = page;
    // A date that cannot be read has its own finding.
    if (facts.role !== 'brief' || facts.front.date !== undefined) return;
    const [first] = itemsWhere(facts, 'tags', ({ role }) => role === 'commitment');
    if (first === undefined) return;
    if (facts.faults.some(({ rule }) => rule === 'invalid-front-matter')) return;
    const message =
      "This brief has commitments but no date, so it is not known when they were made. Write the date at the top, between two lines '---': date: 2025-10-31.";
    const day = dayOfBrief(page, languageOfPage(workspace, page).dates);
    const today = formatDay(workspace.today);
    const fixes = [day === undefined ? asOf(dateFix(page, today)) : dateFix(page, day)];
    yield { span: first.head, message, fixes };
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

/** A brief is often tagged on the day on which it is written, and as often later. */
function asOf(fix: Fix): Fix {
  return { ...fix, title: `${fix.title}, today`, toChoose: true };
}
