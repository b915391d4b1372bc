import { type Definition, headingAttributes, partsOf, type Tag } from '../../brief/index.js';
import { shift } from '../../text/index.js';
import {
  type Commitment,
  commitmentOfTag,
  type Page,
  syntaxOf,
  type Workspace,
} from '../../workspace/index.js';
import { actOf } from '../describe/commitment-words.js';
import { type KeptByBlock, keptByBlock } from '../kept-by-block.js';
import type { OutlineItem } from './outline-item.js';
import { outlineOfRegistry } from './outline-registry.js';
import { type PlacedItem, treeOf } from './outline-tree.js';
import {
  assessmentDetail,
  assessmentName,
  commitmentDetail,
  definitionDetail,
  mentionName,
  shortWords,
  updateDetail,
  updateName,
} from './outline-words.js';

/** What an outline lists of the tags of a brief, by block: the next edit goes on from there. */
export type KeptOutline = KeptByBlock<readonly PlacedItem[]>;

/**
 * What stands in a page: of Markdown its headings, under them what is promised, reported and defined
 * there, and in each commitment whom it speaks of; of a registry its kinds and their entries.
 * @param headings `left out` for an editor that lists them itself
 * @param kept of this page, see {@link keptOutline}: then its tags are not gone through again
 */
export function outline(
  workspace: Workspace,
  page: Page,
  headings: 'listed' | 'left out' = 'listed',
  kept?: KeptOutline,
): readonly OutlineItem[] {
  if (page.facts.role === 'registry') return outlineOfRegistry(workspace, page);
  const sections = headings === 'listed' ? headingsOf(page) : [];
  const items = kept?.page === page ? placedItems(kept) : tags(workspace, page, 0);
  return treeOf(page.text, [...sections, ...items]);
}

/**
 * What an outline lists of the tags of a brief; after an edit only those blocks are gone through that it touched.
 * @param before of the same page before some edits
 */
export function keptOutline(
  before: KeptOutline | undefined,
  workspace: Workspace,
  page: Page,
): KeptOutline | undefined {
  if (page.facts.role !== 'brief') return undefined;
  return keptByBlock(before, workspace, page, (part, block) =>
    tags(workspace, part, block.tags).map((item) => moved(item, -block.at)),
  );
}

function placedItems({ page, pieces }: KeptOutline): readonly PlacedItem[] {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const items: PlacedItem[] = [];
  for (const [index, { at }] of blocks.entries())
    for (const item of pieces[index] ?? []) items.push(moved(item, at));
  return items;
}

function moved({ item, span, depth }: PlacedItem, by: number): PlacedItem {
  const { name, detail, type, kind, selection } = item;
  return {
    item: { name, detail, type, kind, selection: shift(selection, by) },
    span: shift(span, by),
    depth,
  };
}

/** Headings in quotes and list items begin no section of the text. */
function headingsOf(page: Page): readonly PlacedItem[] {
  const found: PlacedItem[] = [];
  let index = 0;
  for (const { at, block } of syntaxOf(page).blocks) {
    for (const { span, content, depth, top } of block.headings) {
      const words = page.facts.headings[index]?.words ?? '';
      index += 1;
      if (!top) continue;
      const place = headingAttributes(page.text, shift(content, at)).words;
      const selection = place.end > place.start ? place : shift(span, at);
      const name = shortWords(words) || 'Heading without words';
      const item = { name, detail: '', type: 'heading', kind: '', selection } as const;
      found.push({ item, span: shift(span, at), depth });
    }
  }
  return found;
}

/** @param first the index in the text of the first tag of the page, which may be a part of one */
function tags(workspace: Workspace, page: Page, first: number): readonly PlacedItem[] {
  if (page.facts.role !== 'brief') return [];
  const definitions = new Map(page.facts.definitions.map((each) => [each.tag, each]));
  const isInCommitment: boolean[] = [];
  const found: PlacedItem[] = [];
  for (const [index, tag] of page.facts.tags.entries()) {
    const inside = tag.parent !== undefined && isInCommitment[tag.parent - first] === true;
    isInCommitment.push(inside || tag.role === 'commitment');
    if (tag.role === 'mention' && !inside) continue;
    const commitment = commitmentOfTag(workspace, page, tag);
    const known = { commitment, definition: definitions.get(index + first) };
    const said = itemWords(workspace, page, tag, known);
    if (said === undefined) continue;
    const selection = tag.label ?? tag.fences?.open ?? tag.head;
    const item = { ...said, kind: tag.kind, selection };
    found.push({ item, span: tag.span, depth: undefined });
  }
  return found;
}

type ItemWords = Pick<OutlineItem, 'name' | 'detail' | 'type'>;

interface PageTags {
  readonly commitment: Commitment | undefined;
  readonly definition: Definition | undefined;
}

function itemWords(
  workspace: Workspace,
  page: Page,
  tag: Tag,
  known: PageTags,
): ItemWords | undefined {
  const { kind, words } = tag;
  const { commitment, definition } = known;
  if (tag.role === 'commitment' && commitment !== undefined) {
    const name = shortWords(actOf(commitment) || tag.id?.text || '') || 'Commitment';
    return { name, detail: commitmentDetail(workspace, commitment), type: 'commitment' };
  }
  if (tag.role === 'update') {
    return { name: updateName(workspace, tag), detail: updateDetail(page, tag), type: 'update' };
  }
  if (tag.role === 'assessment') {
    const name = assessmentName(workspace, tag);
    return { name, detail: assessmentDetail(workspace, page, tag), type: 'assessment' };
  }
  if (tag.role === 'mention') {
    const name = mentionName(workspace, page, tag);
    const said = shortWords(words);
    const detail = said === name || said === '' ? '' : `“${said}”`;
    return { name, detail, type: 'mention' };
  }
  if (tag.role !== 'definition') return undefined;
  const title = workspace.vocabulary.kinds.get(kind)?.title ?? kind;
  const name = shortWords(definition?.name.text || words || '') || title;
  return { name, detail: definitionDetail(title, definition), type: 'definition' };
}
