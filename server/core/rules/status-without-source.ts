import { scalar, scalars, type Tag } from '../brief/index.js';
import type { Page } from '../workspace/index.js';
import { PARTIES, SOURCED_PROMISE } from './example-parts.js';
import { hasUnsourcedEnd, isSourceUnread } from './missing-sources.js';
import type { Finding, Rule } from './rule.js';
import { placeOf, soundCommitments, soundTags } from './sound-tags.js';
import { quoted, valueInWords } from './wording.js';

export const statusWithoutSource: Rule = {
  name: 'status-without-source',
  summary: 'An update of a commitment, or its final status, has no source.',
  reason:
    'Readers will first want to check the claim that a promise was kept or broken. Name the document with source=, on the update or on the commitment itself, or in the front matter for the whole brief.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: PARTIES,
        brief: `${SOURCED_PROMISE}\n::update[Delivered]{of=c-aircraft status=fulfilled on=2025-11-03}\n`,
      },
      {
        registry: PARTIES.replace(/source:.*/s, ''),
        brief: SOURCED_PROMISE.replace(
          'due=2030 source=joint-statement',
          'due=2030 status=fulfilled',
        ),
      },
    ],
    good: [
      {
        registry: `${PARTIES}  delivery-note: { name: Delivery note }\n`,
        brief: `${SOURCED_PROMISE}\n::update[Delivered]{of=c-aircraft status=fulfilled on=2025-11-03 source=delivery-note}\n`,
      },
    ],
  },
  sees: 'block',
  names: 'exact',
  *check(page, workspace) {
    if (isSourceUnread(page)) return;
    for (const commitment of soundCommitments(workspace, page)) {
      if (hasUnsourcedEnd(commitment)) yield ended(commitment.at.tag);
    }
    for (const tag of soundTags(page, 'update')) {
      if (isUnsourced(page, tag)) yield news(tag);
    }
  },
};

function isUnsourced(page: Page, tag: Tag): boolean {
  return scalars(tag.attributes, 'source').length === 0 && page.facts.front.source.length === 0;
}

const STEP = 'Add source= here, or source: in the front matter for the whole brief.';

function ended(tag: Tag): Finding {
  const status = scalar(tag.attributes, 'status')?.text;
  return {
    span: placeOf(tag, 'status'),
    message: `No source says that this commitment is ${valueInWords(status ?? '')}. ${STEP}`,
  };
}

function news(tag: Tag): Finding {
  const of = scalar(tag.attributes, 'of')?.text;
  const status = scalar(tag.attributes, 'status')?.text;
  const what = of === undefined ? 'the commitment' : quoted(of);
  const says =
    status === undefined
      ? `is given for this update of ${what}`
      : `says that ${what} is ${valueInWords(status)}`;
  return {
    span: placeOf(tag, 'status', 'progress', 'due'),
    message: `No source ${says}. ${STEP}`,
  };
}
