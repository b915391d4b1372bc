import { PARTIES } from './example-parts.js';
import { hasUnsourcedEnd, hasUnsourcedUpdate, isSourceUnread } from './missing-sources.js';
import type { Rule } from './rule.js';
import { soundCommitments } from './sound-tags.js';

const PROMISE =
  'The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n';

export const commitmentWithoutSource: Rule = {
  name: 'commitment-without-source',
  summary: 'Neither a commitment nor its brief names a source.',
  reason:
    'Someone will ask where it was promised. Name the document once in the front matter (source: joint-statement) and it holds for every commitment of the brief, or give a single commitment a source= of its own. When its status lacks a source too, only that is reported.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry:
          'place:\n  india: { name: India }\n  united-states: { name: United States, other_names: [U.S.] }\n',
        brief: `---\ndate: 2025-10-31\n---\n${PROMISE}`,
      },
    ],
    good: [
      {
        registry: PARTIES,
        brief: `---\ndate: 2025-10-31\nsource: joint-statement\n---\n${PROMISE}`,
      },
      {
        registry: PARTIES,
        brief: `---\ndate: 2025-10-31\n---\n${PROMISE.replace('due=2030', 'due=2030 source=joint-statement')}`,
      },
    ],
  },
  *check(page, workspace) {
    if (isSourceUnread(page)) return;
    for (const commitment of soundCommitments(workspace, page)) {
      if (commitment.source.length > 0) continue;
      if (hasUnsourcedEnd(commitment) || hasUnsourcedUpdate(commitment)) continue;
      yield {
        span: commitment.at.tag.head,
        message:
          'No source is named for this commitment. Add source= here, or source: in the front matter for the whole brief.',
      };
    }
  },
};
