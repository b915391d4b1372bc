import type { ReadStrength } from '../strength.js';
import { type Token, tokensOf } from '../tokens.js';
import { EACH_PARTY, isAdverb, MARKERS, type Marker, SAYING, TREATY, WILL_TO } from './markers.js';

/**
 * Reads the first commissive marker in English words (LANGUAGE.md, section 4): `are set to`,
 * `the commitment to`, `will endeavour to`. `undefined` when there is none: forecasts ("is likely to",
 * "could pledge") and denials ("does not commit", "no plans to") are none, so the next one counts.
 * `agree` and `agrees` bind only in a treaty, or where the words before them are one's ("the Parties agree to");
 * elsewhere they are as firm as "agreed to". Linear in the length of the words.
 */
export function readStrength(words: string, inTreaty = false): ReadStrength | undefined {
  const tokens: Token[] = [];
  let at = 0;
  for (const token of tokensOf(words)) {
    tokens.push(token);
    if (tokens.length <= at + AHEAD) continue;
    const found = markerAt(tokens, at, inTreaty);
    if (found !== undefined) return found;
    at += 1;
  }
  for (; at < tokens.length; at += 1) {
    const found = markerAt(tokens, at, inTreaty);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All markers in words, but at most so many; each is read as if those before it said nothing. */
export function strengthsIn(words: string, most: number): readonly ReadStrength[] {
  const tokens = [...tokensOf(words)];
  const found: ReadStrength[] = [];
  for (let at = 0; at < tokens.length && found.length < most; at += 1) {
    const read = markerAt(tokens, at, false);
    if (read === undefined) continue;
    found.push(read);
    hide(tokens, at, read);
    at = Math.max(0, at - BEHIND) - 1;
  }
  return found;
}

/** What was read stays words, and they say nothing any more. */
function hide(tokens: Token[], from: number, { start, end }: ReadStrength): void {
  for (let at = Math.max(0, from - BEHIND); at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.start >= end) return;
    if (token.end > start) tokens[at] = { ...token, word: SILENT, capital: false };
  }
}

const SILENT = 'x';

/** Whether a word can begin a marker. */
export function isMarkerWord(word: string): boolean {
  return (
    MARKERS.has(word) ||
    word === 'will' ||
    word === 'would' ||
    word === "won't" ||
    word.endsWith("'ll")
  );
}

/** More words than a marker looks back. */
const BEHIND = 14;

/** More words than a marker looks ahead; those after them are not read, for most markers stand in front. */
const AHEAD = 8;

function markerAt(
  tokens: readonly Token[],
  at: number,
  inTreaty: boolean,
): ReadStrength | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.word === 'will' || token.word === "won't" || token.word.endsWith("'ll"))
    return will(tokens, at, token);
  if (token.word === 'would') return wouldAsSaid(tokens, at, token);
  for (const marker of MARKERS.get(token.word) ?? []) {
    const found = read(tokens, at, marker, inTreaty);
    if (found !== undefined) return found;
  }
  return undefined;
}

function read(
  tokens: readonly Token[],
  at: number,
  marker: Marker,
  inTreaty: boolean,
): ReadStrength | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const to = particle(tokens, at, marker);
  const be = before(tokens, at, 2, isAdverb);
  const isBe = be !== undefined && BE.test(be.word);
  if (!fits(tokens, at, marker, { hasParticle: to !== undefined, isBe })) return undefined;
  if (isForecast(tokens, at) || isDenied(tokens, at, marker)) return undefined;
  const start = isBe && marker.be !== undefined && !be.word.includes("'") ? be.start : token.start;
  const strength =
    marker.treaty && (inTreaty || isTreaty(tokens, at)) ? 'binding' : marker.strength;
  return { strength, start, end: (to ?? token).end };
}

const BE = /^(?:is|are|was|were|be|been|being|am|.+'(?:s|re|m))$/;
const DETERMINERS = new Set('the a an its their his her our my your'.split(' '));

/** Whether the words around a marker leave it one: "aims to", but not "the aims". */
function fits(
  tokens: readonly Token[],
  at: number,
  marker: Marker,
  { hasParticle, isBe }: { readonly hasParticle: boolean; readonly isBe: boolean },
): boolean {
  if (marker.be === 'needed' && !isBe && !hasParticle) return false;
  if (marker.be === 'needed' && marker.alone === false && !isBe) return false;
  if (marker.be === 'never' && isBe) return false;
  const isBare = marker.bare === 'object' ? hasObject(tokens, at) : marker.bare === true;
  if (marker.to !== undefined && !isBare && !hasParticle) return false;
  const previous = tokens[at - 1]?.word ?? '';
  if (DETERMINERS.has(previous)) return hasParticle && marker.noun === true;
  return true;
}

/** "guarantees the supply": what follows is no noun of its own. */
function hasObject(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && !next.apart && (DETERMINERS.has(next.word) || next.word === 'all');
}

/** The "to" (for, that …) that belongs to a marker, directly after it or `marker.gap` words later. */
function particle(tokens: readonly Token[], at: number, marker: Marker): Token | undefined {
  if (marker.object !== undefined) return particleOfObject(tokens, at, marker);
  if (marker.doing === true) return particleOfDoing(tokens, at, marker);
  const gap =
    marker.gap === undefined || !IN_BETWEEN.has(tokens[at + 1]?.word ?? '')
      ? Math.max(marker.gap ?? 0, timeBehind(tokens, at))
      : 7;
  for (let next = at + 1; next <= at + 1 + gap; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.apart || NOT_SAID.has(token.word)) return undefined;
    if (marker.to?.includes(token.word)) return marker.forward ? forwardTo(tokens, next) : token;
    if (marker.noun === true && token.word === 'of') return particleOfOwner(tokens, at);
  }
  return undefined;
}

/** "agreed on the need for X to": what others have to do. */
const NOT_SAID = new Set('need necessity importance fact value urgency desirability'.split(' '));

/** "agreed on holding": the "on", with what is done right behind it. */
function particleOfDoing(tokens: readonly Token[], at: number, marker: Marker): Token | undefined {
  const [to, act, object] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (to === undefined || act === undefined || object === undefined) return undefined;
  if (to.apart || act.apart || object.apart || marker.to?.includes(to.word) !== true)
    return undefined;
  const isDoing = act.word.length > 5 && act.word.endsWith('ing') && !act.capital;
  return isDoing && !NO_OBJECT.has(object.word) ? to : undefined;
}

/** Behind an "-ing" that is a noun: "agreed on funding for", "agreed on Monday to". */
const NO_OBJECT = new Set('for of in at with by to and or on from'.split(' '));

/** "agreed at the second meeting in Lisbon to": where and when it was said may be long. */
const IN_BETWEEN = new Set('at on in during with last this'.split(' '));

/** "pledged on Monday to", "undertook last week to": how many words say when. */
function timeBehind(tokens: readonly Token[], at: number): number {
  let length = 0;
  while (length < 5 && isOfTime(tokens[at + 1 + length])) length += 1;
  return length;
}

function isOfTime(token: Token | undefined): boolean {
  return (
    token !== undefined && !token.apart && (TIME.has(token.word) || /^\d{1,4}$/.test(token.word))
  );
}

const TIME = new Set(
  'on in last this earlier late early today yesterday week month year monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);

/** "set a goal of": the words that lead to the object stand between. */
function particleOfObject(tokens: readonly Token[], at: number, marker: Marker): Token | undefined {
  for (let next = at + 1; next <= at + 5; next += 1) {
    const [token, to] = [tokens[next], tokens[next + 1]];
    if (token === undefined || token.apart) return undefined;
    if (!marker.object?.has(token.word)) continue;
    const isIts = to !== undefined && !to.apart && marker.to?.includes(to.word) === true;
    return isIts ? to : undefined;
  }
  return undefined;
}

const SHARING = new Set('both all each every'.split(' '));

/** "the commitment of both countries to": whose it is stands between. */
function particleOfOwner(tokens: readonly Token[], at: number): Token | undefined {
  const owner = tokens[at + 2];
  if (tokens[at + 1]?.word !== 'of' || owner === undefined) return undefined;
  if (!owner.capital && !SHARING.has(owner.word) && !DETERMINERS.has(owner.word)) return undefined;
  for (let next = at + 1; next < at + AHEAD; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.apart) return undefined;
    if (token.word === 'to') return token;
  }
  return undefined;
}

/** "looks forward", with the "to" after it. */
function forwardTo(tokens: readonly Token[], at: number): Token | undefined {
  const to = tokens[at + 1];
  return to !== undefined && !to.apart && to.word === 'to' ? to : tokens[at];
}

const NOT_A_VERB = new Set('the a an political free popular good ill strong of at own'.split(' '));
const POSSESSIVES = new Set('its their his her our my your'.split(' '));
const CHANCE = new Set(
  'likely probably possibly presumably perhaps maybe conceivably arguably'.split(' '),
);

/** "will", unless it is a noun, a name or a forecast; "will seek to" is what is sought, no more. */
function will(tokens: readonly Token[], at: number, token: Token): ReadStrength | undefined {
  const previous = tokens[at - 1];
  const apart = token.apart || previous === undefined;
  if (!apart && (NOT_A_VERB.has(previous.word) || POSSESSIVES.has(previous.word))) return undefined;
  if (token.word === 'will' && token.capital && tokens[at + 1]?.capital) return undefined;
  if (!apart && CHANCE.has(previous.word)) return undefined;
  let next = at + 1;
  while (next <= at + 3 && follows(tokens, next) && isAdverb(tokens[next]?.word ?? '')) {
    if (CHANCE.has(tokens[next]?.word ?? '')) return undefined;
    next += 1;
  }
  if (isForecast(tokens, next + (tokens[next]?.word === 'be' ? 2 : 0))) return undefined;
  const verb = follows(tokens, next) ? tokens[next] : undefined;
  const softer = verb === undefined ? undefined : WILL_TO.get(verb.word);
  if (verb === undefined || softer === undefined)
    return { strength: 'planned', start: token.start, end: token.end };
  const isOwn = softer === 'pledged' && tokens[next + 1]?.word !== 'to';
  if (isOwn || (verb.word === 'look' && tokens[next + 1]?.word !== 'forward'))
    return { strength: 'planned', start: token.start, end: token.end };
  const last = verb.word === 'look' ? next + 1 : next;
  return { strength: softer, start: token.start, end: (forwardTo(tokens, last) ?? verb).end };
}

/** "said it would take part" is a promise told in the past; any other "would" is a forecast. */
function wouldAsSaid(
  tokens: readonly Token[],
  at: number,
  { start, end, apart }: Token,
): ReadStrength | undefined {
  if (apart || CHANCE.has(tokens[at + 1]?.word ?? '')) return undefined;
  for (let back = at - 1; back >= 0 && back >= at - AHEAD; back -= 1) {
    if (SAYING.has(tokens[back]?.word ?? '')) return { strength: 'planned', start, end };
    if (tokens[back]?.apart) return undefined;
  }
  return undefined;
}

function follows(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && !token.apart;
}

/** The nearest token before `at` in its clause that is not one of the words to pass over. */
function before(
  tokens: readonly Token[],
  at: number,
  reach: number,
  passes: (word: string) => boolean,
): Token | undefined {
  for (let back = at; back > 0 && at - back <= reach; back -= 1) {
    if (tokens[back]?.apart) return undefined;
    const token = tokens[back - 1];
    if (token !== undefined && !passes(token.word)) return token;
  }
  return undefined;
}

const MODALS = new Set("would wouldn't could may might should can can't couldn't".split(' '));
const EXPECTED = new Set(
  'likely unlikely expected predicted projected forecast forecasted believed thought anticipated bound'.split(
    ' ',
  ),
);

/** "could pledge", "is likely to commit": what may come, promised by nobody. */
function isForecast(tokens: readonly Token[], at: number): boolean {
  const first = before(tokens, at, 3, isIdle);
  if (first === undefined) return false;
  if (MODALS.has(first.word) || CHANCE.has(first.word)) return true;
  if (first.word !== 'to') return false;
  const cause = before(tokens, at, 4, (word) => isIdle(word) || word === 'to');
  return cause !== undefined && EXPECTED.has(cause.word);
}

function isIdle(word: string): boolean {
  return word === 'be' || (isAdverb(word) && !CHANCE.has(word));
}

const DENIALS =
  /^(?:not|never|no|any|neither|nor|without|cannot|.+n't|refus.+|declin.+|fail(?:s|ed|ing)?|unwilling|reluctant|unable)$/;
const IDLE = new Set(
  'to a an any be been being yet ever so also make makes made making give gives gave given giving offer offers offered express expresses expressed have has had show showed shown'.split(
    ' ',
  ),
);

/** "does not commit", "no firm commitment to", "refused to pledge"; "not only commits" is no denial. */
function isDenied(tokens: readonly Token[], at: number, marker: Marker): boolean {
  let adjectives = marker.noun === true ? 1 : 0;
  const denial = before(tokens, at, 4, (word) => {
    if (DENIALS.test(word)) return false;
    if (isAdverb(word) || IDLE.has(word) || BE.test(word)) return true;
    adjectives -= 1;
    return adjectives >= 0;
  });
  return denial !== undefined && DENIALS.test(denial.word);
}

function isTreaty(tokens: readonly Token[], at: number): boolean {
  for (let back = Math.max(0, at - 12); back < at; back += 1) {
    const word = tokens[back]?.word ?? '';
    if (TREATY.has(word)) return true;
    if (word === 'party' && EACH_PARTY.has(tokens[back - 1]?.word ?? '')) return true;
  }
  return false;
}
