import { EACH_OTHER, idFault } from '../brief/index.js';
import { anyOf, type Language } from '../language/index.js';
import { perObject, remembered } from '../text/index.js';
import { perKey } from './memo.js';
import type { Workspace } from './model.js';

/** An id for something new of that name, as its author would write it: `pete-hegseth`; nobody else's. */
export function newEntityId(workspace: Workspace, kind: string, name: string): string {
  const slug = nameSlug(name);
  return unusedId(workspace, idFault(slug) === undefined ? slug : fallback(kind, slug));
}

const nameSlug = remembered((name) => {
  const words = slugOf(name, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY).split('-');
  // The words that tell a long name from others often stand at its end.
  const telling = words.length > MAX_WORDS ? words.filter((word) => !IDLE.has(word)) : words;
  return slugOf(telling.join(' '), MAX_WORDS);
});

const MAX_WORDS = 8;
/** Small words of the languages whose names are long. */
const IDLE = new Set(
  'a an and at by de des du et for in la le les of on or the to with'.split(' '),
);

/** As {@link newEntityId}, of a promise: `c-` and up to three of its telling words, in their language. */
export function newCommitmentId(workspace: Workspace, words: string, language: Language): string {
  const telling = slugOf(words.replace(elisionIn(language), '$& '), Number.POSITIVE_INFINITY)
    .split('-')
    .filter((word) => word !== '' && !language.ids.idle.includes(word));
  return unusedId(workspace, `c-${telling.slice(0, 3).join('-') || 'new'}`);
}

/** `l'Inde` is two words. */
const elisionIn = perObject(
  ({ names }: Language) => new RegExp(`(?<!\\p{L})${anyOf(names.elisions)}`, 'giu'),
);

/** What is written in letters that an id cannot have is counted instead. */
function fallback(kind: string, slug: string): string {
  const head = slugOf(kind, 3) || 'entry';
  return slug === '' || slug === EACH_OTHER ? `${head}-1` : `${head}-${slug}`;
}

/** Small letters, digits and hyphens; accents off, "U.S." in one. */
function slugOf(text: string, words: number, length: number = MAX_LENGTH): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/(?<=(?:^|[^a-z0-9])[a-z](?:\.[a-z])*)\.(?=[a-z]|[^a-z0-9]|$)/g, '');
  const parts = plain.split(/[^a-z0-9]+/).filter((part) => part !== '');
  const id = parts.slice(0, words).join('-');
  if (id.length <= length) return id;
  // No word is cut, unless it is longer than any id.
  const end = id.lastIndexOf('-', length);
  return id.slice(0, end > 0 ? end : length);
}

const MAX_LENGTH = 60;

/**
 * The id itself, or with the next number: nothing defines it, and nothing points at it in error, as that would
 * take on a meaning by chance.
 */
export const unusedId: (workspace: Workspace, id: string) => string = perKey(
  ({ graph }, id: string): string => {
    const isTaken = (each: string): boolean =>
      graph.definitions.get(each) !== undefined || graph.uses.get(each) !== undefined;
    const stem = id.replace(/-1$/, '');
    let next = id;
    for (let count = 2; isTaken(next); count += 1) next = `${stem}-${count}`;
    return next;
  },
);
