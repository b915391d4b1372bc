import { scalar, scalars, type Tag } from '../brief/index.js';
import { isSourceUnread } from './missing-sources.js';
import type { Finding, Rule } from './rule.js';
import { placeOf, soundTags } from './sound-tags.js';
import { quoted } from './wording.js';

const PLACES = `place:
  india: { name: India }
  united-states: { name: United States, other_names: [U.S.] }
`;
const REGISTRY = `${PLACES}source:
  joint-statement: { name: Joint statement of 31 October 2025 }
`;
const PROMISE = `---
date: 2025-10-31
---
The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030 source=joint-statement}.
`;

export const assessmentWithoutSource: Rule = {
  name: 'assessment-without-source',
  summary: 'An assessment of a commitment has no source.',
  reason:
    'A score is a claim about somebody: readers will want to see how it was reached. Name the report with source=, on the assessment, or in the front matter for the whole brief. For an assessment that you made yourself, it is the document that it follows from.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: REGISTRY,
        brief: `${PROMISE}\n::assessment{of=c-aircraft by=india score=limited on=2025-11-01}\n`,
      },
    ],
    good: [
      {
        registry: `${REGISTRY}  review: { name: Review of deliveries }\n`,
        brief: `${PROMISE}\n::assessment{of=c-aircraft by=india score=limited on=2025-11-01 source=review}\n`,
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
