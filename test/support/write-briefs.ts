import fs from 'node:fs';
import path from 'node:path';
import { type DENSITY, makeBriefs } from './briefs.js';

/** Fills a folder with generated briefs of a size and their registry; how many bytes the briefs have. */
export function writeBriefs(
  folder: string,
  count: number,
  size: number,
  tagged: keyof typeof DENSITY,
): number {
  const { registry, briefs } = makeBriefs(count, size, tagged);
  let bytes = 0;
  fs.writeFileSync(path.join(folder, 'rapporteur.yaml'), '{}\n');
  fs.writeFileSync(path.join(folder, 'registry.yaml'), registry);
  for (const [name, text] of briefs) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
