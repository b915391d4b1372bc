import { scalar, type Tag } from '../brief/index.js';
import { STRENGTHS, type Strength } from '../language/index.js';
import { type Page, strengthInWords, type Workspace } from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Rule } from './rule.js';
import { soundTags } from './sound-tags.js';
import { removeAttributeEdit, replacement } from './tag-edits.js';
import { quoted } from './wording.js';

const HOPE = `${DATED}The :place[U.S.] :commitment[hopes to deliver the aircraft]{#c-aircraft by=united-states to=india due=2030 strength=pledged} to :place[India].\n`;

export const overstatedStrength: Rule = {
  name: 'overstated-strength',
  summary: 'A commitment is marked as stronger than its words.',
  reason:
    'A hope is not a pledge, and a reader who counts pledges should not find hopes among them. The strength is read from the words: "shall" and "must" are binding, "pledges" and "agreed to" are pledged, "will" is planned, "intends" and "seeks" are intended, "hopes" and "looks forward" are aspired; under an agreement with legal_status: binding, "agrees to" is binding. If the strong words are somewhere else, quote them with marker=. Otherwise correct strength=, or remove it so that the words decide. A strength that is weaker than the words is your own judgement and is never reported.',
  level: 'warning',
  examples: {
    bad: [{ registry: PARTIES, brief: HOPE }],
    good: [
      { registry: PARTIES, brief: HOPE.replace('strength=pledged', 'strength=aspired') },
      {
        registry: PARTIES,
        brief: HOPE.replace('strength=pledged', 'strength=pledged marker="pledged to"'),
      },
    ],
  },
  sees: 'block',
  names: 'exact',
  *check(page, workspace) {
    for (const tag of soundTags(page, 'commitment')) {
      const found = finding(workspace, page, tag);
      if (found !== undefined) yield found;
    }
  },
};

function finding(workspace: Workspace, page: Page, tag: Tag): Finding | undefined {
  const attribute = tag.attributes.find(({ name }) => name === 'strength');
  const given = attribute && scalar([attribute], 'strength');
  const read = strengthInWords(workspace, page, tag);
  if (attribute === undefined || given === undefined || read === undefined) return undefined;
  const firmness = STRENGTHS.indexOf(given.text as Strength);
  if (firmness < 0 || firmness >= STRENGTHS.indexOf(read.strength)) return undefined;
  return {
    span: given.span,
    message: `This is marked as ${given.text}, but ${quoted(read.words.text)} means ${read.strength}. Change it to ${read.strength}, or quote the stronger words with marker=.`,
    related: [
      { page: page.id, span: read.words.span, message: 'The strength is read from these words.' },
    ],
    fixes: [
      {
        title: `Change to '${read.strength}'`,
        edits: [replacement(page, given, read.strength)],
        certain: false,
      },
      // The second way is as good, so neither is ever taken unless a person chooses it.
      {
        title: 'Remove strength=, so that the words decide',
        edits: [removeAttributeEdit(page, attribute)],
        certain: false,
      },
    ],
  };
}
