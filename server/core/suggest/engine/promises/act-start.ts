import type { Sentence } from '../discourse/model.js';
import { isSmallWord, type Scene } from '../names/scene.js';

/** One act that is promised, by tokens; `first` is its verb or noun. */
export interface Act {
  readonly first: number;
  readonly last: number;
  /** Words of a condition behind it. */
  readonly condition: { readonly first: number; readonly last: number } | undefined;
}

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

/** Where the act begins: over adverbs, `not`, and what stands in brackets or between commas. */
export function actStart(
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
    const opensAside = steps > 0 ? /^[,(–—]+$/ : /^[,(]$/;
    if (opensAside.test(token.gap) && !isListNumber(scene, at)) {
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
      know.has('besideAct', token.lower) || (/^r/.test(parts) && /ly$/.test(token.lower));
    if (!isAdverb) break;
    at += 1;
  }
  const token = tokens[at];
  if (token === undefined || at > last) return undefined;
  return isAct(scene, at, form) ? at : undefined;
}

export function isListNumber({ tokens }: Scene, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return (
    token !== undefined &&
    next !== undefined &&
    (next.gap.startsWith(')') || next.gap.startsWith('.')) &&
    /^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/i.test(token.text)
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
  if (lower === 'remain') return know.has('remaining', next?.lower ?? '');
  if (form !== 'noun' && know.has('noAct', lower)) {
    if (!know.has('actsWithObject', lower)) return false;
    const not = NO_OBJECT[lower];
    return next !== undefined && !(not?.test(next.lower) ?? false);
  }
  // `co-finance`, `re-open`
  if (know.has('verbPrefixes', lower) && next !== undefined && next.gap === '-' && !next.spaced)
    return isAct(scene, at + 1, form);
  const parts = know.partsOf(lower) ?? '';
  if (form === 'bare') return /v/.test(parts) || (parts === '' && !token.capital);
  if (/ing$/.test(lower)) return true;
  if (/v/.test(parts) && !know.has('determiners', lower)) return true;
  if (form === 'noun') return true;
  // `intends to mainstream`: behind the small word stands a verb, unless the word shows that it is none.
  return (
    !token.capital &&
    !token.number &&
    !/^[pdxr]/.test(parts) &&
    (parts === '' || next?.gap === '') &&
    !isSmallWord(scene, token) &&
    takesObject(scene, at + 1)
  );
}

/** Whether an object or the like follows: an article, a possessive, a name, an adjective or a plural. */
function takesObject({ tokens, know }: Scene, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.gap !== '') return false;
  return (
    know.has('determiners', token.lower) ||
    token.capital ||
    /^[anp]/.test(know.partsOf(token.lower) ?? '')
  );
}

/** `will be working with`; not `will be held`, `will be the host`. */
function isActOfBeing({ tokens, know }: Scene, at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && /^[a-z]+ing$/.test(next.lower) && !know.has('noGerund', next.lower);
}
