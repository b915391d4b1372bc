// Where words of a promise stand and nobody takes anything on.
import { type Sentence, type SpokenParagraph, spokenAt } from '../discourse/model.js';
import type { Act } from './act-start.js';
import type { Marker } from './markers.js';
import type { PromiseScene, Subject } from './promise-scene.js';

/** `Will he commit to …?` takes on nothing. */
export function isQuestion({ scene }: SpokenParagraph, { last }: Sentence): boolean {
  const { end = 0 } = scene.tokens[last] ?? {};
  return /^[”"’')\]]{0,2}\s?\?/.test(scene.paragraph.text.slice(end, end + 4));
}

/** Nothing is taken on by `hopes that`, `agreed to the possibility`, `looks forward to the meeting`. */
export function isTakenOn(paragraph: SpokenParagraph, marker: Marker, act: Act): boolean {
  const { tokens, know } = paragraph.scene;
  const verb = tokens[act.first]?.lower ?? '';
  const words = tokens
    .slice(marker.first, marker.last + 1)
    .map(({ lower }) => lower)
    .join(' ');
  const isVerbal =
    /ing$/.test(verb) || (/v/.test(know.partsOf(verb) ?? '') && !know.has('determiners', verb));
  if (/forward to$/.test(words) || (/anticipat/.test(words) && !marker.isNoun))
    return /ing$/.test(verb);
  if (/^(?:agree|agrees|agreed)\b/.test(words))
    return isVerbal || /^(?:an?|the)$/.test(verb) === false;
  if (/^hop|hopes?$/.test(words)) return isVerbal && verb !== 'that' && /to$/.test(words);
  if (/must$/.test(words)) return isVerbal;
  if (/^(?:commitments|pledges|promises)\b/.test(words))
    return (
      isVerbal ||
      !paragraph.spoken.some(({ first, last }) => first <= act.first + 1 && act.first <= last)
    );
  return verb !== 'that';
}

/** Whether the clause hangs on a hope, a doubt, a condition or a demand: `I hope all leaders will`. */
export function isUnderDoubt({ paragraph, sentence }: PromiseScene, marker: Marker): boolean {
  const { tokens, know } = paragraph.scene;
  for (let at = marker.first - 1; at >= Math.max(sentence.first, marker.first - 14); at -= 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    const gap = tokens[at + 1]?.gap ?? '';
    if (gap !== '' && /[;:]/.test(gap)) return false;
    if (
      gap.includes(',') &&
      !paragraph.spoken.some(({ first, last }) => first <= at + 1 && at + 1 <= last)
    )
      return false;
    if (!know.has('doubt', token.lower) || (token.capital && at !== sentence.first)) continue;
    // A subject must stand between, else it is the marker's own verb phrase: `expressed hope to`.
    return at < marker.first - 1;
  }
  return false;
}

/** `Decides that the Mission shall`, `recalls that he shall`: `shall` directs, or tells of a duty again. */
export function isDirected(
  { paragraph, sentence }: PromiseScene,
  { first }: Subject,
  marker: Marker,
): boolean {
  const { tokens, know } = paragraph.scene;
  if (marker.isNoun) return false;
  for (let at = first - 1; at >= Math.max(sentence.first, first - 3); at -= 1) {
    const token = tokens[at];
    if (token?.lower !== 'that') continue;
    return know.has('directing', tokens[at - 1]?.lower ?? '');
  }
  return false;
}

/** `sets out the contribution the country will make`: the noun before is what is acted upon, and all of it told. */
export function isOfObject(
  { paragraph, sentence }: PromiseScene,
  { first }: Subject,
  marker: Marker,
): boolean {
  const { tokens, know } = paragraph.scene;
  const start = know.has('determiners', tokens[first - 1]?.lower ?? '') ? first - 1 : first;
  const [noun, word] = [tokens[start - 1], tokens[start]];
  if (marker.isNoun || noun === undefined || word === undefined || first >= marker.first)
    return false;
  if (start - 1 <= sentence.first || word.gap !== '' || noun.gap !== '' || noun.capital)
    return false;
  if (!/^n/.test(know.partsOf(noun.lower) ?? '') || spokenAt(paragraph, start - 1) !== undefined)
    return false;
  for (let at = start - 2; at >= sentence.first; at -= 1) {
    const isVerb = /^v|[ds]/.test(know.partsOf(tokens[at]?.lower ?? '') ?? '');
    const isNoun = /^(?:an?|the|its|their|his|her|our)$/.test(tokens[at - 1]?.lower ?? '');
    if (isVerb && !isNoun) return true;
  }
  return false;
}
