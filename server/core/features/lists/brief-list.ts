import { type Tag, tagOf } from '../../brief/index.js';
import { touches } from '../../text/index.js';
import {
  definitionsOf,
  entityOf,
  type Page,
  perKey,
  resolve,
  type Workspace,
} from '../../workspace/index.js';
import { type KeptByBlock, keptByBlock } from '../kept-by-block.js';
import { idsOfTarget } from '../navigation/navigation-targets.js';
import { targetAt } from '../target-at.js';

/** Someone or something that a brief mentions. */
export interface MentionedEntity {
  readonly id: string;
  readonly kind: string;
  /** As many as `countMentionsIn` counts, in reading order. */
  readonly mentions: readonly Tag[];
}

/** Who and what a brief mentions, in the order of the first mentions. */
export const mentionedIn: (workspace: Workspace, page: Page) => readonly MentionedEntity[] = perKey(
  (workspace, page) => {
    const found = new Map<string, { id: string; kind: string; mentions: Tag[] }>();
    if (page.facts.role !== 'brief') return [];
    for (const tag of page.facts.tags) {
      for (const id of idsMeantBy(workspace, page, tag)) {
        const kind = entityOf(workspace, id)?.definition.kind;
        if (kind === undefined) continue;
        const entity = found.get(id) ?? { id, kind, mentions: [] };
        found.set(id, entity);
        entity.mentions.push(tag);
      }
    }
    return [...found.values()];
  },
);

/** Who each block of a brief mentions, kept from one moment to the next. */
export type KeptMentions = KeptByBlock<readonly string[]>;

/**
 * As {@link mentionedIn}, how often each is mentioned: after an edit only what it changes is read. `undefined`: it is not
 * known by block.
 */
export function keptMentions(
  before: KeptMentions | undefined,
  workspace: Workspace,
  page: Page,
): KeptMentions | undefined {
  if (page.facts.role !== 'brief') return undefined;
  return keptByBlock(before, workspace, page, (part) =>
    part.facts.tags.flatMap((tag) => idsMeantBy(workspace, part, tag)),
  );
}

/** In the order of the first mentions. */
export function countsOf({ workspace, pieces }: KeptMentions): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const ids of pieces)
    for (const id of ids)
      if (counts.has(id) || entityOf(workspace, id) !== undefined)
        counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function idsMeantBy(workspace: Workspace, page: Page, tag: Tag): readonly string[] {
  if (tag.role === 'mention') {
    const means = resolve(workspace, page, tag);
    return means.type === 'resolved' ? [...new Set(means.ids)] : [];
  }
  return tag.role === 'definition' && tag.form === 'text' ? idsDefinedBy(workspace, page, tag) : [];
}

/** The words that define something in a sentence speak of it. */
function idsDefinedBy(
  workspace: Workspace,
  { id: page, facts }: Page,
  tag: Tag,
): readonly string[] {
  const { id } = tag;
  if (id === undefined) return [];
  const isHere =
    definitionsOf(workspace, id.text).some((at) => at.page === page) &&
    facts.definitions.some((each) => each.id.text === id.text && tagOf(facts, each.tag) === tag);
  return isHere ? [id.text] : [];
}

/** What a cursor is on, of what is listed of a brief. */
export type BriefTarget =
  | { readonly type: 'entity'; readonly id: string }
  /** Which commitment of the brief, counted from 0. */
  | { readonly type: 'commitment'; readonly index: number };

/** The innermost entity or commitment of a brief at an offset (UTF-16). */
export function briefTargetAt(
  workspace: Workspace,
  page: Page,
  offset: number,
): BriefTarget | undefined {
  if (page.facts.role !== 'brief') return undefined;
  const thing = targetAt(workspace, page, offset);
  const ids = thing === undefined ? [] : idsOfTarget(workspace, page, thing);
  const entity = mentionedIn(workspace, page).find(({ id }) => ids.includes(id));
  if (entity !== undefined) return { type: 'entity', id: entity.id };
  const promises = page.facts.tags.filter(({ role }) => role === 'commitment');
  // An inner tag comes after the outer one.
  const around = promises.findLastIndex(({ span }) => touches(span, offset));
  const index = around >= 0 ? around : promises.findIndex(({ id }) => id && ids.includes(id.text));
  return index < 0 ? undefined : { type: 'commitment', index };
}
