import type { Connection } from 'vscode-languageserver';
import { CONFIG_NAME, decode } from '../host/portable.js';
import type { Platform, RootPlace, Skips, WorkspaceHost } from './platform.js';
import { type FileContent, REQUESTS } from './protocol.js';
import { below, normalizedUri, pathBelow } from './uris.js';

/** Files that the client has and this machine has not: in a browser, in a virtual workspace. */
export function clientPlatform(connection: Connection): Omit<Platform, 'turn' | 'rulePage'> {
  const ask = <T>(request: string, params: object, otherwise: T): Promise<T> =>
    connection.sendRequest<T>(request, params).catch(() => otherwise);
  const list = (root: string): Promise<readonly string[]> =>
    ask<readonly string[]>(REQUESTS.listFiles, { root }, []);
  const exists = (uri: string): Promise<boolean> =>
    ask<boolean>(REQUESTS.fileExists, { uri }, false);
  return {
    async rootOf(folder) {
      const config = below(folder, CONFIG_NAME);
      return { uri: folder, config: (await exists(config)) ? config : undefined };
    },
    hostOf: (root, skips) => ({
      async *list() {
        const uris = await list(root.uri);
        const ids = uris.flatMap((uri) => pathBelow(normalizedUri(uri), root.uri) ?? []);
        yield* unskipped(ids, skips);
      },
      async read(id) {
        const otherwise: FileContent = { fault: 'the editor could not read it' };
        const uri = below(root.uri, id);
        const content = await ask<FileContent>(REQUESTS.readFile, { uri }, otherwise);
        if ('bytes' in content) return decode(bytesOf(content.bytes));
        return { type: 'fault', fault: { code: 'unreadable', reason: content.fault } };
      },
      exists: (id) => exists(below(root.uri, id)),
      async typeOf(id) {
        if (!(await exists(below(root.uri, id)))) return undefined;
        return HAS_EXTENSION.test(id) ? 'file' : 'folder';
      },
      leavesOut: () => false,
    }),
  };
}

/** A client says whether there is something, and not what. */
const HAS_EXTENSION = /\.[^/]+$/;

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Without what lies in a folder that is left out; folders are asked about from the top. */
function* unskipped(ids: readonly string[], skips: Skips): Iterable<string> {
  const names = new Map<string, string[]>();
  for (const id of ids) {
    const folder = folderOf(id);
    names.set(folder, [...(names.get(folder) ?? []), id.slice(folder.length && folder.length + 1)]);
  }
  const verdicts = new Map<string, boolean>([['', false]]);
  const isSkipped = (folder: string): boolean => {
    const known = verdicts.get(folder);
    if (known !== undefined) return known;
    const verdict = isSkipped(folderOf(folder)) || skips(folder, names.get(folder) ?? []);
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
  other: Pick<Platform, 'rootOf' | 'hostOf'>,
): Platform {
  const isOwn = (uri: string): boolean => uri.startsWith('file:');
  return {
    ...own,
    rootOf: (folder) => (isOwn(folder) ? own : other).rootOf(folder),
    hostOf: (root: RootPlace, skips: Skips): WorkspaceHost =>
      (isOwn(root.uri) ? own : other).hostOf(root, skips),
  };
}
