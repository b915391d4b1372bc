import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { loadFormats } from '../server/cli/formats/check-formats.js';
import { folderWith, rapporteur } from './support/cli.js';

const CHECK_FORMATS = await loadFormats();

const CLI = path.resolve('dist', 'cli.js');
const BRIEF = '---\ndate: 2025-10-31\n---\n\n:date[October 2025] and :person[Nobody].\n';
const COMPACT = 'a.md:5:33: error unresolved-name ';

const workspace = (context: TestContext, files: Record<string, string> = {}): string =>
  folderWith(context, { 'a.md': BRIEF, ...files });

const read = (cwd: string, name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');

const formats = (...words: readonly string[]): readonly string[] => [
  'check',
  ...words.flatMap((word) => ['--format', word]),
];

test('several reports at once: one to the standard output, the others to files, with their folders', async (context) => {
  const cwd = workspace(context);
  const words = formats('json=reports/all/a.json', 'compact', 'junit=b.xml');
  const { status, stdout, stderr } = await rapporteur(cwd, words);
  assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
  assert.ok(stdout.startsWith(COMPACT));
  assert.equal(JSON.parse(read(cwd, 'reports/all/a.json')).findings.length, 1);
  assert.match(read(cwd, 'b.xml'), /^<\?xml .*\n<testsuites>/);
  assert.deepEqual(fs.readdirSync(path.join(cwd, 'reports', 'all')), ['a.json']);
});

test('beside reports in files, the text stays on the standard output', async (context) => {
  const cwd = workspace(context);
  const plain = await rapporteur(cwd, ['check']);
  for (const words of [formats('jsonl=a.jsonl'), formats('text', 'jsonl=a.jsonl')]) {
    assert.deepEqual(await rapporteur(cwd, words), plain);
    assert.match(read(cwd, 'a.jsonl'), /^\{.*\}\n$/);
  }
});

test('every format goes to a file as to the standard output', async (context) => {
  const cwd = workspace(context);
  for (const { name } of CHECK_FORMATS) {
    const { stdout } = await rapporteur(cwd, formats(name));
    await rapporteur(cwd, formats(`${name}=report.out`));
    assert.equal(read(cwd, 'report.out'), stdout, name);
    assert.notEqual(stdout, '');
  }
});

test('a report takes the place of the one before it', async (context) => {
  const cwd = workspace(context, { 'old.txt': 'x'.repeat(100_000) });
  await rapporteur(cwd, formats('compact=old.txt'));
  assert.ok(read(cwd, 'old.txt').startsWith(COMPACT));
  assert.ok(read(cwd, 'old.txt').length < 300);
});

const refused: Readonly<Record<string, RegExp>> = {
  'json compact':
    /only one report can go to the standard output, .*: json and compact\..*--format compact=FILE/,
  'text -': /there is no format '-'/,
  'text json=-': /only one report can go to the standard output/,
  sarfi: /there is no format 'sarfi'\. Did you mean 'sarif'\?/,
  'xyzzy=a.txt': /there is no format 'xyzzy'\. The formats are text, compact, /,
  'json=': /--format json= names no file/,
  'json=out/': /--format json=out\/ names no file\. Write --format json=out\/report\.txt/,
  'json=a.txt sarif=./a.txt': /'\.\/a\.txt' cannot hold two reports: json and sarif/,
};

for (const [words, reason] of Object.entries(refused)) {
  test(`--format ${words} is refused before anything is read`, async (context) => {
    const cwd = workspace(context);
    const { status, stdout, stderr } = await rapporteur(cwd, formats(...words.split(' ')));
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.match(stderr, reason);
    assert.equal(stderr.split('\n').length, 2);
    assert.deepEqual(fs.readdirSync(cwd).sort(), ['.git', 'a.md']);
  });
}

test('a report asked for twice is written once', async (context) => {
  const cwd = workspace(context);
  const once = await rapporteur(cwd, formats('compact'));
  assert.deepEqual(await rapporteur(cwd, formats('compact', 'compact')), once);
});

test('what cannot be written is one clear line and exit 2; the others are written', async (context) => {
  const cwd = workspace(context, { 'folder/': '', file: 'x' });
  const long = 'n'.repeat(300);
  const words = formats(
    'json=folder',
    'sarif=file/a.sarif',
    `tap=${long}`,
    'compact',
    'jsonl=good.jsonl',
  );
  const { status, stdout, stderr } = await rapporteur(cwd, words);
  assert.equal(status, 2);
  assert.deepEqual(stderr.split('\n'), [
    'rapporteur: the report folder could not be written: it is a folder.',
    'rapporteur: the report file/a.sarif could not be written: one of the folders above it is a file.',
    `rapporteur: the report ${long} could not be written: its name is too long.`,
    '',
  ]);
  assert.ok(stdout.startsWith(COMPACT));
  assert.match(read(cwd, 'good.jsonl'), /^\{.*\}\n$/);
  assert.equal(read(cwd, 'file'), 'x');
});

test('a folder that may not be written', { skip: process.getuid?.() === 0 }, async (context) => {
  const cwd = workspace(context, { 'shut/': '' });
  fs.chmodSync(path.join(cwd, 'shut'), 0o500);
  const { status, stderr } = await rapporteur(cwd, formats('json=shut/a.json'));
  assert.equal(status, 2);
  assert.equal(
    stderr,
    'rapporteur: the report shut/a.json could not be written: you may not write it (permission denied).\n',
  );
});

test('a folder that cannot be made where all above it is there', {
  skip: !fs.existsSync('/proc/self'),
}, async (context) => {
  const cwd = workspace(context);
  const { status, stderr } = await rapporteur(cwd, formats('json=/proc/rapporteur/a.json'));
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^rapporteur: the report \/proc\/rapporteur\/a\.json could not be written: /,
  );
});

test('a full disk', { skip: !fs.existsSync('/dev/full') }, async (context) => {
  const cwd = workspace(context);
  const { status, stdout, stderr } = await rapporteur(cwd, formats('json=/dev/full', 'compact'));
  assert.equal(status, 2);
  assert.equal(
    stderr,
    'rapporteur: the report /dev/full could not be written: the disk is full.\n',
  );
  assert.ok(stdout.startsWith(COMPACT));
});

test('a disk that fills up half way leaves the report before it, and nothing beside it', {
  skip: process.platform === 'win32',
}, (context) => {
  const lines = Array.from({ length: 200 }, (_, index) => `:person[Nobody ${index}]\n`).join('\n');
  const cwd = workspace(context, { 'b.md': lines, 'a.json': 'the old one' });
  // No file may grow beyond a block or two: the first write fails in its midst.
  const limited = `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" "${CLI}" check --format json=a.json`;
  const run = spawnSync('sh', ['-c', limited], { cwd, encoding: 'utf8' });
  assert.equal(run.status, 2);
  assert.match(run.stderr, /^rapporteur: the report a\.json could not be written: .+\.\n$/);
  assert.equal(read(cwd, 'a.json'), 'the old one');
  assert.deepEqual(fs.readdirSync(cwd).sort(), ['.git', 'a.json', 'a.md', 'b.md']);
});

test('--quiet counts in every report; colours come in none but the text', async (context) => {
  const cwd = workspace(context, { 'b.md': '---\ndate: 2025\n---\n\n:date[31 October 2025]\n' });
  for (const { name } of CHECK_FORMATS.filter((format) => format.name !== 'text')) {
    const { stdout } = await rapporteur(cwd, [...formats(name), '--color', 'always']);
    assert.equal(stdout, (await rapporteur(cwd, formats(name))).stdout, name);
  }
  const { stdout } = await rapporteur(cwd, [...formats('compact'), '--quiet']);
  assert.equal(stdout.split('\n').length, 2);
  const text = await rapporteur(cwd, [...formats('text', 'json=a.json'), '--color', 'always']);
  assert.ok(text.stdout.includes('\u001b['));
});

test('a report takes no place of a brief, a registry, a configuration or a baseline', async (context) => {
  const sources = {
    'registry.yaml': 'person: { ann: { name: Ann } }\n',
    'rapporteur.yaml': 'failOn: error\n',
    'rapporteur-baseline.json': '{ "tool": "rapporteur", "version": 1, "findings": [] }\n',
    'deep/b.md': BRIEF,
  };
  const cwd = workspace(context, sources);
  fs.symlinkSync('deep/b.md', path.join(cwd, 'link.txt'));
  const kinds = ['a registry', 'a configuration', 'the baseline', 'a brief', 'a brief'];
  for (const [index, name] of [...Object.keys(sources), 'link.txt'].entries()) {
    // Whatever was asked about.
    const { status, stderr } = await rapporteur(cwd, [
      ...formats('compact', `json=${name}`),
      'a.md',
    ]);
    assert.equal(status, 2);
    assert.equal(
      stderr,
      `rapporteur: the report was not written into ${name}: that is ${kinds[index]}. Name another file.\n`,
    );
  }
  for (const [name, text] of Object.entries(sources)) assert.equal(read(cwd, name), text, name);
});

test('Markdown that is no brief makes way, and so does the report of the last time', async (context) => {
  const plain = workspace(context, { 'notes.md': 'Old notes.\n' });
  assert.equal((await rapporteur(plain, formats('compact', 'markdown=notes.md'))).stderr, '');
  assert.match(read(plain, 'notes.md'), /^## Rapporteur: /);
  const named = workspace(context, { 'rapporteur.yaml': "briefs: ['**/*.md']\n" });
  for (const _ of [1, 2]) {
    assert.equal((await rapporteur(named, formats('compact', 'markdown=new.md'))).stderr, '');
    assert.match(read(named, 'new.md'), /^## Rapporteur: /);
  }
});
