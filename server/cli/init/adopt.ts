import { join, relative, resolve, sep } from 'node:path';
import { BASELINE_NAME } from '../../core/index.js';
import {
  CONFIG_NAME,
  gitLines,
  ignoreChecker,
  isThere,
  readPath,
  rootOf,
  VERSION,
  type WorkspaceRoot,
} from '../../host/index.js';
import { loadBaseline } from '../baseline/load-baseline.js';
import { checkOnce } from '../check/check-once.js';
import type { ExitStatus, Invocation } from '../invocation/command.js';
import { displayOptionsOf, textOf } from '../invocation/shared-options.js';
import { planOf } from '../plan/plan.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { Io, Output } from '../terminal/io.js';
import { loadSettings } from '../workspace/configuration.js';
import { createFile } from './create-file.js';
import { type Adoption, describeAdoption, type WrittenFile } from './next-steps.js';
import { ADOPTED_CONFIG_TEXT } from './starter-files.js';
import type { CiSystem } from './system.js';

/**
 * Puts a workspace under the check as it is: a configuration, a baseline of all that is found today, and
 * the file that makes a platform run the check. What is there already stays as it is.
 * @param folder absolute
 */
export async function adopt(
  invocation: Invocation,
  folder: string,
  system: CiSystem,
): Promise<ExitStatus> {
  const root = workspaceAt(folder);
  const config = writeConfig(root);
  const baseline = await writeFirstBaseline(invocation, root, config.path);
  const { file, isTaken } = writeCiFile(root, system, invocation.io.cwd);
  const files = [
    config,
    ...(baseline.isNew || baseline.findings === undefined ? [baseline] : []),
    file,
  ];
  const isRepository = root.repository !== undefined;
  const git = ignoreChecker(root.repository ?? root.folder);
  const steps: Adoption = {
    files,
    baseline,
    system,
    platform: { ...file, isTaken },
    isRepository,
    isIgnored: (path) => git(path, 'file') !== undefined,
  };
  invocation.io.stdout.write(describeAdoption(steps, invocation.io.cwd));
  return 0;
}

/** Without a configuration above it, the folder that was named becomes the workspace. */
function workspaceAt(folder: string): WorkspaceRoot {
  const root = rootOf(folder, folder);
  return root.config === undefined ? { ...root, folder } : root;
}

function writeConfig(root: WorkspaceRoot): WrittenFile {
  if (root.config !== undefined) return { path: root.config, isNew: false };
  const path = join(root.folder, CONFIG_NAME);
  return { path, isNew: createFile(path, ADOPTED_CONFIG_TEXT) };
}

async function writeFirstBaseline(
  invocation: Invocation,
  { folder }: WorkspaceRoot,
  config: string,
): Promise<Adoption['baseline']> {
  const { cwd } = invocation.io;
  const display = displayOptionsOf(invocation);
  const settings = loadSettings(config, cwd, display);
  const path = resolve(folder, settings.baseline ?? BASELINE_NAME);
  if (isThere(path)) {
    // One that cannot be read would fail every check from now on.
    loadBaseline({ path, isNamed: true }, { file: undefined, writing: undefined }, display, cwd);
    return { path, isNew: false, findings: undefined };
  }
  const findings = await createBaseline(invocation, folder, path);
  return { path, isNew: isThere(path), findings };
}

function writeCiFile(
  root: WorkspaceRoot,
  system: CiSystem,
  cwd: string,
): { file: WrittenFile; isTaken: boolean } {
  const top = root.repository ?? root.folder;
  const folder = relative(top, root.folder).replaceAll(sep, '/');
  const isTaken = isOthers(join(top, system.path), cwd);
  const path = join(top, isTaken && system.beside ? system.beside.path : system.path);
  const text = system.text({ version: VERSION, folder, branch: branchOf(top) });
  return { file: { path, isNew: createFile(path, text) }, isTaken };
}

/** Whether a file is there that does not speak of us yet. */
function isOthers(path: string, cwd: string): boolean {
  const reading = readPath(path);
  if (reading.type === 'text') return !/\brapporteur\b/.test(reading.text);
  const { code, reason } = reading.fault;
  if (code === 'gone') return false;
  throw new Failure(`${escapePath(shownPath(path, cwd))} could not be read: ${reason}.`);
}

/** The branch that others build on: the remote's own, else one of a usual name, else where we are. */
function branchOf(top: string): string {
  const remote = gitLines(top, [
    'symbolic-ref',
    '--quiet',
    '--short',
    'refs/remotes/origin/HEAD',
  ])[0];
  if (remote !== undefined) return remote.replace(/^origin\//, '');
  const refs = ['refs/heads', 'refs/remotes/origin'];
  const names = gitLines(top, ['for-each-ref', '--format=%(refname:lstrip=2)', ...refs]);
  const branches = new Set(names.map((name) => name.replace(/^origin\//, '')));
  const usual = USUAL.find((name) => branches.has(name));
  return usual ?? gitLines(top, ['symbolic-ref', '--quiet', '--short', 'HEAD'])[0] ?? 'main';
}

/** What the branch that others build on is called, where the remote does not say. */
const USUAL = ['main', 'master', 'trunk', 'develop'];

/**
 * Does what `rapporteur check --update-baseline` does in a workspace; how many findings are known from
 * then on. @throws Failure
 */
async function createBaseline(
  { io, ...invocation }: Invocation,
  home: string,
  path: string,
): Promise<number> {
  const today = textOf({ io, ...invocation }, 'today');
  const said: string[] = [];
  const quiet: Io = { ...io, cwd: home, stdout: collectInto([]), stderr: collectInto(said) };
  const options = { updateBaseline: true, annotations: false, today };
  if ((await statusOf({ ...invocation, io: quiet, words: [], options })) === 2)
    throw new Failure(`the current findings could not be saved.\n${said.join('')}`);
  const reading = readPath(path);
  return reading.type === 'text' ? JSON.parse(reading.text).findings.length : 0;
}

/** As the command line itself runs a check: what cannot be done is said on the standard error. */
async function statusOf(invocation: Invocation): Promise<ExitStatus> {
  try {
    return await checkOnce(invocation, await planOf(invocation));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    invocation.io.stderr.write(`rapporteur: ${error.message.trimEnd()}\n`);
    return 2;
  }
}

function collectInto(parts: string[]): Output {
  return { write: (text) => void parts.push(text), isTTY: false, columns: undefined };
}
