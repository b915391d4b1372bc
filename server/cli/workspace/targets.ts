import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import scan from 'picomatch/lib/scan.js';
import { globMatcher, globSyntaxFault, nearestWord } from '../../core/index.js';
import { isWithin, namesIn, partNotInUtf8, realPathAt, typeAt } from '../../host/index.js';
import { shownPath } from '../report/places.js';
import { Failure } from '../terminal/failure.js';

/** A path that the user gave. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly type: 'file' | 'folder';
  /** Of a folder, those files only that this pattern matches; from the folder, with `/`. */
  readonly glob?: string;
  /** As it was given, where it is no path. */
  readonly written?: string;
  /** What a file holds, when it comes from the standard input. */
  readonly content?: Uint8Array;
  /** Its path is made up: whether it is a brief only its content can tell. */
  readonly nameless?: boolean;
}

/** The folder from which a target's workspace is looked for. */
export function folderOf({ path, type }: Target): string {
  return type === 'folder' ? path : dirname(path);
}

/**
 * What is there under a path; else what a pattern of paths matches.
 * @param empty `allowed`: it may be that nothing is there
 * @throws Failure when nothing is there, with the nearest name that is.
 */
export function targetOf(written: string, cwd: string, empty?: 'allowed'): Target {
  // Most likely a variable of a script that was never set: everything is not what it stands for.
  if (written.trim() === '') {
    throw new Failure(
      'a path is empty. Name a file or a folder, or give no path to check everything.',
    );
  }
  const path = resolve(cwd, written);
  const type = targetTypeAt(path);
  if (type !== undefined) return { path: realOf(path, cwd), type };
  const pattern = patternOf(written, cwd);
  if (pattern !== undefined) return pattern;
  // A file that is gone: reported where it is read, and no failure.
  if (empty === 'allowed') return { path, type: 'file' };
  throw new Failure(missing(written, path, cwd));
}

/** Whether someone asked about a file, by its path below a folder; without targets, about all. */
export function requestedBy(folder: string, targets: readonly Target[]): (id: string) => boolean {
  if (targets.length === 0) return () => true;
  const files = new Set(targets.flatMap(({ type, path }) => (type === 'file' ? [path] : [])));
  const folders = targets.filter(({ type }) => type === 'folder').map(matchesTarget);
  return (id) => {
    const path = resolve(folder, id);
    return files.has(path) || folders.some((holds) => holds(path));
  };
}

/** Whether a file is one that a folder, or a pattern of paths in it, stands for. */
export function matchesTarget({ path: folder, glob }: Target): (path: string) => boolean {
  if (glob === undefined) return (path) => isWithin(path, folder);
  const matches = globMatcher([glob]);
  return (path) => isWithin(path, folder) && matches(relative(folder, path).replaceAll(sep, '/'));
}

/** What may not be read is there; why it cannot be read is reported where it is read. */
function targetTypeAt(path: string): 'file' | 'folder' | undefined {
  const type = typeAt(path);
  return type === 'folder' || type === undefined ? type : 'file';
}

/** Patterns come quoted: `'briefs/**'` is the same everywhere, and no shell has a say in it. */
function patternOf(written: string, cwd: string): Target | undefined {
  const pattern = sep === '\\' ? written.replaceAll('\\', '/') : written;
  const { base, glob, isGlob, negated } = scan(pattern);
  if (negated) {
    throw new Failure(
      `'${written}' excludes files. Write that into 'ignore' in rapporteur.yaml, or name what to check.`,
    );
  }
  if (!isGlob) return undefined;
  const fault = globSyntaxFault(glob);
  if (fault !== undefined)
    throw new Failure(`'${written}' cannot be read as a pattern of paths. ${fault}`);
  return { path: realOf(resolve(cwd, base), cwd), type: 'folder', glob, written };
}

/**
 * A link inside the working directory stands for what it leads to, if that is in there too: the
 * workspace reads each file once, under its own name.
 */
function realOf(path: string, cwd: string): string {
  const real = realPathAt(path);
  const realCwd = realPathAt(cwd);
  if (real === undefined || realCwd === undefined) return path;
  return isWithin(real, realCwd) ? join(cwd, relative(realCwd, real)) : path;
}

function missing(written: string, path: string, cwd: string): string {
  const unread = partNotInUtf8(path);
  if (unread !== undefined)
    return `'${written}' cannot be read: the name of ${shownPath(unread, cwd)} is not in UTF-8. Rename it.`;
  // A link that leads nowhere is itself among the names.
  if (namesIn(dirname(path)).includes(basename(path))) {
    return `'${written}' is a link to something that does not exist.`;
  }
  const near = nearestWord(basename(path), namesIn(dirname(path)));
  const words = `there is no file or folder '${written}'`;
  if (near === undefined) return `${words} in ${cwd}.`;
  return `${words}. Did you mean '${shownPath(join(dirname(path), near), cwd)}'?`;
}
