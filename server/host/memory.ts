import { decode } from './decode.js';
import type { Host } from './host.js';

/** A host whose files are given: for tests, and where there are texts but no disk. */
export function memoryHost(files: Readonly<Record<string, string | Uint8Array>>): Host {
  const byId = new Map(Object.entries(files));
  return {
    async *list() {
      yield* byId.keys();
    },
    async read(id) {
      const content = byId.get(id);
      if (content === undefined) {
        return { type: 'fault', fault: { code: 'gone', reason: 'there is no such file' } };
      }
      return decode(typeof content === 'string' ? Buffer.from(content) : content);
    },
    async exists(id) {
      return byId.has(id) || [...byId.keys()].some((other) => other.startsWith(`${id}/`));
    },
  };
}
