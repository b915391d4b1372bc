// No brief and no file name may speak to a log, break a line or a document, in any format.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { Parser } from 'tap-parser';
import { loadFormats } from '../server/cli/formats/check-formats.js';
import type { LintRun } from '../server/cli/formats/lint-run.js';
import type { LocatedFinding } from '../server/cli/formats/located-finding.js';
import { folderWith, rapporteur } from './support/cli.js';
import { hostileText } from './support/hostile-text.js';
import { findingIn, runOf, written } from './support/located-finding.js';
import { property, runs } from './support/needs.js';
import { assertValid } from './support/xml.js';

const CHECK_FORMATS = await loadFormats();

const finding: fc.Arbitrary<LocatedFinding> = fc
  .record({
    text: hostileText,
    message: hostileText,
    file: hostileText.map((name) => name.replaceAll('\0', '') || 'x'),
    title: hostileText,
    there: hostileText,
    reason: hostileText,
    severity: fc.constantFrom('error', 'warning', 'info', 'hint'),
    state: fc.constantFrom('open', 'open', 'open', 'suppressed', 'known'),
    from: fc.nat(20),
    length: fc.nat(20),
  })
  .map(({ text, title, there, from, length, ...parts }) => {
    const start = Math.min(from, text.length);
    const span = { start, end: Math.min(text.length, start + length) };
    const edits = [{ ...span, text: there }];
    const fixes = [{ title, certain: true, edits }];
    return findingIn(text, { ...parts, span, related: [{ message: there, span }], fixes });
  });

const nastyRun: fc.Arbitrary<LintRun> = fc
  .record({
    findings: fc.array(finding, { maxLength: 6 }),
    paths: fc.array(hostileText, { maxLength: 2 }),
  })
  .map(({ findings, paths }) => runOf(findings, { paths, prefix: 'policy/' }));

/** Signs that act on a terminal, turn the order of words, or end a line for some readers. */
const ACTING = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/**
 * GitHub's runner obeys `::` at the start of a line, spaces aside, and `##[` anywhere in it; the agent
 * of Azure `##vso[` anywhere, TeamCity `##teamcity[`.
 */
function assertHarmless(report: string, format: string): void {
  assert.equal(Buffer.from(report).toString(), report, `${format}: valid UTF-8`);
  assert.doesNotMatch(report, ACTING, format);
  for (const line of report.split('\n')) {
    const rest =
      format === 'github'
        ? line.replace(/^::(?:error|warning|notice) title=Rapporteur/, '')
        : format === 'azure'
          ? line.replace(/^##vso\[task\.logissue type=/, '')
          : line;
    assert.ok(!rest.trimStart().startsWith('::'), `${format}: ${line}`);
    assert.doesNotMatch(rest, /##\w*\[/, `${format}: ${line}`);
  }
}

const openIn = ({ files }: LintRun): readonly LocatedFinding[] =>
  files.flatMap(({ findings }) => findings.filter(({ state }) => state === 'open'));

/** What the lines of a format must be, whatever they say. */
const FORMS: Readonly<Record<string, (report: string, run: LintRun) => void>> = {
  compact(report, run) {
    const lines = report.split('\n').slice(0, -1);
    assert.equal(lines.length, openIn(run).length);
    for (const line of lines) assert.match(line, /:\d+:\d+: (?:error|warning|note|hint) [a-z-]+ /);
  },
  json: (report) => void JSON.parse(report),
  jsonl(report, run) {
    const lines = report.split('\n').slice(0, -1);
    assert.equal(lines.length, openIn(run).length);
    for (const line of lines) JSON.parse(line);
  },
  text(report) {
    // The lines of a brief stand behind a gutter, all else is a path, indented, or the summary.
    for (const line of report.split('\n')) assert.doesNotMatch(line, /^\s+::/);
  },
  github(report) {
    for (const line of report.split('\n').slice(0, -1))
      assert.match(line, /^::(?:error|warning|notice) /);
  },
  azure(report) {
    for (const line of report.split('\n').slice(0, -1))
      assert.match(line, /^##vso\[task\.logissue /);
  },
  tap(report, run) {
    const events = Parser.parse(report, { strict: true });
    const clean = run.files.filter(
      (file) => !file.findings.some(({ state }) => state === 'open'),
    ).length;
    assert.equal(events.filter(([name]) => name === 'assert').length, openIn(run).length + clean);
    const known = ['version', 'plan', 'assert', 'complete', 'finish', 'close'];
    assert.deepEqual(
      events.map(([name]) => name).filter((name) => !known.includes(name)),
      [],
    );
  },
};

for (const format of CHECK_FORMATS) {
  property(
    `${format.name}: no line that a log obeys, none broken, whatever stands in a brief`,
    () => {
      fc.assert(
        fc.property(nastyRun, (run) => {
          const report = written(format, run);
          assertHarmless(report, format.name);
          FORMS[format.name]?.(report, run);
        }),
        runs('workspace'),
      );
    },
  );
}

for (const name of ['junit', 'checkstyle']) {
  property(`${name}: valid whatever stands in a brief`, async () => {
    const format = CHECK_FORMATS.find((each) => each.name === name);
    assert.ok(format);
    await fc.assert(
      fc.asyncProperty(nastyRun, (run) => assertValid(written(format, run), `${name}.xsd`)),
      runs('server'),
    );
  });
}

const BRIEF = '---\ndate: 2025-10-31\n---\n\n';
/** Together with the words between, a line of five megabytes. */
const LONG = 800_000;

test('a hostile workspace from end to end, in every format', async (context) => {
  const cwd = folderWith(context, {
    '::stop-commands::x.md': `${BRIEF}:person[::error::x] and :person[##vso[task.complete]]\n`,
    ' ::warning::a.md': `${BRIEF}##[group] :person[\u001b]0;x\u0007]\n`,
    'a\n::error::b.md': `${BRIEF}]]> :person[</failure>] :person{x=##vso[a]}\n`,
    '\u202eb"<&>.md': `${BRIEF}:person[\u2028::error::x\u0000] :nokind[##[command]x]\n`,
    'long.md': `${BRIEF}${'word '.repeat(LONG)} :person[Nobody] ${'é'.repeat(LONG)}\n`,
    'name.md': `${BRIEF}:person[${'N'.repeat(LONG)}]\n`,
    'registry.yaml': 'person:\n  ada: { name: "\\ud800::x\\n##vso[a]" }\n  ada: { name: x }\n',
  });
  const reports = CHECK_FORMATS.flatMap(({ name }) => ['--format', `${name}=out/${name}`]);
  await rapporteur(cwd, ['check', ...reports]);
  for (const { name } of CHECK_FORMATS) {
    const report = fs.readFileSync(path.join(cwd, 'out', name), 'utf8');
    assertHarmless(report, name);
    assert.ok(report.length > (name === 'azure' || name === 'github' ? 300 : 1000), name);
    if (name === 'junit' || name === 'checkstyle') await assertValid(report, `${name}.xsd`);
  }
});

test('the standard error speaks to no log either', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF, '##vso[task.x].md/': '' });
  const runs = [
    ['check', '::error::x\n::error::y'],
    ['check', '--format', '##vso[task.complete]'],
    ['check', '--fo\n  ::error::x'],
    ['check', '--format', 'json=##vso[task.x].md'],
    ['\n::stop-commands::x'],
    ['explain', '##[add-mask]x\n::error::x'],
  ];
  for (const words of runs) {
    const { status, stderr } = await rapporteur(cwd, words);
    assert.equal(status, 2);
    assert.ok(stderr.length > 20);
    assert.doesNotMatch(stderr, /^\s*::/m);
    assert.doesNotMatch(stderr, /##\w*\[/);
  }
});
