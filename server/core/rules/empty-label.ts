import type { Fault } from '../brief/index.js';
import { entityOf, type Page, type Workspace } from '../workspace/index.js';
import { faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';
import { tagAround } from './tag-edits.js';
import { thisTag } from './wording.js';

export const emptyLabel: Rule = faultRule({
  name: 'empty-label',
  summary: 'A tag has no words between its brackets.',
  reason:
    'A tag marks the words between its brackets: they say what is meant, readers see them, and strip keeps them. Without words there is nothing to mark. If the text does not name something, write a record on its own line instead.',
  level: 'error',
  fix: 'Remove the empty brackets',
  message: ({ detail }) =>
    `${thisTag(detail)} has no words. Write them between the brackets, or remove the tag.`,
  examples: {
    bad: [{ brief: 'We met in :place[].\n' }],
    good: [{ brief: 'We met in :place[Delhi]{#delhi}.\n' }],
  },
  offers: labelOffers,
});

/** The name of whom it means, where it says so; or no tag. */
function* labelOffers(page: Page, workspace: Workspace, fault: Fault): Iterable<Offer> {
  const tag = tagAround(page, fault);
  if (tag === undefined) return;
  const [meant, another] = tag.refs ?? [];
  const name =
    meant === undefined || another !== undefined
      ? undefined
      : entityOf(workspace, meant.text)?.definition.name.text;
  const at = tag.label?.start;
  if (name !== undefined && at !== undefined && !/[[\]\r\n]/.test(name))
    yield {
      title: `Write '${name}'`,
      edits: [{ span: { start: at, end: tag.label?.end ?? at }, text: name }],
      toChoose: true,
    };
  yield { title: 'Remove the tag', edits: [{ span: tag.span, text: '' }], toChoose: true };
}
