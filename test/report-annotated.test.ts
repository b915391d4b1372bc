// Reports for annotators and learners: each marked word is where it is said to be, read back from the file alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cas } from '../server/report/formats/annotated/cas.js';
import { conll, namesIn } from '../server/report/formats/annotated/conll.js';
import { fileNames } from '../server/report/frame/file-names.js';
import { type ReportView, reportView } from '../server/report/index.js';
import { segmentsOf } from '../server/report/reading/segments.js';
import { hostileText } from './support/hostile-text.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const FILES = {
  'registry.yaml': 'place:\n  a: { name: Arcadia }\nperson:\n  ann: { name: Ann Lee }\n',
  'one.md': `---
title: One :place[Arcadia]
date: 2025-10-01
---

# The 😀 of :place[Arcadia]

:office[:place[Arcadia]'s Minister] Dr. :person[Ann Lee] met J. Doe (U.S.). She :commitment[will pay 1,000.5 by :date[17 October 2025]]{#c by=a}.
Then she left! "No." Yes; :place[
Arcadia]agreed.

- one
- two
`,
};

function viewOf(files: Readonly<Record<string, string>>): ReportView {
  const workspace = workspaceOf(files);
  return reportView(
    [{ workspace, pages: Object.keys(files), fileOf: (page) => page }],
    workspace.today,
  );
}

const ASKED = { view: 'timeline' } as const;

interface Spoken {
  readonly type: string;
  readonly tokens: readonly string[];
}

/** As a reader of CoNLL-2002 finds names, brief by brief. */
function readConll(text: string): readonly { sentences: string[][]; names: Spoken[] }[] {
  const briefs: { sentences: string[][]; names: { type: string; tokens: string[] }[] }[] = [];
  for (const block of text.split('\n\n')) {
    const lines = block.split('\n').filter((line) => line !== '');
    if (lines.length === 0) continue;
    if (lines[0] === '-DOCSTART- O') {
      briefs.push({ sentences: [], names: [] });
      assert.equal(lines.length, 1);
      continue;
    }
    const brief = briefs.at(-1);
    assert.ok(brief);
    const sentence: string[] = [];
    let isOpen = false;
    for (const line of lines) {
      const [, token = '', mark = '', type = ''] = /^(\S+) ([BIO])(?:-(\S+))?$/u.exec(line) ?? [];
      assert.notEqual(token, '', JSON.stringify(line));
      sentence.push(token);
      if (mark === 'B') brief.names.push({ type, tokens: [token] });
      else if (mark === 'I') {
        // None goes on in another sentence, or as another type.
        assert.ok(isOpen && brief.names.at(-1)?.type === type);
        brief.names.at(-1)?.tokens.push(token);
      }
      isOpen = mark !== 'O';
    }
    brief.sentences.push(sentence);
  }
  return briefs;
}

function withoutSpace(words: string): string {
  return words.replace(/[\s\p{Z}\p{Cc}]/gu, '');
}

function assertConll(view: ReportView): void {
  const read = readConll([...(conll.write?.(view, ASKED) ?? [])].join(''));
  assert.equal(read.length, view.briefs.length);
  for (const [index, brief] of view.briefs.entries()) {
    const { text, body } = brief.plain;
    const found = read[index];
    assert.equal(found?.sentences.flat().join(''), withoutSpace(text.slice(body)));
    assert.deepEqual(
      found?.names.map(({ tokens }) => tokens.join('')),
      namesIn(brief).map(({ plain }) => withoutSpace(text.slice(plain.start, plain.end))),
    );
  }
}

test('CoNLL has the outer names, a token a line and a sentence a block', () => {
  const view = viewOf(FILES);
  assertConll(view);
  const [brief] = readConll([...(conll.write?.(view, ASKED) ?? [])].join(''));
  assert.deepEqual(
    brief?.names.map(({ type, tokens }) => `${type} ${tokens.join(' ')}`),
    [
      'LOC Arcadia',
      "OFFICE Arcadia's Minister",
      'PER Ann Lee',
      'DATE 17 October 2025',
      'LOC Arcadia',
    ],
  );
  assert.deepEqual(
    brief?.sentences.map((words) => words.join(' ')),
    [
      '# The 😀 of Arcadia',
      "Arcadia's Minister Dr . Ann Lee met J . Doe ( U.S . ) .",
      'She will pay 1,000.5 by 17 October 2025 .',
      'Then she left !',
      '" No . "',
      'Yes ; Arcadia agreed .',
      '- one',
      '- two',
    ],
  );
  assert.deepEqual(conll.leavesOut(view, ASKED), ['1 name inside of others', '1 commitment']);
});

interface Structure {
  readonly '%ID': number;
  readonly '%TYPE': string;
  readonly '@sofa'?: number;
  readonly begin: number;
  readonly end: number;
  readonly sofaString?: string;
  readonly value?: string;
  readonly identifier?: string;
}

interface Cas {
  readonly '%TYPES': Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly '%FEATURE_STRUCTURES': readonly Structure[];
  readonly '%VIEWS': Readonly<
    Record<string, { readonly '%SOFA': number; readonly '%MEMBERS': readonly number[] }>
  >;
}

function assertCas(view: ReportView): readonly Cas[] {
  const files = [...(cas.files?.(view, ASKED) ?? [])];
  assert.equal(files.length, view.briefs.length);
  return files.map(({ name, content }, index) => {
    assert.match(name, /^[A-Za-z0-9-]+\.json$/);
    const read = JSON.parse([...content].join('')) as Cas;
    const brief = view.briefs[index];
    const structures = read['%FEATURE_STRUCTURES'];
    const text = structures[0]?.sofaString ?? '';
    assert.equal(text, brief?.plain.text.slice(brief.plain.body));
    assert.deepEqual(
      structures.map((each) => each['%ID']),
      structures.map((_, at) => at + 1),
    );
    const { '%SOFA': sofa, '%MEMBERS': members } = read['%VIEWS']._InitialView ?? assert.fail();
    assert.equal(sofa, 1);
    assert.deepEqual(
      members,
      structures.slice(1).map((each) => each['%ID']),
    );
    for (const structure of structures.slice(2)) {
      assert.equal(structure['@sofa'], 1);
      const type = read['%TYPES'][structure['%TYPE']];
      assert.ok(type && text.slice(structure.begin, structure.end).trim() !== '');
      for (const feature of Object.keys(structure))
        assert.ok(/^[%@]|^(?:begin|end)$/.test(feature) || feature in type, feature);
    }
    const named = structures.filter((each) => each['%TYPE'].endsWith('NamedEntity'));
    const marked = brief?.mentions.filter(({ plain }) => plain.start >= brief.plain.body) ?? [];
    assert.deepEqual(
      named.map(({ begin, end, value }) => [text.slice(begin, end), value]),
      marked.map(({ plain, kind }) => [brief?.plain.text.slice(plain.start, plain.end), kind]),
    );
    // INCEpTION needs each name to begin and end with a token.
    const tokens = structures.filter((each) => each['%TYPE'].endsWith('Token'));
    const starts = new Set(tokens.map(({ begin }) => begin));
    const ends = new Set(tokens.map(({ end }) => end));
    for (const { begin, end } of named) assert.ok(starts.has(begin) && ends.has(end));
    return read;
  });
}

test('CAS JSON has all marked words with whom they mean, offsets in UTF-16 units', () => {
  const [one] = assertCas(viewOf(FILES));
  const named = one?.['%FEATURE_STRUCTURES'].filter((each) =>
    each['%TYPE'].endsWith('NamedEntity'),
  );
  assert.deepEqual(
    named?.map(({ value, identifier }) => `${value} ${identifier}`),
    [
      ...['place a', 'office undefined', 'place a', 'person ann', 'commitment c'],
      ...['date 2025-10-17', 'place a'],
    ],
  );
});

test('files of briefs have names that every system takes, and none twice', () => {
  const paths = [
    'a/b.md',
    'a-b.md',
    'A/B.md',
    'con.md',
    'ü.md',
    '../x.y.md',
    `${'l'.repeat(300)}.md`,
  ];
  const names = fileNames(paths, 'json');
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, paths.length);
  for (const name of names) assert.match(name, /^(?!con\.)[A-Za-z0-9][A-Za-z0-9-]{0,120}\.json$/);
  assert.deepEqual([names[0], names[5]], ['a-b.json', 'x-y.json']);
});

property('every text comes back from its tokens, and every name from its tags', () => {
  fc.assert(
    fc.property(fc.oneof(taggedMarkdown, hostileText), (text) => {
      const view = viewOf({
        ...FILES,
        'two.md': `${text}\n\n:place[Arcadia]{ref=a}x:person[${'\u200b'}y]\n`,
      });
      assertConll(view);
      assertCas(view);
    }),
    runs('workspace'),
  );
});

test('a long line without an end is read in one pass', () => {
  const line = 'a.b-'.repeat(50_000);
  const [segment] = segmentsOf(line, 0, []);
  assert.ok(segment);
  assert.equal(segmentsOf('x. '.repeat(20_000), 0, []).length, 1);
  assert.equal(segmentsOf('Xy. '.repeat(20_000), 0, []).length, 20_000);
});
