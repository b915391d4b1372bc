// Runs the check as the inputs say, and sets the outputs. Annotations and the summary of the job are
// the tool's own.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setOutput } from './output.mjs';
import { words } from './words.mjs';

const { env } = process;
const temp = env.RUNNER_TEMP ?? '.';
const cwd = path.resolve(env.GITHUB_WORKSPACE ?? '.', env.RAPPORTEUR_WORKING_DIRECTORY || '.');
const json = path.join(temp, 'rapporteur.json');
const sarif = sarifFile(env.RAPPORTEUR_SARIF ?? '');
const paths = (env.RAPPORTEUR_PATHS ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');

fs.rmSync(json, { force: true });
const args = [
  'check',
  `--format=json=${json}`,
  // Code scanning shows what is suppressed as open alerts.
  ...(sarif === '' ? [] : [`--format=sarif=${sarif}`, '--no-suppressed']),
  ...given('config', 'CONFIG'),
  ...given('fail-on', 'FAIL_ON'),
  ...given('max-warnings', 'MAX_WARNINGS'),
  ...given('baseline', 'BASELINE'),
  ...given('since', 'SINCE'),
  ...(env.RAPPORTEUR_CACHE === 'true'
    ? ['--cache', `--cache-location=${path.join(temp, 'rapporteur-facts')}`]
    : []),
  ...words(env.RAPPORTEUR_ARGS ?? ''),
  ...(paths.length === 0 ? [] : ['--', ...paths]),
];
/** Built from source, or from npm. */
const cli = ['package/dist/cli.js', 'node_modules/rapporteur/dist/cli.js']
  .map((name) => path.join(env.RAPPORTEUR_TOOL ?? '', name))
  .find((file) => fs.existsSync(file));
if (cli === undefined) throw new Error(`the tool is not in ${env.RAPPORTEUR_TOOL}`);
const { status, error } = spawnSync(process.execPath, [cli, ...args], { cwd, stdio: 'inherit' });
if (error) console.error(`rapporteur: it could not be run in ${cwd}: ${error.message}`);
tellOutputs();
process.exitCode = status ?? 2;

function given(option, name) {
  const value = env[`RAPPORTEUR_${name}`]?.trim() ?? '';
  return value === '' ? [] : [`--${option}=${value}`];
}

function sarifFile(asked) {
  const value = asked.trim();
  if (value === '' || value === 'false') return '';
  return value === 'true' ? path.join(temp, 'rapporteur.sarif') : path.resolve(cwd, value);
}

/** Where the job could not be done there is no report, and nothing to count. */
function tellOutputs() {
  if (sarif !== '' && fs.existsSync(sarif)) setOutput('sarif', sarif);
  if (!fs.existsSync(json)) return;
  const { summary } = JSON.parse(fs.readFileSync(json, 'utf8'));
  for (const name of ['errors', 'warnings', 'infos', 'hints', 'files']) {
    setOutput(name, summary[name]);
  }
}
