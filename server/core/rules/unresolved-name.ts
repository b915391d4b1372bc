import type { Tag } from '../brief/index.js';
import { idsNamed, type Page, perKey, suggestIds, type Workspace } from '../workspace/index.js';
import { askedBefore, idsSharingWords, MAX_SUGGESTED } from './id-suggestions.js';
import type { Finding, Fix, Rule } from './rule.js';
import { openMentions } from './sound-tags.js';
import { addAttributeEdit } from './tag-edits.js';
import { aKind, kindsMeant, kindTitle, listOf, nameOf, quoted } from './wording.js';

export const unresolvedName: Rule = {
  name: 'unresolved-name',
  summary: 'No registered entity of its kind has the tagged name.',
  reason:
    'A tag without ref= is looked up by its words, among the names and other names of its kind. If no entity has this name, readers do not learn who is meant, and the mention is missing from every list. Add the words to other_names in the registry. For words that are not a name, such as "he" or "both countries", say who is meant with ref=. If the entity is new, add it to a registry.',
  level: 'error',
  examples: {
    bad: [
      {
        registry: 'person:\n  pete-hegseth: { name: Pete Hegseth }\n',
        brief: ':person[Pete Hegseth] arrived. :person[Secretary Hegseth] left again.\n',
      },
      {
        registry: 'place:\n  india: { name: India }\n',
        brief: ':place[India] agreed. So :org[India] will act.\n',
      },
      { brief: 'On :date[31 October 2025] :person[he] arrived.\n' },
    ],
    good: [
      {
        registry:
          'person:\n  pete-hegseth: { name: Pete Hegseth, other_names: [Secretary Hegseth] }\n',
        brief: ':person[Secretary Hegseth] spoke. :person[He]{ref=pete-hegseth} left.\n',
      },
    ],
  },
  sees: 'block',
  *check(page, workspace) {
    let asked = askedBefore(page, 'unresolved-name');
    for (const { tag, resolution } of openMentions(workspace, page)) {
      if (resolution.type !== 'unresolved') continue;
      asked += 1;
      yield finding(page, workspace, tag, asked > MAX_SUGGESTED ? [] : SUGGESTIONS);
    }
  },
};

function finding(
  page: Page,
  workspace: Workspace,
  tag: Tag,
  suggestions: readonly Suggest[],
): Finding {
  const span = tag.label ?? tag.head;
  const nobody = `No ${kindTitle(workspace, tag.kind)} is called ${quoted(tag.words)}.`;
  for (const suggest of suggestions) {
    const { hint, fixes } = suggest(page, workspace, tag) ?? {};
    if (hint !== undefined) return { span, message: `${nobody} ${hint}`, fixes: fixes ?? [] };
  }
  const message = `${nobody} Say who or what is meant with ref=, or add the name to a registry.`;
  return { span, message };
}

type Suggest = (page: Page, workspace: Workspace, tag: Tag) => Suggestion | undefined;

/** The first that knows something speaks. */
const SUGGESTIONS: readonly Suggest[] = [ofAnotherKind, misspelt, partly];

interface Suggestion {
  readonly hint: string;
  readonly fixes: readonly Fix[];
}

/** The tag has the right words and the wrong kind. */
function ofAnotherKind(page: Page, workspace: Workspace, tag: Tag): Suggestion | undefined {
  const kinds = kindsNamed(workspace, tag.words).filter((kind) => kind !== tag.kind);
  if (kinds.length === 0) return undefined;
  const there = listOf(
    kinds.map((kind) => aKind(workspace, kind)),
    'and',
  );
  const wanted = listOf(
    kinds.map((kind) => `:${kind}`),
    'or',
  );
  const fixes = kinds.map((kind) => ({
    title: `Change the tag to :${kind}`,
    edits: [{ page: page.id, span: tag.head, text: kind }],
    certain: false,
  }));
  return { hint: `It is registered as ${there}: write ${wanted}, or correct the name.`, fixes };
}

/** The kinds of which something is called so. */
const kindsNamed = perKey((workspace, words: string): readonly string[] =>
  kindsMeant(workspace, 'any').filter((kind) => idsNamed(workspace, kind, words).length > 0),
);

function misspelt(page: Page, workspace: Workspace, tag: Tag): Suggestion | undefined {
  const ids = suggestIds(workspace, tag.words, [tag.kind]);
  if (ids.length === 0) return undefined;
  return {
    hint: `Did you mean ${offer(workspace, ids)}?`,
    fixes: pointing(page, workspace, tag, ids),
  };
}

function partly(page: Page, workspace: Workspace, tag: Tag): Suggestion | undefined {
  const ids = idsSharingWords(workspace, tag.kind, tag.words);
  if (ids.length === 0) return undefined;
  const step = 'If so, add ref=, or add these words to other_names in the registry.';
  return {
    hint: `Maybe ${offer(workspace, ids)} is meant. ${step}`,
    fixes: pointing(page, workspace, tag, ids),
  };
}

function offer(workspace: Workspace, ids: readonly string[]): string {
  const named = ids.map((id) => `${nameOf(workspace, id)} ('${id}')`);
  return listOf(named, 'or');
}

function pointing(
  page: Page,
  workspace: Workspace,
  tag: Tag,
  ids: readonly string[],
): readonly Fix[] {
  return ids.map((id) => ({
    title: `Say that ${nameOf(workspace, id)} is meant: ref=${id}`,
    edits: [addAttributeEdit(page, tag, `ref=${id}`)],
    certain: false,
  }));
}
