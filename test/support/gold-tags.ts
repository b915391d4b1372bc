// The tags of a brief as spans of its text without them.
import {
  commitmentsIn,
  resolve,
  strip,
  stripEdits,
  type Workspace,
} from '../../server/core/index.js';
import type { GoldMention } from './gold.js';
import { workspaceWith } from './linting.js';

interface PromiseSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly by: readonly string[];
}

export function mentionsOfPage(
  brief: string,
  registry: string,
): {
  readonly source: string;
  readonly mentions: readonly GoldMention[];
  readonly spans: readonly PromiseSpan[];
} {
  const workspace: Workspace = workspaceWith({ 'brief.md': brief, 'registry.yaml': registry });
  const page = workspace.pages.get('brief.md');
  if (page === undefined) throw new Error('no brief');
  const cuts = stripEdits(page.text, page.facts)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
  const at = (offset: number): number =>
    offset -
    cuts.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, offset) - start), 0);
  const mentions: GoldMention[] = [];
  const spans: PromiseSpan[] = [];
  const promises = commitmentsIn(workspace, page);
  for (const tag of page.facts.tags) {
    if (tag.form !== 'text' || tag.label === undefined) continue;
    const span = { start: at(tag.label.start), end: at(tag.label.end) };
    if (tag.role === 'commitment') {
      const id = tag.id?.text;
      if (id !== undefined)
        spans.push({ id, ...span, by: promises.find((one) => one.id === id)?.by ?? [] });
      continue;
    }
    if (tag.role === 'date') {
      mentions.push({
        kind: 'date',
        ...span,
        ids: tag.edtf === undefined ? [] : [tag.edtf],
        via: 'value',
      });
      continue;
    }
    const resolution = resolve(workspace, page, tag);
    if (resolution.type !== 'resolved') throw new Error(`“${tag.words}” is nobody`);
    mentions.push({ kind: tag.kind, ...span, ids: resolution.ids, via: resolution.via });
  }
  return { source: strip(page.text, page.facts), mentions, spans };
}
