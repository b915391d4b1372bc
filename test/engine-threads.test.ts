// However the work is shared, the report is the same, byte for byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { LintedWorkspace, LintJob } from '../server/cli/engine/job.js';
import { lintInMemory } from '../server/cli/engine/lint-in-memory.js';
import { lintThreaded, type ThreadedOptions } from '../server/cli/engine/lint-threaded.js';
import type { Io } from '../server/cli/terminal/io.js';
import { listFiles } from '../server/cli/workspace/file-listing.js';
import { eachWorkspace, type ReadRequest } from '../server/cli/workspace/session.js';
import { dayOf } from '../server/core/index.js';
import { makeWorkspace } from './support/briefs.js';
import { folderWith, rapporteur } from './support/cli.js';
import { slow } from './support/needs.js';

const CLI = path.resolve('dist', 'cli.js');

/** The program itself, as its threads are a file of their own. One is all in memory, see lint-whole.ts. */
function sameForAnyThreads(
  folder: string,
  words: readonly string[],
  { stdin = '', threads = [1, 2] }: { stdin?: string; threads?: readonly number[] } = {},
): void {
  const [first, ...others] = threads.map((count) => {
    const args = [CLI, 'check', '--today', '2025-11-01', '--threads', String(count), ...words];
    const env = { PATH: process.env.PATH };
    const options = { cwd: folder, input: stdin, encoding: 'utf8', env } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
    return { status, stdout, stderr };
  });
  assert.notEqual(`${first?.stdout}${first?.stderr}`, '');
  for (const other of others) assert.deepEqual(other, first);
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

for (const sample of fs.readdirSync('samples')) {
  slow(`any number of threads: samples/${sample}`, () => {
    const threads = sample === 'world' ? [1, 2, 3] : [1, 2];
    sameForAnyThreads(path.resolve('samples', sample), ['--format', 'sarif'], { threads });
  });
}

const MIXED: Readonly<Record<string, string | Uint8Array>> = {
  'rapporteur.yaml':
    'rules:\n  broken-link: error\noverrides:\n  - files: old/**\n    rules: { unresolved-name: hint }\n',
  'registry.yaml': 'person:\n  ana: { name: Ana }\n  bo: { name: Bo }\n  bo-2: { name: Bo }\n',
  'a.md': ':person[Ana] met :person[Bo] and :person[Cy]. See [there](old/b.md#nowhere).\n',
  'old/b.md': '# Somewhere\n\n:person[Cy] :commitment[will pay]{#c-1 by=ana due=2020}.\n',
  'old/c.md':
    ':update[paid]{of=c-1 status=fulfilled on=2019}\n\n:update[no]{of=c-1 status=broken on=2021}\n\n:commitment[again]{#c-1 by=cy}\n',
  'old/d.md': '<!-- rapporteur-disable-next-line unresolved-name -- known -->\n:person[Cy].\n',
  'e.md': 'A [file](missing.pdf) and [one](there.pdf) that is there, :date[2025].\n',
  'there.pdf': '',
  'utf16.md': Buffer.from(`\ufeff:person[Ana].\n`, 'utf16le'),
  'latin.md': Buffer.from(':person[An\xe9].\n', 'latin1'),
  'plain.md': '# No tag here\n',
  'nested/rapporteur.yaml': '{}\n',
  'nested/a.md': ':person[Ana] is not known here.\n',
};

test('any number of threads: the same report', (context) => {
  sameForAnyThreads(folderWith(context, MIXED), ['--format', 'json']);
});

slow(
  'any number of threads: findings in every state, faults, nested workspaces',
  async (context) => {
    const folder = folderWith(context, MIXED);
    sameForAnyThreads(folder, ['--format', 'text', 'old', 'e.md']);
    sameForAnyThreads(folder, ['--format', 'sarif', '--no-inline-config']);
    sameForAnyThreads(folder, ['-', '--stdin-filename', 'old/b.md'], {
      stdin: ':person[Dee].\n',
    });
    sameForAnyThreads(folder, ['-'], { stdin: ':person[Dee] and :person[Ana].\n' });
    sameForAnyThreads(folder, ['--diff', '--fix-suggestions']);
  },
);

slow('any number of threads: registries that are too large together', async (context) => {
  const filler = `# ${'x'.repeat(12 * 1024 * 1024)}\n`;
  const folder = folderWith(context, {
    'a.registry.yaml': filler,
    'b.registry.yaml': filler,
    'c.registry.yaml': `${filler}person:\n  ana: { name: Ana }\n`,
    'd.md': ':person[Ana].\n',
  });
  sameForAnyThreads(folder, []);
});

/** What is found, in a fixed order, without what differs from run to run. */
function plain(linted: readonly LintedWorkspace[]): unknown {
  return linted.map(({ files, problems, nested, links, measures }) => ({
    files: files.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    ...{ problems, nested, links, characters: measures.characters, count: measures.files },
  }));
}

function ioIn(cwd: string): Io {
  const output = { write: () => {}, isTTY: false, columns: undefined };
  return {
    ...{ cwd, env: {}, stdout: output, stderr: output },
    stdin: async () => Buffer.of(),
    now: () => new Date(2025, 10, 1),
  } as unknown as Io;
}

const DISPLAY = { width: 100, style: {} } as unknown as ReadRequest['display'];

function jobFor(over: ReadRequest['overlay'] = new Map(), more: Partial<LintJob> = {}): LintJob {
  const request = { targets: [], today: dayOf(2025, 11, 1), config: undefined, display: DISPLAY };
  return { request: { ...request, overlay: over }, comments: 'respected', ...more };
}

function allInMemory(io: Io, job: LintJob): Promise<readonly LintedWorkspace[]> {
  return eachWorkspace(io, job.request, async (root, options) =>
    lintInMemory(root, await listFiles(root, options), options, job),
  );
}

function inThreads(
  io: Io,
  job: LintJob,
  threaded: ThreadedOptions = { threads: 1 },
): Promise<readonly LintedWorkspace[]> {
  return eachWorkspace(io, job.request, async (root, options) =>
    lintThreaded(root, await listFiles(root, options), options, job, threaded),
  );
}

/** Nothing is cached from reading to linting, in threads or in this one. */
async function sameWithoutRoom(folder: string, job: LintJob): Promise<void> {
  const io = ioIn(folder);
  const whole = await allInMemory(io, job);
  for (const threaded of [
    { threads: 1, cachedBytes: 0 },
    { threads: 1 },
    { threads: 2, cachedBytes: 0 },
  ]) {
    assert.deepEqual(plain(await inThreads(io, job, threaded)), plain(whole));
  }
}

slow(
  'the same without room for whole pages; texts and links come along where wanted',
  async (context) => {
    const folder = folderWith(context, MIXED);
    await sameWithoutRoom(folder, jobFor());
    await sameWithoutRoom(folder, jobFor(new Map(), { keeps: 'texts', lineHashes: 'wanted' }));
    await sameWithoutRoom(folder, jobFor(new Map(), { keeps: 'links' }));
  },
);

slow('the same with contents laid over files, and with files taken away', async (context) => {
  const folder = folderWith(context, MIXED);
  const over = new Map([
    [path.join(folder, 'a.md'), Buffer.from(':person[Dee].\n')],
    [path.join(folder, 'new.md'), Buffer.from(':person[Eve], [x](a.md), [y](there.pdf).\n')],
    [path.join(folder, 'there.pdf'), undefined],
    [path.join(folder, 'old/b.md'), undefined],
  ]);
  await sameWithoutRoom(folder, jobFor(over));
});

slow('the same with a cache, cold and warm, after edits, whoever wrote it', async (context) => {
  const folder = folderWith(context, MIXED);
  const cache = { folder: path.join(folder, 'node_modules', 'cache') };
  const io = ioIn(folder);
  for (const [name, text] of [
    ['a.md', MIXED['a.md'] ?? ''],
    ['a.md', ':person[Ana] and :person[Zed].\n'],
    ['registry.yaml', 'person:\n  zed: { name: Zed }\n'],
  ] as const) {
    fs.writeFileSync(path.join(folder, name), text);
    const whole = plain(await allInMemory(io, jobFor()));
    for (const threaded of [
      { threads: 1 },
      { threads: 1, cachedBytes: 0 },
      { threads: 2 },
      { threads: 1 },
    ]) {
      const found = await inThreads(io, jobFor(new Map(), { cache }), threaded);
      assert.deepEqual(plain(found), whole);
      assert.deepEqual(
        found.flatMap(({ notes }) => notes),
        [],
      );
    }
    const [warm] = await inThreads(io, jobFor(new Map(), { cache }));
    // What is left out after it was read is known to the cache as well.
    assert.ok((warm?.measures.fromCache ?? 0) >= (warm?.measures.files ?? 1));
  }
});

slow('the same in generated workspaces with faults', async (context) => {
  const { registry, briefs } = makeWorkspace(40, 2000);
  const files: Record<string, string> = { 'registry.yaml': registry };
  for (const [name, text] of briefs) {
    const index = Object.keys(files).length;
    // Each third speaks of another one's promises, of nobody, and of what is defined twice.
    files[name] =
      index % 3 === 0
        ? `${text}\n:update[done]{of=c-${index}-1 status=fulfilled}\n\n:person[Nobody] :update[x]{of=c-1-99}\n\n:commitment[same]{#c-same by=arcadia depends-on=c-same}\n`
        : text;
  }
  const folder = folderWith(context, files);
  await sameWithoutRoom(folder, jobFor());
  sameForAnyThreads(folder, ['--format', 'json']);
});

slow(
  'shards are the whole, each file in one of them, whatever the number of threads',
  async (context) => {
    const folder = folderWith(context, MIXED);
    const io = ioIn(folder);
    const whole = (await allInMemory(io, jobFor())).flatMap(({ files }) => files);
    for (const of of [1, 2, 5, 40]) {
      for (const way of [allInMemory, inThreads]) {
        const parts = await inTurn(
          Array.from({ length: of }, (_, at) => at + 1),
          async (part) => way(io, jobFor(new Map(), { shard: { part, of } })),
        );
        const joined = parts.flatMap((part) => part.flatMap(({ files }) => files));
        const byFile = (a: { file: string }, b: { file: string }): number =>
          a.file < b.file ? -1 : 1;
        assert.deepEqual(joined.sort(byFile), whole.toSorted(byFile));
      }
    }
  },
);

test('--threads and --shard take no nonsense', async (context) => {
  const folder = folderWith(context, { 'a.md': ':date[2025]\n' });
  for (const [option, wrong, said] of [
    ['--threads', '0', /--threads: '0' is not a number of threads/],
    ['--threads', 'many', /from 1 to 256/],
    ['--shard', '0/3', /--shard: '0\/3' is not a part/],
    ['--shard', '4/3', /Write 1\/4 for the first/],
    ['--shard', '1', /is not a part/],
  ] as const) {
    const { status, stderr } = await rapporteur(folder, ['check', option, wrong]);
    assert.equal(status, 2);
    assert.match(stderr, said);
  }
});
