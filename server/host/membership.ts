import {
  CONFIG_NAME,
  type ConfigReading,
  DEFAULT_SETTINGS,
  isIgnoredPath,
  type PageId,
  type Settings,
} from '../core/index.js';

/** Why a workspace leaves out what lies at a path below its root. */
export type Exclusion =
  /** It lies in a folder that is never entered. */
  | { readonly by: 'never-entered'; readonly folder: string }
  /** A line of a `.gitignore` says so; `file`: absolute. */
  | { readonly by: 'gitignore'; readonly file: string; readonly pattern: string }
  /** A glob of `ignore` in a configuration says so; `file`: from the root. */
  | { readonly by: 'ignore'; readonly file: PageId; readonly glob: string }
  /** It belongs to a workspace of its own that begins in a folder below the root. */
  | { readonly by: 'nested-workspace'; readonly folder: PageId }
  /** A link to something else below the root, which is read under its own name. */
  | { readonly by: 'link' };

/** Names of folders that are never entered. */
export const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

export function neverEntered(id: PageId): Exclusion | undefined {
  const folder = id.split('/').find((name) => NEVER_ENTERED.has(name));
  return folder === undefined ? undefined : { by: 'never-entered', folder };
}

/** Which glob of which configuration leaves a path out; `undefined` when none does. */
export function excludedByIgnore(
  { settings, origins }: Pick<ConfigReading, 'settings' | 'origins'>,
  id: PageId,
): Exclusion | undefined {
  if (!isIgnoredPath(settings, id)) return undefined;
  const own = settings.ignore.map((glob) => ({
    ...{ glob, file: origins.keys.get('ignore') ?? '' },
    alone: { ...DEFAULT_SETTINGS, ignore: [glob] },
  }));
  const below = settings.ignoredBelow.flatMap((one, index) =>
    one.globs.map((glob) => ({
      ...{ glob, file: origins.ignoredBelow[index] ?? '' },
      alone: { ...DEFAULT_SETTINGS, ignoredBelow: [{ ...one, globs: [glob] }] },
    })),
  );
  const found = [...own, ...below].find(({ alone }) => isIgnoredPath(alone, id));
  return found && { by: 'ignore', file: found.file, glob: found.glob };
}

/** What a listing of a workspace learns of its folders, and which of them it enters. */
export interface FolderVisit {
  /** Folders that are workspaces of their own. */
  readonly nested: Set<PageId>;
  /** Configurations of folders that belong to the workspace. */
  readonly joined: Set<PageId>;
  /**
   * Whether a folder is left out.
   * @param folder its path below the root
   * @param names what it holds
   * @param beginsWorkspace asks of the configuration among those names, as it is on the disk
   * @param ignoring `ignored`: what `ignore` leaves out is entered as well
   */
  skips(
    folder: PageId,
    names: readonly string[],
    beginsWorkspace: () => boolean,
    ignoring?: 'respected' | 'ignored',
  ): boolean;
}

/**
 * @param settings of the workspace's own configuration; what folders below say is only known afterwards
 * @param nesting `together`: a folder with a configuration of its own is no workspace of its own
 */
export function visitFolders(
  settings: Settings,
  nesting: 'apart' | 'together' = 'apart',
): FolderVisit {
  const nested = new Set<PageId>();
  const joined = new Set<PageId>();
  return {
    nested,
    joined,
    skips(folder, names, beginsWorkspace, ignoring = 'respected') {
      if (ignoring === 'respected' && isIgnoredPath(settings, folder)) return true;
      if (nesting === 'together' || !names.includes(CONFIG_NAME)) return false;
      const own = beginsWorkspace();
      if (own) nested.add(folder);
      else joined.add(`${folder}/${CONFIG_NAME}`);
      return own;
    },
  };
}
