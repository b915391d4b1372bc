import { bySpan, firstAtLeast, foldName, type Span } from '../../text/index.js';
import { idsNamed, type Page, perPage, type Workspace } from '../../workspace/index.js';
import type { Candidate, SuggestedTerms } from '../engine/candidate.js';
import type { FoundCandidate, PageCandidates } from './annotation.js';
import { keyOf } from './propose-entities.js';

/** What somebody who looks at suggestions knows better: whom some of them mean, or the terms of a promise. */
export type Correction =
  | {
      /** The {@link meaningOf} of all that are meant, or the {@link suggestionKey} of one. */
      readonly of: string;
      readonly means: Meaning;
    }
  | {
      /** The {@link suggestionKey} of a promise. */
      readonly of: string;
      readonly terms: NewTerms;
    };

/** Parties by id, or by the key of what is proposed. What is absent stays as it is; empty: it is not said. */
export interface NewTerms {
  readonly by?: readonly string[];
  readonly for?: readonly string[];
  readonly to?: readonly string[];
  readonly saidBy?: readonly string[];
  readonly at?: string;
  readonly under?: string;
  readonly due?: string;
  readonly dueText?: string;
}

/** Words that somebody wants tagged, whatever is suggested. */
export interface Addition extends Span {
  readonly means: Meaning;
}

/**
 * What is registered, with the words as one more of its names if `remember` is set; or something new, by kind and
 * name: what is suggested by that name is the same then.
 */
export type Meaning =
  | { readonly kind: string; readonly ids: readonly string[]; readonly remember?: boolean }
  | { readonly kind: string; readonly name: string };

/** One suggestion of a page, by its words and how often they are there before it. */
export function suggestionKey(
  page: Page,
  { kind, start, end }: { readonly kind: string; readonly start: number; readonly end: number },
): string {
  const words = page.text.slice(start, end);
  const count = firstAtLeast(placesOf(page, words), start, (at) => at);
  return `${kind}:${words.replace(/\s+/g, ' ')}:${count}`;
}

/** Where some words stand in a page, in order. */
function placesOf(page: Page, words: string): readonly number[] {
  const known = knownPlaces(page);
  const places = known.get(words) ?? [];
  if (known.has(words)) return places;
  for (let at = page.text.indexOf(words); at >= 0; at = page.text.indexOf(words, at + 1))
    places.push(at);
  known.set(words, places);
  return places;
}

const knownPlaces = perPage((_: Page) => new Map<string, number[]>());

/** Whether that is the {@link suggestionKey} of a candidate; words that differ need not be counted. */
function isKeyOf(page: Page, one: Candidate, key: string): boolean {
  const words = page.text.slice(one.start, one.end).replace(/\s+/g, ' ');
  return key.startsWith(`${one.kind}:${words}:`) && suggestionKey(page, one) === key;
}

/**
 * Who or what a mention means: the ids, the key of what is proposed, or else its words; the same for all that mean
 * the same. Of a promise or a date nothing.
 */
export function meaningOf({ text }: Page, one: Candidate): string | undefined {
  if (one.type === 'commitment' || one.kind === 'date') return undefined;
  if (one.ids.length > 0) return one.ids.join(',');
  if (one.via !== 'name') return one.via === 'description' ? one.name : keyOf(one);
  return `${one.kind}:${foldName(text.slice(one.start, one.end))}`;
}

/**
 * The candidates of pages with what is registered in place of what would be proposed by the same name: `Moreau` of a
 * registered Ada Moreau is no second one.
 */
export function recognized(
  workspace: Workspace,
  found: readonly PageCandidates[],
): readonly PageCandidates[] {
  const renamed = new Map<string, string>();
  const seen = new Set<string>();
  for (const one of found.flatMap(({ candidates }) => candidates)) {
    const key = one.via === 'pattern' ? keyOf(one) : undefined;
    if (key === undefined || one.name === undefined || seen.has(key)) continue;
    seen.add(key);
    const [id, ...others] = idsNamed(workspace, one.kind, one.name);
    if (id !== undefined && others.length === 0) renamed.set(key, id);
  }
  if (renamed.size === 0) return found;
  return found.map(({ candidates, ...rest }) => ({
    ...rest,
    candidates: candidates.map((one): FoundCandidate => {
      const id = one.via === 'pattern' ? renamed.get(keyOf(one) ?? '') : undefined;
      if (id === undefined) return referring(one, renamed);
      return { ...one, ids: [id], via: 'name', name: undefined };
    }),
  }));
}

/** The candidates of pages as they are once somebody has corrected them, one correction after the other. */
export function corrected(
  found: readonly PageCandidates[],
  corrections: readonly Correction[],
): readonly PageCandidates[] {
  return corrections.reduce(
    (all, correction) => all.map((one) => ({ ...one, candidates: correct(one, correction) })),
    found,
  );
}

function correct(found: PageCandidates, correction: Correction): readonly FoundCandidate[] {
  const { page, candidates } = found;
  const { of } = correction;
  if ('terms' in correction)
    return candidates.map((one) =>
      one.terms !== undefined && isKeyOf(page, one, of)
        ? {
            ...one,
            confidence: 1,
            reason: YOURS,
            terms: { ...one.terms, ...newTerms(correction.terms) },
          }
        : one,
    );
  const { means } = correction;
  const key = 'ids' in means ? means.ids.join(',') : newKey(means);
  const renamed = new Map([[of, key]]);
  const described = candidates.find((one) => isDescribed(one) && isKeyOf(page, one, of));
  return candidates.map((one): FoundCandidate => {
    const isMention = one.terms === undefined;
    const isMeant = isMention && (meaningOf(page, one) === of || isKeyOf(page, one, of));
    if (isMeant) return meaning(page, one, means);
    const isBy = described !== undefined && lastNamed(found, one) === described;
    return isBy ? instead(one, keysOf(page, described), key) : referring(one, renamed);
  });
}

function isDescribed({ via, terms }: Candidate): boolean {
  return via === 'description' && terms === undefined;
}

/** Of a promise: the words before it, or in it, that say last who makes it. */
function lastNamed({ page, candidates }: PageCandidates, one: Candidate): Candidate | undefined {
  const { terms } = one;
  if (terms === undefined) return undefined;
  const parties = [...terms.by, ...terms.saidBy];
  return candidates.findLast(
    (each) =>
      each.terms === undefined &&
      each.start < one.start &&
      keysOf(page, each).some((key) => parties.includes(key)),
  );
}

/** Whom a mention means, one by one. */
function keysOf(page: Page, one: Candidate): readonly string[] {
  return meaningOf(page, one)?.split(/,(?! )/) ?? [];
}

/** A promise of others than those that were thought to make it. */
function instead(one: FoundCandidate, before: readonly string[], now: string): FoundCandidate {
  const { terms } = one;
  if (terms === undefined) return one;
  const renamed = new Map(before.map((key) => [key, now]));
  const by = renamedIn(terms.by, renamed);
  return { ...one, terms: { ...terms, by, saidBy: renamedIn(terms.saidBy, renamed) } };
}

function newTerms({ due, dueText, at, under, ...parties }: NewTerms): Partial<SuggestedTerms> {
  const said = Object.entries({ due, dueText, at, under }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...parties,
    ...Object.fromEntries(said.map(([key, value]) => [key, value === '' ? undefined : value])),
  };
}

/** The candidates of a page, and before them those that somebody adds. */
export function withAdditions(
  { page, candidates }: PageCandidates,
  additions: readonly Addition[],
): PageCandidates {
  const added = additions.map(({ start, end, means }): FoundCandidate => {
    const bare: Candidate = {
      type: 'mention',
      kind: means.kind,
      start,
      end,
      ids: [],
      via: 'pattern',
      level: 'likely',
      confidence: 1,
      reason: YOURS,
      candidates: [],
      name: undefined,
      iso: undefined,
      terms: undefined,
      office: undefined,
    };
    return meaning(page, bare, means);
  });
  return { page, candidates: [...added, ...candidates].sort(bySpan) };
}

/** What refers to others, by the keys or ids that they have now. */
function referring(one: FoundCandidate, renamed: ReadonlyMap<string, string>): FoundCandidate {
  if (one.terms !== undefined) return { ...one, terms: renamedTerms(one.terms, renamed) };
  if (one.via !== 'description' || one.name === undefined) return one;
  return described(one, renamedIn(one.name.split(/,(?! )/), renamed));
}

function newKey({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${kind}:${name}`;
}

const YOURS = 'You said so.';

function meaning({ text }: Page, one: Candidate, means: Meaning): FoundCandidate {
  const said = { ...one, kind: means.kind, confidence: 1, candidates: [], reason: YOURS } as const;
  if ('ids' in means) {
    const isOne = means.ids.length === 1 && one.via !== 'description';
    const via = isOne ? 'name' : 'description';
    const remember = isOne && means.remember === true;
    return { ...said, via, ids: means.ids, name: undefined, level: 'likely', remember };
  }
  const isDescription = one.via === 'description';
  const name = isDescription ? newKey(means) : means.name;
  const isOwn = foldName(text.slice(one.start, one.end)) === foldName(means.name);
  const iso = isOwn ? one.iso : undefined;
  return {
    ...said,
    ...{ via: isDescription ? 'description' : 'pattern', ids: [], name, iso, level: 'likely' },
  };
}

function described(one: FoundCandidate, keys: readonly string[]): FoundCandidate {
  const isKnown = keys.every((key) => !key.includes(':'));
  return { ...one, ids: isKnown ? keys : [], name: isKnown ? undefined : keys.join(',') };
}

function renamedTerms(terms: SuggestedTerms, renamed: ReadonlyMap<string, string>): SuggestedTerms {
  const one = (key: string | undefined): string | undefined =>
    key === undefined ? undefined : renamedIn([key], renamed)[0];
  return {
    ...terms,
    by: renamedIn(terms.by, renamed),
    for: renamedIn(terms.for, renamed),
    to: renamedIn(terms.to, renamed),
    saidBy: renamedIn(terms.saidBy, renamed),
    at: one(terms.at),
    under: one(terms.under),
  };
}

function renamedIn(
  keys: readonly string[],
  renamed: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set(keys.flatMap((key) => renamed.get(key)?.split(/,(?! )/) ?? key))];
}
