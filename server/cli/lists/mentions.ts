import { definitionsOf, type Page, resolve, type Tag, type Workspace } from '../../core/index.js';
import { cellText, column, type ListDefinition } from './list-definition.js';

/** Text tags of entities and dates; commitments only where `ref` speaks of one defined elsewhere. */
export const mentions: ListDefinition = {
  name: 'mentions',
  singular: 'mention',
  summary: 'each tagged name and date, and what it means',
  keys: ['kind', 'words', 'ids', 'via', 'file', 'range'],
  columns: [
    column('kind', 'kind'),
    column('words', 'words', 3),
    { title: 'means', stretch: 2, text: ({ ids }) => cellText(ids) || '?' },
  ],
  *rows(page, { workspace, places }) {
    for (const tag of page.facts.tags) {
      if (!isMention(tag)) continue;
      const { ids, via } = meaningOf(workspace, page, tag);
      const place = places.locate({ page: page.id, span: tag.span });
      yield { kind: tag.kind, words: tag.words, ids, via, ...place };
    }
  },
};

function isMention({ form, role, refs }: Tag): boolean {
  if (form !== 'text' || role === 'update' || role === 'assessment') return false;
  return role !== 'commitment' || refs !== undefined;
}

interface Meaning {
  readonly ids: readonly string[];
  readonly via: 'name' | 'ref' | 'value' | null;
}

function meaningOf(workspace: Workspace, page: Page, tag: Tag): Meaning {
  if (tag.role === 'date') {
    return tag.edtf === undefined ? { ids: [], via: null } : { ids: [tag.edtf], via: 'value' };
  }
  const resolution = resolve(workspace, page, tag);
  if (resolution.type !== 'resolved') {
    // One wrong id in a list of several does not undo the others; they are counted elsewhere too.
    const known = tag.refs?.filter(({ text }) => isDefined(workspace, text, tag.kind)) ?? [];
    const ids = [...new Set(known.map(({ text }) => text))];
    return { ids, via: ids.length > 0 ? 'ref' : null };
  }
  return { ids: resolution.ids, via: resolution.via };
}

function isDefined(workspace: Workspace, id: string, kind: string): boolean {
  return definitionsOf(workspace, id).some(({ definition }) => definition.kind === kind);
}
