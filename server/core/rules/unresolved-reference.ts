import { isId, type Use } from '../brief/index.js';
import { definitionsOf, type Page, type Workspace } from '../workspace/index.js';
import {
  askedBefore,
  EMPTY_SUGGESTION,
  MAX_SUGGESTED,
  type Suggestion,
  suggestion,
} from './id-suggestions.js';
import type { Finding, Fix, Rule } from './rule.js';
import { soundUses } from './sound-tags.js';
import { replacement } from './tag-edits.js';
import { kindsMeant, listOf, nameOf, quoted, shortened } from './wording.js';

export const unresolvedReference: Rule = {
  name: 'unresolved-reference',
  summary: 'An id is used, but nothing defines it.',
  reason:
    'Ids connect the words of a brief with people, places and promises. If nothing defines an id, the mention is missing from every list, and a promise by this id has no party. Correct the id, or define it once, in a registry or with #id on a tag.',
  level: 'error',
  examples: {
    bad: [
      {
        registry: 'person:\n  pete-hegseth: { name: Pete Hegseth }\n',
        brief:
          ':person[Pete Hegseth] spoke first. Later :person[he]{ref=pete-hegset} took questions.\n',
      },
      {
        registry: 'place:\n  india: { name: India }\n',
        brief: 'Talks in :place[India] went on in :place[the capital]{ref=new-delhi}.\n',
      },
      { brief: '---\nsource: joint-statement\n---\nThey met on :date[31 October 2025].\n' },
    ],
    good: [
      {
        registry: 'person:\n  pete-hegseth: { name: Pete Hegseth }\n',
        brief: ':person[He]{ref=pete-hegseth} took questions.\n',
      },
    ],
  },
  sees: 'block',
  *check(page, workspace) {
    let asked = askedBefore(page, 'unresolved-reference');
    for (const use of soundUses(page)) {
      if (!isId(use.id.text) || definitionsOf(workspace, use.id.text).length > 0) continue;
      asked += 1;
      const { kinds, id } = use;
      const meant =
        asked > MAX_SUGGESTED ? EMPTY_SUGGESTION : suggestion(workspace, kinds, id.text);
      yield finding(page, workspace, use, meant);
    }
  },
};

function finding(page: Page, workspace: Workspace, use: Use, meant: Suggestion): Finding {
  const fixes = meant.ids.map(
    (id): Fix => ({
      title: `Change to '${id}'`,
      edits: [replacement(page, use.id, id)],
      certain: false,
    }),
  );
  const found = { span: use.id.span, message: wording(workspace, use, meant) };
  return fixes.length > 0 ? { ...found, fixes } : found;
}

function wording(workspace: Workspace, { id, kinds }: Use, { ids, isName }: Suggestion): string {
  const names = ids.map((wanted) => {
    const name = nameOf(workspace, wanted);
    return name === wanted || isName ? `'${wanted}'` : `'${wanted}' (${name})`;
  });
  if (isName && ids.length === 1) {
    return `${quoted(id.text)} is not an id. The id of ${nameOf(workspace, ids[0] ?? '')} is ${names[0]}.`;
  }
  const what = isOnly(kinds, 'commitment') ? 'No commitment' : 'Nothing';
  const nobody = `${what} has the id ${quoted(id.text)}.`;
  if (ids.length > 0) return `${nobody} Did you mean ${listOf(names, 'or')}?`;
  return `${nobody} ${nextStep(workspace, { id, kinds })}`;
}

function nextStep(workspace: Workspace, { id, kinds }: Pick<Use, 'id' | 'kinds'>): string {
  if (isOnly(kinds, 'commitment')) {
    return `Correct it, or add #${shortened(id.text)} to the tag of the commitment that you mean.`;
  }
  const [kind = 'person', ...others] = kindsMeant(workspace, kinds);
  const under = others.length === 0 ? ` under '${kind}:'` : '';
  return `Correct it, or define it in a registry${under}.`;
}

function isOnly(kinds: Use['kinds'], kind: string): boolean {
  return kinds !== 'any' && kinds.length === 1 && kinds[0] === kind;
}
