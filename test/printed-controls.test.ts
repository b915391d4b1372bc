// Whatever a text, a name or an argument holds, nothing that acts on a terminal leaves the program raw.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SLOW } from './support/needs.js';

const CLI = path.resolve('dist', 'cli.js');
const ACTING = '\u001b[31m\u0007\u009b2J\u0085\u007f';
/** Tabs and line ends may stand; a carriage return only before a line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const RAW = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/;

const BRIEF = [
  '---',
  'date: 2025-10-31',
  '---',
  `:person[Ann${ACTING} Lee]{#ann-lee} :commitment[will${ACTING} go]{#c-go by=ann-lee due=2026}.`,
  `:person[No${ACTING}body] :place [x${ACTING}] ::update[a${ACTING}]{of=c-go}`,
  '',
  `::update[came${ACTING}]{of=c-go status=fulfilled on=2025-11-03}`,
].join('\n');

let cwd = '';

before(() => {
  cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-printed-'));
  fs.writeFileSync(path.join(cwd, 'brief.md'), BRIEF);
  fs.writeFileSync(
    path.join(cwd, 'registry.yaml'),
    `place:\n  x: { name: "X\\e[31m\\a\\x9b", description: "\\e]0;t\\a" }\n`,
  );
});

after(() => fs.rmSync(cwd, { recursive: true, force: true }));

const FORMATS = [
  'text',
  'compact',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'azure',
  'junit',
  'checkstyle',
  'rdjson',
  'tap',
  'markdown',
];

describe('no control character is printed raw', () => {
  for (const format of FORMATS)
    it(`check --format ${format}`, format === 'text' ? {} : SLOW, () =>
      harmless(['check', '--format', format]),
    );
  for (const list of ['mentions', 'entities', 'commitments', 'updates']) {
    for (const format of ['table', 'json', 'csv'])
      it(`list ${list} --format ${format}`, SLOW, () =>
        harmless(['list', list, '--format', format]),
      );
  }
  for (const id of ['ann-lee', 'c-go', 'x']) {
    for (const format of ['text', 'json'])
      it(`show ${id} --format ${format}`, SLOW, () => harmless(['show', id, '--format', format]));
  }
  const ARGUMENTS: readonly (readonly string[])[] = [
    ['check', `no${ACTING}.md`],
    ['check', '--config', `no${ACTING}.yaml`],
    ['check', '--rule', `no${ACTING}:off`],
    ['check', '--today', `no${ACTING}`],
    ['check', '--format', `no${ACTING}`],
    ['check', '--format', `json=no${ACTING}/\u001b`],
    ['check', `--no${ACTING}`],
    ['check', '--baseline', `no${ACTING}`],
    ['check', '--since', `no${ACTING}`],
    ['check', '--fail-on', `no${ACTING}`],
    ['check', '--threads', `no${ACTING}`],
    ['check', '--shard', `no${ACTING}`],
    ['check', '--stdin-filepath', `no${ACTING}.md`],
    ['check', `{no${ACTING}`],
    ['explain', `no${ACTING}`],
    ['show', `no${ACTING}`],
    ['list', `no${ACTING}`],
    ['strip', `no${ACTING}.md`],
    ['strip', '--write', `no${ACTING}`],
    ['merge', `no${ACTING}`],
    ['init', `brief.md/no${ACTING}`],
    ['completions', `no${ACTING}`],
    [`no${ACTING}`],
    ['help', `no${ACTING}`],
    ['check', '--print-config', `no${ACTING}.md`],
  ];
  for (const args of ARGUMENTS) {
    it(
      `an argument: ${JSON.stringify(args.map((arg) => arg.replace(ACTING, '…')).join(' '))}`,
      SLOW,
      () => harmless(args),
    );
  }
  it('a configuration with faults', () => {
    const file = path.join(cwd, 'rapporteur.yaml');
    fs.writeFileSync(
      file,
      `extends: "no\\e[31m.yaml"\nrules: { "no\\e\\x9b": off, vague-deadline: "\\e[2J" }\n`,
    );
    harmless(['check']);
    harmless(['check', '--print-config', 'brief.md']);
    fs.rmSync(file);
  });
});

function harmless(args: readonly string[]): void {
  const { stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, GITHUB_ACTIONS: '', GITLAB_CI: '', TF_BUILD: '', NO_COLOR: '1' },
  });
  assert.notEqual(stdout + stderr, '');
  for (const text of [stdout, stderr]) {
    const found = RAW.exec(text);
    assert.equal(
      found && JSON.stringify(text.slice(Math.max(0, found.index - 30), found.index + 10)),
      null,
    );
  }
}
