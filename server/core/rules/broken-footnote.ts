import type { Rule } from './rule.js';

export const brokenFootnote: Rule = {
  name: 'broken-footnote',
  summary: 'A footnote mark has no footnote.',
  reason:
    'A mark such as [^1] refers to a footnote: a line that begins with [^1]:. Without the footnote, readers see the bare brackets, and the source of a claim is lost.',
  level: 'warning',
  sees: 'block',
  *check({ facts }) {
    for (const { form, defined, label, span } of facts.footnotes) {
      if (form === 'definition' || defined) continue;
      const message = `There is no footnote '${label.text}', so readers see the brackets. Add a line that begins with [^${label.text}]:, or remove the mark.`;
      yield { span, message };
    }
  },
  examples: {
    bad: [{ brief: 'It was signed in :date[October 2025].[^1]\n\n[^2]: See the notice.\n' }],
    good: [{ brief: 'It was signed in :date[October 2025].[^1]\n\n[^1]: See the notice.\n' }],
  },
};
