// Puts the tool where RAPPORTEUR_TOOL says: from npm, or built from the source beside this file.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const { GITHUB_ACTION_PATH: top = '.', RAPPORTEUR_TOOL: tool = '' } = process.env;
const version = process.env.RAPPORTEUR_VERSION?.trim() ?? '';
const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

fs.mkdirSync(tool, { recursive: true });
if (version === '') {
  npm(top, ['ci', ...QUIET]);
  npm(top, ['run', 'prepare', '--silent']);
  npm(top, ['pack', '--ignore-scripts', '--silent', '--pack-destination', tool]);
  for (const name of fs.readdirSync(tool).filter((each) => each.endsWith('.tgz'))) {
    run('tar', tool, ['-xzf', name]);
  }
} else {
  npm(tool, ['install', '--prefix', tool, ...QUIET, `rapporteur@${version}`]);
}

function npm(cwd, args) {
  run('npm', cwd, args);
}

function run(command, cwd, args) {
  // On Windows npm is a script of the shell; the version was looked at before it comes to that.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', shell });
  if (error) console.error(`rapporteur: ${command} could not be run: ${error.message}`);
  if (status !== 0) process.exit(status || 2);
}
