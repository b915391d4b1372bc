import { isAbsolute, relative, resolve, sep } from 'node:path';
import {
  type FileRange,
  type Lines,
  linesOf,
  locatorOf,
  type PageId,
  type Place,
  type Workspace,
} from '../../core/index.js';

/** Where the pages of one workspace are, as seen from the working directory. */
export interface Places {
  /** Relative to the working directory, with `/`. */
  fileOf(page: PageId): string;
  textOf(page: PageId): string;
  linesOf(page: PageId): Lines;
  locate(place: Place): FileRange;
}

/** A workspace, and where its pages are. */
export interface PlacedWorkspace {
  readonly workspace: Workspace;
  readonly places: Places;
}

/** @param textOf where texts are to be had, if not all pages have theirs with them */
export function placesOf(
  workspace: Workspace,
  root: string,
  cwd: string,
  textOf: (page: PageId) => string = (page) => workspace.pages.get(page)?.text ?? '',
): Places {
  const lines = new Map<PageId, Lines>();
  const files = new Map<PageId, string>();
  const fileOf = (page: PageId): string =>
    cached(files, page, () => shownPath(resolve(root, page), cwd));
  const linesIn = (page: PageId): Lines => cached(lines, page, () => linesOf(textOf(page)));
  return {
    fileOf,
    textOf,
    linesOf: linesIn,
    locate: locatorOf(textOf, fileOf, linesIn),
  };
}

/** A path as a person in `cwd` would write it, with `/` everywhere. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const shown = isAbsolute(below) ? path : below === '' ? '.' : below;
  return shown.replaceAll(sep, '/');
}

function cached<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
