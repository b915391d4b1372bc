import { type Before, type Described, described, nameOf, sentencesBefore } from './before.js';
import { isSubject, type Spoken, type SpokenParagraph, sentenceOf } from './model.js';

/** `Russia has said it will`: the one who says so; at a sentence's start the one it was about. */
export function itDescribed(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { scene } = paragraph;
  const own = paragraph.sentences[sentenceOf(paragraph, at)];
  if (own === undefined) return undefined;
  const isBody = ({ kind, keys, nested }: Spoken): boolean =>
    (kind === 'org' || kind === 'place') && keys.length === 1 && !nested;
  // What `it` stood for in this sentence, it goes on to.
  const again = before.here.find(
    (one) =>
      !one.named &&
      one.first >= own.first &&
      scene.tokens[one.first]?.lower === 'it' &&
      isBody(one),
  );
  if (again !== undefined)
    return described(
      paragraph,
      again.kind,
      [at, at],
      again.keys,
      0.7,
      `${nameOf(before, again.keys[0] ?? '')} is what “it” means before.`,
    );
  const said = before.here.filter(
    (one) => isBody(one) && one.first >= own.first && isSubject(scene, one),
  );
  const subject =
    said.find((one) => saysIt(scene, one, at)) ??
    said.at(0) ??
    (own.first === at ? subjectBefore(paragraph, at, before) : undefined);
  if (subject === undefined || !isBody(subject)) return undefined;
  const verb = scene.tokens[at + 1]?.lower ?? '';
  const saysSo =
    before.here.includes(subject) && subject.first >= own.first && saysIt(scene, subject, at);
  // `It is …` is mostly nobody.
  if (paragraph.scene.know.has('being', verb) && !saysSo) return undefined;
  if (
    /^(?:is|was)$/.test(verb) &&
    paragraph.scene.know.has('judgements', scene.tokens[at + 2]?.lower ?? '')
  )
    return undefined;
  return described(
    paragraph,
    subject.kind,
    [at, at],
    subject.keys,
    saysSo ? 0.75 : own.first === at && isDoing(paragraph, at + 1) ? 0.55 : 0.45,
    `${nameOf(before, subject.keys[0] ?? '')} is what the ${saysSo ? 'sentence' : 'sentence before'} is about.`,
  );
}

/** `It also commits`: an act, and nothing that merely is so. */
function isDoing({ scene: { tokens, know } }: SpokenParagraph, from: number): boolean {
  const adverb = /^(?:also|further|then|now)$/.test(tokens[from]?.lower ?? '');
  const verb = tokens[from + (adverb ? 1 : 0)];
  return verb !== undefined && (know.has('saying', verb.lower) || know.has('doing', verb.lower));
}

/** `Russia has said it`, `X complained …, and it`: the one who says so goes on. */
export function saysIt(
  { tokens, know }: SpokenParagraph['scene'],
  { last }: Spoken,
  at: number,
): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (before === 'and' || before === 'but') return true;
  const verb = before === 'that' ? at - 2 : at - 1;
  if (!know.has('saying', tokens[verb]?.lower ?? '')) return false;
  return tokens
    .slice(last + 1, verb)
    .every(({ lower }) => /^(?:has|have|had|also|also|later|earlier|repeatedly)$/.test(lower));
}

function subjectBefore(paragraph: SpokenParagraph, at: number, before: Before): Spoken | undefined {
  let passed = 0;
  for (const { paragraph: earlier, spoken } of sentencesBefore(paragraph, at, before)) {
    // What `we` did is seldom what `it` does.
    if (passed === 1)
      return spoken.find(
        (one) => !one.nested && isSubject(earlier.scene, one) && !/^(?:we|i)$/.test(one.words),
      );
    passed += 1;
  }
  return undefined;
}
