import { relative, resolve, sep } from 'node:path';
import { isIgnoredPath, isPagePath, type PageId, type Settings } from '../../core/index.js';
import {
  beginsWorkspace,
  CONFIG_NAME,
  diskMembership,
  faultOf,
  type Host,
  isThere,
  isWithin,
  nodeHost,
  type Overlay,
  overlayHost,
  visitFolders,
  type WorkspaceRoot,
} from '../../host/index.js';
import type { Problem } from '../formats/lint-run.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { Configuration } from './configuration.js';
import { leftOutInWords, skippedInWords } from './skipped-files.js';
import { requestedBy, type Target } from './targets.js';

/** The files of one workspace, found and not yet read. */
export interface FileListing {
  readonly host: Host;
  /** What counts in it, with what folders below say of themselves. */
  readonly config: Configuration;
  readonly settings: Settings;
  /** What is read, sorted. */
  readonly ids: readonly PageId[];
  /** Files that were named one by one, by id; their content may be given. */
  readonly given: ReadonlyMap<PageId, Target>;
  /** Those that are known as ordinary documents, with the number of their UTF-16 code units. */
  readonly ordinary: ReadonlyMap<PageId, number>;
  /** Contents that stand in for those of files of this workspace, by id. */
  readonly overlay: Overlay;
  /** Whether someone asked what there is to say about a file. */
  isRequested(id: PageId): boolean;
  /** Folders that could not be read, and what was named and is left out. */
  readonly problems: readonly Problem[];
  /** Folders below with a configuration of their own: workspaces of their own. Absolute. */
  readonly nested: readonly string[];
}

export interface FileListingOptions {
  readonly cwd: string;
  /** Before the folders below have been looked through. */
  readonly config: Configuration;
  /** Empty: everything in the workspace. */
  readonly targets: readonly Target[];
  /** By absolute path. */
  readonly overlay: Overlay;
  /** Whether a folder with a configuration of its own is left to itself. */
  readonly nesting: 'apart' | 'together';
  /**
   * Whether what `.gitignore` and `ignore` leave out stays out if it was named; `files-named`: a file
   * that was named by itself is read all the same.
   */
  readonly ignoring: 'respected' | 'ignored' | 'files-named';
}

/** @throws Failure for what is faulty in a configuration. */
export async function listFiles(
  root: WorkspaceRoot,
  options: FileListingOptions,
): Promise<FileListing> {
  const found = await discoverFiles(root, options);
  const config = options.config.withBelow(found.below).checked();
  const { settings } = config;
  const isKept = (id: string): boolean =>
    !isIgnoredPath(settings, id) || isFreed(resolve(root.folder, id), options);
  const { given, skipped } = givenFiles(root, config, options);
  const listed = found.ids.filter((id) => isPagePath(settings, id) && isKept(id));
  const faults = found.faults.filter(({ id }) => isKept(id));
  return {
    host: overlayHost(nodeHost(root.folder, { repository: root.repository }), found.overlay),
    config,
    settings,
    ids: [...new Set([...given.keys(), ...listed])].sort(),
    given,
    ordinary: new Map(),
    overlay: found.overlay,
    isRequested: requestedBy(root.folder, options.targets),
    problems: [...faults.map(({ problem }) => problem), ...skipped],
    nested: [...found.nested]
      .filter(isKept)
      .map((id) => resolve(root.folder, id))
      .sort(),
  };
}

interface DiscoveredFiles {
  readonly ids: readonly string[];
  readonly overlay: Overlay;
  /** Configurations of folders that belong to this workspace. */
  readonly below: readonly string[];
  /** Folders that are workspaces of their own. */
  readonly nested: ReadonlySet<string>;
  readonly faults: readonly { readonly id: string; readonly problem: Problem }[];
}

/** Everything there is; what the folders below leave out is only known when they have been seen. */
async function discoverFiles(
  root: WorkspaceRoot,
  options: FileListingOptions,
): Promise<DiscoveredFiles> {
  const overlay = overlayOf(root, options);
  const visit = visitFolders(options.config.settings, options.nesting);
  const faults: DiscoveredFiles['faults'][number][] = [];
  const ids = new Set<string>();
  for (const { top, ignoring } of walksOf(root, options)) {
    const prefix = top === root.folder ? '' : `${idOf(top, root.folder)}/`;
    const host = nodeHost(top, {
      repository: root.repository,
      ignoring,
      skips: (folder, names) => {
        const id = prefix + folder;
        const begins = (): boolean => beginsWorkspace(resolve(root.folder, id, CONFIG_NAME));
        return visit.skips(id, names, begins, ignoring);
      },
      onLinkOut: (link) => {
        const id = prefix + link;
        faults.push({ id, problem: linkOut(resolve(root.folder, id), options.cwd) });
      },
      onFault: (folder, error) => {
        const id = prefix + folder;
        faults.push({ id, problem: unreadable(resolve(root.folder, id), error, options.cwd) });
      },
    });
    for await (const id of host.list()) ids.add(prefix + id);
  }
  const isApart = (id: string): boolean =>
    [...visit.nested].some((folder) => id.startsWith(`${folder}/`));
  for (const [id, content] of overlay) {
    if (content === undefined) ids.delete(id);
    // What is there and was not come by is left out, or another workspace's.
    else if (!isThere(resolve(root.folder, id)) && !isApart(id)) ids.add(id);
  }
  return { ids: [...ids], overlay, below: [...visit.joined], nested: visit.nested, faults };
}

interface Walk {
  readonly top: string;
  readonly ignoring: 'respected' | 'ignored';
}

/** What is left out elsewhere stays out, or a copy of a registry would make every name ambiguous. */
function walksOf(
  { folder }: WorkspaceRoot,
  { targets, ignoring }: FileListingOptions,
): readonly Walk[] {
  const whole: Walk = { top: folder, ignoring: 'respected' };
  if (ignoring !== 'ignored') return [whole];
  if (targets.length === 0) return [{ top: folder, ignoring }];
  const folders = targets.filter(({ type }) => type === 'folder');
  // A pattern may count from a folder above.
  const tops = folders.map(({ path }) => (isWithin(path, folder) ? path : folder));
  return [whole, ...tops.map((top): Walk => ({ top, ignoring }))];
}

/** Whether something that is left out was asked for with `--no-ignore`. */
function isFreed(path: string, { targets, ignoring }: FileListingOptions): boolean {
  if (ignoring !== 'ignored') return false;
  return targets.length === 0 || targets.some((target) => isWithin(path, target.path));
}

function linkOut(path: string, cwd: string): Problem {
  const shown = escapePath(shownPath(path, cwd));
  return {
    message: `${shown} was left out: it is a link that leads out of the repository.`,
    grave: false,
  };
}

function unreadable(path: string, error: Error, cwd: string): Problem {
  const shown = escapePath(shownPath(path, cwd));
  const { reason } = faultOf(error);
  return { message: `the folder ${shown} could not be read: ${reason}.`, grave: true };
}

function overlayOf(root: WorkspaceRoot, { overlay }: FileListingOptions): Overlay {
  const below = [...overlay].filter(([path]) => isWithin(path, root.folder));
  return new Map(below.map(([path, content]) => [idOf(path, root.folder), content]));
}

/**
 * Files that were named one by one are read whatever they are called; but not what is left out, or an
 * editor or a hook that names every file would undo `ignore`.
 */
function givenFiles(
  root: WorkspaceRoot,
  config: Configuration,
  { targets, ignoring, cwd }: FileListingOptions,
): { readonly given: ReadonlyMap<string, Target>; readonly skipped: readonly Problem[] } {
  const given = new Map<string, Target>();
  const skipped: { readonly shown: string; readonly reason: string }[] = [];
  const membership = diskMembership(root);
  const whole: Target = { path: root.folder, type: 'folder' };
  for (const target of targets.length === 0 ? [whole] : targets) {
    const { path, type, nameless } = target;
    const isChecked = ignoring === 'respected' && !nameless && isWithin(path, root.folder);
    const reason = isChecked
      ? leftOutInWords(path, type, { root, config, cwd, membership })
      : undefined;
    if (reason !== undefined) skipped.push({ shown: shownPath(path, cwd), reason });
    else if (type === 'file') given.set(idOf(path, root.folder), target);
  }
  return { given, skipped: skippedInWords(skipped) };
}

function idOf(path: string, folder: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}
