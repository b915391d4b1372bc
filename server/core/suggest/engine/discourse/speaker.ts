import { type Before, type Described, described, nameOf } from './before.js';
import type { Spoken, SpokenParagraph } from './model.js';

/** How many paragraphs a turn or a quotation may go on behind the words that say who speaks. */
const TURN = 3;

/** `I`, and `we` in a quotation or behind `Mr. Price:`: whoever speaks there, or the body that is spoken for. */
export function speakingAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const isQuoted = isInQuotation(paragraph, at);
  const speaker = isQuoted ? quotedIn(paragraph, before) : turnOf(paragraph, at, before);
  if (speaker === undefined) return undefined;
  const isWe = paragraph.scene.tokens[at]?.lower === 'we';
  const body = isWe ? bodyBehind(speaker) : undefined;
  const one = body ?? speaker.one;
  return described(
    paragraph,
    one.kind,
    [at, at],
    one.keys,
    isWe && body === undefined ? 0.55 : 0.7,
    body === undefined
      ? `${nameOf(before, one.keys[0] ?? '')} speaks here.`
      : `Somebody speaks here for ${nameOf(before, one.keys[0] ?? '')}.`,
  );
}

interface Speaker {
  readonly paragraph: SpokenParagraph;
  readonly one: Spoken;
}

/** Whether a quotation is open at a word. */
export function isInQuotation({ scene }: SpokenParagraph, at: number): boolean {
  const before = scene.paragraph.text.slice(0, scene.tokens[at]?.start ?? 0);
  const straight = before.split('"').length - 1;
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    (straight % 2 === 1 && before.lastIndexOf('"') >= 0)
  );
}

/** `…,” said Kim Seo-yeon`, `the Minister told reporters`: in the same paragraph, else in those before. */
function quotedIn(paragraph: SpokenParagraph, { around }: Before): Speaker | undefined {
  for (let back = 0; back <= TURN; back += 1) {
    const earlier = back === 0 ? paragraph : around.before(back);
    if (earlier === undefined) return undefined;
    const one = earlier.spoken.find((each) => isQuoted(earlier, each));
    if (one !== undefined) return { paragraph: earlier, one };
  }
  return undefined;
}

/** Whether somebody says something outside of a quotation. */
function isQuoted(paragraph: SpokenParagraph, one: Spoken): boolean {
  if ((one.kind !== 'person' && one.kind !== 'office') || one.keys.length !== 1 || one.nested)
    return false;
  const { tokens, know } = paragraph.scene;
  const [verb, next] = [tokens[one.first - 1], tokens[one.last + 1]];
  const says =
    (verb !== undefined && know.has('saying', verb.lower) && tokens[one.first]?.gap === '') ||
    (next !== undefined && know.has('saying', next.lower) && next.gap === '');
  return says && !isInQuotation(paragraph, one.first);
}

/** `Mr. Price: I will`: whose turn it is. */
function turnOf(paragraph: SpokenParagraph, at: number, { around }: Before): Speaker | undefined {
  for (let back = 0; back <= TURN; back += 1) {
    const earlier = back === 0 ? paragraph : around.before(back);
    if (earlier === undefined) return undefined;
    const one = turnIn(earlier, back === 0 ? at : Number.POSITIVE_INFINITY);
    if (one !== undefined) return { paragraph: earlier, one };
  }
  return undefined;
}

/** How many words may say who speaks. */
const LONGEST_LABEL = 20;

function turnIn({ scene, spoken }: SpokenParagraph, until: number): Spoken | undefined {
  const { tokens } = scene;
  for (let at = 1; at < Math.min(tokens.length, LONGEST_LABEL, until + 1); at += 1) {
    const gap = tokens[at]?.gap ?? '';
    if (!gap.includes(':')) {
      if (/[;?!]/.test(gap)) return undefined;
      continue;
    }
    const label = spoken.filter(
      ({ kind, last, nested, keys }) =>
        last < at && !nested && keys.length === 1 && (kind === 'person' || kind === 'office'),
    );
    return label.find(({ kind }) => kind === 'person') ?? label[0];
  }
  return undefined;
}

/** `Kim Seo-yeon, chief executive of Aurora Wind Korea`: the body that is spoken for. */
function bodyBehind({ paragraph, one }: Speaker): Spoken | undefined {
  const { tokens } = paragraph.scene;
  if (one.kind !== 'person' || tokens[one.last + 1]?.gap !== ',') return undefined;
  return paragraph.spoken.find(
    ({ kind, keys, first, nested }) =>
      kind === 'org' &&
      keys.length === 1 &&
      !nested &&
      first > one.last &&
      first <= one.last + 8 &&
      /^(?:of|at|for|from|the)$/.test(tokens[first - 1]?.lower ?? '') &&
      tokens.slice(one.last + 2, first + 1).every(({ gap }) => !/[.;:,“”"]/.test(gap)),
  );
}
