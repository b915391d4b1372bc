import { plainWords, suggestionsPart } from '../suggest/index.js';
import { DATED, ONE_PARTY } from './example-parts.js';
import type { Rule } from './rule.js';
import { tagFixes, untagged } from './untagged.js';
import { quoted } from './wording.js';

export const untaggedCommitment: Rule = {
  name: 'untagged-commitment',
  summary: 'A promise is not tagged as a commitment.',
  reason:
    "A promise that is not tagged is never overdue: nobody is reminded of it, and no list has it. This rule is off unless 'check --suggest' or a level in 'rules:' switches it on. It finds what 'rapporteur annotate' suggests as a promise, with its reason. Tag the clause, or say that it is none: its words under 'rapporteur: { not: […] }' in the front matter.",
  level: 'off',
  levelToSuggest: 'hint',
  part: suggestionsPart,
  reads: 'documents',
  examples: {
    bad: [
      {
        registry: ONE_PARTY,
        brief: `${DATED}:place[India] will open a port by :date[2030].\n`,
      },
    ],
    good: [
      {
        registry: ONE_PARTY,
        brief: `${DATED}:place[India] is expected to open a port by :date[2030].\n`,
      },
      {
        registry: ONE_PARTY,
        brief: `${DATED}:place[India] :commitment[will open a port by :date[2030]]{#c-port by=india due=2030}.\n`,
      },
    ],
  },
  sees: 'text',
  *check(page, workspace) {
    const { found, all } = untagged(page, workspace, 'commitment');
    for (const one of found) {
      const fixes = tagFixes(page, workspace, one, all);
      yield {
        span: one.span,
        message: `${quoted(plainWords(page, one.span))} is not tagged as a commitment. ${one.reason}`,
        ...(fixes.length === 0 ? {} : { fixes }),
      };
    }
  },
};
