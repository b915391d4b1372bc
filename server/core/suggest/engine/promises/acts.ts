import type { Sentence, SpokenParagraph } from '../discourse/model.js';
import type { Scene } from '../names/scene.js';

/** One act that is promised, by tokens; `first` is its verb or noun. */
export interface Act {
  readonly first: number;
  readonly last: number;
  /** Words of a condition behind it. */
  readonly condition: { readonly first: number; readonly last: number } | undefined;
}

/** Verbs with which nothing is promised, whoever the subject is. */
const NO_ACT =
  /^(?:have|need|require|depend|cost|include|involve|contain|cover|consist|mean|likely|become|take|result|face|see|find|know|amount|exceed|benefit|suffer|lose|die|win|occur|happen|represent|reflect|seem|appear|fail|want|like|feel|think|believe|love|miss|get|come|fall|rise|grow|reach|total|enable|reduce|increase|create|give|bring|mark|last|remember|live|age|experience|ultimately|never|always|surely|certainly|no|play)$/;
/** Of those, the ones that promise something of a person or a body that acts. */
const ACTS_WITH_OBJECT =
  /^(?:take|give|bring|reduce|increase|create|enable|mark|reach|cover|include|find|get|become|see|come|grow|face|win)$/;
const NO_OBJECT: Readonly<Record<string, RegExp>> = {
  take: /^(?:place|time|effect|years|months|weeks|decades|longer|more|office|over)$/,
  give: /^(?:rise|way|us|them|him|her|me|you)$/,
  bring: /^$/,
  reach: /^\d/,
  see: /./,
  become: /./,
  come: /^(?!(?:together|to)$)/,
  grow: /./,
  face: /./,
  win: /./,
  get: /./,
  find: /^(?:it|that|themselves|itself)$/,
  include: /./,
  cover: /./,
  mark: /./,
};

/** The acts behind a marker: one for each verb that shares it. Empty where no act follows. */
export function actsBehind(
  paragraph: SpokenParagraph,
  sentence: Sentence,
  at: number,
  form: 'bare' | 'to' | 'noun',
): readonly Act[] {
  const { scene } = paragraph;
  const first = actStart(scene, sentence, at, form);
  if (first === undefined) return [];
  const end = clauseEnd(paragraph, sentence, first, form === 'noun');
  const isGerund = /^[g]|ing$/.test(verbForm(scene, first));
  const goal = isNounAct(scene, first) ? gerundOfGoal(scene, first, end.last) : undefined;
  const starts = isNounAct(scene, first)
    ? [
        first,
        ...(goal === undefined
          ? []
          : sharedStarts(paragraph, goal, end.last, { isGerund: true, form })),
      ]
    : [first, ...sharedStarts(paragraph, first, end.last, { isGerund, form })];
  const acts = starts.map((start, index): Act => {
    const next = starts[index + 1];
    const last = next === undefined ? end.last : lastBefore(scene, next);
    return { first: start, last, condition: next === undefined ? end.condition : undefined };
  });
  return [...acts, ...numberedBehind(paragraph, sentence, end.last + 1)];
}

/** `; and (ii) adopt …`: numbered acts behind the end of the first. */
function numberedBehind(
  paragraph: SpokenParagraph,
  sentence: Sentence,
  from: number,
): readonly Act[] {
  const { scene } = paragraph;
  const { tokens, know } = scene;
  const acts: Act[] = [];
  for (let at = from; at <= sentence.last; at += 1) {
    if (!isListNumber(scene, at) || !/[(]/.test(tokens[at]?.gap ?? '')) continue;
    const verb = tokens[at + 1];
    if (
      verb === undefined ||
      verb.capital ||
      !(/v/.test(know.partsOf(verb.lower) ?? '') || /ing$/.test(verb.lower))
    )
      continue;
    const { last, condition } = clauseEnd(paragraph, sentence, at + 1);
    acts.push({ first: at + 1, last, condition });
    at = last;
  }
  return acts;
}

/** `a collective goal of reducing …`: the act that is the goal. */
function gerundOfGoal({ tokens }: Scene, first: number, last: number): number | undefined {
  for (let at = first; at <= Math.min(last, first + 5); at += 1)
    if (
      /^(?:goals?|targets?|aims?|objectives?)$/.test(tokens[at]?.lower ?? '') &&
      tokens[at + 1]?.lower === 'of' &&
      /ing$/.test(tokens[at + 2]?.lower ?? '')
    )
      return at + 2;
  return undefined;
}

function verbForm({ tokens, know }: Scene, at: number): string {
  const token = tokens[at];
  if (token === undefined) return '';
  const parts = know.partsOf(token.lower) ?? '';
  // `bring` is none.
  return /ing$/.test(token.lower) && !/^v/.test(parts) ? 'ing' : parts;
}

/** A noun that stands for an act: `commitment to climate neutrality`, `a collective goal of`. */
function isNounAct({ tokens, know }: Scene, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (/ing$/.test(token.lower)) return false;
  return !/v/.test(know.partsOf(token.lower) ?? '');
}

/** Where the act begins: over adverbs, `not`, and what stands in brackets or between commas. */
function actStart(
  scene: Scene,
  { last }: Sentence,
  from: number,
  form: 'bare' | 'to' | 'noun',
): number | undefined {
  const { tokens, know } = scene;
  let at = from;
  for (let steps = 0; steps < 12; steps += 1) {
    const token = tokens[at];
    if (token === undefined || at > last) return undefined;
    if (/^[,(–—]+$/.test(token.gap) && steps > 0 && !isListNumber(scene, at)) {
      const close = asideEnd(scene, at, last);
      if (close === undefined) return undefined;
      at = close;
      continue;
    }
    if (/^[,(]$/.test(token.gap) && steps === 0 && !isListNumber(scene, at)) {
      const close = asideEnd(scene, at, last);
      if (close === undefined) return undefined;
      at = close;
      continue;
    }
    if (isListNumber(scene, at)) {
      at += 1;
      continue;
    }
    const parts = know.partsOf(token.lower) ?? '';
    const isAdverb =
      /^(?:not|also|jointly|now|further|then|soon|together|both|each|therefore|continue to|only|all|again|thus|never|hereby|to|more|fully|respectively|actively)$/.test(
        token.lower,
      ) ||
      (/^r/.test(parts) && /ly$/.test(token.lower));
    if (!isAdverb) break;
    at += 1;
  }
  const token = tokens[at];
  if (token === undefined || at > last) return undefined;
  return isAct(scene, at, form) ? at : undefined;
}

function isListNumber({ tokens }: Scene, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return (
    token !== undefined &&
    next !== undefined &&
    /^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/i.test(token.text) &&
    /^[).]/.test(next.gap) &&
    /[(:;,]?$/.test(token.gap)
  );
}

function asideEnd({ tokens }: Scene, from: number, last: number): number | undefined {
  const close = /\(/.test(tokens[from]?.gap ?? '') ? ')' : ',';
  for (let at = from + 1; at <= Math.min(last, from + 30); at += 1)
    if ((tokens[at]?.gap ?? '').includes(close)) return at;
  return undefined;
}

function isAct(scene: Scene, at: number, form: 'bare' | 'to' | 'noun'): boolean {
  const { tokens, know } = scene;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return false;
  const { lower } = token;
  if (lower === 'be') return isActOfBeing(scene, at);
  if (lower === 'remain')
    return /^(?:committed|engaged|seized|ready|actively|fully|focused|vigilant|in|united|steadfast|dedicated|determined|open|involved|available|strongly|firmly|at)$/.test(
      next?.lower ?? '',
    );
  if (form !== 'noun' && NO_ACT.test(lower)) {
    if (!ACTS_WITH_OBJECT.test(lower)) return false;
    const not = NO_OBJECT[lower];
    return next !== undefined && !(not?.test(next.lower) ?? false);
  }
  const parts = know.partsOf(lower) ?? '';
  if (form === 'bare') return /v/.test(parts) || (parts === '' && !token.capital);
  if (/ing$/.test(lower)) return true;
  if (/v/.test(parts) && !know.has('determiners', lower)) return true;
  return form === 'noun';
}

/** `will be working with`; not `will be held`, `will be the host`. */
function isActOfBeing({ tokens }: Scene, at: number): boolean {
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    /^[a-z]+ing$/.test(next.lower) &&
    !/^(?:during|being|outstanding|king|thing|nothing|something|everything|having)$/.test(
      next.lower,
    )
  );
}

/** Where the clause of an act ends, and the condition behind it. */
function clauseEnd(
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
    if (/[;:]/.test(token.gap) && !sharesBehind(scene, at))
      return { last: at - 1, condition: undefined };
    if (/^[–—]$/.test(token.gap) && token.spaced) return { last: at - 1, condition: undefined };
    if (/["”]/.test(token.gap) && isComma) return { last: at - 1, condition: undefined };
    if (isCondition(scene, at))
      return {
        last: isComma || !/^(?:only|but|even)$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at - 2,
        condition: { first: at, last: conditionEnd(scene, sentence, at) },
      };
    if (isComma && endsClause(paragraph, at)) return { last: at - 1, condition: undefined };
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
  // `, India said` · `, the minister added`
  const next = paragraph.spoken.find(
    ({ first, nested }) => first >= at && first <= at + 1 && !nested,
  );
  return next !== undefined && know.has('saying', tokens[next.last + 1]?.lower ?? '');
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

/** `hopes to bring A and to widen B`: the small word of the marker stands again. */
function repeatsTo({ tokens }: Scene, and: number, form: 'bare' | 'to' | 'noun'): boolean {
  return form === 'to' && tokens[and + 1]?.lower === 'to';
}

/** Where further verbs begin that share the marker: `finalize A, expand B and strengthen C`. */
function sharedStarts(
  paragraph: SpokenParagraph,
  first: number,
  last: number,
  { isGerund, form }: { readonly isGerund: boolean; readonly form: 'bare' | 'to' | 'noun' },
): readonly number[] {
  const { scene } = paragraph;
  const { tokens } = scene;
  const ands: number[] = [];
  for (let at = first + 2; at <= last; at += 1) {
    const verb = sharedVerb(paragraph, at, isGerund);
    if (
      verb !== undefined &&
      verb <= last &&
      (isListNumber(scene, verb - 1) ||
        repeatsTo(scene, at, form) ||
        !isInnerList(scene, first, at))
    )
      ands.push(verb);
  }
  if (ands.length === 0) return [];
  // Verbs behind commas count only where a verb behind an `and` ends the list.
  const final = ands[0] ?? last;
  const commas: number[] = [];
  for (let at = first + 2; at < final; at += 1) {
    if (!/^,$/.test(tokens[at]?.gap ?? '')) continue;
    const verb = form === 'to' && tokens[at]?.lower === 'to' ? at + 1 : at;
    if (isVerbToSplit(paragraph, verb, isGerund, true)) commas.push(verb);
  }
  return [...commas, ...ands].sort((a, b) => a - b);
}

function sharedVerb(paragraph: SpokenParagraph, at: number, isGerund: boolean): number | undefined {
  const { scene } = paragraph;
  const { tokens, know } = scene;
  if (tokens[at]?.lower !== 'and') return undefined;
  let verb = at + 1;
  while (isListNumber(scene, verb)) verb += 1;
  const isNumbered = verb > at + 1;
  while (
    /^(?:to|also|further|then|jointly|not)$/.test(tokens[verb]?.lower ?? '') ||
    (/^r/.test(know.partsOf(tokens[verb]?.lower ?? '') ?? '') &&
      /ly$/.test(tokens[verb]?.lower ?? ''))
  )
    verb += 1;
  if (tokens[at + 1]?.gap !== '' && !isNumbered) return undefined;
  // `and to share`: what follows can only be a verb.
  if (tokens[at + 1]?.lower === 'to' && /v/.test(know.partsOf(tokens[verb]?.lower ?? '') ?? ''))
    return verb;
  if (
    isNumbered &&
    (/v/.test(know.partsOf(tokens[verb]?.lower ?? '') ?? '') ||
      /ing$/.test(tokens[verb]?.lower ?? ''))
  )
    return verb;
  return isVerbToSplit(
    paragraph,
    verb,
    isGerund,
    tokens[at]?.gap === ',' || tokens[at]?.gap === ';',
  )
    ? verb
    : undefined;
}

const OBJECT_START =
  /^(?:the|a|an|its|their|his|her|our|this|that|these|those|all|any|each|both|more|new|further|additional|with|to|on|in|for|from|of|against|towards|upon|by|at|into|up|out|forward|such|other|no|additional|joint|greater|as)$/;

/** Whether a word is a verb that begins an act of its own, and no noun: `and export controls` is none. */
function isVerbToSplit(
  { scene, spoken }: SpokenParagraph,
  at: number,
  isGerund: boolean,
  isApart: boolean,
): boolean {
  const { tokens, know, paragraph } = scene;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || token.capital || paragraph.begins[at]) return false;
  if (spoken.some(({ first, last }) => first <= at && at <= last)) return false;
  const parts = know.partsOf(token.lower) ?? '';
  if (NO_ACT.test(token.lower) || /^(?:be|remain|will|shall|would)$/.test(token.lower))
    return false;
  if (isGerund)
    return (
      /ing$/.test(token.lower) &&
      next?.gap === '' &&
      /g/.test(parts) &&
      next !== undefined &&
      (OBJECT_START.test(next.lower) || next.capital || !/^[npa]/.test(parts))
    );
  if (!/v/.test(parts)) return false;
  if (next === undefined) return false;
  if (next.gap !== '') return false;
  const isOftenNoun = /^[na]/.test(parts);
  if (OBJECT_START.test(next.lower))
    return (
      !isOftenNoun ||
      /^(?:the|a|an|its|their|his|her|our|this|that|these|those|all|any|each|both|more|new|further|additional|such|other|joint|greater)$/.test(
        next.lower,
      )
    );
  // `…, train inspectors and …`: a plural that nothing introduces is an object.
  if (isOftenNoun)
    return (
      isApart &&
      (next.capital || /^[ap]/.test(know.partsOf(next.lower) ?? '') || /[^s]s$/.test(next.lower))
    );
  return next.capital || /[napg]/.test(know.partsOf(next.lower) ?? 'n');
}

/** Whether an inner infinitive stands between, to which the next verb belongs: `to support A and sustain B`. */
function isInnerList({ tokens, know }: Scene, first: number, and: number): boolean {
  for (let at = first + 1; at < and; at += 1) {
    const [to, verb] = [tokens[at], tokens[at + 1]];
    const isInfinitive = to?.lower === 'to' && /v/.test(know.partsOf(verb?.lower ?? '') ?? '');
    // `frameworks that will enhance and facilitate`
    if (/^(?:that|which|who)$/.test(to?.lower ?? '')) return true;
    // `continue to work`: the infinitive is the act.
    if (isInfinitive && at > first + 1) return true;
  }
  // Two verbs that are one act: `train and equip`.
  return and === first + 1;
}

function lastBefore({ tokens }: Scene, next: number): number {
  let last = next - 1;
  while (
    /^(?:and|to|also|further|then|jointly|not|i{1,3}|iv|v|[a-d]|\d)$/.test(
      tokens[last]?.lower ?? '',
    )
  )
    last -= 1;
  return last;
}
