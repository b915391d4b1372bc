import { formatDay, parseEdtf } from '../dates/index.js';
import { languageOfPage } from '../workspace/index.js';
import { dayOfBrief } from './day-of-brief.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Fix, Rule } from './rule.js';
import { replacement } from './tag-edits.js';

export const impreciseBriefDate: Rule = {
  name: 'imprecise-brief-date',
  summary: 'The date of a brief with commitments does not name the day.',
  reason:
    'If a brief is dated 2025-10, nobody knows whether it was written before or after a deadline on 15 October. Rapporteur then reports nothing where it cannot be certain. Give the day if you know it.',
  level: 'info',
  sees: 'text',
  *check(page, workspace) {
    const { facts } = page;
    const { date } = facts.front;
    const precision = date?.edtf === undefined ? undefined : parseEdtf(date.edtf)?.precision;
    if (date === undefined || precision === undefined || precision === 'day') return;
    if (!facts.tags.some(({ role }) => role === 'commitment')) return;
    const message = `The date of this brief gives only the ${precision}, so it is not clear what came before or after it in that ${precision}. Write the day if you know it.`;
    const isWithin = (day: string | undefined): day is string =>
      day?.startsWith(`${date.edtf}-`) === true;
    const known = dayOfBrief(page, languageOfPage(workspace, page).dates);
    const today = formatDay(workspace.today);
    const to = (day: string): Fix => {
      const edits = [replacement(page, date, day)];
      return { title: `Change to '${day}'`, edits, certain: false };
    };
    const fixes: readonly Fix[] = isWithin(known)
      ? [to(known)]
      : isWithin(today)
        ? [{ ...to(today), title: `Change to '${today}', today`, toChoose: true }]
        : [];
    yield { span: date.span, message, ...(fixes.length > 0 && { fixes }) };
  },
  examples: {
    bad: [
      {
        brief: `---
date: 2025-10
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
      { brief: '---\ndate: 2025-10\n---\nIt was signed in :date[October 2025].\n' },
    ],
  },
};
