// `rapporteur check` with a baseline, as a team on old content uses it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { readBaseline, writeBaseline } from '../server/core/index.js';
import { folderWith, type Ran, rapporteur } from './support/cli.js';
import { withGit } from './support/needs.js';

const FRONT = '---\ndate: 2025-10-01\nsource: paper\n---\n\n';
const REGISTRY = 'person:\n  ann: { name: Ann Lee }\nsource:\n  paper: { name: Paper }\n';
const OLD: Readonly<Record<string, string>> = {
  'registry.yaml': REGISTRY,
  'briefs/a.md': `${FRONT}:person[Ann Lee] met :person[Nobody Known].\n\nThen :person[Nobody Known] left on :date[one fine day].\n`,
  'briefs/b.md': `${FRONT}:person[Ann Lee] met :person[Someone Else] and :person[Third Man].\n`,
};
const BASELINE = 'rapporteur-baseline.json';

interface Team {
  readonly folder: string;
  check(...words: string[]): Promise<Ran>;
  read(file: string): string;
  write(file: string, text: string): void;
  change(file: string, from: string, to: string): void;
  /** `path rule words` of each entry. */
  entries(file?: string): readonly string[];
}

function team(context: TestContext, files: Readonly<Record<string, string>> = OLD): Team {
  const folder = folderWith(context, files);
  const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  return {
    folder,
    read,
    write,
    check: (...words) => rapporteur(folder, ['check', '--format', 'compact', ...words]),
    change(file, from, to) {
      const text = read(file);
      assert.ok(text.includes(from), from);
      write(file, text.replace(from, to));
    },
    entries(file = BASELINE) {
      const { findings } = JSON.parse(read(file)) as {
        readonly findings: readonly Readonly<Record<string, string>>[];
      };
      return findings.map(({ path: at, rule, words, nth }) =>
        [at, rule, words, ...(nth === undefined ? [] : [nth])].join(' '),
      );
    },
  };
}

/** A team that has taken its old findings into the baseline. */
async function adopted(context: TestContext, files = OLD): Promise<Team> {
  const made = team(context, files);
  const { status, stderr } = await made.check('--update-baseline');
  assert.equal(status, 0, stderr);
  return made;
}

const ALL = [
  'briefs/a.md unreadable-date one fine day',
  'briefs/a.md unresolved-name Nobody Known',
  'briefs/a.md unresolved-name Nobody Known 2',
  'briefs/b.md unresolved-name Someone Else',
  'briefs/b.md unresolved-name Third Man',
];

test('what is found is written, one entry a line in order, and known from then on', async (context) => {
  const { check, read, entries } = team(context);
  assert.equal((await check()).status, 1);
  const first = await check('--update-baseline');
  assert.deepEqual([first.status, first.stdout], [0, '']);
  assert.equal(
    first.stderr,
    `rapporteur: ${BASELINE} now has 5 findings, which do not fail the check.\n`,
  );
  assert.deepEqual(entries(), ALL);
  assert.equal(
    read(BASELINE).split('\n').slice(0, 6).join('\n'),
    '{\n  "tool": "rapporteur",\n  "version": 1,\n  "findings": [\n' +
      '    { "path": "briefs/a.md", "rule": "unreadable-date", "words": "one fine day" },\n' +
      '    { "path": "briefs/a.md", "rule": "unresolved-name", "words": "Nobody Known" },',
  );
  assert.deepEqual(await check(), { status: 0, stdout: '', stderr: '' });
  assert.equal((await check('--no-baseline')).status, 1);
});

test('a new finding fails, and a swap of one for another', async (context) => {
  const { check, change } = await adopted(context);
  change('briefs/b.md', 'Third Man', 'Fourth Man');
  change('briefs/a.md', 'Then', 'And :person[Nobody Known] came.\n\nThen');
  const { status, stdout, stderr } = await check();
  assert.equal(status, 1);
  const told = stdout.trim().split('\n');
  assert.deepEqual(
    told.map((line) => line.replace(/ error .*/, '')),
    ['briefs/a.md:10:14:', 'briefs/b.md:6:56:'],
  );
  assert.equal(
    stderr,
    `rapporteur: 1 entry of the baseline ${BASELINE} no longer occurs; rapporteur check --prune-baseline removes it.\n`,
  );
});

test('lines may move, and paragraphs be wrapped anew', async (context) => {
  const { check, change } = await adopted(context);
  change('briefs/b.md', ' and :person[Third Man]', '\nand\n:person[Third\nMan]');
  change('briefs/a.md', FRONT, `${FRONT}A new beginning of several words.\n\n`);
  assert.deepEqual(await check(), { status: 0, stdout: '', stderr: '' });
});

test('a file may be moved, and the entries go with it when the baseline is pruned', async (context) => {
  const { check, folder, entries } = await adopted(context);
  fs.mkdirSync(path.join(folder, 'archive'));
  fs.renameSync(path.join(folder, 'briefs/a.md'), path.join(folder, 'archive/2024.md'));
  assert.deepEqual(await check(), { status: 0, stdout: '', stderr: '' });
  const { status, stderr } = await check('--prune-baseline');
  assert.equal(status, 0);
  assert.equal(stderr, `rapporteur: no entry of ${BASELINE} can be removed: 5 entries.\n`);
  assert.deepEqual(
    entries(),
    ALL.map((entry) => entry.replace('briefs/a.md', 'archive/2024.md')).sort(),
  );
  assert.equal((await check()).status, 0);
});

test('a copy of a file bears nothing that the file itself bears with', async (context) => {
  const { check, read, write } = await adopted(context);
  write('briefs/copy.md', read('briefs/a.md'));
  const { status, stdout } = await check();
  assert.equal(status, 1);
  assert.equal(stdout.split('briefs/copy.md:').length, 4);
});

test('what no longer occurs is a note, and pruned on request', async (context) => {
  const { check, change, write, entries, read } = await adopted(context);
  change('briefs/b.md', ':person[Someone Else] and ', '');
  write('briefs/a.md', `${FRONT}:person[Ann Lee] left.\n`);
  const { status, stdout, stderr } = await check();
  assert.deepEqual([status, stdout], [0, '']);
  assert.match(
    stderr,
    /^rapporteur: 4 entries of the baseline .* no longer occur; .* removes them\.\n$/,
  );
  const before = read(BASELINE);
  await check('briefs/a.md');
  assert.equal(read(BASELINE), before);
  const pruned = await check('--prune-baseline');
  assert.equal(pruned.status, 0);
  assert.equal(pruned.stderr, `rapporteur: 4 entries removed from ${BASELINE}; 1 entry left.\n`);
  assert.deepEqual(entries(), ['briefs/b.md unresolved-name Third Man']);
});

test('pruning adds nothing, and what is open fails as ever', async (context) => {
  const { check, change, entries } = await adopted(context);
  change('briefs/b.md', 'Third Man', 'Fourth Man');
  assert.equal((await check('--prune-baseline')).status, 1);
  assert.deepEqual(entries(), ALL.slice(0, -1));
});

test('where a part is looked at, nothing is said or written of the rest', async (context) => {
  const { check, write, entries, folder } = await adopted(context);
  write('briefs/b.md', `${FRONT}:person[Ann Lee] met :person[New Man].\n`);
  fs.rmSync(path.join(folder, 'briefs/a.md'));
  write('briefs/c.md', `${FRONT}:person[Ann Lee] met :person[Fifth Man].\n`);
  const part = await check('briefs/b.md', '--exit-zero');
  assert.equal(part.stderr, '');
  await check('briefs/c.md', '--prune-baseline');
  assert.deepEqual(entries(), ALL);
  // A pattern names no folder, though it counts from one.
  await check('**/c.md', '--prune-baseline');
  assert.deepEqual(entries(), ALL);
  await check('briefs/b.md', '--update-baseline');
  assert.deepEqual(entries(), [...ALL.slice(0, 3), 'briefs/b.md unresolved-name New Man']);
  await check('briefs', '--update-baseline');
  assert.equal(entries().length, 5);
  await check('.', '--update-baseline');
  assert.deepEqual(entries(), [
    'briefs/b.md unresolved-name New Man',
    'briefs/c.md unresolved-name Fifth Man',
  ]);
});

test('of a rule that is off nothing is stale, pruned or forgotten', async (context) => {
  const { check, entries } = await adopted(context);
  const off = ['--rule', 'unresolved-name=off'];
  assert.equal((await check(...off)).stderr, '');
  await check(...off, '--prune-baseline');
  assert.deepEqual(entries(), ALL);
  await check(...off, '--update-baseline');
  assert.deepEqual(entries(), ALL);
});

withGit('only what changed is looked at with --since', async (context) => {
  const { folder, check, change, entries } = await adopted(context);
  fs.rmdirSync(path.join(folder, '.git'));
  const git = (...words: string[]): void => {
    const named = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
    const { status, stderr } = spawnSync('git', [...named, ...words], { cwd: folder });
    assert.equal(status, 0, String(stderr));
  };
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'Old');
  assert.deepEqual(await check('--since', 'main'), { status: 0, stdout: '', stderr: '' });
  change('briefs/b.md', 'Third Man', 'Fourth Man');
  const { status, stdout, stderr } = await check('--since', 'main');
  assert.deepEqual([status, stdout.split('\n').length, stderr], [1, 2, '']);
  await check('--since', 'main', '--update-baseline');
  assert.deepEqual(
    entries(),
    [...ALL.slice(0, -1), 'briefs/b.md unresolved-name Fourth Man'].toSorted(),
  );
});

test('a suppressed finding needs no entry, and takes none', async (context) => {
  const { check, change, entries } = await adopted(context);
  change(
    'briefs/a.md',
    ':person[Ann Lee] met',
    '<!-- rapporteur-disable-next-line unresolved-name -- who knows -->\n:person[Ann Lee] met',
  );
  assert.match((await check()).stderr, /1 entry of the baseline/);
  await check('--update-baseline');
  assert.deepEqual(
    entries(),
    ALL.filter((entry) => !entry.endsWith('2')),
  );
  assert.equal((await check()).status, 0);
  assert.equal((await check('--no-inline-config')).status, 1);
});

test('the configuration names it, from its own folder; --baseline goes first', async (context) => {
  const { check, entries, folder, write } = team(context, {
    ...OLD,
    'rapporteur.yaml': 'baseline: lint/known.json\n',
  });
  const missing = await check();
  assert.equal(missing.status, 2);
  assert.equal(
    missing.stderr,
    'rapporteur: there is no baseline lint/known.json. Write one with all current findings: rapporteur check --update-baseline\n',
  );
  assert.match(
    (await check('--baseline', 'other.json')).stderr,
    /check --update-baseline --baseline other\.json\n$/,
    'without the option another file would be written',
  );
  assert.equal((await check('--update-baseline')).status, 0);
  assert.deepEqual(
    entries('lint/known.json'),
    ALL.map((entry) => `../${entry}`),
  );
  assert.equal((await check()).status, 0);
  const inside = await rapporteur(path.join(folder, 'briefs'), ['check', '--format', 'compact']);
  assert.deepEqual(inside, { status: 0, stdout: '', stderr: '' });
  write('none.json', '{ "tool": "rapporteur", "version": 1, "findings": [] }');
  assert.equal((await check('--baseline', 'none.json')).status, 1);
});

test('a broken baseline is a failure at its place, and never an empty one', async (context) => {
  const { check, read, write } = await adopted(context);
  const sound = read(BASELINE);
  const cases: readonly (readonly [string, RegExp])[] = [
    [
      sound.replace('},\n', '}\n'),
      /baseline\.json:6:5 {2}From here on this cannot be read as JSON/,
    ],
    [sound.replace('"rule"', '"rules"'), /baseline\.json:5:5 {2}An entry has this form/],
    [sound.replace('"version": 1', '"version": 2'), /:3:14 {2}Only baselines of version 1/],
    [sound.replace('"rapporteur"', '"eslint"'), /:2:11 {2}This is not a baseline of Rapporteur/],
    [sound.replace('"nth": 2', '"nth": 0'), /"nth" counts from 1/],
    [sound.replace('"nth": 2', '"why": "x"'), /'why' is not part of an entry/],
    [
      sound.replace('    {', '<<<<<<< HEAD\n    {'),
      /:5:1 {2}A merge left its conflict marks here\. Keep the entries of both sides/,
    ],
    ['', /:1:1 {2}From here on/],
    ['[]', /:1:1 {2}This is not a baseline/],
  ];
  for (const [text, wanted] of cases) {
    write(BASELINE, text);
    for (const words of [[], ['--update-baseline'], ['--prune-baseline']]) {
      const { status, stdout, stderr } = await check(...words);
      assert.equal(status, 2, text);
      assert.equal(stdout, '');
      assert.match(stderr, wanted);
      assert.match(stderr, /Fix it, or remove the file and write a new one/);
      assert.equal(read(BASELINE), text);
    }
  }
});

test('entries that a merge brought twice, or out of order, count once', async (context) => {
  const { check, read, write } = await adopted(context);
  const lines = read(BASELINE).split('\n');
  const entries = lines.slice(4, 9).map((line) => line.replace(/,$/, ''));
  const merged = [...entries.toReversed(), ...entries].join(',\n');
  write(BASELINE, [...lines.slice(0, 4), merged, ...lines.slice(9)].join('\n'));
  assert.deepEqual(await check(), { status: 0, stdout: '', stderr: '' });
});

test('paths with odd characters are kept', async (context) => {
  const names = ['briefs/ü é.md', 'briefs/quo"te.md', 'briefs/#1 [x] & co.md', 'briefs/\u2028.md'];
  const text = `${FRONT}:person[Ann Lee] met :person[Nobody Known].\n`;
  const { check, entries, write, folder } = team(context, {
    'registry.yaml': REGISTRY,
    ...Object.fromEntries(names.map((name) => [name, text])),
  });
  assert.equal((await check('--update-baseline')).status, 0);
  assert.equal(entries().length, names.length);
  assert.deepEqual(await check(), { status: 0, stdout: '', stderr: '' });
  // Some systems take letters apart.
  fs.rmSync(path.join(folder, 'briefs/ü é.md'));
  write('briefs/ü é.md'.normalize('NFD'), text);
  assert.deepEqual(await check(), { status: 0, stdout: '', stderr: '' });
});

test('without findings no baseline is made, unless one is named', async (context) => {
  const { check, folder, entries } = team(context, {
    'registry.yaml': REGISTRY,
    'a.md': `${FRONT}:person[Ann Lee] left.\n`,
  });
  const { status, stderr } = await check('--update-baseline');
  assert.equal(status, 0);
  assert.match(stderr, /there are no findings for a baseline/);
  assert.equal(fs.existsSync(path.join(folder, BASELINE)), false);
  await check('--update-baseline', '--baseline', 'known.json');
  assert.deepEqual(entries('known.json'), []);
  assert.equal((await check('--baseline', 'known.json')).status, 0);
});

test('the example in the guide is one', () => {
  const guide = fs.readFileSync('docs/adopting.md', 'utf8');
  const [, example = ''] = /```json\n(.*?)```/s.exec(guide) ?? [];
  const { baseline, fault } = readBaseline(example);
  assert.equal(fault, undefined);
  assert.equal(writeBaseline(baseline), example);
});

test('options that contradict each other are refused', async (context) => {
  const { check } = await adopted(context);
  const cases = [
    ['--update-baseline', '--prune-baseline'],
    ['--update-baseline', '--no-baseline'],
    ['--prune-baseline', '--diff'],
  ];
  for (const words of cases) assert.equal((await check(...words)).status, 2, words.join(' '));
  const [typo] = [await check('--baseline', 'nowhere.json')];
  assert.equal(typo?.status, 2);
  assert.match(typo?.stderr ?? '', /there is no baseline nowhere\.json/);
});

test('a baseline that cannot be written is said so', async (context) => {
  const { check, write } = team(context);
  write('lint', 'a file, and no folder');
  const { status, stderr } = await check('--update-baseline', '--baseline', 'lint/known.json');
  assert.equal(status, 2);
  assert.match(stderr, /the baseline lint\/known\.json could not be (?:written|read): /);
});

test('a workspace inside another has a baseline of its own', async (context) => {
  const { check, entries, folder } = team(context, {
    ...OLD,
    'rapporteur.yaml': '',
    'inner/rapporteur.yaml': 'root: true\n',
    'inner/c.md': `${FRONT}:person[Nobody There] left.\n`,
  });
  await check('--update-baseline');
  assert.deepEqual(entries(), ALL);
  assert.ok(entries(`inner/${BASELINE}`).includes('c.md unresolved-name Nobody There'));
  assert.deepEqual(await check(), { status: 0, stdout: '', stderr: '' });
  // One for both, named by hand.
  await check('--update-baseline', '--baseline', 'all.json');
  assert.equal(entries('all.json').length, ALL.length + entries(`inner/${BASELINE}`).length);
  const inner = path.join(folder, 'inner');
  const words = ['check', '--format', 'compact', '--baseline', '../all.json'];
  assert.deepEqual(await rapporteur(inner, words), { status: 0, stdout: '', stderr: '' });
  await rapporteur(inner, [...words, '--prune-baseline']);
  assert.equal(entries('all.json').length, ALL.length + entries(`inner/${BASELINE}`).length);
});

test('fixes come first, and the rest is known', async (context) => {
  const { check, read, write, entries } = team(context);
  write('briefs/b.md', `${FRONT}:person [Ann Lee] met :person[Third Man].\n`);
  const { status } = await check('--fix', '--update-baseline');
  assert.equal(status, 0);
  assert.match(read('briefs/b.md'), /:person\[Ann Lee\]/);
  assert.deepEqual(entries(), [...ALL.slice(0, 3), ALL[4]]);
});

test('a text without a name is not written into the baseline', async (context) => {
  const { folder } = team(context, OLD);
  const words = ['check', '--update-baseline', '-'];
  const stdin = ':person[Somebody New]\n';
  const nameless = await rapporteur(folder, words, { stdin });
  assert.equal(nameless.status, 2);
  assert.match(nameless.stderr, /needs file names, .* Add one with --stdin-filename/);
  const named = await rapporteur(folder, [...words, '--stdin-filename', 'new.md'], { stdin });
  assert.equal(named.status, 0);
});
