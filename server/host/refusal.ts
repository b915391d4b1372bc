import { isRegistryPath, type Page, type PageId, type Settings } from '../core/index.js';
import type { ReadFault, TextRead } from './host.js';

/** Why a file that belongs to a workspace is left out all the same. */
export interface Refusal {
  /** Completes "it was left out: …". */
  readonly reason: string;
  /** Whether a check is not done without it. */
  readonly grave: boolean;
}

/** All registries of a workspace together may not be larger: YAML takes many times its size. */
export const MAX_REGISTRY_BYTES: number = 32 * 1024 * 1024;

/** Why a file that could not be read is left out. */
export function refusalOfFault(id: PageId, { code, reason }: ReadFault): Refusal {
  // Node replaces the bytes of such a name, and finds no file by what comes out.
  if (code === 'gone' && id.includes('\ufffd')) {
    return { reason: 'its name is not in UTF-8. Rename it', grave: true };
  }
  // A file that is deleted while we read is meant to be gone.
  return { reason, grave: code !== 'gone' };
}

/** Whether a page is left out because of its encoding; an ordinary document has nothing to be checked. */
export function refusalOfEncoding({ encoding }: TextRead, { facts }: Page): Refusal | undefined {
  const found = encoding?.found ?? '';
  if (!found.startsWith('UTF-') || facts.role === 'document') return undefined;
  return { reason: `it is in ${found}. Save it as UTF-8`, grave: true };
}

/** Asked of each text before it is read as a page: the registries that are too much together are refused. */
export type RegistryBudget = (id: PageId, text: string) => Refusal | undefined;

/** For one reading of one workspace: it counts. */
export function registryBudget(settings: Settings): RegistryBudget {
  let left = MAX_REGISTRY_BYTES;
  return (id, text) => {
    if (!isRegistryPath(settings, id)) return undefined;
    left -= text.length;
    if (left >= 0) return undefined;
    const megabytes = MAX_REGISTRY_BYTES / 1024 / 1024;
    return { reason: `the registries together have more than ${megabytes} MB`, grave: true };
  };
}
