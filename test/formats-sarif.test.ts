import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { Log, Result, Run } from 'sarif';
import { checkSarif } from '../server/cli/formats/check-sarif.js';
import type { LintRun } from '../server/cli/formats/lint-run.js';
import { lineHashes } from '../server/cli/report/line-hash.js';
import { RULES } from '../server/core/index.js';
import { folderWith, rapporteur } from './support/cli.js';
import { type FindingParts, findingIn, runOf, written } from './support/located-finding.js';
import { multitoolSays, WITHOUT_MULTITOOL } from './support/multitool.js';
import { slow } from './support/needs.js';
import { schemaCheck } from './support/schemas.js';

const fits = schemaCheck('sarif-2.1.0.json');
const SAMPLE = path.resolve('samples', 'every-finding');

function runIn(text: string): Run {
  const log = JSON.parse(text) as Log;
  fits(log);
  const [run] = log.runs;
  assert.ok(run);
  return run;
}

function sarifOf(run: LintRun): Run {
  return runIn(written(checkSarif, run));
}

function resultsOf(run: LintRun): readonly Result[] {
  return sarifOf(run).results ?? [];
}

function onlyResult(parts: FindingParts, run: Partial<LintRun> = {}): Result {
  const [result] = resultsOf(runOf([findingIn('words of a brief', parts)], run));
  assert.ok(result);
  return result;
}

async function sampleReport(): Promise<string> {
  const { status, stdout, stderr } = await rapporteur(SAMPLE, ['check', '--format', 'sarif']);
  assert.deepEqual([status, stderr], [1, '']);
  return stdout;
}

/** What the multitool may say of us: it wants a web page of ours, and we have none. */
const KNOWN_FAULTS = [/^warning SARIF2005 Warning_ProvideToolnformationUri:/];

function graveFaults(sarif: string): readonly string[] {
  return multitoolSays(sarif).filter(
    (fault) =>
      /^(?:error|warning|did)/.test(fault) && !KNOWN_FAULTS.some((known) => known.test(fault)),
  );
}

test('the report on a sample fits the schema of OASIS and holds every rule', async () => {
  const run = runIn(await sampleReport());
  assert.deepEqual(
    run.tool.driver.rules?.map(({ id }) => id),
    RULES.map(({ name }) => name),
  );
});

slow(
  'the multitool and GitHub’s rules have nothing against it',
  async () => {
    assert.deepEqual(graveFaults(await sampleReport()), []);
  },
  { skip: WITHOUT_MULTITOOL },
);

test('GitHub’s rules do speak where something is missing', { skip: WITHOUT_MULTITOOL }, () => {
  const log = JSON.parse(written(checkSarif, runOf([findingIn('words')]))) as Log;
  delete log.runs[0]?.tool.driver.rules?.[0]?.help;
  assert.match(graveFaults(JSON.stringify(log)).join('\n'), /error GH/);
});

slow(
  'nor against suppressed, known, related, fixed and left-out findings, and problems',
  () => {
    const text = 'A brief [with](1) {braces} by :person[Nobody].\n';
    const related = [{ message: "'a' [b](c) is here.", span: { start: 2, end: 7 } }];
    const fixes = [{ title: 'Say so', certain: true, edits: [{ start: 3, end: 3, text: 'é' }] }];
    const run = runOf(
      [
        findingIn(text, { state: 'suppressed', reason: 'as [agreed](2) with {0}' }),
        findingIn(text, { state: 'suppressed' }),
        findingIn(text, { state: 'known', related, fixes }),
        findingIn(text, { message: 'Not [a link](https://a.example), nor {0}.', related }),
        findingIn(text, { file: 'with space/ü #%?.md', severity: 'hint' }),
      ],
      { problems: [{ message: "'x.md' is no UTF-8.", grave: true }], prefix: 'a b/' },
    );
    const report = written(checkSarif, run);
    fits(JSON.parse(report));
    assert.deepEqual(graveFaults(report), []);
  },
  { skip: WITHOUT_MULTITOOL },
);

test('a report without findings is one too', async (context) => {
  const cwd = folderWith(context, { 'rapporteur.yaml': '', 'brief.md': 'No tag.\n' });
  const { status, stdout } = await rapporteur(cwd, ['check', '--format', 'sarif']);
  assert.equal(status, 0);
  const run = runIn(stdout);
  assert.deepEqual([run.results, run.tool.driver.rules], [[], []]);
  assert.equal(run.invocations?.[0]?.executionSuccessful, true);
  if (WITHOUT_MULTITOOL === false) assert.deepEqual(graveFaults(stdout), []);
});

test('every rule that GitHub shows has all that GitHub asks for', async () => {
  for (const rule of runIn(await sampleReport()).tool.driver.rules ?? []) {
    assert.match(rule.name ?? '', /^[A-Z][A-Za-z]+$/);
    for (const said of [rule.shortDescription, rule.fullDescription]) {
      assert.ok(said && said.text.length > 10 && said.text.length <= 1024, rule.id);
    }
    assert.match(rule.help?.text ?? '', new RegExp(`rapporteur-disable-next-line ${rule.id} `));
    assert.match(rule.help?.markdown ?? '', new RegExp(`^# ${rule.id}\n`));
    assert.ok(rule.defaultConfiguration?.level ?? rule.defaultConfiguration?.enabled === false);
    assert.equal(rule.properties?.['security-severity'], undefined);
    assert.deepEqual(rule.properties?.tags, ['briefs']);
  }
});

test('results point at their rules, and at the words in files from the top of the repository', async () => {
  const run = runIn(await sampleReport());
  const top = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim();
  assert.equal(run.columnKind, 'utf16CodeUnits');
  assert.ok((run.results?.length ?? 0) > 50);
  for (const { ruleId, ruleIndex = -1, locations = [], partialFingerprints } of run.results ?? []) {
    assert.equal(run.tool.driver.rules?.[ruleIndex]?.id, ruleId);
    const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
    assert.equal(artifactLocation?.uriBaseId, '%SRCROOT%');
    const text = fs.readFileSync(path.join(top, artifactLocation.uri ?? ''), 'utf8');
    const line = region?.startLine ?? 0;
    const words = text
      .split('\n')
      [line - 1]?.slice((region?.startColumn ?? 0) - 1, (region?.endColumn ?? 0) - 1);
    if (region?.snippet !== undefined) assert.equal(words, region.snippet.text);
    const hash = lineHashes(text, new Set([line])).get(line);
    assert.equal(partialFingerprints?.primaryLocationLineHash, hash);
  }
});

test('fingerprints of our own are unique in a run', async () => {
  const results = runIn(await sampleReport()).results ?? [];
  const ids = results.map(({ partialFingerprints }) => partialFingerprints?.['rulePathWords/v1']);
  assert.equal(new Set(ids).size, results.length);
});

test('levels: SARIF has three', () => {
  const levels = ['error', 'warning', 'info', 'hint'] as const;
  const results = resultsOf(runOf(levels.map((severity) => findingIn('words', { severity }))));
  assert.deepEqual(
    results.map(({ level }) => level),
    ['error', 'warning', 'note', 'note'],
  );
});

test('addresses are percent-encoded, with nothing of this machine in them', () => {
  const uriOf = (file: string, prefix = ''): string | undefined =>
    onlyResult({ file }, { prefix }).locations?.[0]?.physicalLocation?.artifactLocation?.uri;
  assert.equal(uriOf('a b/ü#1?.md', '100%/'), '100%25/a%20b/%C3%BC%231%3F.md');
  assert.equal(uriOf('./a//b.md'), 'a/b.md');
  assert.equal(uriOf('../c.md', 'a/b/'), 'a/c.md');
  assert.equal(uriOf('half\ud800.md'), 'half%EF%BF%BD.md');
  assert.equal(uriOf('http://a.md'), 'http%3A/a.md');
  assert.equal(uriOf('/else/where.md'), 'file:///else/where.md');
  assert.equal(uriOf('C:/else/where.md'), 'file:///C:/else/where.md');
});

test('the run is of one category for each folder it is run in', () => {
  const idOf = (prefix: string) => sarifOf(runOf([], { prefix })).automationDetails?.id;
  assert.equal(idOf(''), 'rapporteur/');
  assert.equal(idOf('ministry/'), 'rapporteur/ministry/');
});

test('related places are linked from the message', () => {
  const related = [
    { message: 'Anna is defined here.', span: { start: 0, end: 5 } },
    { message: "Also 'x[1]'.", span: { start: 6, end: 8 } },
  ];
  const { message, relatedLocations } = onlyResult({ message: 'Two are called so.', related });
  assert.equal(message.text, 'Two are called so. See: [Anna is defined here](1); [line 1](2).');
  assert.deepEqual(
    relatedLocations?.map(({ id, message: said }) => [id, said?.text]),
    [
      [1, 'Anna is defined here.'],
      [2, "Also 'x[1]'."],
    ],
  );
});

test('a hundred related places at most, five of them linked', () => {
  const related = Array.from({ length: 300 }, () => ({
    message: 'Here.',
    span: { start: 0, end: 1 },
  }));
  const { message, relatedLocations } = onlyResult({ message: 'So.', related });
  assert.equal(relatedLocations?.length, 100);
  assert.match(
    message.text ?? '',
    /^So\. See: (?:\[Here\]\(\d\); ){4}\[Here\]\(5\), and 295 more\.$/,
  );
});

test('words of a brief never become a link', () => {
  const { message } = onlyResult({ message: "'[a](1)' and [b] (2) stay." });
  assert.equal(message.text, "'\\[a](1)' and [b] (2) stay.");
});

test('a fix replaces the region it names', () => {
  const fixes = [
    {
      title: 'Change both',
      certain: true,
      edits: [
        { start: 0, end: 5, text: 'Words' },
        { start: 9, end: 9, text: 'really ' },
      ],
    },
  ];
  const [fix] = onlyResult({ fixes }).fixes ?? [];
  assert.equal(fix?.description?.text, 'Change both');
  assert.deepEqual(fix?.artifactChanges, [
    {
      artifactLocation: { uri: 'brief.md', uriBaseId: '%SRCROOT%' },
      replacements: [
        {
          deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 6 },
          insertedContent: { text: 'Words' },
        },
        {
          deletedRegion: { startLine: 1, startColumn: 10, endLine: 1, endColumn: 10 },
          insertedContent: { text: 'really ' },
        },
      ],
    },
  ]);
});

test('a comment’s suppression is shown with its reason', async (context) => {
  const brief = `:person[Nobody]\n\n<!-- rapporteur-disable-next-line unresolved-name -- he is new -->\n:person[Nobody]\n`;
  const cwd = folderWith(context, { 'rapporteur.yaml': '', 'brief.md': brief });
  const { stdout } = await rapporteur(cwd, ['check', '--format', 'sarif']);
  const results = runIn(stdout).results?.filter(({ ruleId }) => ruleId === 'unresolved-name');
  assert.deepEqual(
    results?.map(({ suppressions, baselineState }) => [suppressions, baselineState]),
    [
      [undefined, undefined],
      [[{ kind: 'inSource', status: 'accepted', justification: 'he is new' }], undefined],
    ],
  );
});

test('what the baseline knows is unchanged and suppressed from outside; the rest is new', () => {
  const states = ['open', 'suppressed', 'known'] as const;
  const results = resultsOf(runOf(states.map((state) => findingIn('words', { state }))));
  assert.deepEqual(
    results.map(({ suppressions, baselineState }) => [suppressions?.[0]?.kind, baselineState]),
    [
      [undefined, 'new'],
      ['inSource', 'new'],
      ['external', 'unchanged'],
    ],
  );
});

test('--no-suppressed leaves both out', async (context) => {
  const states = ['open', 'suppressed', 'known'] as const;
  const run = runOf(
    states.map((state) => findingIn('words', { state })),
    { silenced: 'left-out' },
  );
  assert.deepEqual(
    resultsOf(run).map(({ suppressions, baselineState }) => [suppressions, baselineState]),
    [[undefined, undefined]],
  );
  const brief = '<!-- rapporteur-disable-next-line unresolved-name -->\n:person[Nobody]\n';
  const cwd = folderWith(context, { 'rapporteur.yaml': '', 'brief.md': brief });
  const { stdout } = await rapporteur(cwd, ['check', '--format', 'sarif', '--no-suppressed']);
  assert.deepEqual(
    runIn(stdout).results?.filter(({ ruleId }) => ruleId === 'unresolved-name'),
    [],
  );
});

test('--quiet keeps errors', () => {
  const levels = ['error', 'warning'] as const;
  const run = runOf(
    levels.map((severity) => findingIn('words', { severity })),
    { quiet: true },
  );
  assert.deepEqual(
    resultsOf(run).map(({ level }) => level),
    ['error'],
  );
});

test('what could not be read is a notification, and the run no success', async (context) => {
  const wide = Buffer.from('\ufeff:person[Nobody]\n', 'utf16le');
  const cwd = folderWith(context, {
    'rapporteur.yaml': '',
    'a.md': ':person[Nobody]',
    'b.md': wide,
  });
  const { status, stdout } = await rapporteur(cwd, ['check', '--format', 'sarif']);
  assert.equal(status, 2);
  assert.deepEqual(runIn(stdout).invocations, [
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: { text: 'b.md was left out: it is in UTF-16. Save it as UTF-8.' },
        },
      ],
    },
  ]);
});

test('25,000 results at most, the worst ones, and how many are left out', () => {
  const one = findingIn('words');
  const findings = Array.from({ length: 26_000 }, (_, index) => ({
    ...one,
    message: String(index),
    severity: index % 13 === 0 ? ('hint' as const) : ('error' as const),
    state: index % 26 === 1 ? ('suppressed' as const) : ('open' as const),
  }));
  const { results = [], invocations } = sarifOf(runOf(findings));
  assert.equal(results.length, 25_000);
  assert.equal(results.filter(({ level }) => level === 'note').length, 2_000);
  assert.equal(results.filter(({ suppressions }) => suppressions).length, 0);
  const order = results.map(({ message }) => Number(message.text));
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
  assert.deepEqual(
    invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text),
    [
      '1,000 findings more, the least serious ones, were left out: platforms accept at most 25,000 results.',
    ],
  );
});
