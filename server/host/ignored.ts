import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What is left out of a folder and all below it, said by it and the folders above. */
export interface Ignored {
  /** `path`: absolute. */
  has(path: string, type: 'file' | 'folder'): boolean;
  /** With the `.gitignore` of a folder below added, if it has one. */
  within(folder: string): Ignored;
}

/** Reads the `.gitignore` files from the repository's root down to `folder`. */
export function ignoredIn(folder: string, repository: string | undefined): Ignored {
  const top = repository ?? folder;
  const names = relative(top, folder).split(sep).filter(Boolean);
  const exclude = patternsOf(top, join(top, '.git', 'info', 'exclude'));
  let ignored = layered(exclude === undefined ? [] : [exclude]).within(top);
  let at = top;
  for (const name of names) {
    at = join(at, name);
    ignored = ignored.within(at);
  }
  return ignored;
}

interface Layer {
  readonly base: string;
  readonly patterns: Ignore;
}

/** Nearest first: what a folder says about its own wins over what the folders above say. */
function layered(layers: readonly Layer[]): Ignored {
  return {
    has(path, type) {
      for (const { base, patterns } of layers) {
        const below = relative(base, path).replaceAll(sep, '/');
        if (below === '' || below.startsWith('..')) continue;
        const verdict = patterns.test(type === 'folder' ? `${below}/` : below);
        if (verdict.ignored) return true;
        if (verdict.unignored) return false;
      }
      return false;
    },
    within(folder) {
      const layer = patternsOf(folder, join(folder, '.gitignore'));
      return layer === undefined ? this : layered([layer, ...layers]);
    },
  };
}

function patternsOf(base: string, file: string): Layer | undefined {
  const text = readIfThere(file);
  if (text === undefined || text.trim() === '') return undefined;
  return { base, patterns: ignore({ allowRelativePaths: true }).add(text) };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
