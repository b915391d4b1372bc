import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith, rapporteur } from './support/cli.js';

const BRIEF = `---
title: A visit
date: 2025-10-31
---

Foreign Minister Ada Moreau met Jan Berg of Norway in Geneva on Thursday. Norland will open a port in Geneva by 2027.
`;
const REGISTRY = `# Kept by hand.
place:
  norland: { name: Norland } # ours
`;

interface Suggested {
  readonly type: string;
  readonly kind: string;
  readonly words: string;
  readonly ids: readonly string[];
  readonly level: string;
  readonly entity: string | null;
  readonly range: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  };
  readonly edits: readonly object[];
  readonly commitment?: Readonly<Record<string, unknown>>;
}

test('suggestions as JSON: each with its place, reason and edits, and what would be new', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF, 'registry.yaml': REGISTRY });
  const { status, stdout } = await rapporteur(cwd, ['annotate', '--format', 'json', 'a.md']);
  assert.equal(status, 0);
  const report = JSON.parse(stdout) as {
    suggestions: Suggested[];
    entities: { key: string; id: string; kind: string }[];
  };
  assert.deepEqual(Object.keys(report), ['tool', 'today', 'suggestions', 'entities']);
  assert.deepEqual(
    report.suggestions.map(({ kind, words, ids, level }) => [kind, words, ids.join(), level]),
    [
      ['office', 'Foreign Minister', '', 'likely'],
      ['person', 'Ada Moreau', '', 'likely'],
      ['person', 'Jan Berg', '', 'likely'],
      ['place', 'Norway', '', 'likely'],
      ['place', 'Geneva', '', 'likely'],
      ['date', 'Thursday', '2025-10-30', 'likely'],
      ['place', 'Norland', 'norland', 'certain'],
      ['commitment', 'will open a port in Geneva by 2027', '', 'likely'],
      ['place', 'Geneva', '', 'likely'],
      ['date', '2027', '2027', 'likely'],
    ],
  );
  for (const { range, words } of report.suggestions)
    assert.equal(BRIEF.slice(range.start.offset, range.end.offset), words);
  assert.deepEqual(report.suggestions.find(({ type }) => type === 'commitment')?.commitment, {
    id: 'c-open-port-geneva',
    by: ['norland'],
    for: [],
    to: [],
    strength: 'planned',
    marker: null,
    if: null,
    due: '2027',
    dueText: null,
    period: null,
    saidBy: [],
    at: null,
    under: null,
  });
  const norway = report.entities.find(({ id }) => id === 'norway');
  assert.deepEqual(norway, {
    key: 'place:Norway',
    id: 'norway',
    kind: 'place',
    name: 'Norway',
    otherNames: [],
    attributes: { classification: 'country', iso: 'NO' },
    mentions: 1,
  });
});

test('what is certain is written, and with a level what is likely with its registry entries', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF, 'registry.yaml': REGISTRY });
  const read = (name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');
  const first = await rapporteur(cwd, ['annotate', '--write', 'a.md']);
  assert.equal(first.stderr, '1 tag in 1 file.\n');
  assert.ok(read('a.md').includes(':place[Norland] will open'));
  assert.equal(read('registry.yaml'), REGISTRY);
  const second = await rapporteur(cwd, ['annotate', '--write', '--level', 'likely', 'a.md']);
  assert.deepEqual([second.status, second.stderr], [0, '9 tags in 2 files.\n']);
  assert.ok(read('registry.yaml').startsWith(REGISTRY.trimEnd()));
  assert.ok(read('registry.yaml').includes('memberships: [{ office: foreign-minister }]'));
  const check = await rapporteur(cwd, ['check', '--format', 'compact']);
  assert.ok(!/error/.test(check.stdout), check.stdout);
  const strip = await rapporteur(cwd, ['strip', 'a.md']);
  assert.equal(strip.stdout, BRIEF);
  const again = await rapporteur(cwd, ['annotate', 'a.md']);
  assert.equal(again.stdout, 'Nothing new to tag.\n');
});

test('a diff and the text report write nothing, and parts can be left out', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF, 'registry.yaml': REGISTRY });
  const diff = await rapporteur(cwd, ['annotate', '--format', 'diff', '--only', 'dates', 'a.md']);
  assert.ok(
    diff.stdout.includes(
      '+Foreign Minister Ada Moreau met Jan Berg of Norway in Geneva on :date[Thursday]{edtf=2025-10-30}.',
    ),
  );
  const text = await rapporteur(cwd, ['annotate', '--kinds', 'person,commitment', 'a.md']);
  assert.ok(
    text.stdout.includes('Norland: will open a port in Geneva by 2027 (planned, due 2027)'),
    text.stdout,
  );
  assert.ok(!text.stdout.includes('Geneva (place'));
  assert.equal(fs.readFileSync(path.join(cwd, 'a.md'), 'utf8'), BRIEF);
});

test('the settings say what is suggested; options win over them, but not over what is never a name', async (context) => {
  const settings = `suggest:
  never: [ADA MOREAU, Thursday, will open a port in Geneva by 2027]
  levels: { all: possible, place: certain }
  kinds: [person, place, date, commitment]
`;
  const cwd = folderWith(context, {
    'a.md': BRIEF.replace('title:', 'rapporteur: { not: [jan berg] }\ntitle:'),
    'registry.yaml': REGISTRY,
    'rapporteur.yaml': settings,
  });
  const wordsWith = async (...options: string[]): Promise<readonly string[]> => {
    const { stdout } = await rapporteur(cwd, ['annotate', '--format', 'json', ...options, 'a.md']);
    return (JSON.parse(stdout) as { suggestions: Suggested[] }).suggestions.map(
      ({ words }) => words,
    );
  };
  assert.deepEqual(await wordsWith(), ['Norland', '2027']);
  assert.deepEqual(await wordsWith('--level', 'likely'), [
    'Norway',
    'Geneva',
    'Norland',
    'Geneva',
    '2027',
  ]);
  assert.deepEqual(await wordsWith('--kinds', 'office'), ['Foreign Minister']);
  const printed = await rapporteur(cwd, ['check', '--print-config']);
  const line = printed.stdout.slice(printed.stdout.indexOf('suggest:'));
  assert.ok(
    line.startsWith(`suggest: # rapporteur.yaml
  never: [ADA MOREAU, Thursday, will open a port in Geneva by 2027]
  levels: { all: possible, place: certain }
  kinds: [person, place, date, commitment]
`),
    line,
  );
});

test('ordinary documents of a folder are read with --all only', async (context) => {
  const cwd = folderWith(context, { 'a.md': 'Norway and Kenya met.\n', 'registry.yaml': REGISTRY });
  const usual = await rapporteur(cwd, ['annotate', '.']);
  assert.equal(usual.stdout, 'Nothing new to tag.\n');
  const all = await rapporteur(cwd, ['annotate', '--all', '.']);
  assert.ok(all.stdout.includes('Kenya'));
});

test('a registry that is none, and options that exclude each other, are told', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF });
  const registry = await rapporteur(cwd, [
    'annotate',
    '--write',
    '--level',
    'likely',
    '--registry',
    'names.txt',
    'a.md',
  ]);
  assert.equal(registry.status, 2);
  assert.ok(registry.stderr.includes("'names.txt' is not a registry"));
  assert.equal(fs.readFileSync(path.join(cwd, 'a.md'), 'utf8'), BRIEF);
  const both = await rapporteur(cwd, ['annotate', '--write', '--format', 'diff', 'a.md']);
  assert.equal(both.status, 2);
});

test('a promise of nobody is left to a person, and not counted as a tag that was put in', async (context) => {
  const text = '# Talks\n\nWe will pay 5 million dollars by 2027.\n';
  const cwd = folderWith(context, { 'a.md': text, 'registry.yaml': REGISTRY });
  const { stderr } = await rapporteur(cwd, ['annotate', '--write', '--level', 'possible', 'a.md']);
  assert.equal(stderr, '1 tag in 1 file.\n');
  assert.equal(
    fs.readFileSync(path.join(cwd, 'a.md'), 'utf8'),
    text.replace('2027', ':date[2027]'),
  );
});

test('it says how all that is shown is put in', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF, 'registry.yaml': REGISTRY });
  for (const [options, said] of [
    [
      [],
      /one by one, --write to put in what is certain, --write --level likely for all of this\.$/,
    ],
    // Nothing that is shown is less than likely.
    [['--level', 'possible'], /--write --level likely for all of this\.$/],
    [['--level', 'certain'], /Use --write to put in all of this\.$/],
  ] as const) {
    const { stdout } = await rapporteur(cwd, ['annotate', ...options, 'a.md']);
    assert.match(stdout.trimEnd(), said);
  }
});

test('a text that goes on and on like one name is read', async (context) => {
  const cwd = folderWith(context, { 'a.md': 'the Government of '.repeat(4000) });
  const { status, stderr } = await rapporteur(cwd, ['annotate', 'a.md']);
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('promises alone are written with whoever makes them in the registry', async (context) => {
  const cwd = folderWith(context, {
    'a.md': 'Foreign Minister Ada Moreau of Norway met him. She will open a port by 2027.\n',
  });
  const { stdout } = await rapporteur(cwd, ['annotate', '--only', 'commitments', 'a.md']);
  assert.match(stdout, /Ada Moreau: will open a port by 2027/);
  assert.doesNotMatch(stdout, /Norway/);
  const words = ['annotate', '--write', '--level', 'likely', '--kinds', 'commitment', 'a.md'];
  assert.equal((await rapporteur(cwd, words)).status, 0);
  const read = (name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');
  assert.match(read('a.md'), /^Foreign Minister Ada Moreau of Norway met him\. She :commitment\[/);
  assert.match(read('registry.yaml'), /ada-moreau:/);
  const check = await rapporteur(cwd, ['check', '--format', 'compact']);
  assert.doesNotMatch(check.stdout, /error/);
});
