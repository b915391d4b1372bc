import { relative, sep } from 'node:path';
import { type DiskMembership, excludedByIgnore, type WorkspaceRoot } from '../../host/index.js';
import type { Problem } from '../formats/lint-run.js';
import { shownPath } from '../report/places.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import type { Configuration } from './configuration.js';

interface Where {
  readonly root: WorkspaceRoot;
  readonly config: Configuration;
  readonly cwd: string;
  readonly membership: DiskMembership;
}

/** Why a workspace leaves out what was named; `undefined` when it does not. `path`: absolute. */
export function leftOutInWords(
  path: string,
  type: 'file' | 'folder',
  { root, config, cwd, membership }: Where,
): string | undefined {
  const id = relative(root.folder, path).replaceAll(sep, '/');
  const exclusion =
    membership.exclusionOf(id, type) ?? (id === '' ? undefined : excludedByIgnore(config, id));
  const shown = (file: string): string => escapePath(shownPath(file, cwd));
  switch (exclusion?.by) {
    case 'never-entered':
      return `nothing in ${exclusion.folder} is read`;
    case 'gitignore':
      return `${shown(exclusion.file)} excludes it (${escapeControls(exclusion.pattern)})`;
    case 'ignore': {
      const file = shown(`${root.folder}${sep}${exclusion.file}`);
      return `'ignore' in ${file} excludes it (${escapeControls(exclusion.glob)})`;
    }
    default:
      return undefined;
  }
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
