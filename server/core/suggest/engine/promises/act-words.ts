import type { Scene } from '../names/scene.js';
import type { Act } from './act-start.js';

/** So many words say what is done to what: `publish Warm Homes Strategy`. */
const MOST = 3;

/** The act and its object in a few words, for an id: `cut emissions`; `undefined` where no verb is known. */
export function actWords(scene: Scene, { first, last }: Act): string | undefined {
  const { tokens, know } = scene;
  const verb = tokens[first];
  if (verb === undefined || verb.number) return undefined;
  const act = baseOf(scene, verb.lower);
  if (act === undefined) return undefined;
  const object: string[] = [];
  for (let at = first + 1; at <= last; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const isEnd = /[,;:()–—]/.test(token.gap) || know.has('and', token.lower);
    if (isEnd && object.length > 0) break;
    if (know.has('prepositions', token.lower)) {
      if (object.length === 0 || (object.length === 1 && token.lower === 'of')) continue;
      // `open a port in Geneva`
      const name = nameBehind(scene, at);
      if (object.length === 1 && name !== undefined && name <= last)
        object.push(tokens[name]?.lower ?? '');
      break;
    }
    if (isTelling(scene, at)) object.push(token.lower);
  }
  // Of a long phrase the last words are its noun; a name is as long as it is.
  const isName = tokens[first + 1]?.capital === true || tokens[first + 2]?.capital === true;
  const words = isName ? object.slice(0, MOST) : object.slice(0, 4).slice(-2);
  return [act, ...words].join(' ');
}

/** The name behind a preposition. */
function nameBehind(scene: Scene, preposition: number): number | undefined {
  const { tokens, know } = scene;
  const at = preposition + (know.has('determiners', tokens[preposition + 1]?.lower ?? '') ? 2 : 1);
  return tokens[at]?.capital === true && isTelling(scene, at) ? at : undefined;
}

function isTelling({ tokens, know }: Scene, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.number || know.has('calendar', token.lower)) return false;
  if (know.has('determiners', token.lower) || know.has('quantities', token.lower)) return false;
  const parts = know.partsOf(token.lower) ?? 'n';
  return !/^[xr]/.test(parts);
}

/** `cutting` is `cut`; what is no verb at all is nothing. */
function baseOf({ know }: Scene, word: string): string | undefined {
  const isVerb = (each: string): boolean => /v/.test(know.partsOf(each) ?? '');
  if (isVerb(word) && !/[^aeiou]ing$/.test(word)) return word;
  if (!word.endsWith('ing')) return isVerb(word) ? word : undefined;
  const stem = word.slice(0, -3);
  const single = stem.replace(/([^aeiouls])\1$/, '$1');
  return [`${stem}e`, single, stem].find(isVerb) ?? word;
}
