// A report whose files are written one after the other is written while files are still checked, and is the same.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { run } from '../server/cli/app/run.js';
import { takeFiles } from '../server/cli/engine/take-files.js';
import { loadFormats } from '../server/cli/formats/check-formats.js';
import type { CheckedFile } from '../server/cli/formats/lint-run.js';
import { DEFAULT_SETTINGS, RULES } from '../server/core/index.js';
import { folderWith, rapporteur } from './support/cli.js';
import { slow } from './support/needs.js';

const REGISTRY = 'person:\n  ana: { name: Ana }\n';
const LISTS_FILES = ['text', 'compact', 'jsonl', 'checkstyle'];

function manyBriefs(count: number): Record<string, string> {
  const names = Array.from({ length: count }, (_, at) => `${at % 2 === 0 ? 'a' : 'B'}/${at}.md`);
  return Object.fromEntries(
    names.map((name, at) => [name, `:person[Ana] met :person[Cy ${at}].\n`]),
  );
}

/** Of how many pages a rule was asked when the first part of the report was written. */
async function checkedAtFirst(cwd: string, words: readonly string[]): Promise<number> {
  const checked = new Set<string>();
  let atFirst: number | undefined;
  const originals = RULES.map((rule) => rule.check);
  for (const rule of RULES) {
    const { check } = rule;
    Object.assign(rule, {
      check: (...args: Parameters<typeof check>) => {
        checked.add(args[0].id);
        return check.apply(rule, args);
      },
    });
  }
  const output = { isTTY: false, columns: undefined };
  await run(words, {
    cwd,
    env: {},
    stdout: {
      ...output,
      write: () => {
        atFirst ??= checked.size;
      },
    },
    stderr: { ...output, write: () => undefined },
    stdin: async () => new Uint8Array(),
    now: () => new Date(2025, 10, 1),
  });
  for (const [at, rule] of RULES.entries()) Object.assign(rule, { check: originals[at] });
  return atFirst ?? -1;
}

test('the formats that are written file by file are these', async () => {
  const formats = await loadFormats();
  const names = formats.filter(({ parts }) => parts !== undefined).map(({ name }) => name);
  assert.deepEqual(names, LISTS_FILES);
});

test('what is found in a file is written before the last is checked, where nothing can change it', async (context) => {
  const cwd = folderWith(context, { ...manyBriefs(20), 'registry.yaml': REGISTRY });
  for (const format of LISTS_FILES) {
    assert.ok((await checkedAtFirst(cwd, ['check', '--format', format])) <= 2, format);
  }
  for (const words of [
    ['check', '--format', 'json'],
    ['check', '--format', 'jsonl', '--format', 'json=report.json'],
    ['check', '--format', 'jsonl', '--fix'],
  ])
    assert.ok((await checkedAtFirst(cwd, words)) >= 20, words.join(' '));
  await rapporteur(cwd, ['check', '--update-baseline']);
  assert.ok((await checkedAtFirst(cwd, ['check'])) >= 20);
});

test('it is the same report as of one piece', async (context) => {
  const cwd = folderWith(context, { ...manyBriefs(30), 'registry.yaml': REGISTRY });
  for (const format of LISTS_FILES)
    for (const more of [[], ['--quiet'], ['a'], ['a', 'registry.yaml'], ['--shard', '2/3']]) {
      const { stdout, status } = await rapporteur(cwd, ['check', '--format', format, ...more]);
      // With a second report it is written at the end.
      const words = ['check', '--format', format, '--format', 'json=report.json', ...more];
      const whole = await rapporteur(cwd, words);
      assert.deepEqual({ stdout, status }, { stdout: whole.stdout, status: whole.status });
      assert.notEqual(stdout, '');
    }
});

test('where a folder has nothing to check nothing is written', async (context) => {
  const cwd = folderWith(context, { ...manyBriefs(3), 'other/x.md': 'No tag.\n' });
  const { status, stdout, stderr } = await rapporteur(cwd, ['check', 'a', 'other']);
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /no brief or registry in other/);
});

slow('in threads it is the same', (context) => {
  const cwd = folderWith(context, { ...manyBriefs(300), 'registry.yaml': REGISTRY });
  const reports = ['1', '2', '3'].map((threads) => {
    const words = ['check', '--today', '2025-11-01', '--format', 'jsonl', '--threads', threads];
    const ran = spawnSync(process.execPath, [path.resolve('dist', 'cli.js'), ...words], { cwd });
    return ran.stdout.toString();
  });
  assert.equal(reports[0]?.split('\n').length, 301);
  assert.deepEqual(reports.slice(1), [reports[0], reports[0]]);
});

test('files are handed on in order of their paths, however they come, each once', async () => {
  const taken: string[] = [];
  const workspace = {
    ...{ root: { folder: '/' } as never, settings: DEFAULT_SETTINGS, problems: [], nested: [] },
  };
  const sink = {
    begin: async () => true,
    take: async (file: CheckedFile) => {
      taken.push(file.file);
      if (file.file === 'd') throw new Error('full');
      return file;
    },
  };
  const fileCalled = (file: string): CheckedFile => ({ file, role: 'brief', findings: [] });
  const taker = await takeFiles(sink, workspace, ['c', 'a', 'b']);
  assert.deepEqual(taker.order, ['a', 'b', 'c']);
  void taker.take(fileCalled('b'));
  await taker.take(fileCalled('c'));
  assert.deepEqual(taken, []);
  await taker.take(fileCalled('a'));
  assert.deepEqual(taken, ['a', 'b', 'c']);
  assert.deepEqual(
    (await taker.all()).map(({ file }) => file),
    ['a', 'b', 'c'],
  );
  const failing = await takeFiles(sink, workspace, ['d', 'e']);
  await assert.rejects(failing.take(fileCalled('d')), /full/);
  await assert.rejects(failing.all(), /full/);
});
