import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith, rapporteur } from './support/cli.js';

const FILES = {
  'registry.yaml': `person:
  ada:
    name: Ada Moreau
    other_names: [Moreau]
    memberships: [{ office: minister, start_date: 2024-05 }]
office:
  minister: { name: Minister of Transport, place: norland }
place:
  norland: { name: Norland, classification: country, __proto__: x }
source:
  release: { name: Press release }
`,
  'a.md': `---
date: 2025-10-31
source: release
---

:person[Ada Moreau] :commitment[will reopen :place[the line]{ref=norland}]{#c-line by=ada to=norland due=2025-10}, by :date[2025].
:person[Nobody] asked about :commitment[that]{ref=c-line} in :date[Q1 2026].
`,
  'b.md': `---
date: 2025-11-02
---

::update[First trains]{of=c-line status=in-progress source=release}
`,
};

type Row = Record<string, unknown> & { readonly range: { readonly start: object } };

async function listed(cwd: string, ...words: string[]): Promise<Row[]> {
  const { stdout } = await rapporteur(cwd, ['list', ...words, '--format', 'json']);
  return JSON.parse(stdout) as Row[];
}

test('init that cannot write leaves nothing, and the next one makes all of it', {
  skip: process.platform === 'win32',
}, (context) => {
  const cwd = folderWith(context, {});
  const cli = path.resolve('dist', 'cli.js');
  // A limit of no bytes a file is met as a disk that is full.
  const full = spawnSync('sh', ['-c', 'ulimit -f 0; "$0" "$1" init', process.execPath, cli], {
    cwd,
    encoding: 'utf8',
  });
  assert.equal(full.status, 2);
  assert.match(full.stderr, /registry\.yaml could not be written: no file of this size may be/);
  assert.deepEqual(fs.readdirSync(cwd), ['.git']);
  const again = spawnSync(process.execPath, [cli, 'init'], { cwd, encoding: 'utf8' });
  assert.equal(again.status, 0);
  assert.ok(fs.statSync(path.join(cwd, 'registry.yaml')).size > 0);
});

test('mentions are listed in reading order with what they mean', async (context) => {
  const cwd = folderWith(context, FILES);
  const rows = await listed(cwd, 'mentions');
  assert.deepEqual(
    rows.map(({ kind, words, ids, via }) => [kind, words, ids, via]),
    [
      ['person', 'Ada Moreau', ['ada'], 'name'],
      ['place', 'the line', ['norland'], 'ref'],
      ['date', '2025', ['2025'], 'value'],
      ['person', 'Nobody', [], null],
      ['commitment', 'that', ['c-line'], 'ref'],
      ['date', 'Q1 2026', ['2026-33'], 'value'],
    ],
  );
  assert.deepEqual(Object.keys(rows[0] ?? {}), ['kind', 'words', 'ids', 'via', 'file', 'range']);
  assert.deepEqual(rows[0]?.range.start, { line: 6, column: 1, byte: 1, offset: 42 });
});

test('commitments are listed as of the day asked for', async (context) => {
  const cwd = folderWith(context, FILES);
  const [row] = await listed(cwd, 'commitments');
  assert.deepEqual(
    Object.keys(row ?? {}).join(' '),
    [
      'id by for to words what if under at made due dueAssumed extended dueText period strength strengthFrom',
      'marker saidBy status progress guideline source overdue history assessments file range',
    ].join(' '),
  );
  assert.deepEqual(
    [row?.by, row?.to, row?.for, row?.words, row?.what, row?.due, row?.strength, row?.strengthFrom],
    [['ada'], ['norland'], [], 'will reopen the line', null, '2025-10', 'planned', 'words'],
  );
  assert.deepEqual(
    [row?.marker, row?.saidBy, row?.made, row?.source],
    ['will', null, '2025-10-31', ['release']],
  );
  assert.deepEqual([row?.status, row?.overdue], ['active', true]);
  const [later] = await listed(cwd, 'commitments', '--today', '2025-11-02');
  assert.deepEqual([later?.status, later?.overdue], ['in-progress', true]);
  const [before] = await listed(cwd, 'commitments', '--today', '2025-10-31');
  assert.deepEqual([before?.status, before?.overdue], ['active', false]);
  const history = later?.history as Record<string, unknown>[];
  assert.deepEqual(
    history.map(({ status, on, source, file }) => [status, on, source, file]),
    [
      ['active', '2025-10-31', ['release'], 'a.md'],
      ['in-progress', '2025-11-02', ['release'], 'b.md'],
    ],
  );
});

test('entities are listed with their attributes and counts', async (context) => {
  const cwd = folderWith(context, FILES);
  const rows = await listed(cwd, 'entities', 'registry.yaml');
  assert.deepEqual(
    rows.map(({ id, kind, mentions, commitmentsBy, commitmentsTo }) => [
      id,
      kind,
      mentions,
      commitmentsBy,
      commitmentsTo,
    ]),
    [
      ['ada', 'person', 1, 1, 0],
      ['minister', 'office', 0, 0, 0],
      ['norland', 'place', 1, 0, 1],
      ['release', 'source', 0, 0, 0],
    ],
  );
  assert.deepEqual(rows[0]?.otherNames, ['Moreau']);
  assert.deepEqual(rows[0]?.attributes, {
    memberships: [{ office: 'minister', start_date: '2024-05' }],
  });
});

test('updates are listed with the day they count from', async (context) => {
  const cwd = folderWith(context, FILES);
  const [row] = await listed(cwd, 'updates');
  const { of, status, on, source, words, file } = row ?? ({} as Row);
  assert.deepEqual(
    { of, status, on, source, words, file },
    {
      of: 'c-line',
      status: 'in-progress',
      on: '2025-11-02',
      source: ['release'],
      words: 'First trains',
      file: 'b.md',
    },
  );
});

test('a table fits the width; nothing is cut off', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stdout } = await rapporteur(cwd, ['list', 'commitments'], { columns: 72 });
  for (const line of stdout.split('\n')) assert.ok(line.length <= 72, line);
  assert.match(stdout, /^ {2}line +id +by +to +what +due +strength +status\na\.md\n/);
  assert.match(stdout, /overdue/);
  assert.match(stdout, /\n1 commitment\n$/);
});

test('CSV has a header, one record a row, and no formulas', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    'a.md':
      ':person[=1+1], :person["quoted", Ada Moreau]{ref=ada} and :person[they]{ref=ada,ada}\n',
  });
  const { stdout } = await rapporteur(cwd, ['list', 'mentions', '--format', 'csv']);
  assert.equal(
    stdout,
    `kind,words,ids,via,file,line,column,endLine,endColumn
person,'=1+1,,,a.md,1,1,1,14
person,"""quoted"", Ada Moreau",ada,ref,a.md,1,16,1,54
person,they,ada,ref,a.md,1,59,1,85
`,
  );
});

test('the card of an entity tells its offices, promises and mentions', async (context) => {
  const cwd = folderWith(context, FILES);
  const { status, stdout } = await rapporteur(cwd, ['show', 'ada']);
  assert.equal(status, 0);
  assert.match(stdout, /^Ada Moreau\nperson ada\n/);
  assert.match(stdout, /also called +Moreau/);
  assert.match(stdout, /offices +Minister of Transport \(minister\), since May 2024/);
  assert.match(
    stdout,
    /owes +c-line: will reopen the line \(to Norland; due October 2025, overdue by\s+1\s+day\)/,
  );
  assert.match(stdout, /defined +registry\.yaml:2/);
  assert.match(stdout, /mentioned +a\.md: 6 'Ada Moreau'/);
  const office = await rapporteur(cwd, ['show', 'minister']);
  assert.match(office.stdout, /held by +Ada Moreau \(ada\), since May 2024/);
});

test('the card of a commitment tells its terms and what became of it', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stdout } = await rapporteur(cwd, ['show', 'c-line', '--today', '2025-11-02']);
  assert.match(stdout, /^will reopen the line\ncommitment c-line\n/);
  assert.match(stdout, /strength +planned, from the word “will”/);
  assert.match(stdout, /status +in progress, overdue/);
  assert.match(
    stdout,
    /history +2025-10-31 {2}active \[release\] {2}a\.md:6\n +2025-11-02 {2}in progress: First trains/,
  );
  assert.match(stdout, /mentioned +a\.md: 7 'that'/);
  const { stdout: json } = await rapporteur(cwd, ['show', 'c-line', '--format', 'json']);
  assert.equal(JSON.parse(json).type, 'commitment');
});

test('an unknown id is answered with the nearest', async (context) => {
  const cwd = folderWith(context, FILES);
  const { status, stderr } = await rapporteur(cwd, ['show', 'c-lime']);
  assert.equal(status, 2);
  assert.equal(stderr, "rapporteur: nothing has the id 'c-lime'. Did you mean 'c-line'?\n");
  const proto = await rapporteur(cwd, ['show', '__proto__']);
  assert.equal(proto.status, 2);
});

test('a rule is explained, and all are listed', async (context) => {
  const cwd = folderWith(context, {});
  const one = await rapporteur(cwd, ['explain', 'overdue-commitment']);
  assert.equal(one.status, 0);
  assert.match(one.stdout, /^overdue-commitment {2}\(warning\)\n/);
  assert.doesNotMatch(one.stdout, /^::/m);
  const all = await rapporteur(cwd, ['explain']);
  assert.match(all.stdout, /^errors\n/);
  assert.match(all.stdout, /\n {2}overdue-commitment +\S/);
});

test('strip gives the untagged text back, byte for byte', async (context) => {
  const tagged =
    '\ufeff---\r\ndate: 2025\r\n---\r\n\r\n:person[Ada]{ref=ada} met.\r\n\r\n::update{of=c}\r\n';
  const plain = '\ufeff---\r\ndate: 2025\r\n---\r\n\r\nAda met.\r\n\r\n';
  const cwd = folderWith(context, { 'a.md': tagged, 'b.md': plain });
  assert.equal((await rapporteur(cwd, ['strip', 'a.md'])).stdout, plain);
  assert.equal((await rapporteur(cwd, ['strip', '-'], { stdin: tagged })).stdout, plain);
  assert.equal((await rapporteur(cwd, ['strip'], { stdin: plain })).stdout, plain);
  assert.equal(fs.readFileSync(path.join(cwd, 'a.md'), 'utf8'), tagged);
});

test('strip --write changes what has tags and touches nothing else', async (context) => {
  const broken = Buffer.from(':person[caf\u00e9]', 'latin1');
  const cwd = folderWith(context, {
    'a.md': ':person[Ada] met.\n',
    'b.md': 'No tags.\n',
    'c.md': broken,
  });
  const untouched = fs.statSync(path.join(cwd, 'b.md'));
  const { status, stdout, stderr } = await rapporteur(cwd, ['strip', '--write', '.']);
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /c\.md was not changed: it is not in UTF-8/);
  assert.match(stderr, /1 file changed, 1 file had no tags\.\n$/);
  assert.equal(fs.readFileSync(path.join(cwd, 'a.md'), 'utf8'), 'Ada met.\n');
  assert.equal(fs.statSync(path.join(cwd, 'b.md')).mtimeMs, untouched.mtimeMs);
  assert.equal(fs.statSync(path.join(cwd, 'b.md')).ino, untouched.ino);
  assert.deepEqual(fs.readFileSync(path.join(cwd, 'c.md')), broken);
});

test('init begins a workspace that checks clean, and overwrites nothing', async (context) => {
  const cwd = folderWith(context, {});
  const first = await rapporteur(cwd, ['init', 'new']);
  assert.equal(first.status, 0);
  assert.match(first.stdout, /rapporteur check new/);
  const checked = await rapporteur(cwd, ['check', 'new']);
  assert.equal(checked.stdout, '1 brief, 1 registry: nothing to report (as of 2025-11-01)\n');
  fs.writeFileSync(path.join(cwd, 'new', 'rapporteur.yaml'), '# mine\n');
  const again = await rapporteur(cwd, ['init', 'new']);
  assert.equal(again.status, 0);
  assert.match(again.stdout, /nothing was changed/);
  assert.equal(fs.readFileSync(path.join(cwd, 'new', 'rapporteur.yaml'), 'utf8'), '# mine\n');
});

test('every command has a help text', async (context) => {
  const cwd = folderWith(context, {});
  for (const name of ['check', 'list', 'show', 'explain', 'strip', 'init']) {
    const { status, stdout, stderr } = await rapporteur(cwd, [name, '--help']);
    assert.equal(status, 0);
    assert.equal(stderr, '');
    assert.match(stdout, new RegExp(`^Usage: rapporteur ${name} `));
    assert.match(stdout, /Examples:/);
  }
  const { stdout } = await rapporteur(cwd, ['--version']);
  assert.match(stdout, /^\d+\.\d+\.\d+/);
});

test('a mention of several means those that are known, and as many as entities count', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    'c.md': ':person[Both]{ref=ada,bob} and :person[Bob]{ref=bob}\n',
  });
  const mentions = await listed(cwd, 'mentions', 'c.md');
  assert.deepEqual(
    mentions.map(({ words, ids, via }) => [words, ids, via]),
    [
      ['Both', ['ada'], 'ref'],
      ['Bob', [], null],
    ],
  );
});

test('news without a status is told by its words alone', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    'c.md': '---\ndate: 2025-11-05\n---\n::update[Tracks laid]{of=c-line source=release}\n',
  });
  const { stdout } = await rapporteur(cwd, ['show', 'c-line']);
  assert.match(stdout, /2025-11-05 {2}Tracks laid \[release\]/);
});

test('a slip in a command line is said in our own words, with the next step', async (context) => {
  const cwd = folderWith(context, {});
  const slips: Readonly<Record<string, string>> = {
    'check --today': '--today needs a value. Write --today <day>.',
    'check --color alway': "--color: 'alway' is not known here. Did you mean 'always'?",
    'check --color yes': "--color: 'yes' is not known here. Write one of auto, always, never.",
    'list mention': "'mention' is not known here. Did you mean 'mentions'?",
    'completions tcsh': "'tcsh' is not known here. Write one of bash, zsh, fish.",
    show: '<id> is missing.',
  };
  for (const [line, said] of Object.entries(slips)) {
    const { status, stdout, stderr } = await rapporteur(cwd, line.split(' '));
    assert.deepEqual([status, stdout], [2, '']);
    const [command] = line.split(' ');
    const next = `Run 'rapporteur ${command} --help' to see all options.`;
    assert.equal(stderr, `rapporteur: ${said}\n${next}\n`);
  }
});
