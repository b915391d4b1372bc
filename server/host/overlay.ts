import { decode } from './decode.js';
import type { Host } from './host.js';

/** Contents that stand in for those of files, by id; `undefined`: as if the file were not there. */
export type Overlay = ReadonlyMap<string, Uint8Array | undefined>;

/** A host whose files are those of another, but for an overlay. */
export function overlayHost(host: Host, overlay: Overlay): Host {
  if (overlay.size === 0) return host;
  return {
    async *list() {
      for await (const id of host.list()) if (!overlay.has(id)) yield id;
      for (const [id, content] of overlay) if (content !== undefined) yield id;
    },
    async read(id) {
      const content = overlay.get(id);
      if (content !== undefined) return decode(content);
      if (!overlay.has(id)) return host.read(id);
      return { type: 'fault', fault: { code: 'gone', reason: 'there is no such file' } };
    },
    async exists(id) {
      return overlay.has(id) ? overlay.get(id) !== undefined : host.exists(id);
    },
  };
}
