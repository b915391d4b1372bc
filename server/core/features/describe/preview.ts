import { scalar, scalars, type Tag } from '../../brief/index.js';
import { describeDate } from '../../dates/index.js';
import {
  type Commitment,
  commitmentOf,
  commitmentsIn,
  type Page,
  resolve,
  type Workspace,
} from '../../workspace/index.js';
import { assessmentFacts } from './assessment-words.js';
import { commitmentState } from './card.js';
import { type CardText, cardText } from './card-text.js';
import { actOf, commitmentStateWords, progressWords, statusName } from './commitment-words.js';
import { nameOfId } from './id-names.js';

/** What the preview of a page shows beside its words. Plain text, plain data. */
export interface PagePreview {
  /** By id of an entity or commitment. */
  readonly cards: Readonly<Record<string, CardText>>;
  /** Of the page's tags, in the order of `Facts.tags`. */
  readonly tags: readonly TagPreview[];
  /** The kinds that the workspace added. */
  readonly kinds: readonly { readonly tag: string; readonly title: string }[];
}

export interface TagPreview {
  readonly key: string;
  /** Whom or what it speaks of; empty: unresolved. */
  readonly ids: readonly string[];
  /** Of a commitment or update, in one line. */
  readonly state?: string;
  readonly overdue?: boolean;
}

/** What a tag says, to find it again in a text that was edited a little. */
export function tagKey({ kind, id, refs, words }: Tag): string {
  return `${kind} #${id?.text ?? ''} @${refs?.map(({ text }) => text).join() ?? ''} ${words}`;
}

export function pagePreview(workspace: Workspace, page: Page): PagePreview {
  const made = new Map(commitmentsIn(workspace, page).map((each) => [each.at.tag, each]));
  const tags = page.facts.tags.map((tag) => tagPreview(workspace, page, tag, made.get(tag)));
  const ids = new Set(tags.flatMap((tag) => tag.ids));
  const cards = [...ids].flatMap((id) => {
    const card = cardText(workspace, page, id);
    return card === undefined ? [] : [[id, card] as const];
  });
  const own = [...workspace.vocabulary.kinds.values()].filter(({ custom }) => custom === true);
  return {
    cards: Object.fromEntries(cards),
    tags,
    kinds: own.map(({ tag, title }) => ({ tag, title })),
  };
}

function tagPreview(
  workspace: Workspace,
  page: Page,
  tag: Tag,
  commitment: Commitment | undefined,
): TagPreview {
  const key = tagKey(tag);
  if (tag.role === 'assessment') return { key, ...assessmentPreview(workspace, page, tag) };
  if (tag.role === 'update') return { key, ...updatePreview(workspace, page, tag) };
  const resolution = resolve(workspace, page, tag);
  const ids = resolution.type === 'resolved' ? resolution.ids : [];
  if (commitment === undefined) return { key, ids };
  const state = commitmentState(workspace, commitment);
  return {
    key,
    ids,
    state: commitmentStateWords(workspace, state),
    ...(state.overdue && { overdue: true }),
  };
}

function assessmentPreview(
  workspace: Workspace,
  page: Page,
  { attributes, span }: Tag,
): Pick<TagPreview, 'ids' | 'state'> {
  const of = scalar(attributes, 'of')?.text;
  const about = of === undefined ? undefined : commitmentOf(workspace, of);
  const here = about?.assessments.find(
    ({ place }) => place.page === page.id && place.span.start === span.start,
  );
  const sources = here?.source.map((source) => nameOfId(workspace, source)) ?? [];
  const parts = [
    here === undefined ? '' : assessmentFacts(workspace, here),
    about === undefined ? '' : `about “${actOf(about)}”`,
    sources.join(', '),
  ];
  const state = parts.filter((part) => part !== '').join(' · ');
  return { ids: of === undefined ? [] : [of], state };
}

function updatePreview(
  workspace: Workspace,
  page: Page,
  { attributes }: Tag,
): Pick<TagPreview, 'ids' | 'state'> {
  const text = (name: string): string | undefined => scalar(attributes, name)?.text;
  const of = text('of');
  const about = of === undefined ? undefined : commitmentOf(workspace, of);
  const on = text('on') ?? page.facts.front.date?.edtf;
  const [due, status, progress] = [text('due'), text('status'), text('progress')];
  const sources = scalars(attributes, 'source').map((source) => nameOfId(workspace, source.text));
  const parts = [
    [status === undefined ? '' : statusName(status), on === undefined ? '' : describeDate(on)]
      .filter(Boolean)
      .join(', '),
    progress === undefined ? '' : progressWords(progress),
    due === undefined ? '' : `now due ${describeDate(due)}`,
    about === undefined ? '' : `about “${actOf(about)}”`,
    sources.join(', '),
  ];
  const state = parts.filter((part) => part !== '').join(' · ');
  return { ids: of === undefined ? [] : [of], state };
}
