import { anyOf, type Language } from '../language/index.js';
import { foldName, perObject, type Span } from '../text/index.js';
import {
  entityOf,
  idsNamed,
  languageOfPage,
  type Page,
  type Workspace,
} from '../workspace/index.js';

/** Words that are a registered name, and whose. */
export interface NamedWords {
  readonly span: Span;
  readonly kind: string;
  /** Several: the name is ambiguous. */
  readonly ids: readonly string[];
}

/** The longest names people give, in words. */
const LONGEST = 8;

/**
 * Registered names in a stretch of prose, from left to right, the longest first; spelt exactly, since
 * "us" is not the US. Tags are not known here: the caller leaves them out.
 */
export function* namesInWords(
  workspace: Workspace,
  page: Page,
  { start, end }: Span,
): Iterable<NamedWords> {
  const { text } = page;
  const tokens = tokensIn(text, { start, end }, languageOfPage(workspace, page));
  for (let at = 0; at < tokens.length; at += 1) {
    for (let last = Math.min(at + LONGEST, tokens.length) - 1; last >= at; last -= 1) {
      const found = nameAt(workspace, text, tokens[at]?.start ?? 0, tokens[last]?.end ?? 0);
      if (found === undefined) continue;
      yield found;
      at = last;
      break;
    }
  }
}

/** The longest registered name over an offset, among the words around it. */
export function nameOver(
  workspace: Workspace,
  page: Page,
  around: Span,
  offset: number,
): NamedWords | undefined {
  const { text } = page;
  const near = {
    start: Math.max(around.start, offset - 200),
    end: Math.min(around.end, offset + 200),
  };
  const tokens = tokensIn(text, near, languageOfPage(workspace, page));
  const here = tokens.findIndex((token) => token.start <= offset && offset <= token.end);
  if (here < 0) return undefined;
  for (let length = LONGEST; length > 0; length -= 1) {
    for (let first = Math.max(0, here - length + 1); first <= here; first += 1) {
      const last = tokens[first + length - 1];
      const from = tokens[first];
      if (last === undefined || from === undefined) continue;
      const found = nameAt(workspace, text, from.start, last.end);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Words; of scripts that write no spaces, letters: a name may begin at each. A dot may end "U.S.". */
function tokensIn(text: string, { start, end }: Span, language: Language): readonly Span[] {
  return [...text.slice(start, end).matchAll(tokenOf(language))].map(({ index, 0: word }) => {
    return { start: start + index, end: start + index + word.length };
  });
}

const tokenOf = perObject(
  ({ names: { elisions, endings } }: Language) =>
    new RegExp(
      [
        '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}]',
        `${anyOf(elisions)}(?=[\\p{L}\\p{N}])`,
        `[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.&+-]*(?:['’](?!${anyOf(endings)}\\b)[\\p{L}\\p{N}]+)*`,
      ].join('|'),
      'giu',
    ),
);

function nameAt(
  workspace: Workspace,
  text: string,
  start: number,
  end: number,
): NamedWords | undefined {
  for (const cut of [end, pastDot(text, end)]) {
    const words = text.slice(start, cut);
    if (cut <= start || /\n\s*\n/.test(words)) continue;
    for (const { role, tag: kind } of workspace.vocabulary.kinds.values()) {
      if (role !== 'entity') continue;
      const ids = idsNamed(workspace, kind, words).filter((id) => isSpeltSo(workspace, id, words));
      if (ids.length > 0) return { span: { start, end: cut }, kind, ids };
    }
  }
  return undefined;
}

/** The end without the full stop of a sentence. */
function pastDot(text: string, end: number): number {
  return text[end - 1] === '.' ? end - 1 : end;
}

function isSpeltSo(workspace: Workspace, id: string, words: string): boolean {
  const definition = entityOf(workspace, id)?.definition;
  const folded = foldName(words);
  return [definition?.name, ...(definition?.otherNames ?? [])].some(
    (name) => name !== undefined && foldName(name.text) === folded,
  );
}
