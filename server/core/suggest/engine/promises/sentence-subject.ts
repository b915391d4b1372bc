import { ACTORS, type Spoken } from '../discourse/model.js';
import { coordinated, prepositionBefore } from './phrases.js';
import {
  anyoneAt,
  endingAt,
  numberWords,
  type PromiseScene,
  type Subject,
  subjectOfAll,
} from './promise-scene.js';

/** The first actor of a sentence that no preposition leads in: who acts in its later verbs, too. */
export function sentenceSubject(
  scene: PromiseScene,
  before: number,
  marker: number = before,
): Subject | undefined {
  const clause = clauseStart(scene, before);
  if (operativeVerb(scene))
    return (
      implied(scene, marker) ??
      anyoneBehindOpening(scene, scene.sentence.first + numberWords(scene), before)
    );
  const speaker = speakerAt(scene, clause, before);
  if (speaker !== undefined) return speaker;
  for (const from of clause === scene.sentence.first ? [clause] : [clause, scene.sentence.first]) {
    const actors = scene.paragraph.spoken.filter(
      ({ first, nested, kind }) => first >= from && first < before && !nested && ACTORS.has(kind),
    );
    const one = actors.find(
      (each) =>
        prepositionBefore(scene, each.first) === undefined &&
        isFree(scene, each.first, from) &&
        !isObject(scene, each.first) &&
        !isBracketed(scene, each.first),
    );
    if (one !== undefined) {
      // `The Ministers discussed events in A and B and reaffirmed`: a word for actors stands first, and acts.
      const anyone = anyoneFirst(scene, Math.min(before, one.first));
      if (anyone !== undefined && actsBetween(scene, anyone.first, one.first)) return anyone;
      // Others may follow it: take the last of its list.
      const list = actors
        .filter((each) => each.first >= one.first)
        .reduce((last, each) => (isWith(one, coordinated(scene, each)) ? each : last), one);
      return subjectOfAll(coordinated(scene, list), 'who acts in the sentence');
    }
  }
  return implied(scene, marker) ?? anyoneFirst(scene, before);
}

/** `We`, `Furthermore, I`: of whom it is not clear who is meant, and they act. */
function speakerAt(scene: PromiseScene, clause: number, before: number): Subject | undefined {
  const { tokens } = scene.paragraph.scene;
  const from = clause === scene.sentence.first ? clause + numberWords(scene) : clause;
  for (let at = from; at < Math.min(before, from + 4); at += 1) {
    const token = tokens[at];
    if (token === undefined || endingAt(scene, at) !== undefined) return undefined;
    if (/^(?:we|i|they|he|she)$/.test(token.lower)) return anyoneAt(scene, at, at, 'person');
  }
  return undefined;
}

/** `The Contracting Parties … and shall`: the sentence begins with a word for actors. */
function anyoneFirst(scene: PromiseScene, before: number): Subject | undefined {
  const first = scene.sentence.first + numberWords(scene);
  return anyoneFrom(scene, first, before) ?? anyoneBehindOpening(scene, first, before);
}

function anyoneFrom(scene: PromiseScene, from: number, before: number): Subject | undefined {
  const { tokens, know } = scene.paragraph.scene;
  for (let at = from; at < Math.min(before, from + 4); at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > from && /,/.test(token.gap))) return undefined;
    if (at === from && from > scene.sentence.first && /^(?:and|or)$/.test(token.lower))
      return undefined;
    if (know.has('generic', token.lower)) return anyoneAt(scene, at, from);
  }
  return undefined;
}

/** `In this context, the Ministers`, `Recalling earlier meetings, the parties`. */
function anyoneBehindOpening(
  scene: PromiseScene,
  first: number,
  before: number,
): Subject | undefined {
  const { tokens, know } = scene.paragraph.scene;
  const opening = tokens[first]?.lower ?? '';
  if (!know.has('prepositions', opening) && !/(?:ing|ed)$/.test(opening)) return undefined;
  for (let at = before - 1; at > first; at -= 1) {
    if (tokens[at]?.gap !== ',' || tokens[at]?.lower !== 'the') continue;
    const anyone = anyoneFrom(scene, at, before);
    if (anyone !== undefined) return anyone;
  }
  return undefined;
}

/** `the parties (A, B and C) reaffirmed`: what stands in brackets acts with the word before. */
function isBracketed(scene: PromiseScene, at: number): boolean {
  const { tokens } = scene.paragraph.scene;
  for (let back = at; back > scene.sentence.first; back -= 1) {
    const gap = tokens[back]?.gap ?? '';
    if (gap.includes('(') && !gap.includes(')')) return true;
    if (gap.includes(')')) return false;
  }
  return false;
}

/** Whether one is among some, or who holds the office that one is. */
function isWith(one: Spoken, members: readonly Spoken[]): boolean {
  return members.some(
    (each) =>
      each === one ||
      (one.kind === 'office' &&
        each.kind === 'person' &&
        each.first > one.last &&
        each.first <= one.last + 3),
  );
}

/** Whether a verb stands between two words. */
function actsBetween(scene: PromiseScene, from: number, to: number): boolean {
  const { tokens, know } = scene.paragraph.scene;
  for (let at = from + 1; at < to; at += 1)
    if (!tokens[at]?.capital && /^[ds]/.test(know.partsOf(tokens[at]?.lower ?? '') ?? ''))
      return true;
  return false;
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
  return OPERATIVE.test(tokens[at]?.lower ?? '') && !(tokens[at]?.possessive ?? false);
}

/** The body in whose name a resolution or a treaty is written. */
export function implied(scene: PromiseScene, marker: number): Subject | undefined {
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

export function sides(scene: PromiseScene, marker: number): Subject | undefined {
  const pair = scene.facts.sides;
  if (pair.length !== 2) return sentenceSubject(scene, marker);
  return { by: pair, kind: 'place', first: marker, known: true, reason: 'whom the text is about' };
}
