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
  isThere,
  isWithin,
  nodeHost,
  rootOf,
  settledStampAt,
  stampAt,
  typeAt,
  type WorkspaceRoot,
} from '../host/index.js';
import { keptFiles } from './kept/kept-files.js';
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
      if (!isMarked && isWithin(homedir(), root.folder)) return undefined;
      // A uri that names a server and nothing on it would stand for the whole disk.
      return URI.parse(uriOf(root.folder)).fsPath === root.folder ? placeOf(root) : undefined;
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
        async typeOf(id) {
          const type = typeAt(join(folder, id));
          if (type !== 'file' && type !== 'folder') return undefined;
          return exclusionOf(id) === undefined ? type : undefined;
        },
        stampOf: async (id) => stampAt(join(folder, id)),
        settledStampOf: async (id) => settledStampAt(join(folder, id)),
        kept: keptFiles(root.uri),
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
  return page !== undefined && isThere(page) ? pathToFileURL(page).href : undefined;
}
