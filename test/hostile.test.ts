// Texts that nobody would write and somebody will check: each is read to its end, the brief beside it
// as well, and none takes more than its share. The bound is a guard against hanging, not a measure:
// all of them together take seconds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { slow } from './support/needs.js';
import { HANGS } from './support/patience.js';

const CLI = path.resolve('dist', 'cli.js');

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** name -> text, and how many findings of which rule it must give, if any. */
const TEXTS: Readonly<Record<string, { text: string; rule?: string; count?: number }>> = {
  'a file of 20 MB': {
    text: `${'The council met again and spoke of the plan. '.repeat(12)}\n\n`.repeat(37_000),
  },
  'a line of 5 MB': { text: 'word :person[Amina] '.repeat(250_000) },
  'a word of 5 MB': { text: 'w'.repeat(5_000_000) },
  '100,000 tags': { text: ':person[Amina] met :person[Amina].\n\n'.repeat(50_000) },
  '100,000 unknown names': {
    text: ':person[Nobody] met :person[Noone].\n\n'.repeat(50_000),
    rule: 'unresolved-name',
    count: 100_000,
  },
  '10,000 nested brackets': { text: `${'['.repeat(10_000)}x${']'.repeat(10_000)}` },
  '10,000 nested tags': {
    text: `${':person['.repeat(10_000)}Amina${']'.repeat(10_000)}`,
  },
  '10,000 open tags': {
    text: ':person['.repeat(10_000),
    rule: 'unclosed-label',
    count: 1,
  },
  '50,000 open braces': {
    text: ':person[x]{'.repeat(50_000),
    rule: 'unclosed-attributes',
    count: 50_000,
  },
  '50,000 open quotes': { text: ':person[x]{ref="'.repeat(50_000) },
  '1,000 nested quotes': {
    text: numbers(1000)
      .map((depth) => `${'>'.repeat(depth + 1)} x`)
      .join('\n'),
  },
  '500 nested lists': {
    text: numbers(500)
      .map((depth) => `${'  '.repeat(depth)}- x`)
      .join('\n'),
  },
  '20,000 open blocks': {
    text: ':::commitment{#c}\n\n'.repeat(20_000),
    rule: 'unclosed-block',
    count: 20_000,
  },
  '100,000 list items': { text: '- item *one* with [link](b.md)\n'.repeat(100_000) },
  '50,000 table rows': {
    text: `| a | b |\n|---|---|\n${'| :person[Amina] | *x* |\n'.repeat(50_000)}`,
  },
  '20,000 definitions': {
    text: numbers(20_000)
      .map((at) => `[l${at}]: b.md\n\n[l${at}] *e*\n\n`)
      .join(''),
  },
  '200,000 links': { text: '[a](b.md) '.repeat(200_000) },
  '50,000 stars and a backtick': { text: `${'*a '.repeat(50_000)}\`` },
  'runs of backticks of every length': {
    text: numbers(3000)
      .map((at) => `${'`'.repeat((at % 300) + 1)}x`)
      .join(' '),
  },
};

/** One text that nests and one that never closes stand for all in a quick run. */
const REPRESENTATIVE = ['10,000 nested tags', '10,000 open tags'];

for (const [name, { text, rule, count }] of Object.entries(TEXTS)) {
  const tried = REPRESENTATIVE.includes(name) ? test : slow;
  tried(name, (context: TestContext) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-hostile-'));
    context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
    fs.writeFileSync(path.join(folder, 'rapporteur.yaml'), '{}\n');
    fs.writeFileSync(path.join(folder, 'a.md'), `::person[Amina]{#amina}\n\n${text}\n`);
    fs.writeFileSync(path.join(folder, 'b.md'), ':person[Amina] and :person[Somebody else].\n');
    const run = spawnSync(process.execPath, [CLI, 'check', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: HANGS,
      maxBuffer: 1 << 30,
    });
    assert.equal(run.signal, null);
    assert.equal(run.stderr, '');
    assert.equal(run.status, 1);
    const { findings } = JSON.parse(run.stdout) as { findings: { rule: string; file: string }[] };
    const beside = findings.filter(({ file }) => file === 'b.md').map((found) => found.rule);
    assert.deepEqual(beside, ['unresolved-name']);
    if (rule === undefined) return;
    const found = findings.filter((each) => each.file === 'a.md' && each.rule === rule);
    assert.equal(found.length, count);
  });
}

for (const format of ['text', 'json']) {
  slow(`100,000 findings as ${format}`, (context) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-hostile-'));
    context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
    fs.writeFileSync(path.join(folder, 'a.md'), ':person[x]{by= '.repeat(100_000));
    const args = ['check', '--format', format, folder];
    const options = { encoding: 'utf8', timeout: HANGS, maxBuffer: 1 << 30 } as const;
    const run = spawnSync(process.execPath, [CLI, ...args], options);
    assert.equal(run.signal, null);
    assert.equal(run.status, 1);
  });
}
