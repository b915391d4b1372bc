import type { Use } from '../brief/index.js';
import { definitionsOf, type Page, type Workspace } from '../workspace/index.js';
import { replaced } from './mending.js';
import type { Finding, Fix, Rule } from './rule.js';
import { idsCalled, idsLike } from './suggestions.js';
import { soundUses } from './tags-of.js';
import { kindsMeant, listOf, nameOf, quoted } from './wording.js';

export const unresolvedReference: Rule = {
  name: 'unresolved-reference',
  summary: 'An id is pointed at that nothing defines.',
  reason:
    'Ids tie the words of a brief to the people, places and promises they are about. An id that nothing defines ties them to nobody: the mention is missing from every list, and a promise by it is a promise by no one. Correct the id, or define it once, in a registry or with #id on a tag.',
  level: 'error',
  examples: {
    bad: [
      {
        registry: 'person:\n  pete-hegseth: { name: Pete Hegseth }\n',
        brief:
          ':person[Pete Hegseth] spoke first. Later :person[he]{ref=pete-hegset} took questions.\n',
        fixed:
          ':person[Pete Hegseth] spoke first. Later :person[he]{ref=pete-hegseth} took questions.\n',
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
  *check(page, workspace) {
    for (const use of soundUses(page)) {
      if (definitionsOf(workspace, use.id.text).length === 0) yield finding(page, workspace, use);
    }
  },
};

function finding(page: Page, workspace: Workspace, use: Use): Finding {
  const written = use.id.text;
  const called = idsCalled(workspace, use.kinds, written);
  const alike = called.length > 0 ? [] : idsLike(workspace, use.kinds, written);
  const wanted = called.length > 0 ? called : alike.map(({ word }) => word);
  // One letter off one id and one only is a slip of the keyboard; all else is a guess.
  const certain = alike[0]?.distance === 1 && alike[1]?.distance !== 1;
  const offered = (certain ? wanted.slice(0, 1) : wanted).slice(0, 3);
  const fixes = offered.map(
    (id): Fix => ({ title: `Change to '${id}'`, edits: [replaced(page, use.id, id)], certain }),
  );
  const message = wording(workspace, use, offered, called.length > 0);
  const found = { span: use.id.span, message };
  return fixes.length > 0 ? { ...found, fixes } : found;
}

function wording(
  workspace: Workspace,
  { id, kinds }: Use,
  offered: readonly string[],
  isName: boolean,
): string {
  const names = offered.map((wanted) => {
    const name = nameOf(workspace, wanted);
    return name === wanted || isName ? `'${wanted}'` : `'${wanted}' (${name})`;
  });
  if (isName && offered.length === 1) {
    return `${quoted(id.text)} is no id. The id of ${nameOf(workspace, offered[0] ?? '')} is ${names[0]}.`;
  }
  const what = isOnly(kinds, 'commitment') ? 'No commitment' : 'Nothing';
  const nobody = `${what} has the id ${quoted(id.text)}.`;
  if (offered.length > 0) return `${nobody} Did you mean ${listOf(names, 'or')}?`;
  return `${nobody} ${nextStep(workspace, kinds)}`;
}

function nextStep(workspace: Workspace, kinds: Use['kinds']): string {
  if (isOnly(kinds, 'commitment')) {
    return 'Correct it, or give the commitment this id with #.';
  }
  const [kind = 'person', ...others] = kindsMeant(workspace, kinds);
  const under = others.length === 0 ? ` under '${kind}:'` : '';
  return `Correct it, or define it in a registry${under}.`;
}

function isOnly(kinds: Use['kinds'], kind: string): boolean {
  return kinds !== 'any' && kinds.length === 1 && kinds[0] === kind;
}
