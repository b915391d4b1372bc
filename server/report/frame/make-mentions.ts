import {
  isFollowUp,
  kindsOfId,
  type Page,
  resolve,
  type Span,
  scalar,
  type Tag,
  type Workspace,
} from '../../core/index.js';
import { type PlainText, plainSpan } from './plain-text.js';
import type { ReportBrief, ReportMention } from './report-view.js';
import type { Setting } from './setting.js';

/** All marked words of a brief that are there without tags: records have none. */
export function mentionsIn(
  { workspace, refTo }: Setting,
  page: Page,
  brief: ReportBrief,
): readonly ReportMention[] {
  const mentions: ReportMention[] = [];
  const indices = new Map<number, number>();
  for (const [index, tag] of page.facts.tags.entries()) {
    const plain = labelSpan(brief.plain, tag);
    if (plain === undefined) continue;
    const { kind, role, edtf, words, span } = tag;
    const means = idsMeant(workspace, page, tag).map(refTo);
    const parent = parentOf(page.facts.tags, tag, indices);
    indices.set(index, mentions.length);
    mentions.push({ brief, kind, role, means, edtf, words, plain, span, parent });
  }
  return mentions;
}

/** Of those around it the next that is a mention. */
function parentOf(
  tags: readonly Tag[],
  { parent }: Tag,
  indices: ReadonlyMap<number, number>,
): number | undefined {
  for (let at = parent; at !== undefined; at = tags[at]?.parent) {
    const index = indices.get(at);
    if (index !== undefined) return index;
  }
  return undefined;
}

/** Where the words of a tag are in the plain text; `undefined`: it has none. */
export function labelSpan(plain: PlainText, { form, label, span, fences }: Tag): Span | undefined {
  if (form === 'record') return undefined;
  if (form === 'text') return label && plainSpan(plain, label);
  const end = fences?.close?.start ?? span.end;
  return plainSpan(plain, { start: fences?.open.end ?? span.start, end });
}

function idsMeant(workspace: Workspace, page: Page, tag: Tag): readonly string[] {
  if (tag.role === 'date') return [];
  if (isFollowUp(tag.role)) {
    const of = scalar(tag.attributes, 'of')?.text;
    return of === undefined ? [] : [of];
  }
  const resolution = resolve(workspace, page, tag);
  if (resolution.type === 'resolved') return resolution.ids;
  // One wrong id in a list of several does not undo the others.
  const refs = tag.refs?.map(({ text }) => text) ?? [];
  return [...new Set(refs)].filter((id) => kindsOfId(workspace, id).has(tag.kind));
}
