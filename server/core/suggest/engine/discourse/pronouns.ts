import { groupsIn, isActingGroup } from './acting-groups.js';
import {
  type Before,
  type Described,
  described,
  nameOf,
  namesOf,
  sentencesBefore,
} from './before.js';
import {
  ACTORS,
  actsNext,
  isSubject,
  type Spoken,
  type SpokenParagraph,
  sentenceOf,
} from './model.js';
import { distinct } from './page-facts.js';
import { itDescribed, saysIt } from './pronoun-it.js';
import { weDescribed } from './pronoun-we.js';
import { speakingAt } from './speaker.js';

/** `he`, `they`, `it`, `we` where they act. */
export function pronounAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { scene } = paragraph;
  const word = scene.tokens[at]?.lower;
  if (word === undefined || scene.tokens[at]?.acronym) return undefined;
  if (scene.tokens[at + 1]?.gap !== '' || !actsNext(scene, at + 1)) return undefined;
  if (word === 'he' || word === 'she') return oneDescribed(paragraph, at, before);
  if (word === 'they') return severalDescribed(paragraph, at, before);
  if (word === 'it') return itDescribed(paragraph, at, before);
  return (
    speakingAt(paragraph, at, before) ??
    (word === 'we' ? weDescribed(paragraph, at, before) : undefined)
  );
}

/** `the latter`, `ce dernier`: the last one named in the sentence before, where that is a person. */
export function latterAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const words = `${paragraph.scene.tokens[at]?.lower} ${paragraph.scene.tokens[at + 1]?.lower}`;
  if (!/^(?:the latter|ce dernier|cette dernière)$/.test(words)) return undefined;
  if (!actsNext(paragraph.scene, at + 2)) return undefined;
  for (const { spoken } of [...sentencesBefore(paragraph, at, before)].slice(0, 2)) {
    const last = spoken.filter(({ kind, nested }) => ACTORS.has(kind) && !nested).at(-1);
    if (last === undefined) continue;
    if (last.kind !== 'person' || last.keys.length !== 1) return undefined;
    const name = nameOf(before, last.keys[0] ?? '');
    const reason = `${name} is the last person named before.`;
    return described(paragraph, 'person', [at, at + 1], last.keys, 0.75, reason);
  }
  return undefined;
}

/** The person that the sentence or the one before is about, else the last one named. */
function oneDescribed(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  if (isSaidByAnother(paragraph, at)) return undefined;
  const meant = personBefore(paragraph, at, before);
  if (meant === undefined) return undefined;
  const [key = ''] = meant.one.keys;
  const other = paragraph.scene.tokens[at]?.lower === 'he' ? 'she' : 'he';
  if (isCalled(other, key, paragraph, at, before)) return undefined;
  return described(
    paragraph,
    meant.one.kind,
    [at, at],
    meant.one.keys,
    meant.sure ? 0.85 : 0.6,
    `${nameOf(before, key)} is ${meant.sure ? 'whom the sentence before is about' : 'the last person named before'}.`,
  );
}

/** Whoever was `she` is not `he` a little later. */
function isCalled(
  pronoun: string,
  key: string,
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): boolean {
  let passed = 0;
  for (const { spoken } of sentencesBefore(paragraph, at, before)) {
    if (spoken.some(({ words, keys }) => words === pronoun && keys[0] === key)) return true;
    passed += 1;
    if (passed > 8) return false;
  }
  return false;
}

/** `The Chair said he`: whoever says so is not named. */
function isSaidByAnother({ scene, spoken }: SpokenParagraph, at: number): boolean {
  const { tokens, know } = scene;
  const verb = tokens[at - 1]?.lower === 'that' ? at - 2 : at - 1;
  const who = tokens[verb - 1];
  return (
    verb > 0 &&
    know.has('saying', tokens[verb]?.lower ?? '') &&
    tokens[verb]?.gap === '' &&
    who !== undefined &&
    know.headOf(who.lower)?.has('office') === true &&
    !spoken.some(({ first, last }) => first <= verb - 1 && verb - 1 <= last)
  );
}

export function personBefore(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): { one: Spoken; sure: boolean } | undefined {
  let passed = 0;
  for (const sentence of sentencesBefore(paragraph, at, before)) {
    const people = sentence.spoken.filter(
      (one) =>
        (one.kind === 'person' || isLoneOffice(sentence, one)) &&
        one.keys.length === 1 &&
        !one.nested,
    );
    if (people.length > 0) {
      const subject = people.find((one) => isSubject(sentence.paragraph.scene, one));
      const distinctPeople = distinct(people.map(({ keys }) => keys[0] ?? ''));
      const one = subject ?? people[0];
      if (one !== undefined)
        return { one, sure: subject !== undefined || distinctPeople.length === 1 };
    }
    passed += 1;
    if (passed > 3) return undefined;
  }
  return undefined;
}

/** An office that nobody is named with. */
function isLoneOffice({ spoken }: { readonly spoken: readonly Spoken[] }, one: Spoken): boolean {
  return (
    one.kind === 'office' &&
    !spoken.some(
      ({ kind, first }) => kind === 'person' && first > one.last && first <= one.last + 3,
    )
  );
}

/** `asked the Government what plans they have`: the one body of the sentence is as likely meant. */
function isOneBody(spoken: readonly Spoken[]): boolean {
  const actors = spoken.filter(({ kind, nested }) => ACTORS.has(kind) && !nested);
  return actors.length === 1 && actors[0]?.kind === 'org';
}

/** Two or more that were named together as those who act. */
function severalDescribed(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const sayer = sayerOf(paragraph, at, before);
  if (sayer !== undefined)
    return described(
      paragraph,
      sayer.kind,
      [at, at],
      sayer.keys,
      0.65,
      `${nameOf(before, sayer.keys[0] ?? '')} is what the sentence is about.`,
    );
  let passed = 0;
  for (const { paragraph: earlier, spoken } of sentencesBefore(paragraph, at, before)) {
    const several = spoken.find((one) => one.keys.length > 1 && ACTORS.has(one.kind));
    if (several === undefined && passed === 0 && isOneBody(spoken)) return undefined;
    if (several !== undefined)
      return described(
        paragraph,
        several.kind,
        [at, at],
        several.keys,
        0.7,
        `${namesOf(before, several.keys)} are named together before.`,
      );
    const groups = groupsIn(earlier, spoken);
    const group =
      groups.find((members) => members.length > 1 && isActingGroup(earlier, members)) ??
      groups.find((members) => members.length === 2 && members[0]?.kind === 'person');
    if (group !== undefined && group.length <= 3) {
      const keys = distinct(group.flatMap(({ keys: own }) => own));
      return described(
        paragraph,
        group[0]?.kind ?? 'person',
        [at, at],
        keys,
        0.65,
        `${namesOf(before, keys)} are named together before.`,
      );
    }
    passed += 1;
    if (passed > 2) return undefined;
  }
  return undefined;
}

/** `Germany said that they will`: a country or body that says so of itself. */
function sayerOf(paragraph: SpokenParagraph, at: number, before: Before): Spoken | undefined {
  const from = paragraph.sentences[sentenceOf(paragraph, at)]?.first ?? 0;
  const said = before.here.filter(
    (one) => one.first >= from && ACTORS.has(one.kind) && !one.nested,
  );
  const [one] = said;
  const isOne = said.length === 1 && one?.keys.length === 1 && /^(?:org|place)$/.test(one.kind);
  return isOne && isSubject(paragraph.scene, one) && saysIt(paragraph.scene, one, at)
    ? one
    : undefined;
}
