import type { NameKind } from '../reading/knowledge.js';
import type { Scene } from './scene.js';

/** `21st Session`, `2030 Agenda`, `2+2 Dialogue`. */
export function isNumberBefore(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  if (token === undefined || !token.number) return false;
  const next = scene.tokens[at + 1];
  if (next === undefined) return false;
  if (/^\d+(?:st|nd|rd|th)$/.test(token.text)) return next.capital && next.gap === '';
  if (/^\d$/.test(token.text) && next.gap === '+' && next.number) return true;
  return (
    /^(?:19|20)\d\d$/.test(token.text) &&
    next.capital &&
    next.gap === '' &&
    /^(?:agenda|strategy|action|plan|vision)$/.test(next.lower)
  );
}

/** `Trade Expansion Act of 1962` */
function isOfYear({ tokens }: Scene, last: number): boolean {
  return (
    /^(?:act|law|code|bill|ordinance|treaty|convention|constitution|agreement)$/.test(
      tokens[last]?.lower ?? '',
    ) &&
    tokens[last + 1]?.lower === 'of' &&
    tokens[last + 1]?.gap === '' &&
    /^(?:1[6-9]|20)\d\d$/.test(tokens[last + 2]?.text ?? '') &&
    tokens[last + 2]?.gap === ''
  );
}

/** `14257`, `1739 (2007)`, `No. 4 of 2025`. */
export function numberBehind(
  scene: Scene,
  kind: NameKind,
  last: number,
): { last: number; end: number } | undefined {
  if (kind !== 'agreement' && kind !== 'event') return undefined;
  const { tokens, paragraph } = scene;
  let at = last + 1;
  if (isOfYear(scene, last)) return { last: last + 2, end: tokens[last + 2]?.end ?? 0 };
  const isNumbered =
    /^(?:no|nos|nr|number)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.number === true;
  if (isNumbered) at += 1;
  const number = tokens[at];
  if (number === undefined || !number.number || paragraph.begins[at]) return undefined;
  if (!isNumbered && number.gap !== '') return undefined;
  if (
    kind === 'event' &&
    !/^(?:cop|summit|conference|expo|games|olympics)$/.test(tokens[last]?.lower ?? '')
  )
    return undefined;
  let end = number.end;
  let final = at;
  const code = /^(?:[/-][\p{L}\p{N}]+)+/u.exec(paragraph.text.slice(end));
  if (code !== null) {
    end += code[0].length;
    while ((tokens[final + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) final += 1;
  }
  const year = /^\s?\((?:19|20)\d\d\)/.exec(paragraph.text.slice(end));
  if (year !== null) {
    end += year[0].length;
    final += 1;
  } else if (
    isNumbered &&
    tokens[final + 1]?.lower === 'of' &&
    /^(?:19|20)\d\d$/.test(tokens[final + 2]?.text ?? '')
  ) {
    final += 2;
    end = tokens[final]?.end ?? end;
  }
  return { last: final, end };
}
