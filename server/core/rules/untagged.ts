import { type Annotation, type Annotations, suggestionsPart } from '../suggest/index.js';
import { foldName } from '../text/index.js';
import type { Page, Workspace } from '../workspace/index.js';
import type { Fix } from './rule.js';
import { aKind } from './wording.js';

/** What is suggested in a page of one type. */
export function untagged(
  page: Page,
  workspace: Workspace,
  type: Annotation['type'],
): { readonly found: readonly Annotation[]; readonly all: Annotations } {
  const all = suggestionsPart.loaded()?.suggestionsOf(workspace, page) ?? NOTHING;
  return { found: all.suggestions.filter((one) => one.type === type), all };
}

const NOTHING: Annotations = { suggestions: [], entities: [] };

/**
 * Tags what is suggested. Of something that is not registered yet the first mention defines it, if it says the
 * whole name; nothing refers to what is not there.
 */
export function tagFixes(
  page: Page,
  workspace: Workspace,
  one: Annotation,
  { entities }: Annotations,
): readonly Fix[] {
  const { kind, entity, level } = one;
  const edits = one.edits.map((edit) => ({ ...edit, page: page.id }));
  const last = edits.at(-1);
  if (last === undefined) return [];
  const proposed = entities.find(({ key }) => key === entity);
  if (proposed !== undefined) {
    if (foldName(proposed.name) !== foldName(one.words)) return [];
    const text = `${last.text}{#${proposed.id}}`;
    const title = `Tag it as ${aKind(workspace, kind)}, defined here as '${proposed.id}'`;
    return [{ title, edits: [...edits.slice(0, -1), { ...last, text }], certain: false }];
  }
  if (refersToNobody(one)) return [];
  const isCertain = level === 'certain';
  return [{ title: `Tag it as ${aKind(workspace, kind)}`, edits, certain: isCertain }];
}

/** Whether it is not known who is meant, or the one meant would have to be defined first. */
function refersToNobody({ type, kind, ids, entity, commitment }: Annotation): boolean {
  if (commitment !== undefined) {
    const { by, to, saidBy, at, under } = commitment;
    const parties = [...by, ...commitment.for, ...to, ...saidBy, at ?? '', under ?? ''];
    return by.length === 0 || parties.some((key) => key.includes(':'));
  }
  return type === 'mention' && kind !== 'date' && (ids.length === 0 || entity !== null);
}
