import { randomBytes } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isInRepository, leadsOut } from './boundary.js';
import { temporaryName } from './leftovers.js';
import { makeFolders } from './make-folders.js';
import { forgetTemporaryFile, registerTemporaryFile } from './temporary-files.js';

/** What is written to a file; of what comes in parts, no more is held than a piece. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array>;

/**
 * Puts `content` in place of a file's, whole or not at all: written beside it, then renamed over it.
 * The file's mode and owner are kept; of a link, the file it leads to is written, but not out of the repository. A
 * file that its owner made read-only is not written, though its folder would allow it.
 * @param cwd where `path` was named: see {@link leadsOut}
 * @throws what the file system says, see {@link writeFaultOf}; then the file is as it was.
 */
export function writeAtomically(
  path: string,
  content: string | Uint8Array,
  cwd: string = process.cwd(),
): void {
  refuseLeadingOut(path, cwd);
  const real = realpathSync(path);
  const stat = statSync(real);
  refuseReadOnly(real, stat);
  writeThenRename(real, (temporary) => {
    writeFileSync(temporary, content, { flag: 'wx', flush: true });
    keepOwner(temporary, stat);
    chmodSync(temporary, stat.mode);
  });
}

/**
 * Writes a file that may be new, and the folders above it, whole or not at all; over an existing one as
 * {@link writeAtomically} does. For what can be made again, a report or a cache: it is not waited for
 * until the disk has it. A link of the repository is replaced, not followed: it could lead anywhere.
 * @param cwd where `path` was named: see {@link leadsOut}
 * @throws what the file system says, see {@link writeFaultOf}; then all is as it was.
 */
export function createAtomically(
  path: string,
  content: Content,
  cwd: string = process.cwd(),
): void {
  refuseLeadingOut(dirname(path), cwd);
  if (isLinkOf(path, cwd)) {
    writeThenRename(path, (temporary) => writeContent(temporary, content, 'wx'));
    return;
  }
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile()) {
    writeThrough(path, stat, content);
    return;
  }
  const real = stat === undefined ? path : realpathSync(path);
  if (stat === undefined) makeFolders(dirname(real));
  else refuseReadOnly(real, stat);
  writeThenRename(real, (temporary) => {
    writeContent(temporary, content, 'wx');
    if (stat === undefined) return;
    keepOwner(temporary, stat);
    chmodSync(temporary, stat.mode);
  });
}

/**
 * Writes a file where there is none, and the folders above it, whole or not at all.
 * @param cwd where `path` was named: see {@link leadsOut}
 * @returns whether it was written: what is there is left alone, even if it came this very moment
 * @throws what the file system says, see {@link writeFaultOf}; then there is no such file
 */
export function createNew(
  path: string,
  content: string | Uint8Array,
  cwd: string = process.cwd(),
): boolean {
  refuseLeadingOut(dirname(path), cwd);
  makeFolders(dirname(path));
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
  let isNew = true;
  writeTemporary(dirname(path), (temporary) => {
    writeFileSync(temporary, content, { flag: 'wx', flush: true });
    isNew = linkWhereNone(temporary, path);
  });
  return isNew;
}

/** Adds to a file that the user's environment names. @throws what the file system says */
export function appendTo(path: string, text: string): void {
  appendFileSync(path, text);
}

/** Why nothing could be written, to complete "it could not be written: …". */
export function writeFaultOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return 'you may not write it (permission denied)';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EFBIG':
      return 'no file of this size may be written here';
    case 'EDQUOT':
      return 'your disk quota is used up';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'one of the folders above it is a file';
    case 'ENOENT':
      return 'it no longer exists, or its folder does not';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case LEADS_OUT:
      return 'a link in its path leads out of the repository';
    default:
      return error.message;
  }
}

/** Devices and pipes (`/dev/stdout`) are written as they are: nothing can be put in their place. */
function writeThrough(path: string, stat: Stats, content: Content): void {
  if (stat.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
  writeContent(path, content, 'w');
}

const LEADS_OUT = 'ELEADSOUT';

function refuseLeadingOut(path: string, cwd: string): void {
  if (leadsOut(path, cwd)) throw Object.assign(new Error('a link leads out'), { code: LEADS_OUT });
}

/** Whether it is a link in a repository, whose author chose where it leads. */
function isLinkOf(path: string, cwd: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return false;
  return isInRepository(path, cwd);
}

function refuseReadOnly(path: string, { mode }: Stats): void {
  if ((mode & 0o222) === 0) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
  accessSync(path, constants.W_OK);
}

function writeThenRename(path: string, write: (temporary: string) => void): void {
  writeTemporary(dirname(path), (temporary) => {
    write(temporary);
    renameSync(temporary, path);
  });
}

/** Gives a new name in a folder to write to; what is still called so afterwards is removed. */
function writeTemporary(folder: string, write: (temporary: string) => void): void {
  // Not named for the file: that name may already be as long as names can be.
  const name = temporaryName(process.pid, randomBytes(6).toString('hex'));
  const temporary = join(folder, name);
  registerTemporaryFile(temporary);
  try {
    write(temporary);
  } finally {
    rmSync(temporary, { force: true });
    forgetTemporaryFile(temporary);
  }
}

/** A second name for a file, where that name is free; disks that have no such thing are asked once more. */
function linkWhereNone(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  }
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
  renameSync(temporary, path);
  return true;
}

/** Only root may give files away, and for root a new file would be root's. */
function keepOwner(temporary: string, { uid, gid }: Stats): void {
  const own = statSync(temporary);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(temporary, uid, gid);
  } catch {
    // Then it belongs to who wrote it, as with any editor that saves this way.
  }
}

function writeContent(path: string, content: Content, flag: 'w' | 'wx'): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(path, content, { flag });
    return;
  }
  const file = openSync(path, flag);
  try {
    for (const piece of piecesOf(content)) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

function* piecesOf(parts: Iterable<string | Uint8Array>): Iterable<string | Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      waiting.push(part);
      length += part.length;
      if (length < PIECE) continue;
    }
    yield waiting.join('');
    waiting = [];
    length = 0;
    if (typeof part !== 'string') yield part;
  }
  yield waiting.join('');
}

/** How much is written at once, in UTF-16 units. */
const PIECE = 1 << 20;
