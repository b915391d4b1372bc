import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, type Ran, rapporteur } from './support/cli.js';

const WARNINGS = ':person[Ann] and :person[Bob].\n';
const WARN = '--rule=unresolved-name=warning';

async function check(cwd: string, ...words: string[]): Promise<Ran> {
  return rapporteur(cwd, ['check', ...words]);
}

test('more warnings than allowed fail, and why is said', async (context) => {
  const cwd = folderWith(context, { 'a.md': WARNINGS });
  assert.equal((await check(cwd, WARN)).status, 0);
  const enough = await check(cwd, WARN, '--max-warnings', '2');
  assert.deepEqual([enough.status, enough.stderr], [0, '']);
  const many = await check(cwd, WARN, '--max-warnings', '1');
  assert.equal(many.status, 1);
  assert.equal(many.stderr, 'rapporteur: 2 warnings are more than --max-warnings allows (1).\n');
  assert.equal((await check(cwd, WARN, '--max-warnings', '0', '--fail-on', 'never')).status, 1);
  // Errors are not warnings.
  assert.equal((await check(cwd, '--max-warnings', '0', '--fail-on', 'never')).status, 0);
});

test('a configuration limits the warnings of its own workspace, an option those of all', async (context) => {
  const cwd = folderWith(context, {
    'rapporteur.yaml': 'maxWarnings: 2\n',
    'a.md': WARNINGS,
    'in/rapporteur.yaml': 'maxWarnings: 2\n',
    'in/b.md': WARNINGS,
  });
  assert.equal((await check(cwd, WARN)).status, 0);
  const all = await check(cwd, WARN, '--max-warnings', '3');
  assert.equal(all.status, 1);
  assert.match(all.stderr, /4 warnings are more than --max-warnings allows \(3\)/);
});

test('what is silenced is no warning', async (context) => {
  const silence = '<!-- rapporteur-disable-next-line unresolved-name -->\n';
  const cwd = folderWith(context, { 'a.md': `${silence}${WARNINGS}` });
  assert.equal((await check(cwd, WARN, '--max-warnings', '0')).status, 0);
  assert.equal((await check(cwd, WARN, '--max-warnings', '0', '--no-inline-config')).status, 1);
});

test('--exit-zero forgives findings and no failure', async (context) => {
  const cwd = folderWith(context, { 'a.md': WARNINGS });
  assert.equal((await check(cwd)).status, 1);
  assert.equal((await check(cwd, '--exit-zero')).status, 0);
  assert.equal((await check(cwd, '--exit-zero', '--max-warnings', '0', WARN)).status, 0);
  assert.equal((await check(cwd, '--exit-zero', 'gone.md')).status, 2);
});

test('never is a level to fail on, in a configuration as by option', async (context) => {
  const cwd = folderWith(context, { 'rapporteur.yaml': 'failOn: never\n', 'a.md': WARNINGS });
  assert.equal((await check(cwd)).status, 0);
  assert.equal((await check(cwd, '--fail-on', 'error')).status, 1);
  assert.equal((await check(cwd, '--fail-on', 'error', '--fail-on', 'never')).status, 0);
});

test('a number that is none is refused', async (context) => {
  const cwd = folderWith(context, { 'a.md': WARNINGS });
  for (const number of ['-1', 'many', '1.5', '']) {
    const { status, stderr } = await check(cwd, `--max-warnings=${number}`);
    assert.equal(status, 2);
    assert.match(stderr, /--max-warnings: .*not a number of warnings\. Write a whole number/);
  }
});
