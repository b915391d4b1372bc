import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { nearest } from '../core/index.js';
import { isWithin } from '../host/index.js';
import { Failure } from './failure.js';
import { shownPath } from './places.js';

/** A path that the user gave. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly type: 'file' | 'folder';
  /** What a file holds, when it comes from the standard input. */
  readonly content?: Uint8Array;
  /** Its path is made up: whether it is a brief only its content can tell. */
  readonly nameless?: boolean;
}

/** The folder from which a target's workspace is looked for. */
export function folderOf({ path, type }: Target): string {
  return type === 'folder' ? path : dirname(path);
}

/** @throws Failure when nothing is there, with the nearest name that is. */
export function targetOf(written: string, cwd: string): Target {
  const path = resolve(cwd, written);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new Failure(missing(written, path, cwd));
  if (stat.isDirectory()) return { path: realOf(path, cwd), type: 'folder' };
  return { path: realOf(path, cwd), type: 'file' };
}

/**
 * A link inside the working directory stands for what it leads to, if that is in there too: the
 * workspace reads each file once, under its own name.
 */
function realOf(path: string, cwd: string): string {
  try {
    const real = realpathSync(path);
    const realCwd = realpathSync(cwd);
    return isWithin(real, realCwd) ? join(cwd, relative(realCwd, real)) : path;
  } catch {
    return path;
  }
}

function missing(written: string, path: string, cwd: string): string {
  const near = nearest(basename(path), namesIn(dirname(path)));
  const words = `there is no file or folder '${written}'`;
  if (near === undefined) return `${words} in ${cwd}.`;
  return `${words}. Did you mean '${shownPath(join(dirname(path), near), cwd)}'?`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
