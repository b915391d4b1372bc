import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkRdjson } from '../server/cli/formats/check-rdjson.js';
import type { LintRun } from '../server/cli/formats/lint-run.js';
import { rapporteur } from './support/cli.js';
import { findingIn, runOf, written } from './support/located-finding.js';
import { schemaCheck } from './support/schemas.js';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range: Range };
  readonly severity: string;
  readonly code: { readonly value: string };
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
}

const fits = schemaCheck('rdjson.json');

function diagnosticsIn(text: string): readonly Diagnostic[] {
  const document = JSON.parse(text) as { source: object; diagnostics: Diagnostic[] };
  fits(document);
  assert.deepEqual(document.source, { name: 'rapporteur' });
  return document.diagnostics;
}

function diagnosticsOf(run: LintRun): readonly Diagnostic[] {
  return diagnosticsIn(written(checkRdjson, run));
}

/** As reviewdog counts: bytes of UTF-8 in a line, from 1. */
function byteAt(text: Buffer, { line, column }: Position): number {
  let at = 0;
  for (let passed = 1; passed < line; passed += 1) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}

function wordsAt(text: string, { start, end }: Range): string {
  const bytes = Buffer.from(text);
  return bytes.subarray(byteAt(bytes, start), byteAt(bytes, end)).toString();
}

function suggested(text: string, range: Range, written: string): string {
  const bytes = Buffer.from(text);
  const before = bytes.subarray(0, byteAt(bytes, range.start));
  return `${before}${written}${bytes.subarray(byteAt(bytes, range.end))}`;
}

test('the report on a sample fits the format, and its ranges are the words', async () => {
  const cwd = path.resolve('samples', 'every-finding');
  const { status, stdout, stderr } = await rapporteur(cwd, ['check', '--format', 'rdjson']);
  assert.deepEqual([status, stderr], [1, '']);
  const diagnostics = diagnosticsIn(stdout);
  assert.ok(diagnostics.length > 50);
  const quotes = diagnostics.find(({ code }) => code.value === 'curly-quotes');
  assert.ok(quotes);
  const text = fs.readFileSync(path.join(cwd, quotes.location.path), 'utf8');
  assert.equal(wordsAt(text, quotes.location.range), '“jean-martin”');
  assert.equal(quotes.suggestions?.[0]?.text, '"jean-martin"');
});

test('columns count bytes, and the end is the place behind', () => {
  const text = 'é\na𐐀b :person[Łódź] c\n';
  const start = text.indexOf('Łódź');
  const [one] = diagnosticsOf(runOf([findingIn(text, { span: { start, end: start + 4 } })]));
  assert.deepEqual(one?.location, {
    path: 'brief.md',
    range: { start: { line: 2, column: 16 }, end: { line: 2, column: 23 } },
  });
  assert.equal(wordsAt(text, one.location.range), 'Łódź');
});

test('paths are as seen from where it runs: reviewdog runs there too', () => {
  const [one] = diagnosticsOf(runOf([findingIn('words')], { prefix: 'briefs/' }));
  assert.equal(one?.location.path, 'brief.md');
});

test('severities', () => {
  const levels = ['error', 'warning', 'info', 'hint'] as const;
  const all = diagnosticsOf(runOf(levels.map((severity) => findingIn('words', { severity }))));
  assert.deepEqual(
    all.map(({ severity }) => severity),
    ['ERROR', 'WARNING', 'INFO', 'INFO'],
  );
});

test('what is suppressed or known is left out', () => {
  const states = ['suppressed', 'open', 'known'] as const;
  const run = runOf(states.map((state) => findingIn('words', { state, message: state })));
  assert.deepEqual(
    diagnosticsOf(run).map(({ message }) => message),
    ['open'],
  );
});

test('a suggestion gives the text as mended, certain ones first', () => {
  const text = 'Wörter: “é” und mehr\n';
  const [open, close] = [text.indexOf('“'), text.indexOf('”')];
  const found = findingIn(text, {
    fixes: [
      { title: 'Say more', certain: false, edits: [{ start: open, end: open, text: 'so ' }] },
      {
        title: 'Straight quotes',
        certain: true,
        edits: [
          { start: close, end: close + 1, text: '"' },
          { start: open, end: open + 1, text: '"' },
        ],
      },
    ],
  });
  const [one] = diagnosticsOf(runOf([found]));
  assert.deepEqual(
    one?.suggestions?.map((each) => suggested(text, each.range, each.text)),
    ['Wörter: "é" und mehr\n', 'Wörter: so “é” und mehr\n'],
  );
});

test('half a fix is never suggested: not one in two files, nor one over lines unknown here', () => {
  const text = `first\n${'between\n'.repeat(3)}last\n`;
  const far = { start: text.indexOf('last'), end: text.length, text: 'end' };
  const near = { start: 0, end: 5, text: '1' };
  const apart = findingIn(text, { fixes: [{ title: '', certain: true, edits: [near, far] }] });
  const edits = findingIn(text, { fixes: [{ title: '', certain: true, edits: [near] }] });
  const elsewhere = findingIn(text, { file: 'other.md' });
  const two = {
    ...edits,
    fixes: edits.fixes.map((fix) => ({
      ...fix,
      edits: [...fix.edits, { ...elsewhere, text: '' }],
    })),
  };
  for (const one of diagnosticsOf(runOf([apart, two]))) assert.equal(one.suggestions, undefined);
});
