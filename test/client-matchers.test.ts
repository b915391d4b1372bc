// The problem matchers against what the command line and the task really print.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { compactLine } from '../client/compact-line.js';
import { rapporteur } from './support/cli.js';

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly code?: number;
  readonly message?: number;
}

interface Matcher {
  readonly name: string;
  readonly pattern: Pattern | readonly Pattern[];
}

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const matchers: readonly Matcher[] = manifest.contributes.problemMatchers;

function patternsOf(name: string): readonly Pattern[] {
  const found = matchers.find((matcher) => matcher.name === name)?.pattern;
  assert.ok(found, name);
  return Array.isArray(found) ? found : [found as Pattern];
}

/** What VS Code makes of lines: each pattern one line, one after the other. */
function problemsIn(name: string, text: string): readonly Record<string, string | undefined>[] {
  const patterns = patternsOf(name);
  const lines = text.split(/\r?\n/);
  return lines.flatMap((_, at) => {
    const problem: Record<string, string | undefined> = {};
    for (const [index, { regexp, ...groups }] of patterns.entries()) {
      const match = new RegExp(regexp).exec(lines[at + index] ?? '');
      if (match === null) return [];
      for (const [key, group] of Object.entries(groups)) problem[key] = match[group];
    }
    return [problem];
  });
}

const range = { start: { line: 10, character: 1 }, end: { line: 10, character: 9 } };

for (const path of ['briefs/a b.md', '/srv/briefs/a.md', 'C:\\briefs\\a.md']) {
  test(`a line of the task about ${path} is read back`, () => {
    const message = "'soon' names no day:\n3:4: error x-y.";
    const line = compactLine(path, { range, severity: 3, code: 'vague-deadline', message });
    const [problem, ...others] = problemsIn('rapporteur', line);
    assert.deepEqual(others, []);
    assert.deepEqual(problem, {
      file: path,
      line: '11',
      column: '2',
      severity: 'note',
      code: 'vague-deadline',
      message: "'soon' names no day: 3:4: error x-y.",
    });
  });
}

test('every severity of the protocol has its word; hints stay out of Problems, as in the editor', () => {
  const words = [1, 2, 3, 4, undefined].map((severity) => {
    const line = compactLine('a.md', {
      range,
      message: 'x',
      code: 'some-rule',
      ...(severity ? { severity: severity as 1 } : {}),
    });
    return problemsIn('rapporteur', line)[0]?.severity;
  });
  assert.deepEqual(words, ['error', 'warning', 'note', undefined, 'error']);
});

test('of the report for reading, the first finding of each file is read', async () => {
  const options = ['check', '--today', '2026-01-15'];
  const { stdout } = await rapporteur('samples/every-finding', options);
  const found = problemsIn('rapporteur-report', stdout);
  const lines = stdout.split('\n');
  // Where the first is a hint, there is none for Problems.
  const files = lines.filter(
    (line, at) => /^\S+\.(?:md|yaml)$/.test(line) && !/ {2}hint {2}/.test(lines[at + 2] ?? ''),
  );
  assert.ok(files.length > 3);
  assert.deepEqual(
    found.map(({ file }) => file),
    files,
  );
  assert.deepEqual(
    { ...found[0], message: '' },
    { file: 'briefs/01-slips.md', line: '9', column: '26', severity: 'error', message: '' },
  );
  assert.match(found[0]?.message ?? '', /^This :person tag opens/);
});
