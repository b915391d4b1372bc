import { tagOf, type Use } from '../brief/index.js';
import {
  type DefinitionAt,
  definitionsOf,
  fitsUse,
  type Page,
  type Workspace,
} from '../workspace/index.js';
import type { Finding, Fix, Rule } from './rule.js';
import { soundUses } from './sound-tags.js';
import { aKind, anyOfKinds, definedHere, nameOf } from './wording.js';

export const wrongKind: Rule = {
  name: 'wrong-kind',
  summary: 'An id of the wrong kind is used.',
  reason:
    'Each attribute takes ids of certain kinds: a :person tag takes a person, by= takes someone who can act, under= takes an agreement. An id of another kind cannot be right, and lists would show it in the wrong column. Use the right id, or a tag of the right kind.',
  level: 'error',
  examples: {
    bad: [
      {
        registry: 'place:\n  india: { name: India }\n',
        brief: ':place[India] agreed, and :person[its government]{ref=india} said so.\n',
      },
    ],
    good: [
      {
        registry: 'place:\n  india: { name: India }\n',
        brief: ':place[Its government]{ref=india} agreed.\n',
      },
    ],
  },
  sees: 'block',
  *check(page, workspace) {
    for (const use of soundUses(page)) {
      const definitions = definitionsOf(workspace, use.id.text);
      const [first] = definitions;
      // Defined twice with two kinds is the business of duplicate-id.
      const fits = definitions.some(({ definition }) => fitsUse(workspace, use, definition.kind));
      if (first !== undefined && !fits) yield finding(page, workspace, use, first);
    }
  },
};

function finding(page: Page, workspace: Workspace, use: Use, at: DefinitionAt): Finding {
  const is = aKind(workspace, at.definition.kind);
  const name = nameOf(workspace, use.id.text);
  const told = name === use.id.text ? '' : ` (${name})`;
  const message = `'${use.id.text}'${told} is ${is}, but ${wanting(use)} needs ${anyOfKinds(workspace, use.kinds)}. Use another id here${changeOfKind(use)}.`;
  const fixes = retagged(page, use, at.definition.kind);
  const found = { span: use.id.span, message, related: [definedHere(at)] };
  return fixes.length > 0 ? { ...found, fixes } : found;
}

function wanting({ attribute, kinds, tag }: Use): string {
  if (attribute === 'ref' && kinds !== 'any') return `a :${kinds[0]} tag`;
  const name = attribute.split('.').at(-1) ?? attribute;
  return `'${tag === undefined ? name : name.replaceAll('_', '-')}'`;
}

function changeOfKind({ attribute }: Use): string {
  return attribute === 'ref' ? ', or another kind of tag' : '';
}

/** A mention of one thing may have been given the wrong word after its colon. */
function retagged(page: Page, use: Use, kind: string): readonly Fix[] {
  const tag = tagOf(page.facts, use.tag);
  if (use.attribute !== 'ref' || tag?.refs?.length !== 1 || tag.form !== 'text') return [];
  const edits = [{ page: page.id, span: tag.head, text: kind }];
  return [{ title: `Change the tag to :${kind}`, edits, certain: false }];
}
