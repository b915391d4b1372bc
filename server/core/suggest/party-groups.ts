import { anyOf, type Language, leading, wordOf } from '../language/index.js';
import { perObject, type Span } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import type { Spoken } from './spoken.js';

/** Several named in one breath: `India and the United States`. */
export interface Group {
  readonly span: Span;
  readonly ids: readonly string[];
  /** The word before them, articles left out, see {@link wordOf}. */
  readonly lead: string;
  /** Whether that word is part of what they are called: `Minister`. */
  readonly isLedByTitle: boolean;
  /** Whether more may act, or others in their stead: `Westland and India`, `Nepal or India`. */
  readonly mayNotBeAlone: boolean;
  /** Their kinds, in the order of the ids' first. */
  readonly kinds: readonly string[];
}

/** Those who are named, in order; of an office and its holder the holder. */
export function groupsOf(
  page: Page,
  spoken: readonly Spoken[],
  language: Language,
): readonly Group[] {
  const patterns = patternsOf(language);
  const lists: { members: Spoken[]; span: Span; isJoined: boolean }[] = [];
  for (const party of withoutTitles(page, spoken, patterns)) {
    const last = lists.at(-1);
    const between = last && page.text.slice(last.span.end, party.span.start);
    if (last !== undefined && between !== undefined && isJoined(between, party, patterns)) {
      // "U.S. Secretary of Defense Pete Hegseth" is one person, whose title goes before.
      const head = last.members.at(-1);
      const isApposed = /^[\s,]*$/.test(between);
      const isTitled = isApposed && isTitleOf(head, party);
      if (isTitled) last.members.pop();
      if (!(isApposed && isTitleOf(party, head)))
        last.members.push(isTitled && head ? { ...party, span: joined(head, party) } : party);
      last.isJoined ||= !isApposed;
      last.span = joined(last, party);
    } else {
      lists.push({ span: party.span, members: [party], isJoined: false });
    }
  }
  // "In Delhi, India will": commas alone join nobody.
  const all = lists.flatMap((list) =>
    list.isJoined || list.members.length < 2
      ? [list]
      : list.members.map((one) => ({ members: [one], span: one.span })),
  );
  return all.map(({ span, members }) => {
    const lead = leadOf(page, span.start, patterns);
    const isJoinedToName = patterns.name.test(
      page.text.slice(Math.max(0, span.start - 60), span.start),
    );
    return {
      span,
      lead: wordOf(lead),
      mayNotBeAlone: isJoinedToName || language.parties.notAlone.includes(wordOf(lead)),
      isLedByTitle: /^\p{Lu}/u.test(lead),
      ids: [...new Set(members.flatMap(({ ids }) => ids))],
      kinds: members.map(({ kind }) => kind),
    };
  });
}

function joined(a: { readonly span: Span }, b: { readonly span: Span }): Span {
  return { start: a.span.start, end: b.span.end };
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
  return lead.exec(page.text.slice(Math.max(0, start - 30), start))?.[1] ?? '';
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
      `^\\s*(?:,\\s*)?${optional(and)}${optional(both)}${optional([...articles, ...possessives])}$`,
      'i',
    ),
    /** `and U.S. Secretary of Defense `. */
    joinedByTitle: new RegExp(
      `^\\s*(?:,\\s*)?${leading(and)}${optional([...articles, ...possessives])}${inTitle}$`,
      'u',
    ),
    /** `Westland and the `: somebody who is not known. */
    name: new RegExp(
      `\\p{Lu}[\\p{L}\\p{M}.'’-]*\\]?\\s+${leading(and)}${optional(both)}${optional(articles)}$`,
      'u',
    ),
    lead: new RegExp(`(\\p{L}+(?:['’]|(?=\\s)))\\s*${leading([...articles, ...both])}*$`, 'iu'),
  };
});
