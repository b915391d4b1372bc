import { tagOf } from '../../brief/index.js';
import { bySpan, type Span, shift, touches } from '../../text/index.js';
import {
  definitionsIn,
  mentionsIn,
  type Page,
  resolve,
  syntaxOf,
  usesIn,
  type Workspace,
} from '../../workspace/index.js';
import { targetAt } from '../target-at.js';

/** A place that speaks of what is under the cursor. */
export interface Highlight {
  readonly span: Span;
  /** `definition`: says what it is; `pointer`: an id that points there; `words`: what a reader reads. */
  readonly type: 'definition' | 'pointer' | 'words';
}

/**
 * Every place in this page that means what the cursor is on: an entity or commitment by name, by `ref`
 * and in attributes; a footnote with its text; the other end of a `:::` block. In order of place.
 * @param offset UTF-16
 */
export function highlights(workspace: Workspace, page: Page, offset: number): readonly Highlight[] {
  const fence = fencesAt(page, offset);
  if (fence.length > 0) return fence;
  const thing = targetAt(workspace, page, offset);
  if (thing?.type === 'footnote') return footnotes(page, thing.footnote.label.text);
  const ids = new Set<string>();
  if (thing?.type === 'use') ids.add(thing.use.id.text);
  else if (thing?.type === 'definition') ids.add(thing.definition.id.text);
  else if (thing?.type === 'mention') {
    const found = resolve(workspace, page, thing.tag);
    if (found.type === 'resolved') for (const id of found.ids) ids.add(id);
  } else if (thing?.type === 'commitment' && thing.tag.id !== undefined) {
    ids.add(thing.tag.id.text);
  }
  return ids.size === 0 ? [] : meaning(workspace, page, ids);
}

function meaning(workspace: Workspace, page: Page, ids: ReadonlySet<string>): readonly Highlight[] {
  const found = new Map<string, Highlight>();
  const add = (span: Span, type: Highlight['type']): void => {
    const key = `${span.start}-${span.end}`;
    if (span.end > span.start && !found.has(key)) found.set(key, { span, type });
  };
  for (const id of ids) {
    for (const { id: written, name, tag } of definitionsIn(page, id)) {
      add(written.span, 'definition');
      add(tagOf(page.facts, tag)?.label ?? name.span, 'definition');
    }
    for (const use of usesIn(page, id)) add(use.id.span, 'pointer');
  }
  for (const id of ids) {
    for (const { label } of mentionsIn(workspace, page, id)) if (label) add(label, 'words');
  }
  return [...found.values()].sort((a, b) => bySpan(a.span, b.span));
}

/** Labels of footnotes are the same in any case. */
function footnotes({ facts }: Page, label: string): readonly Highlight[] {
  const wanted = label.toLowerCase();
  return facts.footnotes
    .filter((footnote) => footnote.label.text.toLowerCase() === wanted)
    .map(({ form, span, label: { span: inner } }) =>
      form === 'definition'
        ? { span: inner, type: 'definition' as const }
        : { span, type: 'words' as const },
    );
}

/** The opening and the closing line of the block at whose colons the cursor is. */
function fencesAt(page: Page, offset: number): readonly Highlight[] {
  const { blocks, fences } = syntaxOf(page);
  for (const { open, close } of fences) {
    const placed = blocks[open.block];
    const tag = placed?.block.tags[open.tag];
    if (placed === undefined || tag === undefined || close === undefined) continue;
    const { start } = shift(tag.span, placed.at);
    const colons = { start, end: start + tag.colons };
    if (!touches(colons, offset) && !touches(close, offset)) continue;
    return [colons, close].map((span) => ({ span, type: 'words' }));
  }
  return [];
}
