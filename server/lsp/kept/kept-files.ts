import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  ageAt,
  buildId,
  namesIn,
  preparePrivateFolder,
  readPrivate,
  removeEmptyFolder,
  removeFile,
  sizeAt,
  systemCacheFolder,
  touch,
  writePrivate,
} from '../../host/index.js';
import type {
  BytePlace,
  KeptBytes,
  KeptFiles,
  KeptWorkspace,
  PageBytes,
} from './kept-workspace.js';

/**
 * Keeps a workspace in the user's own folder of caches, where nobody else can read or write. One file says what is kept,
 * the others hold the bytes of pages and never change.
 * @param root the uri of the workspace
 * @param home the folder of caches
 */
export function keptFiles(root: string, home: string = systemCacheFolder(process.env)): KeptFiles {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const folder = join(home, ...ABOVE, name);
  let isReady: boolean | undefined;
  const prepare = (): boolean => {
    isReady ??= preparePrivateFolder(home, [...ABOVE, name]);
    return isReady;
  };
  return {
    read() {
      // A folder that others can change would be believed without a look.
      const index = join(folder, INDEX);
      if (sizeAt(index) === 0 || !prepare()) return undefined;
      // Used again: it is not among the oldest.
      touch(index, Date.now());
      try {
        const workspace = decodeIndex(readPrivate(index));
        return workspace && bytesOf(folder, workspace);
      } catch {
        return undefined;
      }
    },
    sizeOf: (file) => (PAGES.test(file) ? sizeAt(join(folder, file)) : 0),
    writePages(pages) {
      const file = `${randomBytes(8).toString('hex')}.pages`;
      const { bytes, places } = encodePages(file, pages);
      return prepare() && writePrivate(join(folder, file), bytes) ? places : undefined;
    },
    write(workspace) {
      if (!prepare() || !writePrivate(join(folder, INDEX), encodeIndex(workspace))) return;
      const named = new Set(workspace.pages.map(({ at }) => at?.[0]));
      for (const each of namesIn(folder))
        if (PAGES.test(each) && !named.has(each)) removeFile(join(folder, each));
      sweep(join(home, ...ABOVE), name);
    },
    remove: () => removeKept(folder),
  };
}

const ABOVE = ['rapporteur', 'editor'] as const;
const FOLDER = /^[0-9a-f]{16}$/;
const INDEX = 'workspace';
const PAGES = /^[0-9a-f]{16}\.pages$/;
const DRAFT = /^(?:workspace|[0-9a-f]{16}\.pages)\.\d+\.tmp$/;

const DAY_MS = 24 * 3600 * 1000;
const MAX_AGE_MS = 30 * DAY_MS;
/** Of all workspaces together. */
const MAX_BYTES = 1024 ** 3;

/** Takes away the workspaces that were not opened for long and, where all are too large, those that were opened first. */
function sweep(folder: string, own: string): void {
  const now = Date.now();
  const others = namesIn(folder)
    .filter((name) => FOLDER.test(name) && name !== own)
    .map((name) => ({ path: join(folder, name), age: ageAt(join(folder, name, INDEX), now) }))
    .sort((a, b) => (a.age ?? MAX_AGE_MS) - (b.age ?? MAX_AGE_MS));
  let left = MAX_BYTES - bytesIn(join(folder, own));
  for (const { path, age = MAX_AGE_MS } of others) {
    left -= bytesIn(path);
    if (left < 0 || age >= MAX_AGE_MS) removeKept(path);
  }
}

function bytesIn(folder: string): number {
  return namesIn(folder).reduce((bytes, name) => bytes + sizeAt(join(folder, name)), 0);
}

/** What else somebody put there stays. */
function removeKept(folder: string): void {
  for (const name of namesIn(folder))
    if (name === INDEX || PAGES.test(name) || DRAFT.test(name)) removeFile(join(folder, name));
  removeEmptyFolder(folder);
}

/** The files of pages, all read and found whole; `undefined`: one of them is not. */
function bytesOf(folder: string, workspace: KeptWorkspace): KeptBytes | undefined {
  const files = new Map<string, Buffer>();
  for (const { at } of workspace.pages) {
    if (at === undefined || files.has(at[0])) continue;
    const bytes = PAGES.test(at[0]) ? readPrivate(join(folder, at[0])) : undefined;
    const body = bytes && unsealed(bytes);
    if (body === undefined) return undefined;
    files.set(at[0], body);
  }
  const part = (file: string, start: number, length: number): Buffer =>
    files.get(file)?.subarray(start, start + length) ?? Buffer.alloc(0);
  return {
    workspace,
    textAt: ([file, start, length]) => decodeText(part(file, start, length)),
    factsAt: ([file, start, textBytes, length]) => part(file, start + textBytes, length),
  };
}

function encodePages(
  file: string,
  pages: readonly PageBytes[],
): { readonly bytes: Uint8Array; readonly places: readonly BytePlace[] } {
  const parts: Uint8Array[] = [];
  const places: BytePlace[] = [];
  let start = 0;
  for (const { text, facts } of pages) {
    const written = encodeText(text);
    parts.push(written, facts);
    places.push([file, start, written.length, facts.length]);
    start += written.length + facts.length;
  }
  return { bytes: sealed(Buffer.concat(parts)), places };
}

/** In UTF-8, if that is all there is to say of a text: one in UTF-16 may have halves of characters. */
function encodeText(text: string): Buffer {
  const bytes = Buffer.from(`8${text}`, 'utf8');
  return bytes.toString('utf8', 1) === text
    ? bytes
    : Buffer.concat([Buffer.from('6'), Buffer.from(text, 'utf16le')]);
}

function decodeText(bytes: Buffer): string {
  return bytes.toString(bytes[0] === UTF_8 ? 'utf8' : 'utf16le', 1);
}

const UTF_8 = 0x38;

/** Of this program alone: another version may read the same text otherwise. */
function encodeIndex(workspace: KeptWorkspace): Uint8Array {
  return sealed(Buffer.from(JSON.stringify({ build: buildId(), workspace })));
}

function decodeIndex(bytes: Uint8Array | undefined): KeptWorkspace | undefined {
  const body = bytes && unsealed(bytes);
  if (body === undefined) return undefined;
  const { build, workspace } = JSON.parse(body.toString()) as {
    readonly build: string;
    readonly workspace: KeptWorkspace;
  };
  return build === buildId() ? workspace : undefined;
}

const MAGIC = Buffer.from('rapporteur kept 1\n');

/** With a checksum before it: a disk that was full, or a machine that stopped, leaves halves behind. */
function sealed(body: Buffer): Uint8Array {
  const head = Buffer.alloc(MAGIC.length + 8);
  MAGIC.copy(head);
  head.writeUInt32LE(body.length, MAGIC.length);
  head.writeUInt32LE(crc32(body), MAGIC.length + 4);
  return Buffer.concat([head, body]);
}

function unsealed(bytes: Uint8Array): Buffer | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = MAGIC.length + 8;
  if (all.length < start || !all.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const body = all.subarray(start);
  const isWhole = all.readUInt32LE(MAGIC.length) === body.length;
  return isWhole && all.readUInt32LE(MAGIC.length + 4) === crc32(body) ? body : undefined;
}
