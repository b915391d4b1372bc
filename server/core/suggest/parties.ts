import { attributeSpec } from '../brief/index.js';
import { anyOf, type Language, leading, wordOf } from '../language/index.js';
import { contains, overlaps, perObject, type Span } from '../text/index.js';
import { languageOfPage, type Page, resolve, type Workspace } from '../workspace/index.js';
import { namesInWords } from './names-in-words.js';

/** Someone or something spoken of in a sentence. */
export interface Spoken {
  readonly span: Span;
  readonly kind: string;
  readonly ids: readonly string[];
}

/** Whom a sentence names, tagged or not, in order; what stands inside another name is that name's. */
export function spokenIn(workspace: Workspace, page: Page, area: Span): readonly Spoken[] {
  const tagged: Spoken[] = [];
  const taken: Span[] = [];
  for (const tag of page.facts.tags) {
    const { span, label, kind, role } = tag;
    if (!overlaps(span, area)) continue;
    if (role === 'commitment' || tag.form !== 'text') {
      taken.push(...edgesOf(span, label));
      continue;
    }
    if (taken.some((outer) => contains(outer, span))) continue;
    taken.push(span);
    const resolution = resolve(workspace, page, tag);
    if (resolution.type === 'resolved' && contains(area, span)) {
      tagged.push({ span, kind, ids: resolution.ids });
    }
  }
  const named = [...namesInWords(workspace, page, area)].filter(
    ({ span, ids }) => ids.length === 1 && !taken.some((outer) => overlaps(outer, span)),
  );
  return [...tagged, ...named].sort((a, b) => a.span.start - b.span.start);
}

function edgesOf(span: Span, label: Span | undefined): readonly Span[] {
  if (label === undefined) return [span];
  return [
    { start: span.start, end: label.start },
    { start: label.end, end: span.end },
  ];
}

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
 * Who promises and to whom, as a reader would guess from a sentence: its subject stands before the marker;
 * who comes after it, or is met "with" or spoken "to", is promised something. Two who act together promise it
 * to each other. Empty where the sentence does not say.
 */
export function partiesOf(
  { workspace, page }: { readonly workspace: Workspace; readonly page: Page },
  { words, sentence, marker }: Promised,
): Parties {
  const area = { start: sentence.start, end: words.end };
  const language = languageOfPage(workspace, page);
  const { agent: acting, facing, placing } = language.parties;
  const spoken = spokenIn(workspace, page, area).filter(isParty(workspace));
  const groups = groupsOf(page, spoken, language);
  const turn = marker ?? words.start;
  const before = groups.filter(
    ({ span }) => span.end <= turn || (!marker && span.end <= words.start),
  );
  const after = groups.filter((group) => !before.includes(group) && group.span.end <= words.end);
  const agent = after.find(({ lead }) => acting.includes(lead));
  const subject =
    agent ?? subjectOf(before, language) ?? (marker === undefined ? after[0] : undefined);
  const by = subject?.ids ?? [];
  const others = [...after, ...before]
    .filter((group) => group !== subject)
    .filter((group) =>
      after.includes(group) ? !placing.includes(group.lead) : facing.includes(group.lead),
    )
    .flatMap(({ ids }) => ids)
    .filter((id) => !by.includes(id));
  const to = [...new Set(others)];
  return { by, to: to.length === 0 && by.length > 1 ? ['each-other'] : to };
}

/** The nearest before the marker that is not brought in by "with", "in" and the like. */
function subjectOf(
  before: readonly Group[],
  { parties: { facing, placing } }: Language,
): Group | undefined {
  const acts = ({ lead }: Group): boolean => !facing.includes(lead) && !placing.includes(lead);
  return before.findLast(acts) ?? before.at(-1);
}

/** Several named in one breath: `India and the United States`. */
interface Group {
  readonly span: Span;
  readonly ids: readonly string[];
  /** The word before them, articles left out, see {@link wordOf}. */
  readonly lead: string;
}

function isParty({ vocabulary }: Workspace): (spoken: Spoken) => boolean {
  const commitment = vocabulary.kinds.get('commitment');
  const type = commitment && attributeSpec(commitment, 'by')?.type;
  const kinds = type?.type === 'ids' && type.kinds !== 'any' ? new Set(type.kinds) : undefined;
  return ({ kind }) => kinds?.has(kind) ?? false;
}

function groupsOf(page: Page, spoken: readonly Spoken[], language: Language): readonly Group[] {
  const patterns = patternsOf(language);
  const groups: { span: Span; members: Spoken[]; lead: string }[] = [];
  for (const party of withoutTitles(page, spoken, patterns)) {
    const last = groups.at(-1);
    const between = last && page.text.slice(last.span.end, party.span.start);
    if (last !== undefined && between !== undefined && isJoined(between, party, patterns)) {
      // "U.S. Secretary of Defense Pete Hegseth" is one person, whose title goes before.
      const head = last.members.at(-1);
      if (/^[\s,]*$/.test(between) && isTitleOf(head, party)) last.members.pop();
      if (!(/^[\s,]*$/.test(between) && isTitleOf(party, head))) last.members.push(party);
      last.span = { start: last.span.start, end: party.span.end };
    } else {
      groups.push({
        span: party.span,
        members: [party],
        lead: leadOf(page, party.span.start, patterns),
      });
    }
  }
  return groups.map(({ span, members, lead }) => {
    return { span, lead, ids: [...new Set(members.flatMap(({ ids }) => ids))] };
  });
}

function isTitleOf(office: Spoken | undefined, person: Spoken | undefined): boolean {
  return office?.kind === 'office' && person?.kind === 'person';
}

/** "India's Defence Minister Rajnath Singh" speaks of him alone: a place in a title is no party. */
function withoutTitles(
  page: Page,
  spoken: readonly Spoken[],
  { possessive, title }: Patterns,
): readonly Spoken[] {
  return spoken.filter(({ kind, span }, at) => {
    const next = spoken[at + 1];
    if (next === undefined || (kind !== 'place' && kind !== 'org')) return true;
    const between = page.text.slice(span.end, next.span.start);
    if (next.kind === 'office') return !possessive.test(between);
    return next.kind !== 'person' || between.length > LONG_TITLE || !title.test(between);
  });
}

function isJoined(between: string, { kind }: Spoken, { joined, joinedByTitle }: Patterns): boolean {
  if (joined.test(between)) return true;
  const mayHaveTitle = kind === 'person' || kind === 'office';
  return mayHaveTitle && between.length <= LONG_TITLE && joinedByTitle.test(between);
}

const LONG_TITLE = 120;

function leadOf(page: Page, start: number, { lead }: Patterns): string {
  return wordOf(lead.exec(page.text.slice(Math.max(0, start - 30), start))?.[1] ?? '');
}

type Patterns = ReturnType<typeof patternsOf>;

/** What may stand between names, and before one. */
const patternsOf = perObject(({ parties, names: { joints, endings } }: Language) => {
  const { articles, both, possessives, and } = parties;
  const possessive = endings.length === 0 ? '' : `(?:['’]${anyOf(endings)}?)?`;
  const inTitle = `(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*\\s+|${leading([...joints, ...articles])})+`;
  const optional = (words: readonly string[]): string => `${leading(words)}?`;
  return {
    /** `India's `, `U.S. `: whose office it is. */
    possessive: new RegExp(`^${possessive}\\s+$`),
    /** Untagged words between a place and a person: `'s Defence Minister `. */
    title: new RegExp(`^${possessive}\\s+(?=.*\\p{Lu})${inTitle}$`, 'u'),
    joined: new RegExp(
      `^\\s*(?:,\\s*)?${optional(and)}${optional(both)}${optional(articles)}$`,
      'i',
    ),
    /** `and U.S. Secretary of Defense `. */
    joinedByTitle: new RegExp(
      `^\\s*(?:,\\s*)?${leading(and)}${optional([...articles, ...possessives])}${inTitle}$`,
      'u',
    ),
    lead: new RegExp(`(\\p{L}+(?:['’]|(?=\\s)))\\s*${leading([...articles, ...both])}*$`, 'iu'),
  };
});
