import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { groupBy, isWorkspaceConfig } from '../core/index.js';
import { CONFIG_NAME, decode, neverEntered, type Reading } from '../host/portable.js';
import type { Platform, RootPlace, SkipsFolder, WorkspaceHost } from './platform.js';
import { type FileContent, REQUESTS } from './protocol.js';
import { normalizedUri, parentUri, pathBelow, uriBelow } from './uris.js';

/** Files that the client has and this machine has not: in a browser, in a virtual workspace. */
export function clientPlatform(connection: Connection): Omit<Platform, 'yieldTurn' | 'rulePage'> {
  const ask = <T>(request: string, params: object, otherwise: T): Promise<T> =>
    connection.sendRequest<T>(request, params).catch(() => otherwise);
  const list = (root: string): Promise<readonly string[]> =>
    ask<readonly string[]>(REQUESTS.listFiles, { root }, []);
  const exists = (uri: string): Promise<boolean> =>
    ask<boolean>(REQUESTS.fileExists, { uri }, false);
  const read = async (root: RootPlace, id: string): Promise<Reading> => {
    const otherwise: FileContent = { fault: 'the editor could not read it' };
    const uri = uriBelow(root.uri, id);
    const content = await ask<FileContent>(REQUESTS.readFile, { uri }, otherwise);
    if ('bytes' in content) return decode(bytesOf(content.bytes));
    return { type: 'fault', fault: { code: 'unreadable', reason: content.fault } };
  };
  /** As `rootOf` of the host finds it on a disk. */
  const rootAbove = async (folder: string): Promise<RootPlace | undefined> => {
    for (const at of upward(folder)) {
      const config = uriBelow(at, CONFIG_NAME);
      if ((await exists(config)) && (await beginsWorkspace({ uri: at, config })))
        return { uri: at, config };
      if (await exists(uriBelow(at, '.git'))) return placeWithOwn(at);
    }
    return undefined;
  };
  const beginsWorkspace = async (place: RootPlace): Promise<boolean> => {
    const reading = await read(place, CONFIG_NAME);
    return reading.type === 'fault' || isWorkspaceConfig(reading.text);
  };
  // Above what says that it is no workspace there is none: it is one after all.
  const placeWithOwn = async (uri: string): Promise<RootPlace> => {
    const config = uriBelow(uri, CONFIG_NAME);
    return { uri, config: (await exists(config)) ? config : undefined };
  };
  return {
    rootOf: async (folder) => (await rootAbove(folder)) ?? placeWithOwn(folder),
    rootOfFile: (uri) => rootAbove(parentUri(uri)),
    hostOf: (root, skips) => ({
      async *list() {
        const uris = await list(root.uri);
        const ids = uris
          .flatMap((uri) => pathBelow(normalizedUri(uri), root.uri) ?? [])
          .filter((id) => neverEntered(id) === undefined);
        const joined = new Set<string>();
        for (const id of ids.filter((at) => at.endsWith(`/${CONFIG_NAME}`))) {
          const reading = await read(root, id);
          if (reading.type === 'text' && !isWorkspaceConfig(reading.text)) joined.add(folderOf(id));
        }
        yield* unskipped(ids, skips, joined);
      },
      read: (id) => read(root, id),
      exists: (id) => exists(uriBelow(root.uri, id)),
      async typeOf(id) {
        if (!(await exists(uriBelow(root.uri, id)))) return undefined;
        return HAS_EXTENSION.test(id) ? 'file' : 'folder';
      },
      // It can watch them, and looking at each would take a question each.
      stampOf: async () => undefined,
      settledStampOf: async () => undefined,
      exclusionOf: neverEntered,
    }),
  };
}

function* upward(folder: string): Iterable<string> {
  for (let at = folder; ; at = parentUri(at)) {
    yield at;
    if (parentUri(at) === at || URI.parse(at).path.length <= 1) return;
  }
}

/** A client says whether there is something, and not what. */
const HAS_EXTENSION = /\.[^/]+$/;

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * Without what lies in a folder that is left out; folders are asked about from the top.
 * @param joined folders whose configuration begins no workspace
 */
function* unskipped(
  ids: readonly string[],
  skips: SkipsFolder,
  joined: ReadonlySet<string>,
): Iterable<string> {
  const byFolder = groupBy(ids, folderOf);
  const namesIn = (folder: string): readonly string[] =>
    (byFolder.get(folder) ?? []).map((id) => id.slice(id.lastIndexOf('/') + 1));
  const verdicts = new Map<string, boolean>([['', false]]);
  const isSkipped = (folder: string): boolean => {
    const known = verdicts.get(folder);
    if (known !== undefined) return known;
    const verdict =
      isSkipped(folderOf(folder)) || skips(folder, namesIn(folder), () => !joined.has(folder));
    verdicts.set(folder, verdict);
    return verdict;
  };
  for (const id of ids) if (!isSkipped(folderOf(id))) yield id;
}

function folderOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

/** A workspace on this machine is read by the machine; any other is asked of the client. */
export function eitherPlatform(
  own: Platform,
  other: Pick<Platform, 'rootOf' | 'rootOfFile' | 'hostOf'>,
): Platform {
  const isOwn = (uri: string): boolean => uri.startsWith('file:');
  return {
    ...own,
    rootOf: (folder) => (isOwn(folder) ? own : other).rootOf(folder),
    rootOfFile: (uri) => (isOwn(uri) ? own : other).rootOfFile(uri),
    hostOf: (root: RootPlace, skips: SkipsFolder): WorkspaceHost =>
      (isOwn(root.uri) ? own : other).hostOf(root, skips),
  };
}
