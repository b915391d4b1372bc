// What a rule finds all over a brief, reported as one thing to do: by the command line and by the package alike.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { check } from '../server/core/api/index.js';
import { folderWith, rapporteur } from './support/cli.js';

const RULE = 'commitment-without-source';
const REGISTRY = 'place:\n  arcadia: { name: Arcadia }\n';
const FRONT = '---\ndate: 2025-10-31\n---\n\n';

function promise(act: string, before = ''): string {
  return `${before}:place[Arcadia] :commitment[will ${act}]{by=arcadia due=2026}.\n\n`;
}

interface Found {
  readonly line: number;
  readonly message: string;
  readonly related: readonly string[];
}

interface Json {
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly rule: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
    readonly related: readonly {
      readonly message: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  }[];
}

function gathered({ findings }: Pick<Json, 'findings'>): readonly Found[] {
  return findings
    .filter(({ rule }) => rule === RULE)
    .map(({ range, message, related }) => ({
      line: range.start.line,
      message,
      related: related.map((at) => `${at.range.start.line} ${at.message}`),
    }));
}

async function checked(cwd: string, ...words: readonly string[]): Promise<Json> {
  const { stdout } = await rapporteur(cwd, ['check', '--format', 'json', ...words]);
  return JSON.parse(stdout) as Json;
}

function folder(context: TestContext, brief: string): string {
  return folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': brief });
}

test('all promises of a brief that names no source are one finding, at its front matter', async (context) => {
  const cwd = folder(context, FRONT + promise('pay') + promise('plant trees'));
  const json = await checked(cwd);
  assert.deepEqual(gathered(json), [
    {
      line: 1,
      message:
        'Neither this brief nor 2 of its commitments name a source. Add source: in the front matter for all of them, or source= to each.',
      related: ["5 'will pay' has no source.", "7 'will plant trees' has no source."],
    },
  ]);
  assert.equal(json.summary.warnings, 1);
  const files = ['a.md', 'registry.yaml'].map((name) => ({
    path: name,
    text: fs.readFileSync(path.join(cwd, name), 'utf8'),
  }));
  assert.deepEqual(gathered(check(files, { today: '2025-11-01' })), gathered(json));
});

test('without front matter it is at the first of them', async (context) => {
  const [found] = gathered(await checked(folder(context, promise('pay') + promise('rest'))));
  assert.deepEqual([found?.line, found?.related.length], [1, 2]);
  const later = await checked(folder(context, `# Talks\n\n${promise('pay')}`));
  assert.deepEqual(
    gathered(later).map(({ line }) => line),
    [3],
  );
});

test('comments silence the promises below them alone, and are in use', async (context) => {
  const silent = `<!-- rapporteur-disable-next-line ${RULE} -->\n`;
  const some = FRONT + promise('pay', silent) + promise('rest');
  const json = await checked(folder(context, some));
  assert.deepEqual(
    gathered(json).map(({ related }) => related),
    [["8 'will rest' has no source."]],
  );
  assert.equal(json.summary.suppressed, 1);
  const all = await checked(folder(context, FRONT + promise('pay', silent)));
  assert.deepEqual(all.findings, []);
});

test('a baseline knows each promise alone, so that only new ones are reported', async (context) => {
  const cwd = folder(context, FRONT + promise('pay') + promise('rest'));
  await rapporteur(cwd, ['check', '--update-baseline']);
  const file = path.join(cwd, 'a.md');
  const known = await checked(cwd);
  assert.deepEqual([gathered(known), known.summary.known], [[], 1]);
  fs.appendFileSync(file, promise('build a port'));
  assert.deepEqual(
    gathered(await checked(cwd)).map(({ related }) => related),
    [["9 'will build a port' has no source."]],
  );
});
