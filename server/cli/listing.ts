import { relative, resolve, sep } from 'node:path';
import { isIgnoredPath, isPagePath, type PageId, type Settings } from '../core/index.js';
import {
  CONFIG_NAME,
  type Host,
  isWithin,
  nodeHost,
  type Overlay,
  overlayHost,
  type Root,
} from '../host/index.js';
import { shownPath } from './places.js';
import type { Problem } from './read-pages.js';
import type { Target } from './targets.js';

/** The files of one workspace, found and not yet read. */
export interface Listing {
  readonly host: Host;
  /** What is read, sorted. */
  readonly ids: readonly PageId[];
  /** Files that were named one by one, by id; their content may be given. */
  readonly given: ReadonlyMap<PageId, Target>;
  /** Contents that stand in for those of files of this workspace, by id. */
  readonly overlay: Overlay;
  /** Whether someone asked what there is to say about a file. */
  isAsked(id: PageId): boolean;
  /** Folders that could not be read. */
  readonly problems: readonly Problem[];
  /** Folders below with a configuration of their own: workspaces of their own. Absolute. */
  readonly nested: readonly string[];
}

export interface ListingOptions {
  readonly cwd: string;
  readonly settings: Settings;
  /** Empty: everything in the workspace. */
  readonly targets: readonly Target[];
  /** By absolute path. */
  readonly overlay: Overlay;
  /** Whether a folder with a configuration of its own is left to itself. */
  readonly nesting: 'apart' | 'together';
}

export async function listFiles(root: Root, options: ListingOptions): Promise<Listing> {
  const nested: string[] = [];
  const problems: Problem[] = [];
  const overlay = overlayOf(root, options);
  const host = hostOf(root, options, overlay, nested, problems);
  const given = givenFiles(root.folder, options.targets);
  return {
    host,
    ids: await idsToRead(host, given, options.settings),
    given,
    overlay,
    isAsked: (id) => isAsked(id, root.folder, options.targets),
    problems,
    nested: nested.sort(),
  };
}

function overlayOf(root: Root, { overlay }: ListingOptions): Overlay {
  const below = [...overlay].filter(([path]) => isWithin(path, root.folder));
  return new Map(below.map(([path, content]) => [idOf(path, root.folder), content]));
}

function hostOf(
  root: Root,
  { settings, nesting, cwd }: ListingOptions,
  overlay: Overlay,
  nested: string[],
  problems: Problem[],
): Host {
  const host = nodeHost(root.folder, {
    repository: root.repository,
    skips: (folder, names) => {
      if (isIgnoredPath(settings, folder)) return true;
      if (nesting === 'together' || !names.includes(CONFIG_NAME)) return false;
      nested.push(resolve(root.folder, folder));
      return true;
    },
    onFault: (folder, { message }) => {
      const shown = shownPath(resolve(root.folder, folder), cwd);
      problems.push({ message: `The folder ${shown} could not be read: ${message}.`, grave: true });
    },
  });
  const laid = overlayHost(host, overlay);
  return {
    ...laid,
    async *list() {
      for await (const id of laid.list()) if (!isIgnoredPath(settings, id)) yield id;
    },
  };
}

/** Files that were named one by one, by id: read whatever they are called, ignored or not. */
function givenFiles(folder: string, targets: readonly Target[]): ReadonlyMap<string, Target> {
  const files = targets.filter(({ type }) => type === 'file');
  return new Map(files.map((target) => [idOf(target.path, folder), target]));
}

async function idsToRead(
  host: Host,
  given: ReadonlyMap<string, Target>,
  settings: Settings,
): Promise<readonly string[]> {
  const ids = new Set(given.keys());
  for await (const id of host.list()) if (isPagePath(settings, id)) ids.add(id);
  return [...ids].sort();
}

function isAsked(id: string, folder: string, targets: readonly Target[]): boolean {
  if (targets.length === 0) return true;
  const path = resolve(folder, id);
  return targets.some((target) =>
    target.type === 'file' ? target.path === path : isWithin(path, target.path),
  );
}

function idOf(path: string, folder: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}
