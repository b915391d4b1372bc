import { distance } from 'fastest-levenshtein';
import { foldCase } from '../text/index.js';
import { definitionsOfKind } from './definitions.js';
import { perKey, perWorkspace } from './memo.js';
import type { Workspace } from './model.js';
import { isCommitment, namesOf } from './symbols.js';

const MOST = 3;

/**
 * Up to three defined ids of some kinds that someone may have meant by an unknown id or name, the
 * nearest first: called so, or an edit or a few away from an id or a name, or holding it as one of
 * its words (`hegseth` for `pete-hegseth`). Empty when none is near. `any`: of every entity.
 */
export function suggestIds(
  workspace: Workspace,
  text: string,
  kinds: readonly string[] | 'any',
): readonly string[] {
  const asked = kinds === 'any' ? entityKinds(workspace) : kinds;
  return nearest(workspace, [slugOf(text), ...[...new Set(asked)].sort()].join('\0'));
}

/** Asked again and again for the same slip in many places. */
const nearest = perKey((workspace, key: string): readonly string[] => {
  const [slug = '', ...kinds] = key.split('\0');
  if (slug === '') return [];
  const reach = reachOf(slug);
  const best = new Map<string, number>();
  for (const kind of kinds) {
    for (const candidate of near(formsOf(workspace, kind), slug, reach)) {
      const far = distance(slug, candidate.form);
      if (far <= reach) best.set(candidate.id, Math.min(far, best.get(candidate.id) ?? far));
    }
    for (const id of wordsOf(workspace, kind).get(slug) ?? []) {
      if (!best.has(id)) best.set(id, reach);
    }
  }
  return [...best]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([id]) => id);
});

/** Longer words may have more slips in them; a word of three letters is near to too many. */
function reachOf(slug: string): number {
  return slug.length < 4 ? 1 : Math.min(4, 1 + Math.floor(slug.length / 5));
}

interface Form {
  readonly form: string;
  readonly id: string;
  /** One bit per letter that occurs, several letters to a bit. */
  readonly letters: number;
}

/** By length, then all forms of that length. */
type Forms = ReadonlyMap<number, readonly Form[]>;

/**
 * Only lengths within reach, and only words whose letters differ by at most two per edit: of 100,000
 * ids some hundreds are left for the costly comparison.
 */
function* near(forms: Forms, slug: string, reach: number): Iterable<Form> {
  const letters = lettersOf(slug);
  for (let length = slug.length - reach; length <= slug.length + reach; length += 1) {
    for (const form of forms.get(length) ?? []) {
      if (bitsOf(form.letters ^ letters) <= 2 * reach) yield form;
    }
  }
}

const entityKinds = perWorkspace((workspace): readonly string[] =>
  [...workspace.graph.kinds.keys()].filter((kind) =>
    definitionsOfKind(workspace, kind).some(
      ({ page, definition }) => !isCommitment(page, definition),
    ),
  ),
);

const formsOf = perKey((workspace, kind: string): Forms => {
  const forms = new Map<number, Form[]>();
  const seen = new Set<string>();
  for (const { page, definition } of definitionsOfKind(workspace, kind)) {
    const id = definition.id.text;
    const names = isCommitment(page, definition) ? [] : namesOf(definition);
    for (const form of [id, ...names.map(slugOf)]) {
      const key = `${id}\0${form}`;
      if (form === '' || seen.has(key)) continue;
      seen.add(key);
      const entry = { form, id, letters: lettersOf(form) };
      const alike = forms.get(form.length);
      if (alike === undefined) forms.set(form.length, [entry]);
      else alike.push(entry);
    }
  }
  return forms;
});

/** Ids by each word in them; a word in more than three of them tells nobody apart. */
const wordsOf = perKey((workspace, kind: string): ReadonlyMap<string, readonly string[]> => {
  const words = new Map<string, string[]>();
  for (const { definition } of definitionsOfKind(workspace, kind)) {
    const id = definition.id.text;
    for (const word of new Set(id.split('-'))) {
      const ids = words.get(word) ?? [];
      if (word.length > 2 && ids.length <= MOST && !ids.includes(id)) words.set(word, [...ids, id]);
    }
  }
  for (const [word, ids] of words) if (ids.length > MOST) words.delete(word);
  return words;
});

/** A name in the shape of an id, so that `Pete Hegset` and `pete-hegset` are alike. */
function slugOf(text: string): string {
  return foldCase(text)
    .replace(/[\s_.,'"-]+/g, '-')
    .replace(/^-|-$/g, '');
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) % 32);
  return letters;
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
