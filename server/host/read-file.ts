import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { decode } from './decode.js';
import { MAX_FILE_BYTES, type ReadFault, type Reading } from './host.js';
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
  const reading = readBytes(path);
  return reading.type === 'bytes' ? decode(reading.bytes) : reading;
}

/** The bytes of one file. Only a regular one: a device or a pipe may never end. */
export function readBytes(path: string): BytesRead {
  let file: number | undefined;
  try {
    // Opening a pipe would wait for its writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (stat.isDirectory()) return fault('unreadable', 'it is a folder');
    if (!stat.isFile()) return fault('unreadable', 'it is not a regular file');
    if (stat.size > MAX_FILE_BYTES) return fault('too-large', tooLarge(stat.size));
    return { type: 'bytes', bytes: readFileSync(file) };
  } catch (error) {
    return { type: 'fault', fault: faultOf(error as NodeJS.ErrnoException) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
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
