import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolders } from './make-folders.js';
import { forgetTemporaryFile, registerTemporaryFile } from './temporary-files.js';
import { type Content, writeContent } from './write-content.js';

/**
 * Puts `content` in place of a file's, whole or not at all: written beside it, then renamed over it.
 * The file's mode and owner are kept; of a link, the file it leads to is written. A file that its owner
 * made read-only is not written, though its folder would allow it.
 * @throws what the file system says, see {@link writeFaultOf}; then the file is as it was.
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const real = realpathSync(path);
  const stat = statSync(real);
  refuseReadOnly(real, stat);
  writeThenRename(real, (draft) => {
    writeFileSync(draft, content, { flag: 'wx', flush: true });
    keepOwner(draft, stat);
    chmodSync(draft, stat.mode);
  });
}

/**
 * Writes a file that may be new, and the folders above it, whole or not at all; over an existing one as
 * {@link writeAtomically} does. For what can be made again, a report or a cache: it is not waited for
 * until the disk has it.
 * @throws what the file system says, see {@link writeFaultOf}; then all is as it was.
 */
export function createAtomically(path: string, content: Content): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile()) {
    writeThrough(path, stat, content);
    return;
  }
  const real = stat === undefined ? path : realpathSync(path);
  if (stat === undefined) makeFolders(dirname(real));
  else refuseReadOnly(real, stat);
  writeThenRename(real, (draft) => {
    writeContent(draft, content, 'wx');
    if (stat === undefined) return;
    keepOwner(draft, stat);
    chmodSync(draft, stat.mode);
  });
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
    case 'EDQUOT':
      return 'your share of the disk is used up';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'one of the folders above it is a file';
    case 'ENOENT':
      return 'it is gone, or its folder is';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    default:
      return error.message;
  }
}

/** Devices and pipes (`/dev/stdout`) are written as they are: nothing can be put in their place. */
function writeThrough(path: string, stat: Stats, content: Content): void {
  if (stat.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
  writeContent(path, content, 'w');
}

function refuseReadOnly(path: string, { mode }: Stats): void {
  if ((mode & 0o222) === 0) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
  accessSync(path, constants.W_OK);
}

function writeThenRename(path: string, write: (draft: string) => void): void {
  // Not named for the file: that name may already be as long as names can be.
  const name = `.rapporteur-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  const draft = join(dirname(path), name);
  registerTemporaryFile(draft);
  try {
    write(draft);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    forgetTemporaryFile(draft);
  }
}

/** Only root may give files away, and for root a new file would be root's. */
function keepOwner(draft: string, { uid, gid }: Stats): void {
  const own = statSync(draft);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(draft, uid, gid);
  } catch {
    // Then it belongs to who wrote it, as with any editor that saves this way.
  }
}
