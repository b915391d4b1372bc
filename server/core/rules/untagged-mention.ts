import { suggestionsPart } from '../suggest/index.js';
import { DATED, ONE_PARTY } from './example-parts.js';
import type { Rule } from './rule.js';
import { tagFixes, untagged } from './untagged.js';
import { aKind, quoted } from './wording.js';

export const untaggedMention: Rule = {
  name: 'untagged-mention',
  summary: 'A name, a date or a description is not tagged.',
  reason:
    "What is not tagged is in no list, no report and no search: a brief that mentions a country twenty times and tags it once says less than its reader does. This rule is off unless 'check --suggest' or a level in 'rules:' switches it on. It finds what 'rapporteur annotate' suggests, in briefs and in files that are named, also without any tag. Tag the words, or say that they are not a name: 'rapporteur: { not: [May] }' in the front matter for this brief, 'suggest: { never: [May] }' in rapporteur.yaml for all.",
  level: 'off',
  levelToSuggest: 'hint',
  part: suggestionsPart,
  reads: 'documents',
  examples: {
    bad: [
      {
        registry: ONE_PARTY,
        brief: `${DATED}:place[India] is far away. India welcomed the delivery.\n`,
        fixed: `${DATED}:place[India] is far away. :place[India] welcomed the delivery.\n`,
      },
      {
        registry: ONE_PARTY,
        brief: `${DATED}:place[India] informed Ada Moreau of the delivery.\n`,
      },
    ],
    good: [
      { registry: ONE_PARTY, brief: `${DATED}:place[India] welcomed the delivery.\n` },
      {
        registry: ONE_PARTY,
        brief: `${DATED.replace('---\n', '---\nrapporteur: { not: [India] }\n')}:place[India] is far away. India welcomed the delivery.\n`,
      },
    ],
  },
  sees: 'text',
  *check(page, workspace) {
    const { found, all } = untagged(page, workspace, 'mention');
    for (const one of found) {
      const fixes = tagFixes(page, workspace, one, all);
      yield {
        span: one.span,
        message: `${quoted(one.words)} is not tagged as ${aKind(workspace, one.kind)}. ${one.reason}`,
        ...(fixes.length === 0 ? {} : { fixes }),
      };
    }
  },
};
