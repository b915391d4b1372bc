import type { Kind } from '../../brief/index.js';
import { yamlScalar } from '../../parse/index.js';
import { idsNamed, newEntityId, type Page, type Workspace } from '../../workspace/index.js';
import { topItems } from '../top-items.js';
import { type Completion, MAX_ITEMS } from './completion.js';
import { escapeSnippet } from './insertion.js';
import type { YamlContext } from './yaml-context.js';

/** The kinds at the top of a registry, without those that are there. */
export function kindKeyItems(
  { vocabulary }: Workspace,
  { text }: Page,
  { span, hasColon, column }: YamlContext,
): readonly Completion[] {
  if (column > 0) return [];
  const there = new Set([...text.matchAll(/^([\w-]+):/gm)].map(([, key]) => key));
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  return [...vocabulary.kinds.values()]
    .filter(({ role, tag }) => role === 'entity' && !there.has(tag))
    .map(({ tag, title, summary }) => ({
      label: tag,
      beside: title,
      detail: summary,
      filter: tag,
      icon: { type: 'kind' },
      about: { type: 'kind', kind: tag },
      span,
      insert: hasColon ? tag : `${tag}:`,
      ...(!hasColon && { snippet: `${tag}:${line}  $1:${line}    name: $2` }),
    }));
}

/** What briefs speak of as of this kind and nothing defines: the most spoken of first. */
export function entryItems(
  workspace: Workspace,
  kind: Kind,
  { span, hasColon }: YamlContext,
): readonly Completion[] {
  const wanted = [...unknownOf(workspace, kind.tag)];
  const found = topItems(wanted, MAX_ITEMS, ([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return found.map(([words, count]) => {
    const id = newEntityId(workspace, kind.tag, words);
    return {
      label: words,
      beside: id,
      detail: `Not defined yet; briefs mention it ${count === 1 ? 'once' : `${count} times`}.`,
      filter: `${id} ${words}`,
      icon: { type: 'id' },
      span,
      insert: hasColon ? id : `${id}: { name: ${yamlScalar(words, 'flow')} }`,
      ...(!hasColon && {
        snippet: `${id}: { name: ${escapeSnippet(yamlScalar(words, 'flow'))}$1 \\}`,
      }),
    };
  });
}

/** By their words, how often. */
function unknownOf(workspace: Workspace, kind: string): ReadonlyMap<string, number> {
  const unknown = new Map<string, number>();
  for (const { facts } of workspace.pages.values()) {
    if (facts.role !== 'brief') continue;
    for (const tag of facts.tags) {
      if (tag.role !== 'mention' || tag.kind !== kind || tag.refs !== undefined) continue;
      const { words } = tag;
      const count = unknown.get(words);
      if (count !== undefined) unknown.set(words, count + 1);
      else if (words !== '' && idsNamed(workspace, kind, words).length === 0) unknown.set(words, 1);
    }
  }
  return unknown;
}
