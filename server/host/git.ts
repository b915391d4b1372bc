import { spawnSync } from 'node:child_process';

/** A repository and what it is asked. Paths are given from its top, with `/`, as git has them. */
export interface Repository {
  /** The folder with `.git`. Absolute. */
  readonly top: string;
}

/** A file that differs between a commit and the working tree. */
export interface FileChange {
  readonly path: string;
  /** Its content in the commit, as a blob's id; `undefined`: it was not there. */
  readonly before: string | undefined;
  /** Whether it is there now. */
  readonly now: 'there' | 'gone';
  /** It was there under this path, with the very same content. */
  readonly movedFrom: string | undefined;
}

/** What git would not do, in words for a person: what is wrong and what helps. */
export class GitFault extends Error {
  override readonly name = 'GitFault';
}

/**
 * The files that differ between the working tree and the commit where `ref` and HEAD parted:
 * committed, staged, unstaged and untracked.
 * @throws GitFault
 */
export function changesSince(repository: Repository, ref: string): readonly FileChange[] {
  const base = mergeBase(repository, commitOf(repository, ref), ref);
  const flags = [
    '--raw',
    '-z',
    '-M100%',
    '--no-abbrev',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules',
  ];
  const tracked = changesIn(asked(repository, ['diff', ...flags, base]));
  const untracked = asked(repository, ['ls-files', '--others', '--exclude-standard', '-z']);
  const added = untracked.split('\0').filter((path) => path !== '');
  return withMoves(repository, [
    ...tracked,
    ...added.map(
      (path) => ({ path, before: undefined, now: 'there', movedFrom: undefined }) as const,
    ),
  ]);
}

/** The lines of git's answer in a folder; none if it has none, or is not there. */
export function gitLines(folder: string, words: readonly string[]): readonly string[] {
  try {
    const { status, stdout } = spawn(folder, words);
    return status === 0
      ? stdout
          .toString()
          .split('\n')
          .filter((line) => line !== '')
      : [];
  } catch {
    return [];
  }
}

/** The contents of blobs, by id. @throws GitFault */
export function readBlobs(
  { top }: Repository,
  ids: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const { stdout } = spawn(top, ['cat-file', '--batch'], `${some.join('\n')}\n`);
    for (const [id, content] of blobsIn(stdout)) contents.set(id, content);
  }
  return contents;
}

/** What git writes in answer must fit into one buffer. */
const AT_ONCE = 200;

/** `ID SP blob SP SIZE LF CONTENT LF`, or `ID SP missing LF`. */
function* blobsIn(output: Buffer): Iterable<readonly [string, Uint8Array]> {
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [id = '', type, size] = output.toString('latin1', at, end).split(' ');
    const from = end + 1;
    if (type !== 'blob') {
      at = from;
      continue;
    }
    const to = from + Number(size);
    yield [id, output.subarray(from, to)];
    at = to + 1;
  }
}

function commitOf(repository: Repository, ref: string): string {
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const { status, stdout, stderr } = spawn(repository.top, verify);
  if (status === 0) return stdout.toString().trim();
  const said = stderr.toString().trim();
  if (said !== '') throw new GitFault(inWords(said));
  throw new GitFault(whyUnknown(repository, ref));
}

function whyUnknown(repository: Repository, ref: string): string {
  if (/^0{7,}$/.test(ref)) {
    return `'${ref}' is not a commit: platforms use it for a new branch. Name the branch it was started from, such as origin/main.`;
  }
  if (isShallow(repository)) {
    return `'${ref}' is not in this clone, which is shallow and has only the last commits. ${UNSHALLOW}`;
  }
  // What counts from a commit (HEAD~3), or a range, is on no server.
  const isFetched = /^\w[\w./-]*$/.test(ref) && ref !== 'HEAD';
  const next = isFetched
    ? `If it is a branch on the server, fetch it first: git fetch origin ${ref.replace(/^origin\//, '')}`
    : 'Name a commit or a branch of this repository, such as origin/main.';
  return `git knows no commit '${ref}' here. ${next}`;
}

function mergeBase(repository: Repository, commit: string, ref: string): string {
  const { status, stdout } = spawn(repository.top, ['merge-base', commit, 'HEAD']);
  const base = stdout.toString().trim();
  if (status === 0 && base !== '') return base;
  throw new GitFault(
    isShallow(repository)
      ? `the commit where this branch left '${ref}' is not in this clone, which is shallow and has only the last commits. ${UNSHALLOW}`
      : `'${ref}' and this branch have no commit in common.`,
  );
}

const UNSHALLOW =
  'Fetch them all: fetch-depth: 0 for actions/checkout, GIT_DEPTH: "0" in GitLab, fetchDepth: 0 in Azure Pipelines; by hand: git fetch --unshallow';

function isShallow(repository: Repository): boolean {
  const { stdout } = spawn(repository.top, ['rev-parse', '--is-shallow-repository']);
  return stdout.toString().trim() === 'true';
}

/** `:MODE MODE ID ID STATUS NUL PATH NUL`, with a second path for a file that was moved. */
function changesIn(raw: string): readonly FileChange[] {
  const parts = raw.split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const [, , id = '', , status = ''] = (parts[at] ?? '').slice(1).split(' ');
    const path = parts[at + 1] ?? '';
    const before = /^0+$/.test(id) ? undefined : id;
    if (status.startsWith('R')) {
      const to = parts[at + 2] ?? '';
      changes.push({ path, before, now: 'gone', movedFrom: undefined });
      changes.push({ path: to, before: undefined, now: 'there', movedFrom: path });
      at += 3;
    } else {
      changes.push({ path, before, now: status === 'D' ? 'gone' : 'there', movedFrom: undefined });
      at += 2;
    }
  }
  return changes;
}

/** A file moved without telling git is one gone and one untracked of the same content. */
function withMoves(repository: Repository, changes: readonly FileChange[]): readonly FileChange[] {
  const taken = new Set(changes.map(({ movedFrom }) => movedFrom));
  const gone = new Map<string, string>();
  for (const { path, before, now } of changes) {
    if (now === 'gone' && before !== undefined && !taken.has(path)) gone.set(before, path);
  }
  const added = changes.filter(
    ({ before, now, movedFrom }) =>
      before === undefined && now === 'there' && movedFrom === undefined,
  );
  if (gone.size === 0 || added.length === 0) return changes;
  const ids = hashesOf(
    repository,
    added.map(({ path }) => path),
  );
  return changes.map((change) => {
    const from = gone.get(ids.get(change.path) ?? '');
    return from === undefined ? change : { ...change, movedFrom: from };
  });
}

/** Paths with a line break cannot be asked for this way; they count as new. */
function hashesOf(repository: Repository, paths: readonly string[]): ReadonlyMap<string, string> {
  const plain = paths.filter((path) => !path.includes('\n'));
  const { status, stdout } = spawn(
    repository.top,
    ['hash-object', '--stdin-paths'],
    `${plain.join('\n')}\n`,
  );
  const ids = status === 0 ? stdout.toString().split('\n') : [];
  return new Map(plain.map((path, index) => [path, ids[index] ?? '']));
}

function asked({ top }: Repository, words: readonly string[]): string {
  const { status, stdout, stderr } = spawn(top, words);
  if (status === 0) return stdout.toString();
  throw new GitFault(inWords(stderr.toString().trim()));
}

interface Answer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

function spawn(top: string, words: readonly string[], input = ''): Answer {
  // On Windows a program is else first looked for in the working directory: in the repository.
  process.env.NoDefaultCurrentDirectoryInExePath ??= '1';
  const { status, stdout, stderr, error } = spawnSync('git', [...HARMLESS, ...words], {
    cwd: top,
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    env: environment(),
    windowsHide: true,
  });
  if (error !== undefined) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new GitFault(isMissing ? 'git is not installed here.' : error.message);
  }
  return { status, stdout, stderr };
}

/** What a repository's own configuration would have git run when it is asked. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Within a hook git's own variables name the repository and index that the hook is about. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...others } = process.env;
  return { ...others, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
}

function inWords(said: string): string {
  if (said.includes('dubious ownership')) {
    return 'git does not trust this folder, because it belongs to another user. To trust it: git config --global --add safe.directory "$PWD"';
  }
  return `git says: ${said.replace(/^fatal: /, '').split('\n', 1)[0] ?? ''}`;
}
