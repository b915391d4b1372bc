import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { isIgnoredPath, KINDS, levelsAt, RULES, readSettings } from '../server/core/index.js';
import { folderWith, type Ran, rapporteur } from './support/cli.js';

const BRIEF = '# Visit\n\n:person[Bob] went.\n';
const REGISTRY = 'person: { ann: { name: Ann Lee } }\n';

interface Result extends Ran {
  /** `file rule`, of what is open. */
  readonly found: readonly string[];
}

async function check(cwd: string, ...words: string[]): Promise<Result> {
  const ran = await rapporteur(cwd, ['check', '--format', 'json', ...words]);
  const { findings = [] } = ran.stdout.startsWith('{') ? JSON.parse(ran.stdout) : {};
  const found = (findings as { file: string; rule: string }[]).map(
    ({ file, rule }) => `${file} ${rule}`,
  );
  return { ...ran, found };
}

const UNKNOWN = (...files: string[]): string[] => files.map((file) => `${file} unresolved-name`);

test('a pattern of paths stands for what it matches, however it is written', async (context) => {
  const cwd = folderWith(context, {
    'briefs/a.md': BRIEF,
    'briefs/deep/b.md': BRIEF,
    'briefs/.hidden/c.md': BRIEF,
    'briefs/[x].md': BRIEF,
    'briefs/picture.png': 'x',
    'd.md': BRIEF,
  });
  const found = async (...words: string[]): Promise<readonly string[]> =>
    (await check(cwd, ...words)).found;
  const all = ['briefs/.hidden/c.md', 'briefs/[x].md', 'briefs/a.md', 'briefs/deep/b.md'];
  assert.deepEqual(await found('briefs/**'), UNKNOWN(...all));
  assert.deepEqual(await found('./briefs/**/*.md'), UNKNOWN(...all));
  assert.deepEqual(await found(path.join(cwd, 'briefs/d*/*.md')), UNKNOWN('briefs/deep/b.md'));
  assert.deepEqual(await found('{d,e}.md', 'briefs/a.md'), UNKNOWN('briefs/a.md', 'd.md'));
  assert.deepEqual(await found('*.md'), UNKNOWN('d.md'));
  // What is there under that very name wins over its reading as a pattern.
  assert.deepEqual(await found('briefs/[x].md'), UNKNOWN('briefs/[x].md'));
  const up = await check(path.join(cwd, 'briefs'), '../*.md');
  assert.deepEqual(up.found, UNKNOWN('../d.md'));
});

test('nothing to check fails with 2, unless it may be so', async (context) => {
  const cwd = folderWith(context, {
    'notes/plain.md': 'No tag.\n',
    'notes/a.txt': 'x',
    'a.md': BRIEF,
  });
  const cases: readonly (readonly [words: string[], why: RegExp])[] = [
    [['breifs/**'], /no brief or registry matches 'breifs\/\*\*', so nothing was checked/],
    [['notes/*.txt'], /no brief or registry matches 'notes\/\*\.txt'/],
    [['a.md', 'notes'], /there is no brief or registry in notes/],
    [['gone.md'], /there is no file or folder 'gone\.md'/],
    [['b.md'], /Did you mean 'a\.md'\?/],
  ];
  for (const [words, why] of cases) {
    const refused = await check(cwd, ...words);
    assert.equal(refused.status, 2, words.join());
    assert.equal(refused.stdout, '');
    assert.match(refused.stderr, why);
    const borne = await check(cwd, '--allow-empty', '--exit-zero', ...words);
    assert.equal(borne.status, 0, borne.stderr);
    // A path that is gone must not become "everything".
    assert.deepEqual(borne.found, words.includes('a.md') ? UNKNOWN('a.md') : []);
  }
  const negated = await check(cwd, '!a.md');
  assert.equal(negated.status, 2);
  assert.match(negated.stderr, /Write that into 'ignore' in rapporteur\.yaml/);
});

test('files that are no briefs are no slip when they are named: hooks name all', async (context) => {
  const cwd = folderWith(context, { 'README.md': 'No tag.\n', 'package.json': '{}' });
  const { status, stderr } = await check(cwd, 'README.md', 'package.json');
  assert.deepEqual([status, stderr], [0, '']);
});

test('what is ignored is skipped though it was named, with a note that says why', async (context) => {
  const cwd = folderWith(context, {
    '.gitignore': 'drafts/\n',
    'drafts/.gitignore': '!a.md\n',
    'drafts/a.md': BRIEF,
    'rapporteur.yaml': 'ignore: [old/**]\n',
    'old/b.md': BRIEF,
    'team/rapporteur.yaml': 'root: false\nignore: [x*]\n',
    'team/x1.md': BRIEF,
    'team/x2.md': BRIEF,
    'team/x3.md': BRIEF,
    'node_modules/m.md': BRIEF,
    'c.md': BRIEF,
  });
  const cases: readonly (readonly [words: string[], note: RegExp])[] = [
    [
      ['drafts/a.md'],
      /drafts\/a\.md was skipped: \.gitignore excludes it \(drafts\/\)\. --no-ignore reads it\./,
    ],
    [
      ['old/b.md'],
      /old\/b\.md was skipped: 'ignore' in rapporteur\.yaml excludes it \(old\/\*\*\)/,
    ],
    [
      ['team/x1.md', 'team/x2.md', 'team/x3.md'],
      /team\/x1\.md and 2 other files were skipped: 'ignore' in team\/rapporteur\.yaml excludes them \(x\*\)\. --no-ignore reads them\./,
    ],
    [['node_modules/m.md'], /nothing in node_modules is read/],
  ];
  for (const [words, note] of cases) {
    const skipped = await check(cwd, ...words);
    assert.deepEqual([skipped.status, skipped.found], [0, []], words.join());
    assert.match(skipped.stderr, note);
    const read = await check(cwd, '--no-ignore', ...words);
    assert.deepEqual([read.stderr, read.found], ['', UNKNOWN(...words)]);
  }
  // A folder or a pattern of which all is left out is nothing to check.
  const folder = await check(cwd, 'drafts');
  assert.equal(folder.status, 2);
  assert.match(folder.stderr, /nothing was checked.*\n.*drafts was skipped: \.gitignore/);
  assert.deepEqual((await check(cwd, '--no-ignore', 'drafts')).found, UNKNOWN('drafts/a.md'));
  // Beside them the others are checked.
  assert.deepEqual((await check(cwd, 'c.md', 'old/b.md')).found, UNKNOWN('c.md'));
});

test('a workspace that lies in an ignored folder says why there is nothing', async (context) => {
  const cwd = folderWith(context, {
    '.gitignore': 'build/\n',
    'build/rapporteur.yaml': '',
    'build/a.md': BRIEF,
  });
  const inside = await check(path.join(cwd, 'build'));
  assert.deepEqual([inside.status, inside.found], [0, []]);
  assert.match(
    inside.stderr,
    /^rapporteur: \. was skipped: \.\.\/\.gitignore excludes it \(build\/\)/,
  );
  assert.deepEqual((await check(path.join(cwd, 'build'), '--no-ignore')).found, UNKNOWN('a.md'));
});

test('--no-ignore lets in what was asked for, and no other copy of a registry', async (context) => {
  const cwd = folderWith(context, {
    '.gitignore': 'build/\ncopy/\n',
    'registry.yaml': REGISTRY,
    'build/a.md': ':person[Ann Lee] met :person[Bob].\n',
    'copy/registry.yaml': REGISTRY,
    'b.md': ':person[Ann Lee].\n',
  });
  assert.deepEqual((await check(cwd, '--no-ignore', 'build/a.md')).found, UNKNOWN('build/a.md'));
  const all = await check(cwd, '--no-ignore');
  assert.ok(all.found.includes('registry.yaml duplicate-id'));
});

test('the standard input is skipped under a name that is ignored', async (context) => {
  const cwd = folderWith(context, { '.gitignore': 'drafts/\n', 'drafts/': '' });
  const words = ['check', '-', '--stdin-filename', 'drafts/a.md'];
  const skipped = await rapporteur(cwd, words, { stdin: BRIEF });
  assert.equal(skipped.status, 0);
  assert.match(skipped.stderr, /drafts\/a\.md was skipped: \.gitignore/);
  assert.equal(skipped.stdout, 'Nothing was checked.\n');
  const read = await rapporteur(cwd, [...words, '--no-ignore'], { stdin: BRIEF });
  assert.equal(read.status, 1);
  assert.match(read.stdout, /drafts\/a\.md/);
  const nameless = await rapporteur(cwd, ['check', '-'], { stdin: BRIEF });
  assert.equal(nameless.status, 1);
});

test('a monorepo: folders of their own, folders that belong, files that are shared', async (context) => {
  const cwd = folderWith(context, {
    'shared/rules.yaml': 'rules: { commitment-without-deadline: off }\n',
    'rapporteur.yaml':
      '\ufeffextends: ./shared/rules.yaml\r\nrules:\r\n  unresolved-name: warning\r\n',
    'registry.yaml': REGISTRY,
    'a.md': BRIEF,
    'east/rapporteur.yaml': 'root: false\nrules: { unresolved-name: hint }\n',
    'east/b.md': ':person[Ann Lee] and :person[Bob].\n',
    'east/far/rapporteur.yaml': 'root: false\nextends: ../../shared/rules.yaml\n',
    'east/far/c.md': BRIEF,
    'west/rapporteur.yaml': '',
    'west/d.md': ':person[Ann Lee].\n',
    'empty/rapporteur.yaml': '',
  });
  const report = await rapporteur(cwd, ['check', '--format', 'json']);
  const levels = (JSON.parse(report.stdout).findings as { file: string; severity: string }[]).map(
    ({ file, severity }) => `${file} ${severity}`,
  );
  assert.deepEqual(levels, [
    'a.md warning',
    'east/b.md hint',
    'east/far/c.md hint',
    'west/d.md error',
  ]);
  // From wherever it is asked.
  const inside = await check(path.join(cwd, 'east', 'far'), '.');
  assert.deepEqual(inside.found, UNKNOWN('c.md'));
  const one = await check(path.join(cwd, 'east'), 'b.md');
  assert.deepEqual(one.found, UNKNOWN('b.md'));
});

test('in a workspace inside another the same is asked about as was named', async (context) => {
  const cwd = folderWith(context, {
    'rapporteur.yaml': '',
    'a.md': BRIEF,
    'b.md': BRIEF,
    'in/rapporteur.yaml': '',
    'in/a.md': BRIEF,
    'in/c.md': BRIEF,
  });
  const found = async (...words: string[]): Promise<readonly string[]> =>
    (await check(cwd, ...words)).found;
  assert.deepEqual(await found('a*.md'), UNKNOWN('a.md'));
  assert.deepEqual(await found('**/a.md'), UNKNOWN('a.md', 'in/a.md'));
  assert.deepEqual(await found('--no-ignore', '**/a.md'), UNKNOWN('a.md', 'in/a.md'));
  const all = UNKNOWN('a.md', 'b.md', 'in/a.md', 'in/c.md');
  assert.deepEqual(await found('.', 'in/a.md'), all);
  assert.deepEqual(await found('in/a.md', '.'), all);
});

test('each fault of a configuration is shown in its file, with what was meant', async (context) => {
  const cwd = folderWith(context, {
    'rapporteur.yaml': 'extends: [base.yaml, gone.yaml]\nrules: { unresolved-nam: off }\n',
    'base.yaml': 'brief: [a.md]\n',
    'part/rapporteur.yaml': 'root: false\nkinds: { vessel: {} }\n',
    'a.md': BRIEF,
  });
  const { status, stderr, stdout } = await check(cwd);
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^rapporteur: the configuration has errors\./);
  assert.match(stderr, /rapporteur\.yaml:1:22 {2}'gone\.yaml' could not be read/);
  assert.match(
    stderr,
    /rapporteur\.yaml:2:10 {2}There is no rule .*Did you mean 'unresolved-name'\?/,
  );
  assert.match(stderr, /base\.yaml:1:1 {2}'brief' is not a setting\. Did you mean 'briefs'\?/);
  assert.match(stderr, /part\/rapporteur\.yaml:2:1 {2}'kinds' applies to the whole workspace/);
});

test('a configuration that is a folder, in another encoding or missing is said to be so', async (context) => {
  const cwd = folderWith(context, {
    'rapporteur.yaml/x': '',
    'latin.yaml': Buffer.from('# caf\xe9\n', 'latin1'),
    'a.md': BRIEF,
  });
  const says = async (why: RegExp, ...words: string[]): Promise<void> => {
    const { status, stderr } = await check(cwd, ...words);
    assert.equal(status, 2);
    assert.match(stderr, why);
  };
  await says(/rapporteur\.yaml could not be read: it is a folder\./);
  await says(
    /latin\.yaml could not be read: it is not in UTF-8\. Save it as UTF-8\./,
    '--config',
    'latin.yaml',
  );
  await says(/there is no configuration 'none\.yaml'/, '--config', 'none.yaml');
  fs.mkdirSync(path.join(cwd, 'in'));
  fs.writeFileSync(path.join(cwd, 'in', 'ci.yaml'), 'extends: ../strict.yaml\n');
  fs.writeFileSync(path.join(cwd, 'strict.yaml'), 'rules: { unresolved-name: off }\n');
  const own = await check(cwd, '--config', 'in/ci.yaml', 'a.md');
  assert.deepEqual([own.status, own.found], [0, []]);
});

test('--rule wins over every configuration, and slips in it are named', async (context) => {
  const cwd = folderWith(context, {
    'rapporteur.yaml': 'overrides: { files: "**", rules: { unresolved-name: hint } }\n',
    'a.md': BRIEF,
    'own/rapporteur.yaml': 'rules: { unresolved-name: off }\n',
    'own/b.md': BRIEF,
  });
  assert.equal((await check(cwd)).status, 0);
  const all = await check(cwd, '--rule', 'unresolved-name=off', '--rule', 'unresolved-name=error');
  assert.deepEqual([all.status, all.found], [1, UNKNOWN('a.md', 'own/b.md')]);
  assert.deepEqual((await check(cwd, '--rule', 'unresolved-name=off')).found, []);
  const slips: readonly (readonly [string, RegExp])[] = [
    ['unresolved-nam=off', /There is no rule 'unresolved-nam'\. Did you mean 'unresolved-name'\?/],
    ['unresolved-name=warn', /'warn' is not a level\. Did you mean 'warning'\?/],
    ['unresolved-name=loud', /'loud' is not a level\. The levels are error/],
    ['unresolved-name', /sets no level\. Write the rule, '=' and the level/],
  ];
  for (const [written, why] of slips) {
    const { status, stderr } = await check(cwd, '--rule', written);
    assert.equal(status, 2);
    assert.match(stderr, why);
  }
});

test('--no-inline-config reports what comments silence, and asks nothing of them', async (context) => {
  const cwd = folderWith(context, {
    'a.md': `<!-- rapporteur-disable-next-line unresolved-name -->\n${BRIEF.split('\n')[2]}\n`,
  });
  const respected = await check(cwd);
  const ignored = await check(cwd, '--no-inline-config');
  assert.deepEqual(ignored.found, UNKNOWN('a.md'));
  assert.notDeepEqual(respected.found, ignored.found);
});

test('--print-config writes what counts as a configuration that says the same', async (context) => {
  const cwd = folderWith(context, {
    'rapporteur.yaml': `extends: base.yaml
briefs: ['b*/**', "it's.md"]
overrides: [{ files: x/**, except: x/y.md, rules: { overdue-commitment: off } }]
maxWarnings: 7
kinds: { vessel: { summary: 'A vessel: it floats.', attributes: { crew: { type: ids, kinds: [person] }, stage: [new, old] } } }
`,
    'base.yaml': 'rules: { broken-link: error, overdue-commitment: hint }\nbaseline: known.json\n',
    'p[1]/rapporteur.yaml': 'root: false\nignore: [old/**]\nrules: { overdue-commitment: error }\n',
  });
  const names = [RULES.map(({ name }) => name), KINDS.map(({ tag }) => tag)] as const;
  const whole = await rapporteur(cwd, ['check', '--print-config']);
  assert.deepEqual([whole.status, whole.stderr], [0, '']);
  const { settings, faults } = readSettings(whole.stdout, ...names);
  assert.deepEqual(faults, []);
  assert.deepEqual(settings.briefs, ['b*/**', "it's.md"]);
  assert.deepEqual([settings.maxWarnings, settings.baseline], [7, 'known.json']);
  assert.equal(settings.levels.size, RULES.length);
  const level = (file: string): string | undefined =>
    levelsAt(settings, file).get('overdue-commitment');
  assert.deepEqual(['a.md', 'x/a.md', 'x/y.md', 'p[1]/a.md', 'p1/a.md'].map(level), [
    'hint',
    'off',
    'hint',
    'error',
    'hint',
  ]);
  assert.equal(isIgnoredPath(settings, 'p[1]/old/a.md'), true);
  assert.deepEqual(
    settings.kinds[0]?.attributes.map(({ type }) => type.type),
    ['ids', 'one-of'],
  );
  assert.match(whole.stdout, /^ {2}broken-link: error # base\.yaml$/m);
  assert.match(whole.stdout, /^maxWarnings: 7 # rapporteur\.yaml$/m);
  assert.match(whole.stdout, /^failOn: error # default$/m);

  const words = ['check', '--print-config', 'p[1]/old/a.md', '--rule', 'broken-link=info'];
  const one = await rapporteur(cwd, words);
  const read = readSettings(one.stdout, ...names);
  assert.deepEqual([one.status, one.stderr, read.faults], [0, '', []]);
  assert.match(one.stdout, /^ {2}overdue-commitment: error # p\[1\]\/rapporteur\.yaml$/m);
  assert.equal(read.settings.levels.get('overdue-commitment'), 'error');
  assert.match(one.stdout, /^# 'ignore' excludes it\.$/m);
  assert.match(one.stdout, /^ {2}overdue-commitment: error # p\[1\]\/rapporteur\.yaml/m);
  assert.match(one.stdout, /^ {2}broken-link: info # --rule$/m);
});

test('a folder of ordinary Markdown has no complaint made of it', async (context: TestContext) => {
  const cwd = folderWith(context, {
    'README.md': '# Project\n\n- [x] done: see [the guide](guide.md)\n',
    'guide.md': 'Write `:person[Ann]`{x}, at 10:30, a::b.\n',
  });
  const { status, stdout, stderr } = await rapporteur(cwd, ['check']);
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^No brief /);
});

test('an empty path and a link to nothing are told from what is merely not there', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF });
  fs.symlinkSync('gone.md', path.join(cwd, 'link.md'));
  const refused: readonly (readonly [words: readonly string[], reason: RegExp])[] = [
    [[''], /: a path is empty\. Name a file or a folder/],
    [['a.md', ' '], /: a path is empty/],
    [['--stdin-filename', '', '-'], /: --stdin-filename: name a file\./],
    [['link.md'], /: 'link\.md' is a link to something that does not exist\.\n$/],
    [['b.md'], /no file or folder 'b\.md'\. Did you mean 'a\.md'/],
  ];
  for (const [words, reason] of refused) {
    const { status, stderr, stdout } = await check(cwd, ...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, reason);
  }
});
