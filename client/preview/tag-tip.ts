import type { PreviewCard, PreviewTag, PreviewTips } from '../../server/lsp/protocol.js';
import type { PreviewTexts } from './preview-texts.js';
import type { TagMark } from './tag-mark.js';

/** What the server said of one tag. */
export interface TagTip {
  readonly cards: readonly PreviewCard[];
  readonly state: string | undefined;
  readonly overdue: boolean;
  readonly unresolved: boolean;
}

/**
 * What is known of a tag. The answer may be of the text before the last keystrokes, so it is found by
 * what the tag says and not by its number.
 */
export function tipOf(tips: PreviewTips | undefined, mark: TagMark): TagTip | undefined {
  if (tips === undefined) return undefined;
  const same = tagsByKey(tips).get(mark.key);
  const tag = same?.[mark.nth] ?? same?.at(-1);
  if (tag === undefined) return undefined;
  const cards = tag.ids.flatMap((id) => (Object.hasOwn(tips.cards, id) ? [tips.cards[id]] : []));
  return {
    cards: cards.filter((card) => card !== undefined),
    state: tag.state,
    overdue: tag.overdue === true,
    unresolved: tips.complete && tag.ids.length === 0 && mark.role === 'mention',
  };
}

const KNOWN = new WeakMap<PreviewTips, ReadonlyMap<string, readonly PreviewTag[]>>();

function tagsByKey(tips: PreviewTips): ReadonlyMap<string, readonly PreviewTag[]> {
  const known = KNOWN.get(tips);
  if (known !== undefined) return known;
  const byKey = new Map<string, PreviewTag[]>();
  for (const tag of tips.tags) {
    const same = byKey.get(tag.key);
    if (same === undefined) byKey.set(tag.key, [tag]);
    else same.push(tag);
  }
  KNOWN.set(tips, byKey);
  return byKey;
}

/** The lines that appear when the mouse rests on a tag; empty if there is nothing to say. */
export function tipText(mark: TagMark, tip: TagTip | undefined, words: PreviewTexts): string {
  const cards = (tip?.cards ?? []).map(({ title, kind, lines }) =>
    [`${title} (${kind})`, ...lines].join('\n'),
  );
  const own = mark.role === 'date' ? mark.date : tip?.state;
  const parts = cards.length > 0 ? cards : [own ?? ''];
  if (tip?.unresolved) parts.push(words.unresolved);
  if (!mark.sound) parts.push(words.slip);
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Who to whom, by when, in what state: from the server, else from the brief's own words. */
export function stateOf(mark: TagMark, tip: TagTip | undefined, words: PreviewTexts): string {
  if (tip?.state !== undefined) return tip.state;
  const term = (name: string): string => mark.terms.find((each) => each.name === name)?.words ?? '';
  const [by, to, due] = [term('by'), term('to'), term('due') || term('due_text')];
  const behalf = term('for') === '' ? '' : `${words.behalf} ${term('for')}`;
  const parties = [by, behalf, to === '' ? '' : `${words.to} ${to}`].filter(Boolean).join(' ');
  const parts = [term('on'), parties, due === '' ? '' : `${words.due} ${due}`, term('status')];
  return parts.filter((part) => part !== '').join(' · ');
}
