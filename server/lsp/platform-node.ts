import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { CONFIG_NAME, ignoredIn, nodeHost, rootOf } from '../host/index.js';
import type { Platform, WorkspaceHost } from './platform.js';
import { normalizedUri } from './uris.js';

/**
 * Files on this machine's disk.
 * @param rulePages folder of the pages about rules, if they came along
 */
export function nodePlatform(rulePages: string | undefined): Platform {
  const repositories = new Map<string, string | undefined>();
  return {
    async rootOf(uri) {
      const folder = URI.parse(uri).fsPath;
      const root = rootOf(folder, folder);
      // Without a configuration above, what was opened in the editor is all that is meant.
      const place = root.config === undefined ? uri : uriOf(root.folder);
      repositories.set(place, root.repository);
      return { uri: place, config: root.config && uriOf(root.config) };
    },
    hostOf(root, skips) {
      const folder = URI.parse(root.uri).fsPath;
      const repository = repositories.get(root.uri);
      const host = nodeHost(folder, { repository, skips });
      return { ...host, lists: async (id) => isListed(folder, repository, id) } as WorkspaceHost;
    },
    turn: () => setImmediate(),
    rulePage: (rule) => {
      const page = rulePages && join(rulePages, `${rule}.md`);
      return page !== undefined && existsSync(page) ? pathToFileURL(page).href : undefined;
    },
  };
}

function uriOf(path: string): string {
  return normalizedUri(URI.file(path).toString());
}

/** As the walk over the folder decides: nothing below an ignored folder is listed. */
function isListed(folder: string, repository: string | undefined, id: string): boolean {
  const path = resolve(folder, id);
  if (/(?:^|\/)(?:\.git|node_modules)\//.test(id)) return false;
  const parts = id.split('/');
  const above = parts.slice(0, -1).map((_, index) => join(folder, ...parts.slice(0, index + 1)));
  const ignored = ignoredIn(dirname(path), repository ?? folder);
  if (above.some((at) => at !== folder && existsSync(join(at, CONFIG_NAME)))) return false;
  return !ignored.has(path, 'file') && !above.some((at) => ignored.has(at, 'folder'));
}
