import type { Tag } from '../brief/index.js';
import { counted } from '../text/index.js';
import { entityOf, type Page, type Workspace } from '../workspace/index.js';
import type { Finding, Rule } from './rule.js';
import { openMentions } from './sound-tags.js';
import { addAttributeEdit } from './tag-edits.js';
import { definedHere, kindTitle, listOf, nameAndId, nameOf, quoted } from './wording.js';

export const ambiguousName: Rule = {
  name: 'ambiguous-name',
  summary: 'More than one entity of its kind has the tagged name.',
  reason:
    'Two people may share a name, and two offices a title. Rapporteur does not guess: a promise that is linked to the wrong person is worse than one that is linked to nobody. Add ref= with the id of the one you mean. If the name should always mean one of them, remove it from the other_names of the others.',
  level: 'error',
  examples: {
    bad: [
      {
        registry:
          'person:\n  manmohan-singh: { name: Manmohan Singh, other_names: [Singh] }\n  rajnath-singh: { name: Rajnath Singh, other_names: [Singh] }\n',
        brief:
          ':person[Rajnath Singh] spoke. He quoted :person[Manmohan Singh]. Then :person[Singh] left.\n',
      },
    ],
    good: [
      {
        registry:
          'person:\n  manmohan-singh: { name: Manmohan Singh, other_names: [Singh] }\n  rajnath-singh: { name: Rajnath Singh, other_names: [Singh] }\n',
        brief: ':person[Manmohan Singh] spoke. Then :person[Singh]{ref=rajnath-singh} left.\n',
      },
    ],
  },
  sees: 'block',
  *check(page, workspace) {
    for (const { tag, resolution } of openMentions(workspace, page)) {
      if (resolution.type === 'ambiguous') {
        yield finding(page, workspace, tag, resolution.candidates);
      }
    }
  },
};

/** More than a person will read through. */
const MAX_NAMED = 5;

function finding(
  page: Page,
  workspace: Workspace,
  tag: Tag,
  candidates: readonly string[],
): Finding {
  const first = candidates.slice(0, candidates.length > MAX_NAMED ? MAX_NAMED - 1 : MAX_NAMED);
  const told = first.map((id) => nameAndId(workspace, id));
  const rest = candidates.length - first.length;
  const shown = rest > 0 ? [...told, counted(rest, 'other')] : told;
  const what = kindTitle(workspace, tag.kind);
  return {
    span: tag.label ?? tag.head,
    message: `More than one ${what} is called ${quoted(tag.words)}: ${listOf(shown, 'or')}. Say which one with ref=.`,
    related: first.flatMap((id) => {
      const at = entityOf(workspace, id);
      return at === undefined ? [] : [definedHere(at)];
    }),
    fixes: first.map((id) => ({
      title: `Say that it is ${nameOf(workspace, id)}: ref=${id}`,
      edits: [addAttributeEdit(page, tag, `ref=${id}`)],
      certain: false,
    })),
  };
}
