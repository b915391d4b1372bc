import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './look.js';
import { readBytes } from './read-file.js';
import { VERSION } from './version.js';

declare const __BUILD__: string | undefined;

/**
 * Which program read the texts: its version, its code, and the Unicode of its Node, which says what a
 * letter is. Facts of another are worth nothing. The bundler puts the hash of the code in; from source
 * the compiled code is hashed, as it changes while the version stays.
 */
export function buildId(): string {
  const code = typeof __BUILD__ === 'string' ? __BUILD__ : hashOfCode();
  const all = createHash('sha256').update(`${code}\0${process.versions.unicode}`);
  return `${VERSION}-${all.digest('hex').slice(0, 12)}`;
}

/** How the folder of a build is called: ours to clean up. */
export const BUILD_FOLDER: RegExp = /^\d+\.\d+\.\d+[\w.+-]*-[0-9a-f]{12}$/;

let known: string | undefined;

function hashOfCode(): string {
  try {
    known ??= hashOfFolders(['../core/', '../cli/cache/', '../lsp/kept/']);
  } catch {
    // Bundled by someone else: then this file is all there is.
    known = createHash('sha256')
      .update(codeIn(fileURLToPath(import.meta.url)))
      .digest('hex');
  }
  return known;
}

function hashOfFolders(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders.map((each) => fileURLToPath(new URL(each, import.meta.url)))) {
    for (const name of filesBelow(folder))
      if (name.endsWith('.js')) hash.update(`${name}\0`).update(codeIn(join(folder, name)));
  }
  return hash.digest('hex');
}

function codeIn(path: string): Uint8Array {
  const reading = readBytes(path);
  if (reading.type === 'fault') throw new Error(reading.fault.reason);
  return reading.bytes;
}
