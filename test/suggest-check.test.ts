// `check --suggest`: names and promises without tags are findings like any other.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { check } from '../server/core/api/index.js';
import { type CheckResult, REQUESTS } from '../server/lsp/protocol.js';
import { folderWith, rapporteur } from './support/cli.js';
import { ABLE, eventually, withEditor } from './support/editor.js';

const REGISTRY = 'place:\n  india: { name: India }\n';
const BRIEF =
  '---\ndate: 2025-10-31\n---\n\nIndia told :place[India] that Kenya will open a port.\n';
const PLAIN = 'India will open a port by 2027.\n';
const FILES = { 'registry.yaml': REGISTRY, 'a.md': BRIEF, 'plain.md': PLAIN };
const ON = 'rules: { untagged-mention: info, untagged-commitment: warning }\n';

async function told(cwd: string, ...words: string[]): Promise<readonly string[]> {
  const { stdout } = await rapporteur(cwd, ['check', '--format', 'compact', ...words]);
  return stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line.includes('untagged-'))
    .map((line) => line.replace(/ is not tagged.*/, ''));
}

const IN_BRIEF = [
  "a.md:5:1: hint untagged-mention 'India'",
  "a.md:5:31: hint untagged-mention 'Kenya'",
  "a.md:5:37: hint untagged-commitment 'will open a port'",
];
const IN_PLAIN = [
  "plain.md:1:1: hint untagged-mention 'India'",
  "plain.md:1:7: hint untagged-commitment 'will open a port by 2027'",
  "plain.md:1:27: hint untagged-mention '2027'",
];

test('off unless the flag or a level says so; a file without tags is read when it is named', async (context) => {
  const cwd = folderWith(context, FILES);
  assert.deepEqual(await told(cwd), []);
  assert.deepEqual(await told(cwd, 'plain.md'), []);
  assert.deepEqual(await told(cwd, '--suggest'), IN_BRIEF);
  assert.deepEqual(await told(cwd, '--suggest', '.'), IN_BRIEF);
  assert.deepEqual(await told(cwd, '--suggest', 'plain.md'), IN_PLAIN);
  assert.deepEqual(await told(cwd, '--suggest', '--threads', '2', 'a.md', 'plain.md'), [
    ...IN_BRIEF,
    ...IN_PLAIN,
  ]);
  const { status } = await rapporteur(cwd, ['check', '--suggest', 'a.md']);
  assert.equal(status, 0);
});

test('what `briefs` covers is a brief, tagged or not', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'rapporteur.yaml': "briefs: '*.md'\n" });
  assert.deepEqual(await told(cwd, '--suggest'), [...IN_BRIEF, ...IN_PLAIN]);
});

test('a level in the configuration switches a rule on, and `off` wins over the flag', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'rapporteur.yaml': ON });
  const levels = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => line.split(' ').slice(1, 3).join(' '));
  assert.deepEqual(levels(await told(cwd)), [
    'note untagged-mention',
    'note untagged-mention',
    'warning untagged-commitment',
  ]);
  fs.writeFileSync(
    path.join(cwd, 'rapporteur.yaml'),
    'rules: { untagged-mention: off }\noverrides: [{ files: a.md, rules: { untagged-commitment: error } }]\n',
  );
  assert.deepEqual(levels(await told(cwd, '--suggest')), ['error untagged-commitment']);
  assert.deepEqual(levels(await told(cwd)), ['error untagged-commitment']);
  assert.deepEqual(levels(await told(cwd, '--rule', 'untagged-commitment=off')), []);
});

test('what is never suggested, and what the settings leave out, is no finding', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    'rapporteur.yaml': 'suggest: { never: [Kenya], levels: { place: certain }, kinds: [place] }\n',
    'a.md': BRIEF.replace('---\n', '---\nrapporteur: { not: [will open a port] }\n'),
  });
  assert.deepEqual(await told(cwd, '--suggest'), ["a.md:6:1: hint untagged-mention 'India'"]);
});

test('certain findings are fixed, the others on request, until nothing is left to say', async (context) => {
  const cwd = folderWith(context, FILES);
  const read = (name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');
  await rapporteur(cwd, ['check', '--suggest', '--fix', 'a.md', 'plain.md']);
  assert.equal(read('a.md'), BRIEF.replace('India told', ':place[India] told'));
  assert.equal(read('plain.md'), PLAIN.replace('India', ':place[India]'));
  await rapporteur(cwd, ['check', '--suggest', '--fix-suggestions', 'a.md', 'plain.md']);
  assert.deepEqual(await told(cwd, '--suggest'), []);
  const { stdout } = await rapporteur(cwd, ['check', '--format', 'compact']);
  assert.doesNotMatch(stdout, /error/);
});

test('comments and a baseline silence them like any other, and SARIF says which rule it is', async (context) => {
  const comment = '<!-- rapporteur-disable-next-line untagged-mention -- quoted -->\n';
  const cwd = folderWith(context, {
    ...FILES,
    'plain.md': `${comment}${PLAIN}`,
  });
  assert.deepEqual(await told(cwd, '--suggest', 'plain.md'), [
    "plain.md:2:7: hint untagged-commitment 'will open a port by 2027'",
  ]);
  const baseline = ['--baseline', 'known.json'];
  const update = ['check', ...baseline, '--update-baseline'];
  await rapporteur(cwd, [...update, '--suggest', 'a.md', 'plain.md']);
  assert.deepEqual(await told(cwd, ...baseline, '--suggest', 'a.md', 'plain.md'), []);
  // Without the flag nobody knows whether they are still there: they stay in it.
  const known = fs.readFileSync(path.join(cwd, 'known.json'), 'utf8');
  await rapporteur(cwd, [...update, 'a.md']);
  assert.equal(fs.readFileSync(path.join(cwd, 'known.json'), 'utf8'), known);
  const { stdout } = await rapporteur(cwd, ['check', '--suggest', '--format', 'sarif', 'a.md']);
  const [run] = (JSON.parse(stdout) as SarifLog).runs;
  const rule = run?.tool.driver.rules.find(({ id }) => id === 'untagged-mention');
  assert.deepEqual(rule?.defaultConfiguration, { level: 'note' });
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly { readonly id: string; readonly defaultConfiguration: object }[];
      };
    };
  }[];
}

test('the library finds the same', () => {
  const files = Object.entries({ ...FILES, 'rapporteur.yaml': ON }).map(([name, text]) => ({
    path: name,
    text,
  }));
  const { findings } = check(files, { today: '2026-01-15' });
  assert.deepEqual(
    findings.filter(({ rule }) => rule.startsWith('untagged-')).map(({ rule }) => rule),
    ['untagged-mention', 'untagged-mention', 'untagged-commitment'],
  );
});

test('the language server says it where a level is set, and again after each edit', async () => {
  const files = { 'registry.yaml': REGISTRY, 'a.md': BRIEF, 'rapporteur.yaml': ON };
  await withEditor(files, { capabilities: ABLE }, async (editor) => {
    const wordsNow = async (text: string): Promise<readonly string[]> => {
      const found = await editor.pull('a.md');
      const lines = text.split('\n');
      return found
        .filter(({ code }) => String(code).startsWith('untagged-'))
        .map(({ range: { start, end } }) =>
          (lines[start.line] ?? '').slice(start.character, end.character),
        );
    };
    editor.open('a.md', BRIEF);
    assert.deepEqual(await wordsNow(BRIEF), ['India', 'Kenya', 'will open a port']);
    const edited = BRIEF.replace('Kenya', 'Norway and Chad');
    editor.change('a.md', 2, edited);
    assert.deepEqual(await wordsNow(edited), ['India', 'Norway', 'Chad', 'will open a port']);
  });
});

test('an editor that is set to show hints has them in open briefs, where no level says otherwise', async () => {
  const covered = 'Kenya told India.\n';
  const files = {
    'registry.yaml': REGISTRY,
    ...{ 'a.md': BRIEF, 'closed.md': BRIEF, 'plain.md': PLAIN, 'covered.md': covered },
    'found.md': ':person[Nobody] met Kenya.\n',
    'rapporteur.yaml':
      'briefs: [a.md, closed.md, covered.md, found.md]\nrules: { untagged-commitment: off }\n',
  };
  let hints = false;
  const settings = {
    get suggest() {
      return { hints };
    },
  };
  const options = { capabilities: ABLE, configuration: settings };
  await withEditor(files, options, async (editor) => {
    const told = async (file: string): Promise<readonly string[]> =>
      (await editor.pull(file))
        .filter(({ code }) => String(code).startsWith('untagged-'))
        .map(({ message, severity, tags }) => `${message.split(' ')[0]} ${severity} ${tags ?? ''}`);
    for (const file of ['a.md', 'plain.md', 'covered.md', 'found.md']) editor.open(file);
    assert.deepEqual(await told('a.md'), []);
    hints = true;
    void editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(
      () => told('a.md'),
      (found) => found.length > 0,
    );
    // Hints of words that could be tagged are not shown faded.
    assert.deepEqual(await told('a.md'), ["'India' 4 ", "'Kenya' 4 "]);
    assert.deepEqual(await told('covered.md'), ["'Kenya' 4 ", "'India' 4 "]);
    // What is no brief is left alone, as is what nobody has opened.
    assert.deepEqual(await told('plain.md'), []);
    assert.deepEqual(await told('closed.md'), []);
    assert.deepEqual(await told('found.md'), ["'Kenya' 4 "]);
    // They are the editor's own: whoever asks for a check is given what a check says.
    const { files: checked } = await editor.connection.sendRequest<CheckResult>(REQUESTS.check);
    const codes = checked.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => String(code)));
    assert.deepEqual(codes, ['unresolved-name']);
    editor.change('a.md', 2, BRIEF.replace('Kenya', 'Norway and Chad'));
    assert.deepEqual(await told('a.md'), ["'India' 4 ", "'Norway' 4 ", "'Chad' 4 "]);
    hints = false;
    void editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(
      () => told('a.md'),
      (found) => found.length === 0,
    );
  });
});
