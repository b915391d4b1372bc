import {
  type Sentence,
  type Spoken,
  type SpokenParagraph,
  spokenAt,
  spokenFrom,
} from '../discourse/model.js';
import type { Scene } from '../names/scene.js';
import { type Act, isListNumber } from './act-start.js';

/** Where the clause of an act ends, and the condition behind it. */
export function clauseEnd(
  paragraph: SpokenParagraph,
  sentence: Sentence,
  first: number,
  isNoun = false,
): { last: number; condition: Act['condition'] } {
  const { scene } = paragraph;
  const { tokens, know } = scene;
  for (let at = first + 1; at <= sentence.last; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const { gap } = token;
    const isComma = gap.includes(',');
    // `its commitment to clean air is firm`: the noun is the subject of another verb.
    if (
      isNoun &&
      at > first + 1 &&
      know.has('nounVerbs', token.lower) &&
      !isRelative(scene, first, at)
    )
      return { last: at - 1, condition: undefined };
    if (gap !== '' && gap !== ',') {
      if (/[;:]/.test(gap) && !sharesBehind(scene, at) && !goesOnWithGerund(scene, first, at))
        return { last: at - 1, condition: undefined };
      if ((gap === '–' || gap === '—') && token.spaced && !joinsSpoken(paragraph, at))
        return { last: at - 1, condition: undefined };
      if (isComma && /["”]/.test(gap)) return { last: at - 1, condition: undefined };
    }
    if (isCondition(scene, at))
      return {
        last: isComma || !/^(?:only|but|even)$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at - 2,
        condition: { first: at, last: conditionEnd(scene, sentence, at) },
      };
    if (isComma && endsClause(paragraph, at) && !isGerundBefore(scene, sentence, first, at))
      return { last: at - 1, condition: undefined };
    if (!isComma && know.has('subclause', token.lower) && at > first)
      return { last: at - 1, condition: undefined };
    if (
      token.lower === 'and' &&
      (isComma || !joinsNames(paragraph, at)) &&
      startsClause(paragraph, at + 1)
    )
      return { last: at - 1, condition: undefined };
  }
  return { last: sentence.last, condition: undefined };
}

/** `… measures that are needed`: the verb of another clause inside. */
function isRelative({ tokens, know }: Scene, first: number, verb: number): boolean {
  for (let at = verb - 1; at > Math.max(first, verb - 6); at -= 1)
    if (know.has('relative', tokens[at]?.lower ?? '')) return true;
  return false;
}

/** `; and (ii) adopt`: the list goes on. */
function sharesBehind(scene: Scene, at: number): boolean {
  const { tokens, know } = scene;
  let next = at;
  while (/^(?:and)$/.test(tokens[next]?.lower ?? '') || isListNumber(scene, next)) next += 1;
  if (next === at) return false;
  const token = tokens[next];
  return (
    token !== undefined &&
    !token.capital &&
    (/v/.test(know.partsOf(token.lower) ?? '') || /ing$/.test(token.lower))
  );
}

/** `committed to addressing A; removing B; and accepting C`: acts of one form in a row. */
function goesOnWithGerund({ tokens, know }: Scene, first: number, at: number): boolean {
  if (tokens[at]?.gap !== ';') return false;
  if (!/ing$/.test(tokens[first]?.lower ?? '')) return isVerbInRow({ tokens, know }, at);
  const token = tokens[tokens[at]?.lower === 'and' ? at + 1 : at];
  return (
    token !== undefined &&
    !token.capital &&
    /^[a-z]+ing$/.test(token.lower) &&
    /g/.test(know.partsOf(token.lower) ?? 'g')
  );
}

/** `pursue A; promote B; and deliver C`: verbs in a row, the last behind `and`. */
function isVerbInRow({ tokens, know }: Pick<Scene, 'tokens' | 'know'>, at: number): boolean {
  const isVerb = (word: number): boolean =>
    tokens[word]?.capital === false && /^v/.test(know.partsOf(tokens[word]?.lower ?? '') ?? '');
  if (tokens[at]?.lower === 'and') return isVerb(at + 1);
  if (!isVerb(at)) return false;
  for (let next = at + 1; next < Math.min(tokens.length, at + 60); next += 1)
    if (tokens[next]?.gap === ';' && tokens[next]?.lower === 'and') return isVerb(next + 1);
  return false;
}

/** `streamlining A, accepting B; and expediting C`: the list of acts is not over. */
function isGerundBefore({ tokens }: Scene, { last }: Sentence, first: number, at: number): boolean {
  if (!/ing$/.test(tokens[first]?.lower ?? '') || !/ing$/.test(tokens[at]?.lower ?? ''))
    return false;
  for (let next = at + 1; next <= Math.min(last, at + 40); next += 1)
    if (tokens[next]?.gap === ';') return true;
  return false;
}

/** `India – Middle East – Europe Corridor`: a dash between names. */
function joinsSpoken(paragraph: SpokenParagraph, at: number): boolean {
  const [before, behind] = [spokenAt(paragraph, at - 1), spokenFrom(paragraph, at)];
  return before?.kind === 'place' && before.last === at - 1 && behind?.kind === 'place';
}

function isCondition({ tokens, know }: Scene, at: number): boolean {
  const { lower = '', gap = '' } = tokens[at] ?? {};
  if (!know.has('conditions', lower)) return false;
  if (lower === 'provided') return tokens[at + 1]?.lower === 'that';
  return lower !== 'subject' || (tokens[at + 1]?.lower === 'to' && gap.includes(','));
}

function conditionEnd({ tokens }: Scene, { last }: Sentence, from: number): number {
  for (let at = from + 1; at <= last; at += 1)
    if (/[,;:.]/.test(tokens[at]?.gap ?? '')) return at - 1;
  return last;
}

/** What behind a comma is no part of the act: another clause, what it leads to, what it is about. */
function endsClause(paragraph: SpokenParagraph, at: number): boolean {
  const { tokens, know } = paragraph.scene;
  const token = tokens[at];
  if (token === undefined) return false;
  if (know.has('endsClause', token.lower)) return true;
  if (token.lower === 'and') return startsClause(paragraph, at + 1);
  if (
    /^[a-z]+ing$/.test(token.lower) &&
    /g/.test(know.partsOf(token.lower) ?? 'g') &&
    !know.has('goesOn', token.lower)
  )
    return !isGerundList(paragraph.scene, at);
  if (
    /^(?:further|also|thereby|thus|in)$/.test(token.lower) &&
    /ing$/.test(tokens[at + 1]?.lower ?? '')
  )
    return true;
  if (know.has('saying', token.lower)) return true;
  if (actsAfresh(paragraph, at)) return true;
  return sayersAt(paragraph, at).length > 0;
}

/** Who said it, behind a comma: `, India said`, `, Minister A and Minister B announced`. */
export function sayersAt(paragraph: SpokenParagraph, at: number): readonly Spoken[] {
  const { tokens, know } = paragraph.scene;
  const sayers: Spoken[] = [];
  for (let next = at; next < at + MOST_SAYERS; ) {
    const token = tokens[next];
    if (token === undefined || !/^,?$/.test(token.gap.replace('.', ''))) return [];
    if (sayers.length > 0 && know.has('saying', token.lower)) return sayers;
    const one = spokenFrom(paragraph, next);
    if (one !== undefined) sayers.push(one);
    else if (!know.has('and', token.lower) && !know.has('determiners', token.lower)) return [];
    next = one === undefined ? next + 1 : one.last + 1;
  }
  return [];
}

/** More words than those have who say something together. */
const MOST_SAYERS = 24;

/** `Given its commitment to A, the United States will`: another clause with its subject and verb. */
function actsAfresh(paragraph: SpokenParagraph, at: number): boolean {
  const one = spokenFrom(paragraph, at) ?? spokenFrom(paragraph, at + 1);
  const verb = one === undefined ? undefined : paragraph.scene.tokens[one.last + 1];
  return verb !== undefined && verb.gap === '' && paragraph.scene.know.has('modals', verb.lower);
}

/** `by suspending A, removing B and …`: gerunds that are listed. */
function isGerundList({ tokens }: Scene, at: number): boolean {
  for (let next = at + 1; next < at + 25 && next < tokens.length; next += 1) {
    const gap = tokens[next]?.gap ?? '';
    if (/[.;:]/.test(gap)) return false;
    if (tokens[next]?.lower === 'and' && /ing$/.test(tokens[next + 1]?.lower ?? '')) return true;
  }
  return false;
}

/** `between the United States and Europe`: names on both sides. */
function joinsNames(paragraph: SpokenParagraph, and: number): boolean {
  return (
    spokenAt(paragraph, and - 1)?.last === and - 1 &&
    (spokenFrom(paragraph, and + 1) ?? spokenFrom(paragraph, and + 2)) !== undefined
  );
}

/** Whether someone else, or the same one again, begins to act: `and the Council requests`. */
function startsClause(paragraph: SpokenParagraph, at: number): boolean {
  const { tokens, know } = paragraph.scene;
  const token = tokens[at];
  if (token === undefined) return false;
  if (know.has('newSubject', token.lower)) return true;
  // `and requests the Secretary-General to`
  if (!token.capital && /^s/.test(know.partsOf(token.lower) ?? '')) return true;
  if (!token.capital && know.has('operative', token.lower)) return true;
  // `and hope to sell`
  if (tokens[at + 1]?.lower === 'to' && know.has('takesOn', token.lower)) return true;
  const one = spokenFrom(paragraph, at) ?? spokenFrom(paragraph, at + 1);
  if (one === undefined) return false;
  const verb = tokens[one.last + 1];
  return (
    verb !== undefined &&
    verb.gap === '' &&
    !verb.capital &&
    (know.has('auxiliaries', verb.lower) || /^[ds]/.test(know.partsOf(verb.lower) ?? ''))
  );
}
