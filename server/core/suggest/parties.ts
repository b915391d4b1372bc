import { attributeSpec, scalars } from '../brief/index.js';
import type { Language } from '../language/index.js';
import { contains, type Span } from '../text/index.js';
import { languageOfPage, type Page, tagsIn, type Workspace } from '../workspace/index.js';
import { type Group, groupsOf } from './party-groups.js';
import { type Spoken, spokenIn } from './spoken.js';
import { subjectOf } from './subject.js';

export interface Parties {
  readonly by: readonly string[];
  readonly to: readonly string[];
}

/** Where the words of a promise stand, and where in or before them it is said that it is one. */
export interface Promised {
  readonly words: Span;
  readonly sentence: Span;
  readonly marker: number | undefined;
}

/**
 * Who promises and to whom, as far as a sentence says so beyond doubt. `by` is the subject of the marker, or who
 * makes an earlier promise under the same marker, or "by" whom it will be done; nobody where that is not clear.
 * `to` is who is met "with" or acted "for" in the words themselves, or is the object of their verb. Two who act
 * together promise it to each other.
 */
export function partiesOf(
  { workspace, page }: { readonly workspace: Workspace; readonly page: Page },
  { words, sentence, marker }: Promised,
): Parties {
  const area = { start: sentence.start, end: words.end };
  const language = languageOfPage(workspace, page);
  const spoken = spokenIn(workspace, page, area).filter(isParty(workspace));
  const groups = groupsOf(page, spoken, language);
  const turn = marker ?? words.start;
  const inside = groups.filter(({ span }) => span.start >= Math.max(turn, words.start));
  const by =
    sharedBy(page, { words, sentence, marker }) ??
    actingIn(page, groups, { words, turn, isMarked: marker !== undefined }, language);
  const others = inside.filter((group, at) =>
    isFaced(page, group, inside[at - 1], words, language),
  );
  const to = [...new Set(others.flatMap(({ ids }) => ids).filter((id) => !by.includes(id)))];
  return { by, to: to.length === 0 && by.length > 1 ? ['each-other'] : to };
}

function isParty({ vocabulary }: Workspace): (spoken: Spoken) => boolean {
  const commitment = vocabulary.kinds.get('commitment');
  const type = commitment && attributeSpec(commitment, 'by')?.type;
  const kinds = type?.type === 'ids' && type.kinds !== 'any' ? new Set(type.kinds) : undefined;
  return ({ kind }) => kinds?.has(kind) ?? false;
}

/** Who makes the promise before this one in its sentence, where no marker stands between: they share it. */
function sharedBy(
  page: Page,
  { words, sentence, marker }: Promised,
): readonly string[] | undefined {
  if (marker === undefined || marker >= words.start) return undefined;
  const earlier = tagsIn(page, { start: sentence.start, end: words.start }).filter(
    ({ role, span, refs, fences }) =>
      role === 'commitment' &&
      refs === undefined &&
      fences === undefined &&
      span.start >= sentence.start &&
      span.end <= words.start &&
      span.end > marker,
  );
  const by = scalars(earlier.at(-1)?.attributes ?? [], 'by').map(({ text }) => text);
  return by.length === 0 ? undefined : by;
}

interface Turn {
  readonly words: Span;
  /** Where the marker stands, or the words begin. */
  readonly turn: number;
  readonly isMarked: boolean;
}

function actingIn(
  page: Page,
  groups: readonly Group[],
  { words, turn, isMarked }: Turn,
  language: Language,
): readonly string[] {
  // "hopes for India to …": it is another's act.
  const isAnothers = groups.some(
    ({ span }) =>
      span.start >= turn &&
      span.end <= words.start &&
      /^\s+(?:to\s+)?$/.test(page.text.slice(span.end, words.start)),
  );
  if (isAnothers) return [];
  const found = subjectOf(page, { groups, turn }, language)?.ids ?? [];
  const agent = groups.find(
    ({ span, lead }) =>
      contains(words, span) &&
      language.parties.agent.includes(lead) &&
      language.parties.passive.test(page.text.slice(words.start, span.start)),
  );
  if (agent !== undefined) return found.length === 0 ? agent.ids : [];
  const first = groups.find(({ span }) => span.start >= words.start);
  if (found.length > 0 || isMarked || first === undefined) return found;
  const before = page.text.slice(words.start, first.span.start);
  const behind = page.text.slice(first.span.end, first.span.end + 2);
  const isFirst = /^(?:[^\s\p{L}]*\p{L}{1,3}\s+)?[^\p{L}]*$/u.test(before) && first.lead === '';
  return isFirst && /^\]?\s/.test(behind) ? first.ids : [];
}

/** Whether the words are about them: led in by "with" or "for", or right behind the first verb. */
function isFaced(
  page: Page,
  { span, lead }: Group,
  previous: Group | undefined,
  words: Span,
  { parties }: Language,
): boolean {
  if (parties.facing.includes(lead)) return true;
  if (previous !== undefined || parties.placing.includes(lead) || lead === '') return false;
  if (parties.agent.includes(lead) || /^\S*['’]/.test(page.text.slice(span.end, span.end + 12)))
    return false;
  const before = page.text.slice(words.start, span.start).match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const stops = [...parties.placing, ...parties.facing, ...parties.openers, ...parties.and];
  return (
    before.length <= 4 &&
    !before.some((word) => stops.includes(word.toLowerCase()) && word !== 'to')
  );
}
