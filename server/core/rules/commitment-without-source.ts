import type { Commitment } from '../workspace/index.js';
import { PARTIES } from './example-parts.js';
import { hasUnsourcedEnd, hasUnsourcedUpdate, isSourceUnread } from './missing-sources.js';
import type { Rule } from './rule.js';
import { soundCommitments } from './sound-tags.js';
import { quoted } from './wording.js';

const PROMISE =
  'The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n';

export const commitmentWithoutSource: Rule = {
  name: 'commitment-without-source',
  summary: 'Neither the commitment nor its brief names a source.',
  reason:
    'Readers will ask where it was promised. Name the document once in the front matter (source: joint-statement), and it counts for every commitment of the brief. Or add source= to a single commitment. If the status of the commitment has no source either, only that is reported. All such commitments of a brief are one finding, at its front matter; a comment or the baseline silences each of them alone.',
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
  names: 'exact',
  *check(page, workspace) {
    if (isSourceUnread(page)) return;
    for (const commitment of soundCommitments(workspace, page)) {
      if (commitment.source.length > 0) continue;
      if (hasUnsourcedEnd(commitment) || hasUnsourcedUpdate(commitment)) continue;
      yield {
        span: commitment.at.tag.head,
        message: `${subject(commitment)} has no source.`,
      };
    }
  },
  gathering: {
    place: ({ text, facts: { front } }) => front.span && { ...front.span, end: firstLineEnd(text) },
    message: (places) =>
      places === 1
        ? 'Neither this brief nor one of its commitments names a source. Add source: in the front matter, or source= to the commitment.'
        : `Neither this brief nor ${places} of its commitments name a source. Add source: in the front matter for all of them, or source= to each.`,
  },
};

function subject({ words, what, id }: Commitment): string {
  const said = what || words || (id ?? '');
  return said === '' ? 'This commitment' : quoted(said);
}

function firstLineEnd(text: string): number {
  return text.search(/[\r\n]|$/);
}
