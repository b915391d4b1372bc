import type { Fault } from '../brief/index.js';
import { definitionsOf, type Page, usesOf, type Workspace } from '../workspace/index.js';
import { faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';
import { removalFromBraces } from './tag-edits.js';

export const refWithId: Rule = faultRule({
  name: 'ref-with-id',
  summary: "A tag has both '#id' and 'ref'.",
  reason:
    "'#id' defines something here, and 'ref' refers to something that is defined elsewhere. A tag cannot do both.",
  level: 'error',
  message: () =>
    `#id defines something here, and ref refers to something defined elsewhere. This tag has both. Remove one of them.`,
  examples: {
    bad: [
      {
        brief: 'In :place[Delhi]{#delhi ref=new-delhi}.\n',
        registry: `place:
  new-delhi: { name: New Delhi }
`,
      },
    ],
    good: [{ brief: 'In :place[Delhi]{#delhi}. :place[The city]{ref=delhi} is old.\n' }],
  },
  offers: eitherOffers,
});

/** Only one of them; the id stays where something points at it and nothing else has it. */
function* eitherOffers(page: Page, workspace: Workspace, fault: Fault): Iterable<Offer> {
  const { text } = page;
  const { start, end } = fault.span;
  const id = text.slice(start, end).replace(/^#/, '');
  const mark = text[start] === '#' ? start : text[start - 1] === '#' ? start - 1 : undefined;
  const from = Math.max(0, start - MAX_LENGTH);
  const braces = from + text.slice(from, start).lastIndexOf('{');
  const inside = text.slice(braces, braces + MAX_LENGTH);
  const ref = /(?<=[\s{])ref=(?:"[^"\r\n{}]*"|[^\s"'{}]*)/.exec(inside);
  const isNeeded = usesOf(workspace, id).length > 0 && definitionsOf(workspace, id).length < 2;
  if (mark !== undefined && !isNeeded)
    yield {
      title: `Remove '#${id}', so that it refers to what is defined elsewhere`,
      edits: [removalFromBraces(text, { start: mark, end })],
      toChoose: true,
    };
  if (braces < from || ref === null) return;
  const at = braces + ref.index;
  yield {
    title: `Remove '${ref[0]}', so that it defines '${id}'`,
    edits: [removalFromBraces(text, { start: at, end: at + ref[0].length })],
    toChoose: true,
  };
}

const MAX_LENGTH = 1000;
