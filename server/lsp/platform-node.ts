import { existsSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import {
  beginsWorkspace,
  CONFIG_NAME,
  diskMembership,
  type Exclusion,
  isWithin,
  nodeHost,
  type Reading,
  rootOf,
  type WorkspaceRoot,
} from '../host/index.js';
import type { Platform, RootPlace } from './platform.js';
import { normalizedUri } from './uris.js';

/**
 * Files on this machine's disk.
 * @param rulePages folder of the pages about rules, if they came along
 */
export function nodePlatform(rulePages: string | undefined): Platform {
  const repositories = new Map<string, string | undefined>();
  const pages = new Map<string, string | undefined>();
  const placeOf = ({ folder, config, repository }: WorkspaceRoot): RootPlace => {
    const uri = uriOf(folder);
    repositories.set(uri, repository);
    return { uri, config: config && uriOf(config) };
  };
  return {
    rootOf: async (uri) => placeOf(workspaceAt(URI.parse(uri).fsPath)),
    async rootOfFile(uri) {
      const root = workspaceAt(dirname(URI.parse(uri).fsPath));
      const isMarked = root.config !== undefined || root.repository !== undefined;
      return isMarked || !isWithin(homedir(), root.folder) ? placeOf(root) : undefined;
    },
    hostOf(root, skips) {
      const folder = URI.parse(root.uri).fsPath;
      const repository = repositories.get(root.uri);
      const host = nodeHost(folder, {
        repository,
        skips: (id, names) =>
          skips(id, names, () => beginsWorkspace(join(folder, id, CONFIG_NAME))),
      });
      const exclusionOf = (id: string): Exclusion | undefined => {
        const membership = diskMembership({ folder, repository });
        const type = typeAt(join(folder, id)) === 'folder' ? 'folder' : 'file';
        return membership.exclusionOf(id, type) ?? membership.readElsewhere(id);
      };
      return {
        ...host,
        // Reading a pipe may never end, and nothing else would be answered meanwhile.
        read: async (id) => (typeAt(join(folder, id)) === 'other' ? NO_FILE : host.read(id)),
        async typeOf(id) {
          const type = typeAt(join(folder, id));
          if (type === undefined || type === 'other') return undefined;
          return exclusionOf(id) === undefined ? type : undefined;
        },
        async stampOf(id) {
          const stat = statAt(join(folder, id));
          return stat && `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size} ${stat.ino}`;
        },
        exclusionOf,
      };
    },
    yieldTurn: () => setImmediate(),
    rulePage(rule) {
      if (!pages.has(rule)) pages.set(rule, pageOf(rulePages, rule));
      return pages.get(rule);
    },
  };
}

function workspaceAt(folder: string): WorkspaceRoot {
  return rootOf(folder, folder);
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
  const stat = statAt(path);
  if (stat === undefined) return undefined;
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
}

/** Says nothing of what may not be looked at, as of what is not there. */
function statAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
