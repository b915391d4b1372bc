// `compact` and `jsonl`: a line for each finding.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { compactLine as clientLine } from '../client/compact-line.js';
import { checkCompact } from '../server/cli/formats/check-compact.js';
import { checkJson } from '../server/cli/formats/check-json.js';
import { checkJsonl } from '../server/cli/formats/check-jsonl.js';
import type { LocatedFinding } from '../server/cli/formats/located-finding.js';
import { rapporteur } from './support/cli.js';
import { findingIn, PLAIN_DISPLAY, runOf } from './support/located-finding.js';
import { property, runs } from './support/needs.js';

const TEXT = 'Ada met Bo.\n';
const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const matcher = contributes.problemMatchers.find(
  ({ name }: { name: string }) => name === 'rapporteur',
).pattern;

test('compact: the path, the place, the level, the rule and the message on one line', () => {
  const run = runOf([
    findingIn(TEXT, { span: { start: 4, end: 7 }, message: 'One\n  line:\t3:4: error x y.' }),
    findingIn(TEXT, { severity: 'info', file: 'a b/c.md' }),
    findingIn(TEXT, { state: 'known' }),
  ]);
  assert.equal(
    [...checkCompact.write(run, PLAIN_DISPLAY)].join(''),
    `brief.md:1:5: error unresolved-name One line: 3:4: error x y.
a b/c.md:1:1: note unresolved-name Nobody is called so.
`,
  );
});

test('compact: the problem matcher reads every line of the sample, but for hints', async () => {
  const words = ['check', '--today', '2026-01-15', '--format'];
  const { stdout } = await rapporteur('samples/every-finding', [...words, 'compact']);
  const { stdout: json } = await rapporteur('samples/every-finding', [...words, 'json']);
  const { findings } = JSON.parse(json) as { findings: readonly LocatedFinding[] };
  const read = stdout.split('\n').flatMap((line) => new RegExp(matcher.regexp).exec(line) ?? []);
  const told = findings.filter(({ severity }) => severity !== 'hint');
  const expected = told.flatMap(({ file, range, severity, rule, message }) => {
    const { line, column } = range.start;
    const word = severity === 'info' ? 'note' : severity;
    const whole = `${file}:${line}:${column}: ${word} ${rule} ${message}`;
    return [whole, file, String(line), String(column), word, rule, message];
  });
  assert.ok(told.length > 50);
  assert.deepEqual(read, expected);
});

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

property('the extension’s task and the command line write the same line', () => {
  const piece = fc.oneof(
    fc.constantFrom('\u001b[1m', '\u202e', '\u2028', '##vso[x]', ' ::error::', '\ud800', '\r\n'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, fc.constantFrom(...SEVERITIES), (message, file, severity) => {
      const found = findingIn(TEXT, { message, severity, file: `x${file}` });
      const [line] = checkCompact.write(runOf([found]), PLAIN_DISPLAY);
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
      const number = (SEVERITIES.indexOf(severity) + 1) as 1;
      const told = { range, message, severity: number, code: found.rule };
      assert.equal(`${clientLine(found.file, told)}\n`, line);
    }),
    runs('page'),
  );
});

test('jsonl: each line is a finding as in json', () => {
  const run = runOf([
    findingIn(TEXT, {
      message: 'a\nb\u2028',
      fixes: [{ title: 'Mend', certain: true, edits: [{ start: 0, end: 1, text: '\n' }] }],
      related: [{ message: 'there', span: { start: 4, end: 5 } }],
    }),
    findingIn(TEXT, { file: 'b.md' }),
    findingIn(TEXT, { state: 'suppressed' }),
  ]);
  const lines = [...checkJsonl.write(run, PLAIN_DISPLAY)].join('').split('\n');
  assert.equal(lines.pop(), '');
  const { findings } = JSON.parse([...checkJson.write(run, PLAIN_DISPLAY)].join(''));
  assert.equal(findings.length, 2);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    findings,
  );
});

test('json: the summary counts what is silent; without findings it is whole as well', () => {
  const run = runOf([
    findingIn(TEXT, { state: 'suppressed' }),
    findingIn(TEXT, { state: 'known' }),
    findingIn(TEXT, { state: 'known' }),
  ]);
  assert.deepEqual(JSON.parse([...checkJson.write(run, PLAIN_DISPLAY)].join('')), {
    tool: { name: 'rapporteur', version: '1.2.3' },
    today: '2025-11-01',
    summary: { files: 1, errors: 0, warnings: 0, infos: 0, hints: 0, suppressed: 1, known: 2 },
    findings: [],
  });
});
