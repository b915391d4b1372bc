// What the tests in a real VS Code need and the project does not depend on: fetched once from the npm
// registry, checked, and kept under .vscode-test/.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const CACHE = path.join(ROOT, '.vscode-test');
const HOUR = 3_600_000;

/**
 * The folder `name` of the cache; where it is not there yet, `fill` is given an empty folder to fill.
 * It appears all at once or not at all, so that an interrupted run leaves nothing half done and two
 * runs at the same time do not disturb each other.
 */
export async function kept(name, fill) {
  const folder = path.join(CACHE, name);
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(CACHE, { recursive: true });
  sweep();
  const draft = fs.mkdtempSync(path.join(CACHE, '.draft-'));
  const begun = Date.now();
  try {
    console.error(`Fetching ${name} into .vscode-test (once) ...`);
    await fill(draft);
    moveInto(draft, folder);
    console.error(`Fetched in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
  } catch (error) {
    const words = `${name} could not be fetched from the npm registry, which is needed once.`;
    throw new Error(`${words} ${error.message}`);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Fetches `name@version` by npm into `folder`, unpacked as `folder/package`. Runs no script of it. */
export async function fetchPackage({ name, version, integrity }, folder, tarOptions = []) {
  await npm(folder, [
    'pack',
    `${name}@${version}`,
    '--loglevel=error',
    '--pack-destination',
    folder,
  ]);
  const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  const bytes = fs.readFileSync(path.join(folder, file));
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity) throw new Error(`${name}@${version} is not what was pinned: ${found}`);
  await command(folder, 'tar', ['-xzf', file, ...tarOptions]);
  fs.rmSync(path.join(folder, file));
}

export async function npm(folder, args) {
  await command(folder, 'npm', args);
}

export async function command(cwd, name, args) {
  const options = { cwd, env: plainEnvironment(), maxBuffer: 2 ** 26, shell: isWindows };
  await promisify(execFile)(name, args, options).catch((error) => {
    const said = String(error.stderr ?? '').trim();
    throw new Error(`${name} ${args.join(' ')} failed.\n${said || error.message}`);
  });
}

const isWindows = process.platform === 'win32';

/** Without what an `npm test` around this adds: it would have the npm inside work on this project. */
function plainEnvironment() {
  const wanted =
    /^npm_config_(cache|registry|userconfig|globalconfig|cafile|.*proxy|offline|prefer)/i;
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config|package|lifecycle)_/i.test(name) || wanted.test(name),
  );
  return Object.fromEntries(entries);
}

function moveInto(draft, folder) {
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    // Another run was first: its folder is as good.
    if (!fs.existsSync(folder)) throw error;
  }
}

/** Drafts that a killed run has left. */
function sweep() {
  for (const name of fs.readdirSync(CACHE).filter((each) => each.startsWith('.draft-'))) {
    const draft = path.join(CACHE, name);
    const age = Date.now() - (fs.statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > HOUR) fs.rmSync(draft, { recursive: true, force: true });
  }
}
