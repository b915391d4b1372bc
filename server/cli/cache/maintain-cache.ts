import { basename, dirname, join } from 'node:path';
import {
  ageAt,
  BUILD_FOLDER,
  createNew,
  namesIn,
  removeEmptyFolder,
  removeFile,
  touch,
  typeAt,
} from '../../host/index.js';
import { LABEL_FILES } from './cache-location.js';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
/** Files of another configuration or another folder stay for as long as someone may come back to them. */
const UNUSED_DAYS = 30;
/** Of other versions, so that two in turns do not take each other's away. */
const OTHER_BUILDS = 2;

const CACHEDIR_TAG = [
  'Signature: 8a477f597d28d172789f06886806bc55',
  '# This file is a cache directory tag created by rapporteur.',
  '# For information about cache directory tags, see https://bford.info/cachedir/',
  '',
].join('\n');

/**
 * Labels the cache, notes that it was used, and takes away what is left over of other versions, of
 * folders long gone and of runs that broke off. Only what is named as ours is touched.
 * @param folder the whole cache
 * @param scope the folder of this run's files, in the one of this build
 */
export function maintainCache(folder: string, scope: string, done: 'written' | 'unchanged'): void {
  const build = dirname(scope);
  const now = Date.now();
  for (const used of [scope, build]) noteUse(used, now);
  if (done === 'unchanged') return;
  label(folder, LABEL_FILES.tag, CACHEDIR_TAG);
  label(folder, LABEL_FILES.ignore, '*\n');
  for (const each of othersByAge(folder, BUILD_FOLDER, build).slice(OTHER_BUILDS))
    if (each.age > DAY) removeBuild(each.path);
  for (const each of othersByAge(build, SCOPE_NAME, scope))
    if (each.age > UNUSED_DAYS * DAY) removeScope(each.path);
  removeDrafts(scope, now);
}

const SCOPE_NAME = /^[0-9a-f]{16}$/;
const DRAFT_NAME = /^\.rapporteur-.*\.tmp$/;
const FILE_NAME = /^\d\d\.pack$/;

/** A restored or a read-only cache may be older than it is used: then it is judged by that. */
function noteUse(folder: string, now: number): void {
  if ((ageAt(folder, now) ?? 0) > DAY) touch(folder, now);
}

function label(folder: string, name: string, content: string): void {
  try {
    createNew(join(folder, name), content);
  } catch {
    // The cache is read-only.
  }
}

interface Aged {
  readonly path: string;
  /** Milliseconds since it was used. */
  readonly age: number;
}

/** What is beside `own` under such names, the one that was used last first. */
function othersByAge(folder: string, name: RegExp, own: string): readonly Aged[] {
  const now = Date.now();
  const others = namesIn(folder).filter((each) => name.test(each) && each !== basename(own));
  const aged = others.flatMap((each): readonly Aged[] => {
    const path = join(folder, each);
    const age = typeAt(path) === 'folder' ? ageAt(path, now) : undefined;
    return age === undefined ? [] : [{ path, age }];
  });
  return aged.sort((a, b) => a.age - b.age);
}

function removeBuild(folder: string): void {
  for (const name of namesIn(folder)) if (SCOPE_NAME.test(name)) removeScope(join(folder, name));
  removeEmptyFolder(folder);
}

/** What else someone put there keeps the folder where it is. */
function removeScope(folder: string): void {
  for (const name of namesIn(folder))
    if (FILE_NAME.test(name) || DRAFT_NAME.test(name)) removeFile(join(folder, name));
  removeEmptyFolder(folder);
}

/** Of runs that were killed as they wrote; those of one that still runs are younger. */
function removeDrafts(folder: string, now: number): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    if (DRAFT_NAME.test(name) && (ageAt(path, now) ?? 0) > HOUR) removeFile(path);
  }
}
