import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type ConfigReading,
  type ConfigText,
  configReads,
  isIgnoredPath,
  isWorkspaceConfig,
  type Level,
  levelsAt,
  readConfig,
} from '../server/core/workspace/index.js';
import { property, runs, slow } from './support/needs.js';

const names = { rules: ['one', 'two', 'three'], kinds: ['person', 'org'] };

/** As a shell asks: every file that is wanted is given, if there is one. */
function read(
  texts: Readonly<Record<string, string>>,
  entry: string | undefined = 'rapporteur.yaml',
): ConfigReading {
  const files = new Map<string, ConfigText>();
  const below = Object.keys(texts).filter((path) => /.\/rapporteur\.yaml$/.test(path));
  for (;;) {
    const reading = readConfig({ entry, below: below.filter(isJoined), files, names });
    if (reading.wanted.length === 0) return reading;
    for (const path of reading.wanted) files.set(path, textAt(path));
  }
  function isJoined(path: string): boolean {
    return !isWorkspaceConfig(texts[path] ?? '');
  }
  function textAt(path: string): ConfigText {
    const text = texts[path];
    return text === undefined ? { unread: 'there is no such file' } : { text };
  }
}

function sound(texts: Readonly<Record<string, string>>): ConfigReading {
  const reading = read(texts);
  assert.deepEqual([...reading.faults], []);
  return reading;
}

function levels({ settings }: ConfigReading, path: string): Readonly<Record<string, Level>> {
  return Object.fromEntries([...levelsAt(settings, path)].sort());
}

/** Each fault as `file: the words it stands at: message`. */
function faultsOf(texts: Readonly<Record<string, string>>): readonly string[] {
  return [...read(texts).faults].flatMap(([path, faults]) =>
    faults.map(({ span, message }) => {
      return `${path}: ${texts[path]?.slice(span.start, span.end)}: ${message}`;
    }),
  );
}

test('what extends wins: lists replace, rules and kinds merge, overrides append', () => {
  const reading = sound({
    'rapporteur.yaml': `extends: [shared/a.yaml, b.yaml]
briefs: own/**
rules: { three: hint }
overrides: [{ files: x/**, rules: { two: info } }]
kinds: { weapon: { title: Own } }
`,
    'shared/a.yaml': `extends: ../c.yaml
rules: { one: error, two: error }
registries: a.yaml
ignore: [a]
kinds: { weapon: {}, vessel: { attributes: { crew: { type: ids, kinds: [hull] } } } }
`,
    'b.yaml': 'rules: { two: off }\nignore: [b]\nmaxWarnings: 3\n',
    'c.yaml': 'rules: { one: off }\nfailOn: hint\nbriefs: c/**\nkinds: { hull: {} }\n',
  });
  const { settings, origins } = reading;
  assert.deepEqual(settings.briefs, ['own/**']);
  assert.deepEqual(settings.registries, ['a.yaml']);
  assert.deepEqual(settings.ignore, ['b']);
  assert.equal(settings.failOn, 'hint');
  assert.equal(settings.maxWarnings, 3);
  assert.deepEqual(levels(reading, 'a.md'), { one: 'error', two: 'off', three: 'hint' });
  assert.deepEqual(levels(reading, 'x/a.md'), { one: 'error', two: 'info', three: 'hint' });
  assert.deepEqual(
    settings.kinds.map(({ tag, title }) => [tag, title]),
    [
      ['hull', 'Hull'],
      ['weapon', 'Own'],
      ['vessel', 'Vessel'],
    ],
  );
  assert.equal(origins.keys.get('failOn'), 'c.yaml');
  assert.equal(origins.levels.get('one'), 'shared/a.yaml');
  assert.equal(origins.kinds.get('weapon'), 'rapporteur.yaml');
  assert.deepEqual(origins.overrides, ['rapporteur.yaml']);
  assert.deepEqual([...reading.read].sort(), [
    'b.yaml',
    'c.yaml',
    'rapporteur.yaml',
    'shared/a.yaml',
  ]);
});

test('what is never suggested adds up, and the levels of suggestions by kind', () => {
  const { settings } = sound({
    'rapporteur.yaml':
      'extends: base.yaml\nsuggest: { never: [May, Chad], levels: { org: certain } }\n',
    'base.yaml':
      'suggest: { never: [Georgia, May], levels: { all: possible, person: likely }, kinds: [person, org] }\n',
  });
  assert.deepEqual(settings.suggest, {
    never: ['Georgia', 'May', 'Chad'],
    levels: {
      all: 'possible',
      byKind: new Map([
        ['person', 'likely'],
        ['org', 'certain'],
      ]),
    },
    kinds: ['person', 'org'],
  });
});

test('a file wins over the overrides of what it extends, too', () => {
  const reading = sound({
    'rapporteur.yaml': 'extends: base.yaml\nrules: { one: error }\n',
    'base.yaml': 'overrides: [{ files: x/**, rules: { one: off, two: off } }]\n',
  });
  assert.deepEqual(levels(reading, 'x/a.md'), { one: 'error', two: 'off' });
});

test('an override spares what it excepts, and of several the last wins', () => {
  const reading = sound({
    'rapporteur.yaml': `rules: { one: error }
overrides:
  - { files: [x/**, y.md], except: x/keep/**, rules: { one: off } }
  - { files: x/a.md, rules: { one: hint } }
`,
  });
  const one = (path: string): Level | undefined => levelsAt(reading.settings, path).get('one');
  assert.deepEqual(['x/a.md', 'x/b.md', 'x/keep/a.md', 'y.md', 'z.md'].map(one), [
    'hint',
    'off',
    'error',
    'off',
    'error',
  ]);
});

test('a folder that belongs to the workspace says what counts in it, the nearest last', () => {
  const reading = sound({
    'rapporteur.yaml': 'rules: { one: error }\noverrides: { files: "**", rules: { two: error } }\n',
    't[1]/rapporteur.yaml':
      'root: false\nrules: { one: off }\nignore: [old]\noverrides: { files: x/**, rules: { three: off } }\n',
    't[1]/x/rapporteur.yaml': 'root: false\nextends: ../../two.yaml\nrules: { one: hint }\n',
    'two.yaml': 'rules: { one: info, two: off }\nignore: [gone.md]\n',
  });
  assert.deepEqual(levels(reading, 'a.md'), { one: 'error', two: 'error' });
  assert.deepEqual(levels(reading, 't[1]/a.md'), { one: 'off', two: 'error' });
  assert.deepEqual(levels(reading, 't[1]/x/a.md'), { one: 'hint', two: 'off', three: 'off' });
  assert.deepEqual(levels(reading, 't1/x/a.md'), { one: 'error', two: 'error' });
  const ignored = ['t[1]/old/a.md', 't[1]/x/gone.md', 'old/a.md', 't[1]/gone.md'];
  assert.deepEqual(
    ignored.map((path) => isIgnoredPath(reading.settings, path)),
    [true, true, false, false],
  );
});

test('whether a workspace begins is told from the text', () => {
  const yes = ['', 'root: true\n', '# root: false\n', 'rules: { root: false }\n', 'root: [\n'];
  for (const text of yes) assert.equal(isWorkspaceConfig(text), true, text);
  for (const text of ['root: false\n', '{ "root": false }', "root: 'false'\r\n"]) {
    assert.equal(isWorkspaceConfig(text), false, text);
  }
});

test('each fault stands in its file, at its place', () => {
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [
      { 'rapporteur.yaml': 'extends: gone.yaml\n' },
      /^rapporteur\.yaml: gone\.yaml: 'gone\.yaml' could not be read: there is no such file\. The path/,
    ],
    [
      { 'rapporteur.yaml': 'extends: ministry-rules\n' },
      /: ministry-rules: .*\.\/node_modules\/ministry-rules\/rapporteur\.yaml/,
    ],
    [
      { 'rapporteur.yaml': 'extends: a/b.yaml\n', 'a/b.yaml': 'extends: ../rapporteur.yaml\n' },
      /^a\/b\.yaml: \.\.\/rapporteur\.yaml: .*circle: rapporteur\.yaml → a\/b\.yaml → rapporteur\.yaml\. Remove one/,
    ],
    [{ 'rapporteur.yaml': 'extends: ./rapporteur.yaml\n' }, /circle: rapporteur\.yaml → rapp/],
    [
      { 'rapporteur.yaml': 'extends: b.yaml\n', 'b.yaml': 'rules: { too: off }\n' },
      /^b\.yaml: too: There is no rule 'too'. Did you mean 'two'\?$/,
    ],
    [
      { 'rapporteur.yaml': '', 'a/rapporteur.yaml': 'root: false\nbriefs: x\n' },
      /^a\/rapporteur\.yaml: briefs: 'briefs' applies to the whole workspace.*remove 'root: false'/,
    ],
    [
      {
        'rapporteur.yaml': '',
        'a/rapporteur.yaml': 'root: false\nextends: b.yaml\n',
        'a/b.yaml': 'failOn: hint\n',
      },
      /^a\/rapporteur\.yaml: extends: a\/b\.yaml, which this file extends, has 'failOn'/,
    ],
    [{}, /^rapporteur\.yaml: undefined: It could not be read: there is no such file/],
  ];
  for (const [texts, fault] of cases) {
    const found = faultsOf(texts);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0] ?? '', fault);
  }
});

slow('what many files extend is read once, and nothing grows without bound', () => {
  const texts: Record<string, string> = { 'rapporteur.yaml': 'extends: [0.yaml, 0.yaml]\n' };
  for (let index = 0; index < 200; index += 1) {
    const next = `${index + 1}.yaml`;
    texts[`${index}.yaml`] = `extends: [${next}, ${next}]\noverrides: { files: a }\n`;
  }
  texts['200.yaml'] = '';
  assert.equal(sound(texts).settings.overrides.length, 200);
});

property('any files whatever: it ends, and every span lies in its text', () => {
  const path = fc.constantFrom('rapporteur.yaml', 'a.yaml', 'b/c.yaml', 'b/rapporteur.yaml');
  const line = fc.oneof(
    path.map((to) => `extends: ${to}`),
    path.map((to) => `extends: [../${to}, ./${to}]`),
    fc.constantFrom('root: false', 'rules: { one: off }', 'overrides: [{ files: [', 'kinds: [x]'),
  );
  const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(fc.dictionary(path, text), (texts) => {
      for (const [file, faults] of read(texts).faults) {
        for (const { span } of faults) {
          assert.ok(0 <= span.start && span.start <= span.end);
          assert.ok(span.end <= (texts[file]?.length ?? 0));
        }
      }
    }),
    runs('page'),
  );
});

/** Counts how often it is asked for a file. */
class CountedFiles extends Map<string, ConfigText> {
  asked = 0;

  override get(path: string): ConfigText | undefined {
    this.asked += 1;
    return super.get(path);
  }
}

test('files that extend each other in a ladder are each looked at a few times', () => {
  for (const rungs of [50, 800]) {
    const files = new CountedFiles();
    const reads = configReads({ entry: '0.yaml', below: [], files, names });
    let read = 0;
    let step = reads.next();
    for (; step.done !== true; read += 1) {
      const rung = Number.parseInt(step.value, 10);
      const bases = [rung + 1, rung + 2].filter((each) => each < rungs);
      const text = `extends: [${bases.map((each) => `${each}.yaml`)}]\n`;
      step = reads.next({ text });
    }
    assert.deepEqual([step.value.read.length, read], [rungs, rungs]);
    assert.ok(files.asked <= 4 * rungs, `${files.asked} for ${rungs} files`);
  }
});
