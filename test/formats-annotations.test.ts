import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { checkAzure } from '../server/cli/formats/check-azure.js';
import { checkGithub } from '../server/cli/formats/check-github.js';
import type { CheckFormat, LintRun } from '../server/cli/formats/lint-run.js';
import type { LocatedFinding } from '../server/cli/formats/located-finding.js';
import { type FindingParts, findingIn, PLAIN_DISPLAY, runOf } from './support/located-finding.js';
import { property, runs } from './support/needs.js';

const TEXT = 'Ada met Bo.\nThen she left.\n';

const linesOf = (format: CheckFormat, run: LintRun): readonly string[] =>
  [...format.write(run, PLAIN_DISPLAY)].join('').split('\n').slice(0, -1);

const many = (count: number, parts: FindingParts): readonly LocatedFinding[] =>
  Array.from({ length: count }, () => findingIn(TEXT, parts));

/** As actions/runner does (`ActionCommand.cs`, TryParseV2). */
function readGithub(line: string): { name: string; properties: Map<string, string>; data: string } {
  const end = line.indexOf('::', 2);
  assert.ok(line.startsWith('::') && end > 0, line);
  const info = line.slice(2, end);
  const space = info.indexOf(' ');
  const pairs = info
    .slice(space + 1)
    .split(',')
    .filter((pair) => pair !== '');
  const turned = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), turned(pair.slice(at + 1))];
  });
  return {
    name: info.slice(0, space),
    properties: new Map(properties),
    data: line
      .slice(end + 2)
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%'),
  };
}

/** As the agent of Azure Pipelines does: the command may stand anywhere in a line. */
function readAzure(line: string): { name: string; properties: Map<string, string>; data: string } {
  const start = line.indexOf('##vso[');
  const end = line.indexOf(']', start);
  assert.ok(start === 0 && end > 0, line);
  const info = line.slice(6, end);
  const space = info.indexOf(' ');
  const turned = (text: string): string =>
    text
      .replaceAll('%3B', ';')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%5D', ']')
      .replaceAll('%AZP25', '%');
  const pairs = info
    .slice(space + 1)
    .split(';')
    .filter((pair) => pair !== '');
  const properties = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), turned(pair.slice(at + 1))];
  });
  return {
    name: info.slice(0, space),
    properties: new Map(properties),
    data: turned(line.slice(end + 1)),
  };
}

test('GitHub: a command for each finding, its path from the top of the repository', () => {
  const run = runOf(
    [
      findingIn(TEXT, { severity: 'hint', message: 'Perhaps.' }),
      findingIn(TEXT, { severity: 'info', span: { start: 4, end: 20 }, message: '50 %:\n a, b' }),
      findingIn(TEXT, { severity: 'warning', span: { start: 4, end: 12 }, file: '../a, b: c.md' }),
      findingIn(TEXT, { span: { start: 4, end: 7 } }),
      findingIn(TEXT, { state: 'suppressed' }),
    ],
    { prefix: 'policy/briefs/' },
  );
  assert.deepEqual(linesOf(checkGithub, run), [
    '::error title=Rapporteur (unresolved-name),file=policy/briefs/brief.md,line=1,endLine=1,col=5,endColumn=8::Nobody is called so.',
    '::warning title=Rapporteur (unresolved-name),file=policy/a%2C b%3A c.md,line=1,endLine=1::Nobody is called so.',
    '::notice title=Rapporteur (unresolved-name),file=policy/briefs/brief.md,line=1,endLine=2::50 %25: a, b',
    '::notice title=Rapporteur (unresolved-name),file=policy/briefs/brief.md,line=1,endLine=1,col=1,endColumn=4::Perhaps.',
  ]);
});

test('GitHub: ten of each level, then one notice with the rest, for which there is room', () => {
  const run = runOf([
    ...many(12, { severity: 'info' }),
    ...many(11, { severity: 'warning' }),
    ...many(1, { severity: 'hint' }),
    ...many(25, {}),
  ]);
  const read = linesOf(checkGithub, run).map(readGithub);
  const names = read.map(({ name }) => name);
  const count = (name: string): number => names.filter((each) => each === name).length;
  assert.deepEqual([count('error'), count('warning'), count('notice')], [10, 10, 10]);
  assert.deepEqual(
    names,
    [...names].sort((a, b) => 'ewn'.indexOf(a[0] ?? '') - 'ewn'.indexOf(b[0] ?? '')),
  );
  assert.equal(
    read.at(-1)?.data,
    '15 more errors, 1 more warning, 3 more notes and 1 more hint: the report of this step shows all of them.',
  );
  assert.equal(linesOf(checkGithub, runOf(many(10, { severity: 'info' }))).length, 10);
});

test('Azure: errors and warnings are issues; notes and hints have none there', () => {
  const run = runOf(
    [
      findingIn(TEXT, { severity: 'info' }),
      findingIn(TEXT, { severity: 'warning', message: '50 %; [so]\n', file: 'a;b]c%.md' }),
      findingIn(TEXT, { span: { start: 4, end: 7 } }),
    ],
    { prefix: 'policy/' },
  );
  assert.deepEqual(linesOf(checkAzure, run), [
    '##vso[task.logissue type=error;sourcepath=policy/brief.md;linenumber=1;columnnumber=5;code=unresolved-name;]Nobody is called so.',
    '##vso[task.logissue type=warning;sourcepath=policy/a%3Bb%5Dc%AZP25.md;linenumber=1;columnnumber=1;code=unresolved-name;]50 %AZP25; [so]',
  ]);
  const crowded = linesOf(
    checkAzure,
    runOf([...many(12, {}), ...many(10, { severity: 'warning' })]),
  );
  assert.equal(crowded.length, 20);
  assert.equal(
    crowded.at(-1),
    '##vso[task.logissue type=warning;]2 more errors and 1 more warning: see the whole report.',
  );
  assert.deepEqual(linesOf(checkAzure, runOf(many(30, { severity: 'info' }))), []);
});

property('whatever a message or a path holds, the platforms read back what was meant', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '%',
      '%25',
      '%0A',
      '\r\n',
      '::',
      ',',
      ';',
      ']',
      '=',
      '##vso[task.complete]',
      '%AZP25',
      '##[x]',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (message, name) => {
      const run = runOf([findingIn(TEXT, { message, file: `x${name.replaceAll('/', '')}` })]);
      const github = linesOf(checkGithub, run).map(readGithub);
      const azure = linesOf(checkAzure, run).map(readAzure);
      assert.deepEqual([github.length, azure.length], [1, 1]);
      assert.equal(github[0]?.name, 'error');
      assert.equal(azure[0]?.name, 'task.logissue');
      assert.equal(github[0]?.data, azure[0]?.data);
      assert.equal(github[0]?.properties.get('file'), azure[0]?.properties.get('sourcepath'));
      assert.deepEqual(
        [...(github[0]?.properties.keys() ?? [])],
        ['title', 'file', 'line', 'endLine', 'col', 'endColumn'],
      );
      assert.deepEqual(
        [...(azure[0]?.properties.keys() ?? [])],
        ['type', 'sourcepath', 'linenumber', 'columnnumber', 'code'],
      );
    }),
    runs('page'),
  );
});

test('a message that no platform would take whole is cut', () => {
  const run = runOf([findingIn(TEXT, { message: 'x'.repeat(5_000_000) })]);
  for (const format of [checkGithub, checkAzure]) {
    const [line = ''] = linesOf(format, run);
    assert.ok(line.length < 4500);
    assert.match(line, /x…$/);
  }
});
