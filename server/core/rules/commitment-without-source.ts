import { PARTIES } from './example-parts.js';
import { hasUnsourcedEnd, hasUnsourcedUpdate, isSourceUnread } from './missing-sources.js';
import type { Rule } from './rule.js';
import { soundCommitments } from './sound-tags.js';

const PROMISE =
  'The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n';

export const commitmentWithoutSource: Rule = {
  name: 'commitment-without-source',
  summary: 'Neither the commitment nor its brief names a source.',
  reason:
    'Readers will ask where it was promised. Name the document once in the front matter (source: joint-statement), and it counts for every commitment of the brief. Or add source= to a single commitment. If the status of the commitment has no source either, only that is reported.',
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
  sees: 'block',
  *check(page, workspace) {
    if (isSourceUnread(page)) return;
    for (const commitment of soundCommitments(workspace, page)) {
      if (commitment.source.length > 0) continue;
      if (hasUnsourcedEnd(commitment) || hasUnsourcedUpdate(commitment)) continue;
      yield {
        span: commitment.at.tag.head,
        message:
          'This commitment has no source. Add source= here, or source: in the front matter for the whole brief.',
      };
    }
  },
};
