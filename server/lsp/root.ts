import {
  applyChanges,
  type Change,
  type Day,
  documentsToRead,
  emptyWorkspace,
  isIgnoredPath,
  isMemberPath,
  isRegistryPath,
  type Level,
  linksToAsk,
  linksToAskOf,
  loadParts,
  type Page,
  type PageId,
  type Settings,
  vocabularyOf,
} from '../core/index.js';
import {
  CONFIG_NAME,
  type ConfigFiles,
  existingFiles,
  type Refusal,
  readConfigFiles,
  registryBudget,
  visitFolders,
} from '../host/portable.js';
import {
  type DiskChange,
  idOfChange,
  keptDiskPage,
  noteLeftOut,
  readDiskPage,
  readDocuments,
} from './disk-page.js';
import { type TakingRoot, takeKept } from './kept/take-kept.js';
import { type LoadedBaseline, loadBaseline } from './loaded-baseline.js';
import { isLong, takeLongPage } from './long-texts.js';
import type { Platform, RootPlace, WorkspaceHost } from './platform.js';
import { normalizedUri, uriBelow } from './uris.js';
import type { YieldIfDue } from './yielding.js';

/** A workspace with what is known of its files. Changed by the session alone. */
export interface OpenRoot extends TakingRoot {
  readonly place: RootPlace;
  readonly host: WorkspaceHost;
  config: ConfigFiles;
  /** Levels that the configuration names. */
  readonly configuredLevels: ReadonlyMap<string, Level>;
  /** Whether everything has been read. */
  complete: boolean;
  /** What the disk has, open or not. */
  readonly filesOnDisk: Set<PageId>;
  /** Files that a check would leave out once it has read them, and why. */
  readonly leftOut: Map<PageId, Refusal>;
  /** How the files looked before they were read, where the client does not tell of changes. */
  stamps: FileStamps;
  /** Folders below with a configuration of their own. Paths below the root. */
  readonly nestedRoots: Set<PageId>;
  /** Configurations of folders below that belong to it, as far as they have been found. */
  readonly joinedConfigs: Set<PageId>;
  /** Of the findings that are known; read again when its file changes. */
  baseline: LoadedBaseline;
}

/** How files looked; `undefined`: there was none. By path below the root. */
export type FileStamps = ReadonlyMap<PageId, string | undefined>;

export interface LintContext {
  readonly today: Day;
  /** Of the editor: they count where the configuration does not name the rule. */
  readonly levels: ReadonlyMap<string, Level>;
}

/** A workspace of which nothing has been read but its configuration. A faulty one counts as none. */
export async function openRoot(
  platform: Platform,
  place: RootPlace,
  lintContext: LintContext,
): Promise<OpenRoot> {
  const config = await readConfigFiles(
    platform.hostOf(place, () => false),
    entryOf(place),
    [],
  );
  const settings = settingsOf(config, lintContext);
  const visit = visitFolders(settings);
  const host = platform.hostOf(place, visit.skips);
  await loadParts(settings);
  const workspace = emptyWorkspace(settings, vocabularyOf(settings.kinds), lintContext.today);
  return {
    place,
    host,
    config,
    configuredLevels: config.reading.settings.levels,
    workspace,
    changedPages: new Set(),
    complete: false,
    filesOnDisk: new Set(),
    leftOut: new Map(),
    stamps: new Map(),
    stampOfPage: new WeakMap(),
    placeOfPage: new WeakMap(),
    foundBefore: undefined,
    takenFrom: undefined,
    nestedRoots: visit.nested,
    joinedConfigs: visit.joined,
    baseline: await loadBaseline(host, settings),
  };
}

function entryOf({ config }: RootPlace): PageId | undefined {
  return config === undefined ? undefined : CONFIG_NAME;
}

function settingsOf({ reading: { settings } }: ConfigFiles, { levels }: LintContext): Settings {
  return { ...settings, levels: new Map([...levels, ...settings.levels]) };
}

/** The uris of the files that have a say in how a workspace is read, those that are missing included. */
export function configUris(root: Pick<OpenRoot, 'config' | 'place'>): readonly string[] {
  return [...configIds(root).keys()];
}

/** The path from the root of such a file, by its normalized uri. */
export function configIdAt(
  root: Pick<OpenRoot, 'config' | 'place'>,
  uri: string,
): PageId | undefined {
  return configIds(root).get(uri);
}

/** It is asked for every page. */
const CONFIG_IDS = new WeakMap<ConfigFiles, ReadonlyMap<string, PageId>>();

function configIds({
  config,
  place,
}: Pick<OpenRoot, 'config' | 'place'>): ReadonlyMap<string, PageId> {
  const known = CONFIG_IDS.get(config);
  if (known !== undefined) return known;
  const made = new Map(
    [...config.files.keys()].map((id) => [normalizedUri(uriBelow(place.uri, id)), id]),
  );
  CONFIG_IDS.set(config, made);
  return made;
}

/** Whether a page may lie at a path: what its workspace reads, and does not leave out. */
export function acceptsPage({ workspace: { settings } }: OpenRoot, id: PageId): boolean {
  return isMemberPath(settings, id);
}

export interface ReadListener {
  /** Told now and then how far it is; false to stop. */
  onProgress(done: number, total: number): boolean;
  /** Told what is left out, in words for a log. */
  onLeftOut(uri: string, reason: string): void;
  /** What is open in the editor, as it stands there: not read from the disk. */
  openText(id: PageId): string | undefined;
  /** Whether what the last session kept of it may be taken. */
  readonly takesKept?: boolean;
}

/**
 * Reads what the disk has into the workspace, registries first, a slice at a time. Open documents and
 * edits are served in between. The workspace is complete then, unless the listener stopped it.
 */
export async function readRoot(
  root: OpenRoot,
  pause: YieldIfDue,
  reading: ReadListener,
): Promise<void> {
  const found = await listPages(root, pause);
  const ids = (await readJoinedConfigs(root)) ? found.filter((id) => acceptsPage(root, id)) : found;
  for (const id of ids) root.filesOnDisk.add(id);
  const same = reading.takesKept ? await takeKept(root, ids, pause) : new Set<PageId>();
  let changes: DiskChange[] = [];
  const budget = registryBudget(root.workspace.settings);
  for (const [index, id] of ids.entries()) {
    if ((await pause()) === 'yielded') {
      const goesOn = reading.onProgress(index, ids.length);
      if (!goesOn || isWorthTaking(root, changes)) {
        applyClosed(root, changes, reading);
        changes = [];
      }
      if (!goesOn) return;
    }
    const kept = same.has(id)
      ? keptDiskPage(root, id, () => reading.openText(id) === undefined, budget)
      : undefined;
    if (kept?.type === 'read') continue;
    const isOpen = reading.openText(id) !== undefined;
    const options = { budget: isOpen ? undefined : budget, pause, isOpen };
    const page = kept ?? (await readDiskPage(root, id, options));
    noteLeftOut(root, id, page);
    if (page.type === 'left-out')
      reading.onLeftOut(uriBelow(root.place.uri, id), page.refusal.reason);
    if (page.type === 'read' && isToBeTaken(root, page.change.page, reading))
      await takeLongPage(root, page.change.page, pause);
    if (isOpen) continue;
    if (page.type === 'read') changes.push(page.change);
    // It was kept from a time when it could be read.
    else if (root.workspace.pages.has(id)) changes.push({ type: 'removed', id });
  }
  applyClosed(root, changes, reading);
  await checkLinkTargets(root, [...root.workspace.files.keys(), ...linksToAsk(root.workspace)]);
  await readDocuments(root, documentsToRead(root.workspace), pause);
  root.complete = true;
}

/** Whether a page has many symbols, which are sorted in slices; not where something else stands in the editor. */
function isToBeTaken({ workspace }: OpenRoot, page: Page, { openText }: ReadListener): boolean {
  const { text, id } = page;
  return isLong(text) && (openText(id) ?? text) === text && workspace.pages.get(id) !== page;
}

/**
 * Whether to take in what was read so far. The pages that have a name are a list, which is copied each time: in small
 * parts, thousands of briefs that name the same people would cost their square.
 */
function isWorthTaking({ workspace }: OpenRoot, changes: readonly DiskChange[]): boolean {
  const isRegistry = changes.some(
    (change) => change.type === 'page' && change.page.facts.role === 'registry',
  );
  return isRegistry || changes.length >= Math.max(LEAST_TAKEN, workspace.pages.size / 2);
}

const LEAST_TAKEN = 32;

/** What folders below say of themselves is only known when they have been listed. */
async function readJoinedConfigs(root: OpenRoot): Promise<boolean> {
  const { host, place, joinedConfigs: paths, nestedRoots } = root;
  if (paths.size === 0) return false;
  root.config = await readConfigFiles(host, entryOf(place), [...paths]);
  const { overrides, ignoredBelow } = root.config.reading.settings;
  const settings = { ...root.workspace.settings, overrides, ignoredBelow };
  await loadParts(settings);
  root.workspace = { ...root.workspace, settings };
  for (const folder of [...nestedRoots])
    if (isIgnoredPath(settings, folder)) nestedRoots.delete(folder);
  const gone = [...root.workspace.pages.keys()].filter((id) => !acceptsPage(root, id));
  if (gone.length > 0) {
    const changes = gone.map((id): Change => ({ type: 'removed', id }));
    root.workspace = applyChanges(root.workspace, changes);
  }
  return true;
}

/** What has been opened while it was read is what the editor says. */
function applyClosed(
  root: OpenRoot,
  changes: readonly DiskChange[],
  { openText }: ReadListener,
): void {
  const closed = changes.filter((change) => openText(idOfChange(change)) === undefined);
  for (const change of closed) root.changedPages.add(idOfChange(change));
  root.workspace = applyChanges(root.workspace, closed);
}

/** The pages that the disk has, registries first: what the briefs speak of is then known. */
export async function listPages(root: OpenRoot, pause: YieldIfDue): Promise<readonly PageId[]> {
  const { settings } = root.workspace;
  const ids: PageId[] = [];
  for await (const id of root.host.list()) {
    if (acceptsPage(root, id)) ids.push(id);
    await pause();
  }
  ids.sort();
  const registries = new Set(ids.filter((id) => isRegistryPath(settings, id)));
  return [...registries, ...ids.filter((id) => !registries.has(id))];
}

/** Takes changes into the workspace, and asks what the new texts' links lead to. */
export async function applyToRoot(root: OpenRoot, changes: readonly Change[]): Promise<void> {
  for (const id of changes.flatMap(idsOfChange)) root.changedPages.add(id);
  root.workspace = applyChanges(root.workspace, changes);
  await lookAtLinks(root, changes);
}

/** Asks what the links of texts lead to that were taken into the workspace. */
export async function lookAtLinks(root: OpenRoot, changes: readonly Change[]): Promise<void> {
  const ids = changes.flatMap(idsOfChange);
  const changed = ids.flatMap((id) => root.workspace.pages.get(id) ?? []);
  const gone = changes.flatMap((change) => (change.type === 'removed' ? [change.id] : []));
  const targets = changed.flatMap((page) => linksToAskOf(root.workspace, page));
  await checkLinkTargets(root, [...new Set([...targets, ...gone])]);
  await readDocuments(root, documentsToRead(root.workspace, ids));
}

function idsOfChange(change: Change): readonly PageId[] {
  if (change.type === 'files') return [];
  return [change.type === 'page' ? change.page.id : change.id];
}

/** Asks whether link targets other than pages exist. */
export async function checkLinkTargets(root: OpenRoot, targets: readonly PageId[]): Promise<void> {
  if (targets.length === 0) return;
  const exist = [...(await existingFiles(root.host, targets))];
  // What is as it was known changes nothing for anybody.
  const news = exist.filter(([id, exists]) => root.workspace.files.get(id) !== exists);
  if (news.length === 0) return;
  root.workspace = applyChanges(root.workspace, [{ type: 'files', exist: new Map(news) }]);
}
