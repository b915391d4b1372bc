import { memoryHost } from '../../server/host/index.js';
import type { Platform } from '../../server/lsp/platform.js';

/** Where a server finds the files of a test: all in memory, each a file as on a disk. */
export function memoryPlatform(files: Readonly<Record<string, string>>): Platform {
  return {
    rootOf: async () => MEMORY_PLACE,
    rootOfFile: async () => MEMORY_PLACE,
    hostOf: () => ({
      ...memoryHost(files),
      typeOf: async () => 'file',
      stampOf: async () => undefined,
      settledStampOf: async () => undefined,
      exclusionOf: () => undefined,
    }),
    yieldTurn: async () => undefined,
    rulePage: () => undefined,
  };
}

export const MEMORY_PLACE: { readonly uri: string; readonly config: undefined } = {
  uri: 'file:///briefs',
  config: undefined,
};
