import { ACTORS, type Sentence, type Spoken, type SpokenParagraph } from '../discourse/model.js';
import { distinct, type PageFacts } from '../discourse/page-facts.js';
import type { Marker } from './markers.js';

/** Who promises. */
export interface Subject {
  readonly by: readonly string[];
  readonly kind: string;
  /** The first token of its words; the marker's where it is implied. */
  readonly first: number;
  /** Whether a named or described actor was found, not only a word for some. */
  readonly known: boolean;
  readonly reason: string;
}

/** A promise is said in a paragraph with its descriptions read. */
export interface PromiseScene {
  readonly paragraph: SpokenParagraph;
  readonly sentence: Sentence;
  readonly facts: PageFacts;
}

const SKIPPED =
  /^(?:has|have|had|is|are|was|were|be|been|being|also|both|each|all|jointly|not|then|now|further|therefore|thus|hereby|again|itself|themselves|himself|herself|already|still|today|together|respectively|accordingly|thereby|likewise|so|soon|do|does|did)$/;

/** The subject of a marker; `undefined` where nobody who can promise stands there. */
export function subjectOf(scene: PromiseScene, marker: Marker): Subject | undefined {
  return marker.isNoun ? ownerOf(scene, marker) : actorBefore(scene, marker.first);
}

/** `the European Union's commitment`, `its commitment`, `the commitment of both countries to`, `mutual commitment`. */
function ownerOf(scene: PromiseScene, marker: Marker): Subject | undefined {
  const { tokens } = scene.paragraph.scene;
  const inside = scene.paragraph.spoken.find(
    ({ first, last, kind, nested }) =>
      first > marker.first && last <= marker.last && ACTORS.has(kind) && !nested,
  );
  if (inside !== undefined) return subject(scene, [inside], 'whose commitment it is');
  for (let at = marker.first - 1; at >= Math.max(scene.sentence.first, marker.first - 6); at -= 1) {
    const token = tokens[at];
    if (token === undefined || /[;:.]/.test(tokens[at + 1]?.gap ?? '')) break;
    if (token.possessive) {
      const owner = endingAt(scene, at);
      return owner === undefined ? undefined : subject(scene, [owner], 'whose commitment it is');
    }
    if (/^(?:its|their|his|her|our)$/.test(token.lower)) return ownerByPronoun(scene, at);
    if (/^(?:mutual|shared|joint|common|collective)$/.test(token.lower))
      return sides(scene, marker.first);
    if (/^(?:the|a|an)$/.test(token.lower) && at < marker.first - 2) break;
  }
  // `reaffirmed the commitment to`
  const verb = verbBefore(scene, marker.first);
  return verb === undefined ? undefined : sentenceSubject(scene, verb);
}

function ownerByPronoun(scene: PromiseScene, at: number): Subject | undefined {
  const { tokens } = scene.paragraph.scene;
  const verb = verbBefore(scene, at);
  if (verb !== undefined) return sentenceSubject(scene, verb);
  const before = scene.paragraph.spoken.filter(
    ({ first, kind, nested }) =>
      first >= scene.sentence.first && first < at && ACTORS.has(kind) && !nested,
  );
  const several = tokens[at]?.lower === 'their';
  const fits = before.filter(({ keys }) => several || keys.length === 1);
  const last = fits.at(0);
  return last === undefined
    ? implied(scene, at)
    : subject(scene, coordinated(scene, last), 'who is named');
}

const TAKING_ON =
  /^(?:reaffirm|affirm|express|reiterat|underlin|underscor|confirm|restat|renew|emphasi[sz]|stress|declar|announc|shar|convey|signal|stat|recall|highlight|demonstrat|indicat|voic|make|made|making|recommit|uphold|maintain|honou?r|repeat|acknowledg|welcom|not|record|set|pledg|reconfirm|reassert|outlin|discuss|assur|present)\w*$/;

/** The verb of which a noun marker is the object: `reaffirmed its`, `expressing the`. */
function verbBefore(scene: PromiseScene, at: number): number | undefined {
  const { tokens, know } = scene.paragraph.scene;
  for (let back = at - 1; back >= Math.max(scene.sentence.first, at - 4); back -= 1) {
    const token = tokens[back];
    if (token === undefined) return undefined;
    if (TAKING_ON.test(token.lower) && (back === scene.sentence.first || !token.capital))
      return back;
    if (
      !know.has('determiners', token.lower) &&
      !/^(?:again|once|strongly|also|jointly|their|its|full|strong|firm|continued|on|of|both)$/.test(
        token.lower,
      ) &&
      !/^[ar]/.test(know.partsOf(token.lower) ?? '')
    )
      return undefined;
  }
  return undefined;
}

/** The actor right before a word, over adverbs and what stands between commas. */
function actorBefore(scene: PromiseScene, marker: number): Subject | undefined {
  const { tokens, know } = scene.paragraph.scene;
  let at = marker - 1;
  let isApart = tokens[marker]?.gap === ',' || tokens[marker]?.gap === ')';
  for (let steps = 0; steps < 12; steps += 1) {
    const token = tokens[at];
    if (token === undefined || at < scene.sentence.first) return implied(scene, marker);
    if (isApart) {
      const back = beforeAside(scene, at);
      if (back !== undefined) at = back;
      isApart = false;
      continue;
    }
    const adverb =
      !token.capital &&
      (SKIPPED.test(token.lower) ||
        (/^r/.test(know.partsOf(token.lower) ?? '') && /ly$/.test(token.lower)));
    if (!adverb || covers(scene, at)) break;
    isApart = token.gap === ',' || token.gap === ')';
    at -= 1;
  }
  return at < scene.sentence.first ? implied(scene, marker) : nounPhraseAt(scene, at, marker);
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
      return back - 1;
    }
    if (/[;:.]/.test(gap)) return undefined;
  }
  return undefined;
}

const GENERIC =
  /^(?:countries|parties|members|states|participants|signatories|leaders|ministers|governments|sides|delegations|officials|authorities|representatives|nations|partners|companies|signatories|donors|ministries|agencies|institutions|presidents|heads|governors|principals|supporters|allies|party|side|government|delegation|administration|ministry|committee|council|commission|company|bank|agency)$/;

function nounPhraseAt(scene: PromiseScene, at: number, marker: number): Subject | undefined {
  const { tokens, know } = scene.paragraph.scene;
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (/^(?:and|or|but|to|then)$/.test(token.lower) || tokens[at + 1]?.gap === ';') {
    return token.lower === 'to' ? undefined : sentenceSubject(scene, at, marker);
  }
  if (/^(?:who|which|that)$/.test(token.lower)) {
    const owner = endingAt(scene, at - 1);
    return token.lower === 'that' || owner === undefined || !ACTORS.has(owner.kind)
      ? undefined
      : subject(scene, [owner], 'who acts');
  }
  const one = endingAt(scene, at);
  if (one !== undefined) {
    const led = prepositionBefore(scene, one.first);
    if (led !== undefined) return underPreposition(scene, led, marker);
    if (!ACTORS.has(one.kind)) return firstNoun(scene, one.first - 1);
    return subject(scene, coordinated(scene, one), 'who acts');
  }
  const pronoun = unresolved(scene, at);
  if (pronoun !== undefined) return pronoun;
  // A noun: someone described, in a list with those named, or nobody who can promise.
  const led = prepositionBefore(scene, at);
  if (led !== undefined && !GENERIC.test(tokens[led - 1]?.lower ?? '')) {
    const owner = underPreposition(scene, led, marker);
    if (owner !== undefined) return owner;
  }
  if (GENERIC.test(token.lower)) {
    const start = phraseStart(scene, at);
    const before = endingAt(scene, start - 2);
    if (
      before !== undefined &&
      /^(?:and|as)$/.test(tokens[start - 1]?.lower ?? '') &&
      ACTORS.has(before.kind)
    )
      return subject(scene, coordinated(scene, before, true), 'who acts');
    return {
      by: [],
      kind: 'org',
      first: start,
      known: false,
      reason: `“${token.text}” can promise`,
    };
  }
  const first = tokens[scene.sentence.first + numberWords(scene)];
  // `Countries joining the pledge commit to`: the sentence's first noun acts.
  if (
    first !== undefined &&
    GENERIC.test(first.lower) &&
    at - scene.sentence.first < 12 &&
    !know.has('prepositions', tokens[at - 1]?.lower ?? '') &&
    hasNoVerb(scene, scene.sentence.first + 1, at)
  )
    return {
      by: [],
      kind: 'org',
      first: scene.sentence.first,
      known: false,
      reason: `“${first.text}” can promise`,
    };
  return undefined;
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
    /^(?:country|department|government|administration|party|ministry|company|team|delegation)$/.test(
      token?.lower ?? '',
    ) && /^(?:his|her|their|our|my)$/.test(before?.lower ?? '');
  if (!isOne && !isTheirs) return undefined;
  return {
    by: [],
    kind: 'person',
    first: isTheirs ? at - 1 : at,
    known: false,
    reason: `“${token?.text}” can promise`,
  };
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
  const { tokens } = scene.paragraph.scene;
  const head = preposition - 1;
  if (head < scene.sentence.first) return undefined;
  const owner = endingAt(scene, head);
  if (owner !== undefined) {
    const outer = prepositionBefore(scene, owner.first);
    if (outer !== undefined) return underPreposition(scene, outer, marker);
    return ACTORS.has(owner.kind)
      ? subject(scene, coordinated(scene, owner), 'who acts')
      : undefined;
  }
  const noun = tokens[head]?.lower ?? '';
  const outer = prepositionBefore(scene, head);
  if (outer !== undefined && !GENERIC.test(noun)) return underPreposition(scene, outer, marker);
  if (!GENERIC.test(noun)) return firstNoun(scene, head);
  const inside = scene.paragraph.spoken.filter(
    ({ first, last, kind, nested }) =>
      first > preposition && last < marker && ACTORS.has(kind) && !nested,
  );
  const isWhole =
    /^(?:governments?|leaders|ministers|delegations?|representatives|authorities|heads|presidents|officials|administration)$/.test(
      noun,
    );
  const members = isWhole
    ? inside.filter(
        ({ first }) =>
          first <= preposition + 2 || coordinated(scene, inside.at(-1) as Spoken).length > 0,
      )
    : [];
  return {
    by: distinct(members.flatMap(({ keys }) => keys)),
    kind: members[0]?.kind ?? 'org',
    first: head,
    known: members.length > 0,
    reason: `“${tokens[head]?.text}” can promise`,
  };
}

/** `Countries joining the Global Methane Pledge`: a sentence that begins with a word for actors. */
function firstNoun(scene: PromiseScene, upTo: number): Subject | undefined {
  const at = scene.sentence.first + numberWords(scene);
  const token = scene.paragraph.scene.tokens[at];
  if (
    token === undefined ||
    !GENERIC.test(token.lower) ||
    upTo - at > 12 ||
    !hasNoVerb(scene, at + 1, upTo)
  )
    return undefined;
  return { by: [], kind: 'org', first: at, known: false, reason: `“${token.text}” can promise` };
}

/** The token of a preposition that leads a phrase in, articles and adjectives between. */
function prepositionBefore(scene: PromiseScene, at: number): number | undefined {
  const { tokens, know } = scene.paragraph.scene;
  for (let back = at - 1; back >= Math.max(scene.sentence.first, at - 5); back -= 1) {
    const token = tokens[back];
    if (token === undefined || /[,;:()]/.test(tokens[back + 1]?.gap ?? '')) return undefined;
    if (
      know.has('prepositions', token.lower) &&
      !(back === scene.sentence.first && tokens[at]?.gap === ',')
    ) {
      // `as`, `like`: nobody is led in.
      return isClauseStart(scene, back) ? undefined : back;
    }
    const covered = endingAt(scene, back);
    if (
      covered !== undefined &&
      (covered.kind === 'office' || covered.kind === 'place' || covered.kind === 'org')
    ) {
      if (tokens[back]?.possessive || covered.kind === 'office') {
        back = covered.first;
        continue;
      }
      return undefined;
    }
    if (
      !know.has('determiners', token.lower) &&
      !/^[a]/.test(know.partsOf(token.lower) ?? '') &&
      !/^(?:mr|mrs|ms|dr|shri|h\.e|other|early)\.?$/.test(token.lower) &&
      know.demonymAt(tokens, back) === undefined
    )
      return undefined;
  }
  return undefined;
}

/** `As India …`, `While the Council …`: no preposition but a conjunction. */
function isClauseStart(scene: PromiseScene, at: number): boolean {
  const token = scene.paragraph.scene.tokens[at];
  return (
    /^(?:as|like|since|until|till|before|after|than)$/.test(token?.lower ?? '') &&
    (at === scene.sentence.first || (token?.gap ?? '') !== '')
  );
}

function phraseStart(scene: PromiseScene, at: number): number {
  const { tokens, know } = scene.paragraph.scene;
  let first = at;
  while (
    first - 1 >= scene.sentence.first &&
    tokens[first]?.gap === '' &&
    (know.has('determiners', tokens[first - 1]?.lower ?? '') ||
      /^[an]/.test(know.partsOf(tokens[first - 1]?.lower ?? '') ?? '')) &&
    first > at - 4
  )
    first -= 1;
  return first;
}

/** The outermost of what is spoken of that ends at a token. */
function endingAt(scene: PromiseScene, at: number): Spoken | undefined {
  return scene.paragraph.spoken.find(
    ({ first, last, kind, nested }) =>
      first <= at &&
      at <= last &&
      !nested &&
      kind !== 'date' &&
      kind !== 'topic' &&
      kind !== 'source',
  );
}

function covers(scene: PromiseScene, at: number): boolean {
  return endingAt(scene, at) !== undefined;
}

/** All that act together with one: `A, B and C`; of an office and its holder the holder. */
function coordinated(scene: PromiseScene, one: Spoken, goesOn = false): readonly Spoken[] {
  const { tokens } = scene.paragraph.scene;
  const members = [one];
  const earlier = scene.paragraph.spoken
    .filter(
      ({ nested, first, kind }) =>
        !nested && first >= scene.sentence.first && first < one.first && ACTORS.has(kind),
    )
    .reverse();
  let next = one;
  let hasAnd = goesOn;
  for (const other of earlier) {
    const between = tokens.slice(other.last + 1, next.first);
    const gaps = tokens.slice(other.last + 1, next.first + 1).map(({ gap }) => gap);
    if (
      other.kind === 'office' &&
      next.kind === 'person' &&
      between.every(({ lower }) =>
        /^(?:mr|mrs|ms|dr|shri|h\.e|his|her|excellency)\.?$/.test(lower),
      ) &&
      gaps.every((gap) => /^[.,]?$/.test(gap))
    ) {
      next = other;
      continue;
    }
    const isAnd = between.some(({ lower }) => lower === 'and');
    const small = between.every(({ lower }) =>
      /^(?:and|the|his|her|its|both|as|well|mr|mrs|ms|dr|shri|with|together|counterpart|foreign|prime|president|minister)\.?$/.test(
        lower,
      ),
    );
    const isComma = gaps.every((gap) => /^,?$/.test(gap)) && gaps.includes(',');
    if (!small || !gaps.every((gap) => /^[,.]?$/.test(gap)) || !(isAnd || (hasAnd && isComma)))
      break;
    hasAnd = true;
    members.unshift(other);
    next = other;
  }
  const first = members[0];
  // `talks between A and B will`: those under a preposition are not who acts.
  if (
    first !== undefined &&
    members.length > 1 &&
    prepositionBefore(scene, first.first) !== undefined
  )
    return [];
  return members;
}

/** The first actor of a sentence that no preposition leads in: who acts in its later verbs, too. */
function sentenceSubject(
  scene: PromiseScene,
  before: number,
  marker: number = before,
): Subject | undefined {
  const { tokens } = scene.paragraph.scene;
  const clause = clauseStart(scene, before);
  if (operativeVerb(scene)) return implied(scene, marker);
  for (const from of clause === scene.sentence.first ? [clause] : [clause, scene.sentence.first]) {
    const actors = scene.paragraph.spoken.filter(
      ({ first, nested, kind }) => first >= from && first < before && !nested && ACTORS.has(kind),
    );
    const one = actors.find(
      (each) =>
        prepositionBefore(scene, each.first) === undefined &&
        isFree(scene, each.first, from) &&
        !isObject(scene, each.first),
    );
    if (one !== undefined) {
      // Others may follow it: take the last of its list.
      const list = actors
        .filter((each) => each.first >= one.first)
        .reduce((last, each) => (coordinated(scene, each).includes(one) ? each : last), one);
      return subject(scene, coordinated(scene, list), 'who acts in the sentence');
    }
  }
  void tokens;
  return implied(scene, marker) ?? anyoneFirst(scene, before);
}

/** `The Contracting Parties … and shall`: the sentence begins with a word for actors. */
function anyoneFirst(scene: PromiseScene, before: number): Subject | undefined {
  const { tokens } = scene.paragraph.scene;
  const from = scene.sentence.first + numberWords(scene);
  for (let at = from; at < Math.min(before, from + 4); at += 1) {
    const token = tokens[at];
    if (token === undefined || /,/.test(token.gap)) return undefined;
    if (GENERIC.test(token.lower))
      return {
        by: [],
        kind: 'org',
        first: from,
        known: false,
        reason: `“${token.text}” can promise`,
      };
  }
  return undefined;
}

/** Whether a sentence's first phrase (`In Sweden,`) is over, or the actor stands first. */
function isFree(scene: PromiseScene, at: number, from: number): boolean {
  const { tokens, know } = scene.paragraph.scene;
  const first = tokens[from];
  if (first === undefined || at <= from + 2 || !know.has('prepositions', first.lower)) return true;
  for (let next = from + 1; next <= at; next += 1)
    if (/,/.test(tokens[next]?.gap ?? '')) return true;
  return false;
}

/** What stands behind a verb of this sentence is its object. */
function isObject(scene: PromiseScene, at: number): boolean {
  const { tokens, know } = scene.paragraph.scene;
  const before = tokens[at - 1];
  if (before === undefined || at - 1 < scene.sentence.first || (tokens[at]?.gap ?? '') !== '')
    return false;
  const word = know.has('determiners', before.lower) ? tokens[at - 2] : before;
  return (
    word !== undefined &&
    !word.capital &&
    /^[dsvg]/.test(know.partsOf(word.lower) ?? '') &&
    !know.has('saying', word.lower)
  );
}

function clauseStart(scene: PromiseScene, before: number): number {
  const { tokens } = scene.paragraph.scene;
  for (let at = before; at > scene.sentence.first; at -= 1) {
    const gap = tokens[at]?.gap ?? '';
    if (/[;:]/.test(gap)) return at;
    if (/^(?:that|while|whereas|although|because)$/.test(tokens[at]?.lower ?? '') && at < before)
      return at + 1;
  }
  return scene.sentence.first;
}

const OPERATIVE =
  /^(?:decid|reaffirm|affirm|express|reiterat|undertak|agree|commit|resolv|pledg|underlin|stress|emphasi[sz]|declar|recogni[sz]|welcom|acknowledg|request|urg|call|encourag|invit|not|remain|intend|recall|determin|confirm|hav|desir|wish|act|seek|bear|condemn|demand|authori[sz]|extend|renew|mindful|convinced|conscious|deepl|strongl|further|also)\w*$/;

/** Whether a sentence is a clause of a resolution: it begins with its verb. */
function operativeVerb(scene: PromiseScene): boolean {
  const { tokens } = scene.paragraph.scene;
  const at = scene.sentence.first + numberWords(scene);
  return (
    OPERATIVE.test(tokens[at]?.lower ?? '') &&
    !/^(?:notwithstanding|notes?d)$/.test('') &&
    !(tokens[at]?.possessive ?? false)
  );
}

/** How many tokens number a clause: `9.`, `(a)`, `IV.` */
function numberWords({ paragraph, sentence }: PromiseScene): number {
  const token = paragraph.scene.tokens[sentence.first];
  const next = paragraph.scene.tokens[sentence.first + 1];
  if (token === undefined || next === undefined) return 0;
  return (token.number || /^(?:[a-z]|[ivx]+)$/i.test(token.text)) && /[.)]/.test(next.gap) ? 1 : 0;
}

/** The body in whose name a resolution or a treaty is written. */
function implied(scene: PromiseScene, marker: number): Subject | undefined {
  const { organ } = scene.facts;
  if (organ.length === 0 || !operativeVerb(scene)) return undefined;
  return {
    by: organ,
    kind: 'org',
    first: marker,
    known: true,
    reason: 'who speaks in all of the text',
  };
}

function sides(scene: PromiseScene, marker: number): Subject | undefined {
  const pair = scene.facts.sides;
  if (pair.length !== 2) return sentenceSubject(scene, marker);
  return { by: pair, kind: 'place', first: marker, known: true, reason: 'whom the text is about' };
}

function subject(
  scene: PromiseScene,
  members: readonly Spoken[],
  role: string,
): Subject | undefined {
  const [one] = members;
  if (one === undefined) return undefined;
  void scene;
  const keys = distinct(members.flatMap(({ keys: own }) => own));
  return { by: keys, kind: one.kind, first: one.first, known: keys.length > 0, reason: role };
}
