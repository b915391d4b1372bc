import type { Sentence, SpokenParagraph } from '../discourse/model.js';
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
  const { tokens } = scene;
  for (let at = first + 1; at <= sentence.last; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const isComma = /,/.test(token.gap);
    // `its commitment to clean air is firm`: the noun is the subject of another verb.
    if (
      isNoun &&
      at > first + 1 &&
      /^(?:is|are|was|were|remains|will|has|have|must|should|can|may)$/.test(token.lower) &&
      !isRelative(scene, first, at)
    )
      return { last: at - 1, condition: undefined };
    if (/[;:]/.test(token.gap) && !sharesBehind(scene, at) && !goesOnWithGerund(scene, first, at))
      return { last: at - 1, condition: undefined };
    if (/^[–—]$/.test(token.gap) && token.spaced && !joinsSpoken(paragraph, at))
      return { last: at - 1, condition: undefined };
    if (/["”]/.test(token.gap) && isComma) return { last: at - 1, condition: undefined };
    if (isCondition(scene, at))
      return {
        last: isComma || !/^(?:only|but|even)$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at - 2,
        condition: { first: at, last: conditionEnd(scene, sentence, at) },
      };
    if (isComma && endsClause(paragraph, at) && !isGerundBefore(scene, sentence, first, at))
      return { last: at - 1, condition: undefined };
    if (
      !isComma &&
      /^(?:while|whereas|although|though|because|but|when|whenever|once)$/.test(token.lower) &&
      at > first + 1
    )
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
function isRelative({ tokens }: Scene, first: number, verb: number): boolean {
  for (let at = verb - 1; at > Math.max(first, verb - 6); at -= 1)
    if (/^(?:that|which|who|where|what|how)$/.test(tokens[at]?.lower ?? '')) return true;
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
  if (!/ing$/.test(tokens[first]?.lower ?? '') || tokens[at]?.gap !== ';') return false;
  const token = tokens[tokens[at]?.lower === 'and' ? at + 1 : at];
  return (
    token !== undefined &&
    !token.capital &&
    /^[a-z]+ing$/.test(token.lower) &&
    /g/.test(know.partsOf(token.lower) ?? 'g')
  );
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
function joinsSpoken({ spoken }: SpokenParagraph, at: number): boolean {
  return (
    spoken.some(({ last, kind }) => last === at - 1 && kind === 'place') &&
    spoken.some(({ first, kind }) => first === at && kind === 'place')
  );
}

function isCondition({ tokens }: Scene, at: number): boolean {
  const { lower = '' } = tokens[at] ?? {};
  if (/^(?:if|unless|provided)$/.test(lower))
    return lower !== 'provided' || /^(?:that)$/.test(tokens[at + 1]?.lower ?? '');
  return lower === 'subject' && tokens[at + 1]?.lower === 'to' && /,/.test(tokens[at]?.gap ?? '');
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
  if (
    /^(?:which|who|whom|whose|while|whereas|although|though|but|so|because|as|where|when|thus|thereby|making|since|according|he|she|it|they|we)$/.test(
      token.lower,
    )
  )
    return true;
  if (token.lower === 'and') return startsClause(paragraph, at + 1);
  if (
    /^[a-z]+ing$/.test(token.lower) &&
    /g/.test(know.partsOf(token.lower) ?? 'g') &&
    !/^(?:including|excluding|concerning|regarding|following|during|being)$/.test(token.lower)
  )
    return !isGerundList(paragraph.scene, at);
  if (
    /^(?:further|also|thereby|thus|in)$/.test(token.lower) &&
    /ing$/.test(tokens[at + 1]?.lower ?? '')
  )
    return true;
  if (know.has('saying', token.lower)) return true;
  if (actsAfresh(paragraph, at)) return true;
  // `, India said` · `, the minister added`
  const next = paragraph.spoken.find(
    ({ first, nested }) => first >= at && first <= at + 1 && !nested,
  );
  return next !== undefined && know.has('saying', tokens[next.last + 1]?.lower ?? '');
}

/** `Given its commitment to A, the United States will`: another clause with its subject and verb. */
function actsAfresh({ scene, spoken }: SpokenParagraph, at: number): boolean {
  const one = spoken.find(({ first, nested }) => first >= at && first <= at + 1 && !nested);
  const verb = one === undefined ? undefined : scene.tokens[one.last + 1];
  return verb !== undefined && verb.gap === '' && /^(?:will|shall|would)$/.test(verb.lower);
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
function joinsNames({ spoken }: SpokenParagraph, and: number): boolean {
  return (
    spoken.some(({ last, nested }) => last === and - 1 && !nested) &&
    spoken.some(({ first, nested }) => first >= and + 1 && first <= and + 2 && !nested)
  );
}

const TAKES_ON =
  /^(?:hope|plan|intend|aim|pledge|commit|agree|promise|vow|seek|undertake|resolve|decide|expect)$/;

/** Whether someone else, or the same one again, begins to act: `and the Council requests`. */
function startsClause({ scene, spoken }: SpokenParagraph, at: number): boolean {
  const { tokens, know } = scene;
  const token = tokens[at];
  if (token === undefined) return false;
  if (
    /^(?:he|she|they|it|we|i|this|that|will|would|shall|is|are|was|were|has|have|had)$/.test(
      token.lower,
    )
  )
    return true;
  // `and requests the Secretary-General to`
  if (!token.capital && /^s/.test(know.partsOf(token.lower) ?? '')) return true;
  if (
    !token.capital &&
    /^(?:requests|calls|urges|invites|notes|welcomes|expresses|reaffirms|decides|encourages|recalls|stresses|agrees|recalled|agreed|expressed|welcomed|noted|reaffirmed|said|called|urged|discussed|pledged|committed|plans|hopes|intends|looks|aims|seeks)$/.test(
      token.lower,
    )
  )
    return true;
  // `and hope to sell`
  if (tokens[at + 1]?.lower === 'to' && TAKES_ON.test(token.lower)) return true;
  const one = spoken.find(({ first, nested }) => (first === at || first === at + 1) && !nested);
  if (one === undefined) return false;
  const verb = tokens[one.last + 1];
  return (
    verb !== undefined &&
    verb.gap === '' &&
    !verb.capital &&
    (/^(?:will|would|shall|is|are|was|were|has|have|had|can|may|must|should|could)$/.test(
      verb.lower,
    ) ||
      /^[ds]/.test(know.partsOf(verb.lower) ?? ''))
  );
}
