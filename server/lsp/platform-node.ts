import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import {
  beginsWorkspace,
  CONFIG_NAME,
  diskMembership,
  type Exclusion,
  isThere,
  nodeHost,
  rootOf,
  typeAt,
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

function uriOf(path: string): string {
  return normalizedUri(URI.file(path).toString());
}

function pageOf(rulePages: string | undefined, rule: string): string | undefined {
  const page = rulePages && join(rulePages, `${rule}.md`);
  return page !== undefined && isThere(page) ? pathToFileURL(page).href : undefined;
}
