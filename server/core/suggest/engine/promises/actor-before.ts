import { ACTORS, type Spoken } from '../discourse/model.js';
import { distinct } from '../discourse/page-facts.js';
import { titleIn } from '../names/scene.js';
import { coordinated, phraseStart, prepositionBefore, together } from './phrases.js';
import {
  anyoneAt,
  covers,
  endingAt,
  numberWords,
  type PromiseScene,
  type Subject,
  subjectOfAll,
} from './promise-scene.js';
import { implied, sentenceSubject } from './sentence-subject.js';

/** The actor right before a word, over adverbs and what stands between commas. */
export function actorBefore(scene: PromiseScene, marker: number): Subject | undefined {
  const { tokens, know } = scene.paragraph.scene;
  let at = marker - 1;
  let isApart = tokens[marker]?.gap === ',' || tokens[marker]?.gap === ')';
  for (let steps = 0; steps < 12; steps += 1) {
    const token = tokens[at];
    if (token === undefined || at < scene.sentence.first) return implied(scene, marker);
    if (isApart && isLetter(scene, at)) return undefined;
    if (isApart) {
      const holder = holderBefore(scene, at);
      if (holder !== undefined) return subjectOfAll([holder], 'who acts');
      const back = beforeAside(scene, at);
      if (back !== undefined) at = back;
      isApart = false;
      continue;
    }
    const adverb =
      !token.capital &&
      (know.has('besideVerb', token.lower) ||
        (/^r/.test(know.partsOf(token.lower) ?? '') && /ly$/.test(token.lower)));
    if (!adverb || covers(scene, at)) break;
    isApart = token.gap === ',' || token.gap === ')';
    at -= 1;
  }
  return at < scene.sentence.first ? implied(scene, marker) : nounPhraseAt(scene, at, marker);
}

/** `subparagraphs (a) and (b) shall`: a part of a text. */
function isLetter(scene: PromiseScene, at: number): boolean {
  const token = scene.paragraph.scene.tokens[at];
  return (
    token !== undefined && /\($/.test(token.gap) && /^(?:[a-z]|[ivx]+|\d{1,2})$/.test(token.text)
  );
}

/** `The Registrar, Mr. Lucas Meyer, will`: the one who is named between commas, where nothing else names whoever acts. */
function holderBefore(scene: PromiseScene, at: number): Spoken | undefined {
  const { tokens, know } = scene.paragraph.scene;
  const one = endingAt(scene, at);
  if (one === undefined || one.kind !== 'person') return undefined;
  let first = one.first;
  while (know.has('honorifics', titleIn(tokens[first - 1]?.lower ?? ''))) first -= 1;
  const isAside = tokens[first]?.gap === ',' && first > scene.sentence.first;
  const noun = tokens[first - 1]?.lower ?? '';
  return isAside &&
    know.headOf(noun)?.has('office') === true &&
    !covers(scene, first - 1) &&
    prepositionBefore(scene, first - 1) === undefined
    ? one
    : undefined;
}

/** The last token before an aside that ends at a word: `X, speaking in Y, will`. */
function beforeAside(scene: PromiseScene, at: number): number | undefined {
  const { tokens } = scene.paragraph.scene;
  for (let back = at; back > Math.max(scene.sentence.first, at - 40); back -= 1) {
    const gap = tokens[back]?.gap ?? '';
    if (gap === '(' || gap === ',' || gap === '),' || gap === '–' || gap === '—') {
      const first = tokens[back]?.lower ?? '';
      // The last of a list is no aside.
      if (/^(?:and|or)$/.test(first)) return undefined;
      return outerAside(scene, back) ?? back - 1;
    }
    // A stop behind `Mr` ends nothing.
    if (/[;:.]/.test(gap.replace(/^\.$/, ''))) return undefined;
  }
  return undefined;
}

/** `X, chaired by the Minister, A B, will`: the aside began before. */
function outerAside(scene: PromiseScene, comma: number): number | undefined {
  const { tokens, know } = scene.paragraph.scene;
  for (let back = comma - 1; back > Math.max(scene.sentence.first, comma - 40); back -= 1) {
    const gap = tokens[back]?.gap ?? '';
    if (/[;:.–—]/.test(gap.replace(/^\.$/, ''))) return undefined;
    if (!gap.includes(',')) continue;
    const [word, next] = [tokens[back], tokens[back + 1]];
    const isParticiple =
      word !== undefined &&
      !word.capital &&
      (/ed$/.test(word.lower) || /^[dg]/.test(know.partsOf(word.lower) ?? '')) &&
      know.has('prepositions', next?.lower ?? '');
    if (isParticiple || /^(?:which|who|whose|including)$/.test(word?.lower ?? ''))
      return endingAt(scene, back - 1) === undefined ? undefined : back - 1;
  }
  return undefined;
}

function nounPhraseAt(scene: PromiseScene, at: number, marker: number): Subject | undefined {
  const { tokens, know } = scene.paragraph.scene;
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (/^(?:and|or|but|to|then)$/.test(token.lower) || tokens[at + 1]?.gap === ';') {
    return token.lower === 'to' ? undefined : sentenceSubject(scene, at, marker);
  }
  if (/^(?:who|which|that)$/.test(token.lower)) {
    const owner = endingAt(scene, at - 1);
    if (token.lower === 'that' || owner === undefined || !ACTORS.has(owner.kind)) return undefined;
    // `security commitments to Ukraine, which will`
    const led = prepositionBefore(scene, owner.first);
    if (
      led !== undefined &&
      !know.has('generic', tokens[led - 1]?.lower ?? '') &&
      !covers(scene, led - 1)
    )
      return undefined;
    return subjectOfAll([owner], 'who acts');
  }
  const one = endingAt(scene, at);
  if (one !== undefined) {
    const led = prepositionBefore(scene, (together(scene, one)[0] ?? one).first);
    if (led !== undefined) return underPreposition(scene, led, marker);
    if (!ACTORS.has(one.kind)) return firstNoun(scene, one.first - 1);
    return subjectOfAll(coordinated(scene, one), 'who acts');
  }
  const pronoun = unresolved(scene, at);
  if (pronoun !== undefined) return pronoun;
  const listed = inListOfActors(scene, at);
  if (listed !== undefined) return listed;
  // A noun: someone described, in a list with those named, or nobody who can promise.
  const led = prepositionBefore(scene, at);
  if (led !== undefined && !know.has('generic', tokens[led - 1]?.lower ?? '')) {
    const owner = underPreposition(scene, led, marker);
    if (owner !== undefined) return owner;
  }
  if (know.has('generic', token.lower)) {
    const start = phraseStart(scene, at);
    const before = endingAt(scene, start - 2);
    if (
      before !== undefined &&
      /^(?:and|as)$/.test(tokens[start - 1]?.lower ?? '') &&
      ACTORS.has(before.kind)
    )
      return subjectOfAll(coordinated(scene, before, true), 'who acts');
    return anyoneAt(scene, at, start);
  }
  const first = tokens[scene.sentence.first + numberWords(scene)];
  // `Countries joining the pledge commit to`: the sentence's first noun acts.
  if (
    first !== undefined &&
    know.has('generic', first.lower) &&
    at - scene.sentence.first < 12 &&
    !know.has('prepositions', tokens[at - 1]?.lower ?? '') &&
    hasNoVerb(scene, scene.sentence.first + 1, at)
  )
    return anyoneAt(scene, scene.sentence.first + numberWords(scene), scene.sentence.first);
  return undefined;
}

/** `the Bank and Transnet`: a name that nothing explains, together with those who can promise. */
function inListOfActors(scene: PromiseScene, at: number): Subject | undefined {
  const { tokens } = scene.paragraph.scene;
  let first = at;
  while (
    tokens[first]?.capital &&
    first > at - 4 &&
    first > scene.sentence.first &&
    tokens[first]?.gap === '' &&
    tokens[first - 1]?.capital
  )
    first -= 1;
  if (!tokens[first]?.capital || tokens[first - 1]?.lower !== 'and') return undefined;
  const before = endingAt(scene, first - 2);
  return before !== undefined && ACTORS.has(before.kind)
    ? subjectOfAll(coordinated(scene, before, true), 'who acts')
    : undefined;
}

/** A pronoun or `his country` of whom it is not clear who is meant: somebody it is. */
function unresolved(scene: PromiseScene, at: number): Subject | undefined {
  const { tokens, know } = scene.paragraph.scene;
  const token = tokens[at];
  const before = tokens[at - 1];
  const isSaid =
    before !== undefined && (know.has('saying', before.lower) || before.lower === 'that');
  const isOne =
    /^(?:he|she|we|i)$/.test(token?.lower ?? '') ||
    (isSaid && /^(?:it|they)$/.test(token?.lower ?? ''));
  const isTheirs =
    know.has('ownBodies', token?.lower ?? '') &&
    /^(?:his|her|their|our|my)$/.test(before?.lower ?? '');
  if (!isOne && !isTheirs) return undefined;
  return anyoneAt(scene, at, isTheirs ? at - 1 : at, 'person');
}

function hasNoVerb(scene: PromiseScene, from: number, to: number): boolean {
  const { tokens, know } = scene.paragraph.scene;
  for (let at = from; at <= to; at += 1)
    if (/^[dsv]/.test(know.partsOf(tokens[at]?.lower ?? '') ?? '') && !tokens[at]?.capital)
      return false;
  return true;
}

/** What stands under a preposition is part of a longer phrase, whose noun counts: `the ministers of A and B`. */
function underPreposition(
  scene: PromiseScene,
  preposition: number,
  marker: number,
): Subject | undefined {
  const { tokens, know } = scene.paragraph.scene;
  const head = preposition - 1;
  if (head < scene.sentence.first) return undefined;
  const owner = endingAt(scene, head);
  if (owner !== undefined) {
    const outer = prepositionBefore(scene, owner.first);
    if (outer !== undefined) return underPreposition(scene, outer, marker);
    return ACTORS.has(owner.kind) ? subjectOfAll(coordinated(scene, owner), 'who acts') : undefined;
  }
  const noun = tokens[head]?.lower ?? '';
  const outer = prepositionBefore(scene, head);
  if (outer !== undefined && !know.has('generic', noun))
    return underPreposition(scene, outer, marker);
  if (!know.has('generic', noun)) return firstNoun(scene, head);
  const inside = scene.paragraph.spoken.filter(
    ({ first, last, kind, nested }) =>
      first > preposition && last < marker && ACTORS.has(kind) && !nested,
  );
  const isWhole =
    /^(?:governments?|leaders|ministers|delegations?|representatives|authorities|heads|presidents|officials|diplomats|envoys|administration)$/.test(
      noun,
    );
  const last = inside.at(-1);
  const listed = last === undefined ? [] : together(scene, last);
  const members = isWhole
    ? inside.filter(
        (each) =>
          each.first <= preposition + 2 ||
          (listed.length > 1 && listed.includes(each)) ||
          listed.length === 1,
      )
    : [];
  return {
    by: distinct(members.flatMap(({ keys }) => keys)),
    kind: members[0]?.kind ?? 'org',
    first: head,
    known: members.length > 0,
    reason: members.length > 0 ? 'who acts' : `“${tokens[head]?.text}” can promise`,
  };
}

/** `Countries joining the Global Methane Pledge`: a sentence that begins with a word for actors. */
function firstNoun(scene: PromiseScene, upTo: number): Subject | undefined {
  const at = scene.sentence.first + numberWords(scene);
  const token = scene.paragraph.scene.tokens[at];
  if (
    token === undefined ||
    !scene.paragraph.scene.know.has('generic', token.lower) ||
    upTo - at > 12 ||
    !hasNoVerb(scene, at + 1, upTo)
  )
    return undefined;
  return anyoneAt(scene, at, at);
}
