import { relative, sep } from 'node:path';
import { DEFAULT_SETTINGS, isIgnoredPath } from '../../core/index.js';
import { type ignoreChecker, NEVER_ENTERED, type WorkspaceRoot } from '../../host/index.js';
import { shownPath } from '../report/places.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import type { Configuration } from './configuration.js';
import type { Problem } from './read-pages.js';

interface Where {
  readonly root: WorkspaceRoot;
  readonly config: Configuration;
  readonly cwd: string;
  /** What Git leaves out. */
  readonly git: ReturnType<typeof ignoreChecker>;
}

/** Why a workspace leaves out what was named; `undefined` when it does not. `path`: absolute. */
export function leftOutInWords(
  path: string,
  type: 'file' | 'folder',
  where: Where,
): string | undefined {
  const id = relative(where.root.folder, path).replaceAll(sep, '/');
  const never = id.split('/').find((name) => NEVER_ENTERED.has(name));
  if (never !== undefined) return `nothing in ${never} is read`;
  const git = where.git(path, type);
  if (git !== undefined) {
    return `${escapePath(shownPath(git.file, where.cwd))} excludes it (${escapeControls(git.pattern)})`;
  }
  return id === '' ? undefined : byConfiguration(id, where);
}

function byConfiguration(id: string, { config, root, cwd }: Where): string | undefined {
  const { settings, origins } = config;
  if (!isIgnoredPath(settings, id)) return undefined;
  const own = settings.ignore.map((glob) => ({
    glob,
    file: origins.keys.get('ignore') ?? '',
    alone: { ...DEFAULT_SETTINGS, ignore: [glob] },
  }));
  const below = settings.ignoredBelow.flatMap((one, index) =>
    one.globs.map((glob) => ({
      glob,
      file: origins.ignoredBelow[index] ?? '',
      alone: { ...DEFAULT_SETTINGS, ignoredBelow: [{ ...one, globs: [glob] }] },
    })),
  );
  const found = [...own, ...below].find(({ alone }) => isIgnoredPath(alone, id));
  if (found === undefined) return undefined;
  const file = escapePath(shownPath(`${root.folder}${sep}${found.file}`, cwd));
  return `'ignore' in ${file} excludes it (${escapeControls(found.glob)})`;
}

/** A hook may name hundreds of files: those with one reason are reported together. */
export function skippedInWords(
  skipped: readonly { readonly shown: string; readonly reason: string }[],
): readonly Problem[] {
  const byReason = new Map<string, string[]>();
  for (const { shown, reason } of skipped) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), escapePath(shown)]);
  }
  return [...byReason].map(([reason, [first, ...others]]) => {
    const more = others.length === 1 ? `and ${others[0]}` : `and ${others.length} other files`;
    const which = others.length === 0 ? `${first} was` : `${first} ${more} were`;
    const it = others.length === 0 ? 'it' : 'them';
    const why = others.length === 0 ? reason : reason.replace('excludes it', 'excludes them');
    return { message: `${which} skipped: ${why}. --no-ignore reads ${it}.`, grave: false };
  });
}
