import type { CodeAction } from './code-action.js';

/** What the rules themselves know to do about what they found. */
export const fix: CodeAction = {
  name: 'fix',
  kinds: ['quickfix'],
  *offer({ reports }) {
    for (const report of reports) {
      // Who is meant is asked in other words, and of every candidate: see `point`.
      if (report.rule === 'ambiguous-name') continue;
      for (const { title, edits, certain } of report.fixes ?? []) {
        if (edits.length === 0) continue;
        yield { title, kind: 'quickfix', edits, preferred: certain, reports: [report] };
      }
    }
  },
};
