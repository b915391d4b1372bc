import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import {
  beginsWorkspace,
  CONFIG_NAME,
  ignoredBy,
  isWithin,
  nodeHost,
  type Reading,
  rootOf,
} from '../host/index.js';
import type { Platform } from './platform.js';
import { normalizedUri } from './uris.js';

/**
 * Files on this machine's disk.
 * @param rulePages folder of the pages about rules, if they came along
 */
export function nodePlatform(rulePages: string | undefined): Platform {
  const repositories = new Map<string, string | undefined>();
  const pages = new Map<string, string | undefined>();
  return {
    async rootOf(uri) {
      const folder = URI.parse(uri).fsPath;
      const root = rootOf(folder, folder);
      // Without a configuration above, what was opened in the editor is all that is meant.
      const isAlone = root.config === undefined && root.isJoined === undefined;
      const place = isAlone ? uri : uriOf(root.folder);
      repositories.set(place, root.repository);
      return { uri: place, config: root.config && uriOf(root.config) };
    },
    hostOf(root, skips) {
      const folder = URI.parse(root.uri).fsPath;
      const repository = repositories.get(root.uri);
      const host = nodeHost(folder, {
        repository,
        skips: (id, names) =>
          skips(id, names, () => beginsWorkspace(join(folder, id, CONFIG_NAME))),
      });
      const leavesOut = (id: string): boolean => isLeftOut(folder, repository, id);
      return {
        ...host,
        // Reading a pipe may never end, and nothing else would be answered meanwhile.
        read: async (id) => (typeAt(join(folder, id)) === 'other' ? NO_FILE : host.read(id)),
        async typeOf(id) {
          const type = typeAt(join(folder, id));
          return type === undefined || type === 'other' || leavesOut(id) ? undefined : type;
        },
        leavesOut,
      };
    },
    yieldTurn: () => setImmediate(),
    rulePage(rule) {
      if (!pages.has(rule)) pages.set(rule, pageOf(rulePages, rule));
      return pages.get(rule);
    },
  };
}

function uriOf(path: string): string {
  return normalizedUri(URI.file(path).toString());
}

function pageOf(rulePages: string | undefined, rule: string): string | undefined {
  const page = rulePages && join(rulePages, `${rule}.md`);
  return page !== undefined && existsSync(page) ? pathToFileURL(page).href : undefined;
}

const NO_FILE: Reading = {
  type: 'fault',
  fault: { code: 'unreadable', reason: 'it is not a regular file' },
};

function typeAt(path: string): 'file' | 'folder' | 'other' | undefined {
  // Says nothing of what may not be looked at, as of what is not there.
  const stat = attempt(() => statSync(path, { throwIfNoEntry: false }));
  if (stat === undefined) return undefined;
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
}

/** As the walk over the folder decides: nothing below an ignored folder is listed. */
function isLeftOut(folder: string, repository: string | undefined, id: string): boolean {
  const path = resolve(folder, id);
  if (/(?:^|\/)(?:\.git|node_modules)(?:\/|$)/.test(id)) return true;
  const parts = id.split('/');
  const above = parts.slice(0, -1).map((_, index) => join(folder, ...parts.slice(0, index + 1)));
  if (above.some(holdsWorkspace)) return true;
  if (isLinkInside(folder, path)) return true;
  const type = typeAt(path) === 'folder' ? 'folder' : 'file';
  return ignoredBy(path, type, repository ?? folder) !== undefined;
}

function holdsWorkspace(folder: string): boolean {
  const config = join(folder, CONFIG_NAME);
  return existsSync(config) && beginsWorkspace(config);
}

/** What a link shows that lies in the same folder is read under its own name. */
function isLinkInside(folder: string, path: string): boolean {
  const realFolder = attempt(() => realpathSync(folder));
  const real = attempt(() => realpathSync(path));
  if (real === undefined || realFolder === undefined) return false;
  return isWithin(real, realFolder) && real !== resolve(realFolder, relative(folder, path));
}

function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
