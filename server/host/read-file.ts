import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { decode } from './decode.js';
import { MAX_FILE_BYTES, type ReadFault, type Reading } from './host.js';
import { isLink } from './look.js';
import { isWithin, realOf } from './paths.js';

/**
 * Reads a file of a repository: one that lies elsewhere, or leads there through a link, is refused, as what
 * stands in it could be shown.
 */
export function readInside(path: string, repository: string): Reading {
  const isInside = isWithin(realOf(path), realOf(repository));
  return isInside ? readPath(path) : fault('unreadable', OUTSIDE);
}

interface UnreadFile {
  readonly type: 'fault';
  readonly fault: ReadFault;
}

type BytesRead = { readonly type: 'bytes'; readonly bytes: Buffer } | UnreadFile;

const OUTSIDE = 'it is outside the repository';

/** Reads the text of one file, whatever may be wrong with it: see {@link readBytes}. */
export function readPath(path: string): Reading {
  return readRegular(path, 0, readText);
}

/** As {@link readPath}, but a link is not followed: not even one that is put in place at this moment. */
export function readUnlinked(path: string): Reading {
  // Windows cannot refuse to open one.
  if (NO_FOLLOW === undefined && isLink(path)) return fault('unreadable', 'it is a link');
  return readRegular(path, NO_FOLLOW ?? 0, readText);
}

const NO_FOLLOW: number | undefined = constants.O_NOFOLLOW;

/** The bytes of one file. Only a regular one: a device or a pipe may never end. */
export function readBytes(path: string): BytesRead {
  return readRegular(path, 0, (file) => ({ type: 'bytes', bytes: readFileSync(file) }));
}

function readRegular<T>(
  path: string,
  flags: number,
  read: (file: number, size: number) => T,
): T | UnreadFile {
  let file: number | undefined;
  try {
    // Opening a pipe would wait for its writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
    const stat = fstatSync(file);
    if (stat.isDirectory()) return fault('unreadable', 'it is a folder');
    if (!stat.isFile()) return fault('unreadable', 'it is not a regular file');
    if (stat.size > MAX_FILE_BYTES) return fault('too-large', tooLarge(stat.size));
    return read(file, stat.size);
  } catch (error) {
    return { type: 'fault', fault: faultOf(error as NodeJS.ErrnoException) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Most files fit in here: of thousands that are read, none leaves anything to be collected but its text. */
const shared = Buffer.allocUnsafeSlow(256 * 1024);

function readText(file: number, size: number): Reading {
  if (size >= shared.length) return decode(readFileSync(file));
  let length = 0;
  for (let read = -1; read !== 0 && length < shared.length; length += read)
    read = readSync(file, shared, length, shared.length - length, null);
  const bytes = shared.subarray(0, length);
  // It has grown meanwhile.
  return length < shared.length
    ? decode(bytes)
    : decode(Buffer.concat([bytes, readFileSync(file)]));
}

/** An operating system's error in words. */
export function faultOf(error: NodeJS.ErrnoException): ReadFault {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'gone', reason: 'there is no such file' };
    case 'EACCES':
    case 'EPERM':
      return { code: 'unreadable', reason: 'you may not read it (permission denied)' };
    case 'ELOOP':
      return { code: 'unreadable', reason: 'it is a link that leads to itself' };
    case 'EMFILE':
    case 'ENFILE':
      return { code: 'unreadable', reason: 'too many files are open' };
    default:
      return { code: 'unreadable', reason: error.message };
  }
}

function fault(code: ReadFault['code'], reason: string): UnreadFile {
  return { type: 'fault', fault: { code, reason } };
}

function tooLarge(bytes: number): string {
  const inMegabytes = (size: number): string => `${Math.ceil(size / 1024 / 1024)} MB`;
  return `it has ${inMegabytes(bytes)}, and at most ${inMegabytes(MAX_FILE_BYTES)} are read`;
}
