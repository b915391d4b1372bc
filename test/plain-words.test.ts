// Everything that users read is in plain present-day English. This finds words and turns that a reader with
// English as a second language stumbles over: in the strings of the code, the manifest, the schemas, the
// help (by the manual page) and the guide.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { stringLiterals } from './support/string-literals.js';

/** A word or turn to avoid -> what to write instead. */
const AVOIDED: readonly (readonly [RegExp, string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\b(?:bear|bears|borne)\b/i, 'allow'],
  [/\b(?:stand|stands|stood)\b(?! for)/i, 'be'],
  [/\btold\b/i, 'reported, notified'],
  [/\bheed(?:s|ed|ing)?\b/i, 'respect'],
  [/\bsettle(?:s|d)?\b/i, 'update, end'],
  [/\bspoil(?:s|ed|t)?\b/i, 'break'],
  [/\bhearsay\b/i, 'report by others'],
  [/\bthings?\b/i, 'entity, promise, name: say which'],
  [/\b(?:wherever|whatever|whoever|whomever|whichever)\b/i, 'any, everyone who'],
  [
    /\b(?:naught|aught|nay|lest|hence|thus|thereof|therein|whereby|whilst|upon|anew|unasked)\b/i,
    'plain words',
  ],
  [/\bbesides?\b/i, 'next to, in addition'],
  [/\bof (?:its|their|his|her|our|your) own\b/i, 'own, separate'],
  [/\b(?:is|are) to be\b/i, 'must be, is'],
  [/(?<!\b[Tt]here )\b(?:is|are|was|were) no (?!longer\b|more\b)/, 'is not a'],
  [/\b(?:becomes?|became) of\b/i, 'happened to'],
  [/\b(?:speaks?|spoke|spoken) of\b/i, 'mention'],
  [/\bholds? together\b/i, 'is wrong'],
  [/\btakes? out\b|\btaken out\b/i, 'remove'],
  [/, else\b/, 'or else, otherwise'],
  [/\bas (?:ever|well as ever)\b/i, 'as usual'],
];

const PROSE = /\p{L}[,;:]? \p{L}/u;
/** A sample brief quotes what people write. */
const BRIEF = /(?<![\p{L}\d]):{1,3}[a-z]+[[{]|^---\n/u;
/** The name of a rule is a contract. */
const NAMES = /text-beside-record/g;

interface Text {
  readonly where: string;
  readonly text: string;
}

function filesBelow(folder: string, ending: RegExp): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name).replaceAll(path.sep, '/'))
    .filter((name) => ending.test(name));
}

function read(where: string): Text {
  return { where, text: fs.readFileSync(where, 'utf8').replace(NAMES, '…') };
}

function stringsOfCode(): readonly Text[] {
  const files = [...filesBelow('server', /\.ts$/), ...filesBelow('client', /\.ts$/)].filter(
    (name) => !name.startsWith('server/core/language/'),
  );
  return [...files, '.build/manifest.mjs', '.build/snippets.mjs', 'action/tool.mjs'].flatMap(
    (where) =>
      stringLiterals(read(where).text)
        .filter((text) => PROSE.test(text) && !BRIEF.test(text))
        .map((text) => ({ where, text })),
  );
}

/** Prose and tables of Markdown, without code. */
function prose({ where, text }: Text): Text {
  return { where, text: text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '…') };
}

const GUIDE = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'client/README.md',
  'server/README.md',
];

const SOURCES: readonly (readonly [title: string, texts: () => readonly Text[]])[] = [
  ['the strings of the code', stringsOfCode],
  ['the guide', () => [...GUIDE, ...filesBelow('docs', /\.md$/)].map(read).map(prose)],
  [
    'the manifest, the schemas, the help',
    () =>
      [
        'package.nls.json',
        'l10n/bundle.l10n.json',
        'action.yml',
        'man/rapporteur.1',
        ...filesBelow('server/schema', /\.json$/),
        ...filesBelow('syntaxes', /snippets\.json$/),
      ].map(read),
  ],
];

for (const [title, texts] of SOURCES) {
  test(`${title} are in plain words`, () => {
    const faults = texts().flatMap(({ where, text }) =>
      AVOIDED.flatMap(([pattern, instead]) =>
        [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))].map(({ index }) => {
          const around = text.slice(Math.max(0, index - 40), index + 40).replace(/\s+/g, ' ');
          return `${where}: "${around}": write ${instead}`;
        }),
      ),
    );
    assert.deepEqual(faults, []);
  });
}

test('what is avoided is found, what is plain is not', () => {
  const found = (text: string) => AVOIDED.some(([pattern]) => pattern.test(text));
  const bad = [
    'Mend it',
    'is borne',
    'as it stands',
    'nobody is told',
    'not heeded',
    'a name of several things',
    'wherever it is',
    'a line of its own',
    'it is to be read',
    "'x' is no attribute",
    'what became of it',
  ];
  assert.deepEqual(
    bad.filter((text) => !found(text)),
    [],
  );
  const good = [
    'There is no file here.',
    'It stands for a list.',
    'It is no longer found.',
    'Nothing is found.',
  ];
  assert.deepEqual(good.filter(found), []);
});

test('literals are read with what is in them, comments and regular expressions are not', () => {
  const source = [
    "const a = 'it\\'s one'; // 'not two'",
    '/* "not three" */ const b = /[\'"`/]\'/.test("three") ? `four $' +
      '{five("six")} seven` : 8 / 2;',
  ].join('\n');
  assert.deepEqual(stringLiterals(source), ["it's one", 'three', 'six', 'four … seven']);
});
