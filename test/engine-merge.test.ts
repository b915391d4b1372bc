// The reports of parts, joined, are the report of the whole.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { loadFormats } from '../server/cli/formats/check-formats.js';
import { makeWorkspace } from './support/briefs.js';
import { folderWith, type Ran, rapporteur } from './support/cli.js';

const CHECK_FORMATS = await loadFormats();

/** The reports of all parts, written into the folder. */
async function inParts(cwd: string, of: number, words: readonly string[] = []): Promise<string[]> {
  const reports: string[] = [];
  for (let part = 1; part <= of; part += 1) {
    const report = path.join('..', `${path.basename(cwd)}-${part}-${of}.json`);
    reports.push(report);
    const shard = ['--shard', `${part}/${of}`, '--format', `json=${report}`];
    await rapporteur(cwd, ['check', ...words, ...shard]);
  }
  return reports;
}

function gone(context: TestContext, cwd: string): void {
  context.after(() => {
    for (const name of fs.readdirSync(path.dirname(cwd))) {
      if (name.startsWith(`${path.basename(cwd)}-`)) fs.rmSync(path.join(path.dirname(cwd), name));
    }
  });
}

const OUTPUTS = CHECK_FORMATS.map(({ name }) => ['--format', name]);

async function mergesToTheWhole(
  context: TestContext,
  cwd: string,
  parts: readonly number[],
  words: readonly string[] = [],
): Promise<void> {
  gone(context, cwd);
  const wholes: Ran[] = [];
  for (const output of OUTPUTS) wholes.push(await rapporteur(cwd, ['check', ...words, ...output]));
  for (const of of parts) {
    const reports = await inParts(cwd, of, words);
    for (const [index, output] of OUTPUTS.entries()) {
      // In any order.
      const merged = await rapporteur(cwd, ['merge', ...reports.toReversed(), ...output]);
      assert.deepEqual(merged, wholes[index], `${of} parts as ${output[1]}`);
    }
  }
}

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  '.gitignore': '',
  'rapporteur.yaml': 'failOn: warning\n',
  'registry.yaml': 'person:\n  ana: { name: Ana }\n  "a\\uD800b": { name: "An\\uD800a" }\n',
  'a.md': ':person[Ana] met :person[Bo] and :person[Cy]. See [there](b.md#nowhere).\n',
  'b.md': '# Somewhere\n\n:person[Cy] :commitment[will pay]{#c-1 by=ana due=2020}.\n',
  'c.md': ':update[paid]{of=c-1 status=fulfilled on=2019}\n\n:commitment[again]{#c-1 by=cy}\n',
  'd.md':
    '<!-- rapporteur-disable-next-line unresolved-name -- known \u2028 ##[error] -->\n:person[Cy].\n',
  '::stop-commands::x.md': ':person[##vso[task] \u202e ]]> Dee].\n',
  'utf16.md': Buffer.from('\ufeff:person[Ana].\n', 'utf16le'),
  'nested/rapporteur.yaml': 'failOn: never\nmaxWarnings: 0\n',
  'nested/a.md': ':person[Ana] is not known [here](no.md), nor :person[Bo].\n',
  'nested/b.md': ':person[Ana] is not known [here](no.md).\n',
};

test('parts of a small folder, joined in every format', async (context) => {
  await mergesToTheWhole(context, folderWith(context, FILES), [1, 2, 3, 5]);
});

test('parts of a sample, joined in every format', async (context) => {
  const cwd = folderWith(context, {});
  fs.cpSync('samples/every-finding', cwd, { recursive: true });
  await mergesToTheWhole(context, cwd, [1, 4]);
});

test('parts of generated briefs, of some of them, and without a brief', async (context) => {
  const { registry, briefs } = makeWorkspace(9, 1500);
  const files = { 'registry.yaml': registry, ...Object.fromEntries(briefs) };
  const cwd = folderWith(context, { ...files, 'plain/a.md': '# Nothing\n' });
  await mergesToTheWhole(context, cwd, [2], ['briefs']);
});

test('the exit status is that of the whole, by the settings and by hand', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'utf16.md': '' });
  gone(context, cwd);
  const reports = await inParts(cwd, 3);
  for (const words of [
    [],
    ['--fail-on', 'never'],
    ['--exit-zero'],
    ['--max-warnings', '2'],
    ['--fail-on', 'hint', '--quiet'],
    ['--fail-on', 'error', '--format', 'junit'],
  ]) {
    const whole = await rapporteur(cwd, ['check', ...words]);
    assert.deepEqual(
      await rapporteur(cwd, ['merge', ...reports, ...words]),
      whole,
      words.join(' '),
    );
  }
});

test('a report of the whole says nothing of parts', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stdout } = await rapporteur(cwd, ['check', '--format', 'json']);
  assert.equal(JSON.parse(stdout).shard, undefined);
});

test('what is no part, not of one run, missing or there twice is refused', async (context) => {
  const cwd = folderWith(context, FILES);
  gone(context, cwd);
  const [one = '', two = ''] = await inParts(cwd, 2);
  const [, ofThree = ''] = await inParts(cwd, 3);
  const write = (name: string, text: string): string => {
    fs.writeFileSync(path.join(cwd, name), text);
    return name;
  };
  const edited = (report: string, name: string, edit: (shard: never) => void): string => {
    const document = JSON.parse(fs.readFileSync(path.join(cwd, report), 'utf8'));
    edit(document.shard as never);
    return write(name, JSON.stringify(document));
  };
  const later = edited(two, 'later.json', (shard: { today: string }) => {
    shard.today = '2026-01-01';
  });
  const other = edited(two, 'other.json', (shard: { files: unknown[] }) => shard.files.pop());
  const both = edited(one, 'both.json', (shard: { shard: { part: number } }) => {
    shard.shard.part = 2;
  });
  await rapporteur(cwd, ['check', '--format', 'json=whole.json']);
  const odd = edited(two, 'odd.json', (part: { shard: { of: number } }) => {
    part.shard.of = 1e12;
  });
  const bare = edited(two, 'bare.json', (part: { shard: { workspaces?: unknown } }) => {
    delete part.shard.workspaces;
  });
  for (const [reports, said] of [
    [[one, odd], /'odd\.json' is not the report of a part/],
    [[one, bare], /'bare\.json' is not the report of a part/],
    [[one], /of 2 parts one is missing: 2\. Merge the reports of all/],
    [[one, 'no.json'], /'no\.json' could not be read: there is no such file/],
    [[one, write('x.json', '{"tool')], /'x\.json' is not complete/],
    [[one, write('y.json', '[1]')], /'y\.json' is not the report of a part/],
    [[one, 'whole.json'], /not the report of a part. Write it with .*--shard 1\/4/],
    [[one, ofThree], /not from the same run: of so many parts 2 and 3/],
    [[one, later], /not from the same run: as of 2025-11-01 and 2026-01-01/],
    [[one, two, other], /are both part 2 of 2, but differ/],
    [[one, both], /is in '.*' and in 'both\.json'.*check the same commit/],
  ] as const) {
    const { status, stdout, stderr } = await rapporteur(cwd, ['merge', ...reports]);
    assert.deepEqual([status, stdout], [2, ''], stderr);
    assert.match(stderr, said);
  }
  assert.equal(
    (await rapporteur(cwd, ['merge', one, two, two])).stderr,
    (await rapporteur(cwd, ['merge', one, two])).stderr,
  );
});

test('a part without a brief says so, and no report is merged into one of the parts', async (context) => {
  const cwd = folderWith(context, { 'a.md': ':person[Bo].\n' });
  gone(context, cwd);
  const { status, stdout } = await rapporteur(cwd, ['check', '--shard', '2/2']);
  assert.deepEqual([status, stdout], [0, 'No brief in part 2 of 2.\n']);
  const reports = await inParts(cwd, 2);
  const before = reports.map((report) => fs.readFileSync(path.join(cwd, report), 'utf8'));
  const merged = await rapporteur(cwd, ['merge', ...reports, '--format', `json=${reports[0]}`]);
  assert.equal(merged.status, 2);
  assert.match(merged.stderr, /-1-2\.json: that is the report of a part\. Name another file/);
  const after = reports.map((report) => fs.readFileSync(path.join(cwd, report), 'utf8'));
  assert.deepEqual(after, before);
});

test('a report with another value anywhere is no report of a part, and no fault of the program', async (context) => {
  const cwd = folderWith(context, {
    'a.md': ':person[Bo] and :person[Cy]{ref=x}\n',
    'b.md': BROKEN,
  });
  gone(context, cwd);
  const [one = '', two = ''] = await inParts(cwd, 2);
  const document = JSON.parse(fs.readFileSync(path.resolve(cwd, one), 'utf8')) as object;
  const others = [null, 'x', 7, -1, 0.5, true, [], {}, [null], [{}]];
  for (const changed of withOther(document, others)) {
    fs.writeFileSync(path.resolve(cwd, one), JSON.stringify(changed));
    const { status, stderr } = await rapporteur(cwd, ['merge', one, two, '--format', 'sarif']);
    assert.ok(status <= 2, JSON.stringify(changed).slice(0, 2000));
    assert.doesNotMatch(stderr, /bug in Rapporteur|\n {4}at /);
  }
});

const BROKEN = '::persn[A]\n\n:::commitment{by=nobody}\n\nText.\n';

/** The document with one of its values, however deep, changed into another. */
function* withOther(value: unknown, others: readonly unknown[]): Iterable<unknown> {
  if (Array.isArray(value)) {
    for (const [at, held] of value.entries()) {
      for (const other of [...others, ...withOther(held, others)]) yield value.with(at, other);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, held] of Object.entries(value)) {
      for (const other of [...others, ...withOther(held, others)]) yield { ...value, [key]: other };
    }
  }
}
