import type { Languages } from '../language/index.js';
import { foldCase, perObject } from '../text/index.js';
import {
  idsNamed,
  mayDefineMore,
  namesOfKind,
  type Page,
  perKey,
  perNaming,
  suggestIds,
  type Workspace,
} from '../workspace/index.js';
import { kindsMeant } from './wording.js';

/** What an unknown id may have been meant for. */
export interface Suggestion {
  /** At most three, the likeliest first. */
  readonly ids: readonly string[];
  /** Whether what was written is a name, where its id belongs. */
  readonly isName: boolean;
}

/**
 * Of how many slips on one page is asked what was meant. Each question may cost a look at all ids, and
 * who reads a page with more slips than this has another problem than spelling.
 */
export const MAX_SUGGESTED = 200;

const findingsBefore = new WeakMap<Page, (rule: string) => number>();

/** Says of a part of a page how many findings of a rule stand before it. */
export function setFindingsBefore(part: Page, countOf: (rule: string) => number): void {
  findingsBefore.set(part, countOf);
}

/** Of how many slips before a page begins was asked what was meant; none, but in a part of a page. */
export function askedBefore(page: Page, rule: string): number {
  return findingsBefore.get(page)?.(rule) ?? 0;
}

/**
 * What an unknown id may have been meant for. Never more than an offer: with `us` and `iq` known, `uk` and
 * `ir` are most likely two countries that are not yet in the registry.
 */
export function suggestion(
  workspace: Workspace,
  kinds: readonly string[] | 'any',
  written: string,
  as: 'name' | 'id' = 'id',
): Suggestion {
  if (as === 'id' && mayDefineMore(workspace)) return EMPTY_SUGGESTION;
  const named = kindsMeant(workspace, kinds).flatMap((kind) => idsNamed(workspace, kind, written));
  if (named.length > 0) {
    return { ids: [...new Set(named)].slice(0, 3), isName: true };
  }
  return { ids: suggestIds(workspace, written, kinds, as), isName: false };
}

export const EMPTY_SUGGESTION: Suggestion = { ids: [], isName: false };

/**
 * The ids of a kind whose names share the most words with the given ones ("Secretary Hegseth" and
 * "Pete Hegseth"); none when so many share them that they tell nothing.
 */
export function idsSharingWords(
  workspace: Workspace,
  kind: string,
  words: string,
): readonly string[] {
  const known = asWritten(workspace, kind);
  const ids = known.get(words) ?? sharingWords(workspace, kind, words);
  known.set(words, ids);
  return ids;
}

/** By kind: what nothing is registered as stands in many briefs, in the same words. */
const asWritten = perKey((): Map<string, readonly string[]> => new Map());

function sharingWords(workspace: Workspace, kind: string, words: string): readonly string[] {
  const holders = holdersOf(workspace, kind);
  const shared = new Map<string, number>();
  for (const word of new Set(tellingWords(workspace, words))) {
    for (const id of holders.get(word) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  const most = Math.max(...shared.values());
  const best = [...shared].filter(([, count]) => count === most).map(([id]) => id);
  return best.length <= 3 ? best.sort() : [];
}

type Holders = ReadonlyMap<string, ReadonlySet<string>>;

/** Ids by each telling word of their names: read once, when a slip first asks. */
const holdersOf = perNaming((workspace, kind: string): Holders => {
  const holders = new Map<string, Set<string>>();
  for (const { name, id } of namesOfKind(workspace, kind)) {
    for (const word of tellingWords(workspace, name)) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, new Set([id]));
      else known.add(id);
    }
  }
  return holders;
});

/** Of all languages: which one a name is in nobody says. */
const commonWords = perObject(
  (languages: Languages) => new Set(languages.flatMap(({ names }) => names.common)),
);

/** Words of three letters and more, and those of scripts that say as much with fewer. */
function tellingWords({ vocabulary }: Workspace, text: string): readonly string[] {
  const common = commonWords(vocabulary.languages);
  const words = foldCase(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter(
    (word) => (word.length > 2 || /[^\p{ASCII}]/u.test(word)) && !common.has(word),
  );
}
