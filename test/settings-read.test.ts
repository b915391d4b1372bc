import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  CONFIG_KEYS,
  configSchema,
  DEFAULT_SETTINGS,
  isBriefPath,
  isIgnoredPath,
  isRegistryPath,
  readSettings,
  type Settings,
} from '../server/core/workspace/index.js';
import { property, runs } from './support/needs.js';

const RULES = ['broken-link', 'overdue-commitment', 'commitment-without-deadline'];
const KINDS = ['person', 'org', 'commitment'];

function read(text: string): Settings {
  const { settings, faults } = readSettings(text, RULES, KINDS);
  assert.deepEqual(faults, []);
  return settings;
}

/** Each fault as `words it stands at: message`. */
function faultsOf(text: string): readonly string[] {
  const { faults } = readSettings(text, RULES, KINDS);
  return faults.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
}

test('nothing said: the defaults', () => {
  for (const text of ['', '# only a comment\n', '{}\n'])
    assert.deepEqual(read(text), DEFAULT_SETTINGS);
});

test('every setting is read', () => {
  const settings = read(`briefs: [briefs/**/*.md, notes.md]
registries: who.yaml
ignore:
  - archive
rules: { broken-link: off, overdue-commitment: error }
overrides:
  - { files: drafts/**, except: [drafts/final.md], rules: { broken-link: hint } }
failOn: warning
maxWarnings: 20
baseline: ./known.json
kinds:
  programme: { title: Programme, plural: Programmes, summary: Funded work., attributes: { budget: text, lead-by: id } }
`);
  assert.deepEqual(settings.briefs, ['briefs/**/*.md', 'notes.md']);
  assert.deepEqual(settings.registries, ['who.yaml']);
  assert.deepEqual(settings.ignore, ['archive']);
  assert.deepEqual(
    [...settings.levels],
    [
      ['broken-link', 'off'],
      ['overdue-commitment', 'error'],
    ],
  );
  assert.deepEqual(
    settings.overrides.map(({ files, except, levels }) => [files, except, [...levels]]),
    [[['drafts/**'], ['drafts/final.md'], [['broken-link', 'hint']]]],
  );
  assert.equal(settings.failOn, 'warning');
  assert.equal(settings.maxWarnings, 20);
  assert.equal(settings.baseline, 'known.json');
  const [kind] = settings.kinds;
  assert.equal(kind?.tag, 'programme');
  assert.equal(kind?.title, 'Programme');
  assert.equal(kind?.plural, 'Programmes');
  assert.equal(kind?.custom, true);
  assert.deepEqual(
    kind?.attributes.map(({ name, type }) => [name, type]),
    [
      ['budget', { type: 'text' }],
      ['lead_by', { type: 'id', kinds: 'any' }],
    ],
  );
});

test('kinds may be a list, and attributes described at length', () => {
  const { kinds } = read(`kinds:
  - name: weapon
    title: Weapon
    attributes:
      - range
      - { name: maker, type: ids, kinds: [org, weapon], summary: Who makes it. }
  - name: stage
    attributes: { state: [pilot, series] }
`);
  assert.deepEqual(
    kinds.map((kind) => kind.tag),
    ['weapon', 'stage'],
  );
  assert.deepEqual(kinds[0]?.attributes, [
    { name: 'range', summary: 'An attribute of this workspace.', type: { type: 'text' } },
    { name: 'maker', summary: 'Who makes it.', type: { type: 'ids', kinds: ['org', 'weapon'] } },
  ]);
  assert.equal(kinds[1]?.title, 'Stage');
  assert.deepEqual(kinds[1]?.attributes[0]?.type, {
    type: 'one-of',
    values: [
      { value: 'pilot', summary: 'pilot' },
      { value: 'series', summary: 'series' },
    ],
  });
});

test('every slip is named where it stands, with what was meant', () => {
  const slips: readonly (readonly [text: string, fault: RegExp])[] = [
    ['brief: [a.md]\n', /^brief: 'brief' is not a setting. Did you mean 'briefs'\?$/],
    [
      'colour: blue\n',
      /^colour: 'colour' is not a setting. The settings are root, extends, briefs/,
    ],
    ['__proto__: 1\n', /^__proto__: '__proto__' is not a setting/],
    ['rules: { broken-links: off }\n', /^broken-links: There is no rule .*'broken-link'\?$/],
    [
      'rules: { constructor: off }\n',
      /^constructor: There is no rule 'constructor'. `rapporteur explain`/,
    ],
    [
      'rules: { broken-link: warn }\n',
      /^warn: 'warn' is not known here. Did you mean 'warning'\?$/,
    ],
    ['rules: { broken-link: loud }\n', /^loud: .*The level of a rule is one of/],
    ['rules: { broken-link: eror }\n', /^eror: .*Did you mean 'error'\?$/],
    ['rules: { broken-link: [error] }\n', /^\[error\]: The level of a rule is one of/],
    ['rules: [broken-link]\n', /^\[broken-link\]: Rules are written as/],
    ['rules: { broken-link: true }\n', /^true: .*Did you mean 'warning'\?$/],
    ['rules: { broken-link: False }\n', /^False: .*Did you mean 'off'\?$/],
    ['rules: { broken-link: 2 }\n', /^2: .*Did you mean 'error'\?$/],
    ['failOn: off\n', /^off: 'off' is not known here. Did you mean 'never'\?$/],
    ['fail-on: error\n', /^fail-on: 'fail-on' is not a setting. Did you mean 'failOn'\?$/],
    ['exclude: [a]\n', /^exclude: .*Did you mean 'ignore'\?$/],
    ['root: no\n', /^no: 'no' is not known here. Did you mean|`root`, whether a workspace/],
    ['maxWarnings: -1\n', /^-1: '-1' is not a number of warnings.*leave the setting out/],
    ['maxWarnings: many\n', /^many: .*Write a whole number/],
    ['maxWarnings:\n', /: Write a whole number/],
    ['baseline: ../b.json\n', /^\.\.\/b\.json: .*leads out of the folder/],
    ['baseline: /b.json\n', /^\/b\.json: .*on one machine only/],
    ['baseline: known/\n', /^known\/: 'known\/' is a folder/],
    ['extends: https://x.org/a.yaml\n', /^https:.*Nothing is fetched from the network/],
    ['extends: [/etc/a.yaml]\n', /^\/etc\/a\.yaml: .*on one machine only/],
    ["extends: 'a\\b.yaml'\n", /has a backslash.*a\/b\.yaml$/],
    ['extends: { a: b }\n', /: Write the path of a file/],
    ['overrides: [a]\n', /^a: Overrides are a list/],
    ['overrides: [{ rules: {} }]\n', /^rules: This override names no `files`/],
    ['overrides: [{ files: a, excpt: b }]\n', /^excpt: .*Did you mean 'except'/],
    [
      'overrides: { files: a, rules: { broken-lnk: off } }\n',
      /^broken-lnk: .*Did you mean 'broken-link'\?$/,
    ],
    ['briefs: { a: b }\n', /: Write a list of paths/],
    ['briefs: [[a.md]]\n', /^\[a.md\]: Write a list of paths/],
    ["briefs: ['']\n", /: A pattern of paths is empty/],
    ["briefs: ['a\\b.md']\n", /has a backslash.*a\/b\.md$/],
    ['briefs: [../other/*.md]\n', /leads out of the folder/],
    ["briefs: ['**/*.md', '!old/**']\n", /^!old\/\*\*: .*excludes files.*'ignore'/],
    ["ignore: ['!old']\n", /^!old: .*excludes files/],
    ['kinds: { person: { title: Human } }\n', /^person: 'person' is a built-in kind/],
    ['kinds: { Weapon: {} }\n', /^Weapon: 'Weapon' cannot be the name of a kind/],
    ['kinds: [{ name: a }, { name: a }]\n', /^a: The kind 'a' is defined twice/],
    ['kinds: [{ title: A }]\n', /: Kinds are written as/],
    ['kinds: { a: { titel: A } }\n', /^titel: 'titel' is not part of a kind. Did you mean 'title'/],
    ['kinds: { a: { attributes: { x: dat } } }\n', /^dat: .*Did you mean 'date'\?$/],
    [
      'kinds: { a: { attributes: { ref: id } } }\n',
      /^ref: 'ref' cannot be the name of an attribute/,
    ],
    ['kinds: { a: { attributes: [x-y, x_y] } }\n', /^x_y: The attribute 'x_y' is defined twice/],
    [
      'kinds: { a: { attributes: { x: { type: id, kinds: [persn] } } } }\n',
      /^persn: .*'person'\?$/,
    ],
    ['kinds: { a: { attributes: { x: { type: one-of } } } }\n', /^one-of: A one-of needs `values`/],
    ['- briefs\n', /: The settings are written as `name: value`/],
    ['just words\n', /^just words: The settings are written as `name: value`/],
  ];
  for (const [text, fault] of slips) {
    const found = faultsOf(text);
    assert.equal(found.length, 1, `${text}${found.join('\n')}`);
    assert.match(found[0] ?? '', fault);
  }
});

test('what is faulty keeps its default, the rest counts', () => {
  const { settings, faults } = readSettings(
    'failOn: loud\nrules: { broken-link: hint, nope: off }\nignore: [a]\n',
    RULES,
  );
  assert.equal(faults.length, 2);
  assert.equal(settings.failOn, 'error');
  assert.deepEqual([...settings.levels], [['broken-link', 'hint']]);
  assert.deepEqual(settings.ignore, ['a']);
});

test('broken YAML is a fault and no crash', () => {
  assert.ok(faultsOf('rules: [a\n').length > 0);
  assert.ok(faultsOf('ignore: [a]\nignore: [b]\n').length > 0);
  assert.deepEqual(readSettings('ignore: [a]\nignore: [b]\n', RULES).settings.ignore, ['a']);
});

test('registries by their usual names', () => {
  const yes = ['registry.yaml', 'a/b/registry.yaml', 'registry/x.yaml', 'a/registry/b/c.yaml'];
  const no = [
    'registry.yml',
    'registry.md',
    'registry/x.md',
    'registrys/x.yaml',
    'myregistry.yaml',
  ];
  for (const path of [
    ...yes,
    'people.registry.yaml',
    'a/people.registry.yaml',
    '.who/registry.yaml',
  ]) {
    assert.equal(isRegistryPath(DEFAULT_SETTINGS, path), true, path);
  }
  for (const path of no) assert.equal(isRegistryPath(DEFAULT_SETTINGS, path), false, path);
});

test('globs start at the folder of the settings', () => {
  const settings = read(
    'briefs: [./briefs/**, /note.md]\nregistries: []\nignore: [old/, "*.tmp.md"]\n',
  );
  assert.equal(isBriefPath(settings, 'briefs/a/b.md'), true);
  assert.equal(isBriefPath(settings, 'note.md'), true);
  assert.equal(isBriefPath(settings, 'a/note.md'), false);
  assert.equal(isBriefPath(DEFAULT_SETTINGS, 'note.md'), undefined);
  assert.equal(isRegistryPath(settings, 'registry.yaml'), false);
  assert.equal(isIgnoredPath(settings, 'old'), true);
  assert.equal(isIgnoredPath(settings, 'old/a/b.md'), true);
  assert.equal(isIgnoredPath(settings, 'x.tmp.md'), true);
  assert.equal(isIgnoredPath(settings, 'older/a.md'), false);
  assert.equal(isIgnoredPath(DEFAULT_SETTINGS, 'a.md'), false);
});

test('the schema knows every setting and rule', () => {
  const rules = RULES.map((name) => ({ name, summary: `About ${name}.`, level: 'warning' }));
  const schema = configSchema(rules) as {
    properties: Record<string, { properties?: Record<string, unknown> }>;
  };
  assert.deepEqual(Object.keys(schema.properties), [...CONFIG_KEYS]);
  assert.deepEqual(Object.keys(schema.properties.rules?.properties ?? {}), RULES);
  assert.doesNotThrow(() => structuredClone(schema));
});

test('the schema takes what is read without a fault, and refuses what is not', () => {
  const rules = RULES.map((name) => ({ name, summary: `About ${name}.`, level: 'warning' }));
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile(configSchema(rules));
  const judged = (text: string): boolean => validate(parse(text, { version: '1.2' }));
  const sound = [
    '',
    'root: false\nextends: [../a.yaml]\n',
    'overrides: { files: a, rules: { broken-link: off } }\nfailOn: never\nmaxWarnings: 0\n',
    'overrides: [{ files: [a, b], except: c }]\nbaseline: b.json\nbriefs: a\n',
    'kinds: { vessel: { title: Vessel, attributes: { crew: ids, stage: [new, old] } } }\n',
  ];
  for (const text of sound) {
    assert.deepEqual(faultsOf(text), []);
    assert.equal(judged(text), true, JSON.stringify(validate.errors));
  }
  const faulty = [
    'brief: a\n',
    'root: maybe\n',
    'overrides: [{ rules: { broken-link: off } }]\n',
    'overrides: [{ files: a, rules: { broken-link: loud } }]\n',
    'maxWarnings: -1\n',
    'failOn: sometimes\n',
  ];
  for (const text of faulty) {
    assert.equal(faultsOf(text).length, 1, text);
    assert.equal(judged(text), false, text);
  }
});

property('nothing throws, and every span lies in the text', () => {
  const piece = fc.constantFrom(
    ...[
      'briefs',
      'kinds',
      'rules',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a',
      '*a',
    ],
    ...['#', 'name', 'attributes', 'type', '|', '>', '!!', '\t', '__proto__', '/**', '(', '@', '%'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const { settings, faults } = readSettings(text, RULES, KINDS);
      for (const { span } of faults) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }
      isBriefPath(settings, 'a.md');
      isRegistryPath(settings, 'a.yaml');
    }),
    runs('page'),
  );
});

test('what is suggested: words, levels and kinds, with slips told at their place', () => {
  assert.deepEqual(read('suggest: { never: May, levels: certain, kinds: org }\n').suggest, {
    never: ['May'],
    levels: { all: 'certain', byKind: new Map() },
    kinds: ['org'],
  });
  const own = read(
    'kinds: { weapon: {} }\nsuggest: { kinds: [weapon], levels: { weapon: possible } }\n',
  );
  assert.deepEqual(own.suggest.kinds, ['weapon']);
  assert.deepEqual(
    faultsOf(
      'suggest: { not: [May], level: certain, levels: { perosn: likely, org: sure }, kinds: [orgs] }\n',
    ),
    [
      "not: 'not' is not part of 'suggest'. Did you mean 'never'?",
      "level: 'level' is not part of 'suggest'. Did you mean 'levels'?",
      "perosn: There is no kind 'perosn'. Did you mean 'person'?",
      "sure: 'sure' is not known here. Did you mean 'certain'?",
      "orgs: There is no kind 'orgs'. Did you mean 'org'?",
    ],
  );
  assert.deepEqual(faultsOf('suggest: [May]\n'), [
    '[May]: What is suggested is set as `name: value`; the names are never, levels or kinds.',
  ]);
});
