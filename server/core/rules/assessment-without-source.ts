import { scalar, scalars, type Tag } from '../brief/index.js';
import { PARTIES, SOURCED_PROMISE } from './example-parts.js';
import { isSourceUnread } from './missing-sources.js';
import type { Finding, Rule } from './rule.js';
import { placeOf, soundTags } from './sound-tags.js';
import { quoted } from './wording.js';

export const assessmentWithoutSource: Rule = {
  name: 'assessment-without-source',
  summary: 'An assessment of a commitment has no source.',
  reason:
    'A score is a claim about somebody: readers will want to see how it was reached. Name the report with source=, on the assessment, or in the front matter for the whole brief. For an assessment that you made yourself, it is the document that it follows from.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: PARTIES,
        brief: `${SOURCED_PROMISE}\n::assessment{of=c-aircraft by=india score=limited on=2025-11-01}\n`,
      },
    ],
    good: [
      {
        registry: `${PARTIES}  review: { name: Review of deliveries }\n`,
        brief: `${SOURCED_PROMISE}\n::assessment{of=c-aircraft by=india score=limited on=2025-11-01 source=review}\n`,
      },
    ],
  },
  sees: 'block',
  *check(page) {
    if (isSourceUnread(page) || page.facts.front.source.length > 0) return;
    for (const tag of soundTags(page, 'assessment')) {
      if (scalars(tag.attributes, 'source').length === 0) yield unsourced(tag);
    }
  },
};

function unsourced(tag: Tag): Finding {
  const of = scalar(tag.attributes, 'of')?.text ?? '';
  const score = scalar(tag.attributes, 'score')?.text ?? '';
  return {
    span: placeOf(tag, 'score'),
    message: `No source says that ${quoted(of)} was scored ${quoted(score)}. Add source= here, or source: in the front matter for the whole brief.`,
  };
}
