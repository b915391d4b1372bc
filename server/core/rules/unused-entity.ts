import { type Definition, definitionOf, tagOf } from '../brief/index.js';
import {
  addressesOf,
  isMentioned,
  isOnlyHere,
  isSharedName,
  type Page,
  pagesUsing,
  usesIn,
  type Workspace,
} from '../workspace/index.js';
import type { Rule } from './rule.js';
import { kindTitle, shortened } from './wording.js';

export const unusedEntity: Rule = {
  name: 'unused-entity',
  summary: 'An entity is defined, but nothing mentions it or refers to it.',
  reason:
    'An entry that no brief mentions may be left over, or a brief may mention it in words that are not tagged yet. Tag those words, remove the entry, or keep it for later: this is only a hint.',
  level: 'hint',
  examples: {
    bad: [
      {
        brief:
          '::person[Pete Hegseth]{#pete-hegseth}\n\nThey met on :date[31 October 2025]; Mr. Hegseth spoke.\n',
      },
    ],
    good: [
      {
        brief: '::person[Pete Hegseth]{#pete-hegseth}\n\nThen :person[Pete Hegseth] spoke.\n',
      },
      {
        registry:
          'person:\n  pete-hegseth: { name: Pete Hegseth, memberships: [{ office: us-defense }] }\noffice:\n  us-defense: { name: U.S. Secretary of Defense }\n',
        brief: 'Then :person[Pete Hegseth] spoke.\n',
      },
    ],
  },
  sees: 'block',
  names: 'exact',
  *check(page, workspace) {
    for (const definition of page.facts.definitions) {
      if (!isUnused(page, workspace, definition)) continue;
      const name = shortened(definition.name.text);
      const what = kindTitle(workspace, definition.kind);
      yield {
        span: definition.id.span,
        message: `Nothing mentions the ${what} ${name} or refers to '${definition.id.text}'. Tag a mention of it, or remove its definition.`,
      };
    }
  },
};

function isUnused(page: Page, workspace: Workspace, definition: Definition): boolean {
  const { id, tag } = definition;
  if (workspace.vocabulary.kinds.get(definition.kind)?.role !== 'entity') return false;
  // In a sentence, the definition is its own first mention.
  if (tagOf(page.facts, tag)?.form === 'text') return false;
  if (!isOnlyHere(workspace, page, definition)) return false;
  // In this order, as it saves looking at thousands of pages that point at it.
  const words = [id.text, ...addressesOf(definition)];
  if (words.some((word) => isPointedAt(page, workspace, word)) || mayBeMeant(workspace, definition))
    return false;
  return !isMentioned(workspace, id.text, [{ page: page.id, definition }]);
}

/** A name that others have too may be mentioned and mean this one: that is for ambiguous-name. */
function mayBeMeant(workspace: Workspace, { kind, name, otherNames }: Definition): boolean {
  return [name, ...otherNames].some(({ text }) => isSharedName(workspace, kind, text));
}

/** An entry that names only itself is still used by nobody. */
function isPointedAt(page: Page, workspace: Workspace, id: string): boolean {
  if (pagesUsing(workspace, id).some((from) => from !== page.id)) return true;
  const whole = workspace.pages.get(page.id) ?? page;
  return usesIn(whole, id).some(({ definition, tag }) => {
    const user = definitionOf(whole.facts, definition) ?? tagOf(whole.facts, tag);
    return user?.id?.text !== id;
  });
}
