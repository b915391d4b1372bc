import type { Definition } from '../../brief/index.js';
import { bySpan, contains, counted, type Span } from '../../text/index.js';
import { type Page, type Workspace, yamlOf } from '../../workspace/index.js';
import type { OutlineItem } from './outline-item.js';
import { definitionDetail, shortWords } from './outline-words.js';

/** The kinds of a registry, below them their entries. */
export function outlineOfRegistry(workspace: Workspace, page: Page): readonly OutlineItem[] {
  const { value } = yamlOf(page);
  if (value?.type !== 'mapping') return [];
  const definitions = page.facts.definitions.toSorted((a, b) => bySpan(a.span, b.span));
  const keys = value.entries.toSorted((a, b) => bySpan(a.key.span, b.key.span));
  const items: OutlineItem[] = [];
  let at = 0;
  for (const [index, { key }] of keys.entries()) {
    const next = keys[index + 1]?.key.span.start ?? page.text.length + 1;
    const entries: OutlineItem[] = [];
    for (let one = definitions[at]; one !== undefined && one.span.start < next; ) {
      if (one.span.start >= key.span.start) entries.push(entryOf(one));
      at += 1;
      one = definitions[at];
    }
    const kind = workspace.vocabulary.kinds.get(key.text);
    if (kind === undefined && entries.length === 0) continue;
    const name = kind?.plural ?? (shortWords(key.text) || 'Entries');
    items.push(kindItem(name, kind?.tag ?? '', key.span, entries));
  }
  return items;
}

function kindItem(
  name: string,
  kind: string,
  selection: Span,
  children: readonly OutlineItem[],
): OutlineItem {
  const end = Math.max(selection.end, children.at(-1)?.span.end ?? 0);
  const span = { start: selection.start, end };
  const count = counted(children.length, 'entry', 'entries');
  return { name, detail: count, type: 'kind', kind, span, selection, children };
}

function entryOf(definition: Definition): OutlineItem {
  const { kind, id, name, span } = definition;
  return {
    name: shortWords(name.text) || shortWords(id.text) || 'Entry without a name',
    detail: definitionDetail('', definition),
    type: 'definition',
    kind,
    span,
    // A name that an alias stands for is written elsewhere.
    selection: contains(span, name.span) ? name.span : id.span,
    children: [],
  };
}
