// Of more findings than anybody reads, the editor is sent the most serious ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostSerious, type Report, reportList, reportsOf } from '../server/core/index.js';
import { MAX_SHOWN, moreThanShown } from '../server/lsp/most-serious.js';
import { type CheckResult, REQUESTS } from '../server/lsp/protocol.js';
import { startEditor } from './support/editor.js';

function reportAt(at: number, severity: Report['severity']): Report {
  const span = { start: at, end: at + 1 };
  return { span, message: 'Wrong.', rule: 'unused-entity', severity, page: 'a.md' };
}

test('up to 5,000 findings are all shown, and nothing is said of that', () => {
  const all = reportList(Array.from({ length: 5000 }, (_, at) => reportAt(at, 'hint')));
  assert.equal(mostSerious(all, MAX_SHOWN), reportsOf(all));
  assert.equal(moreThanShown(all.length), undefined);
});

test('of more, first the errors, then warnings, notes and hints, in the order of the text', () => {
  const levels: readonly Report['severity'][] = ['hint', 'info', 'warning', 'error'];
  const all = Array.from({ length: 12_000 }, (_, at) => reportAt(at, levels[at % 4] ?? 'hint'));
  const shown = mostSerious(reportList(all), MAX_SHOWN).map(({ severity, span }) => ({
    severity,
    at: span.start,
  }));
  const countOf = (severity: string) => shown.filter((one) => one.severity === severity).length;
  assert.deepEqual(levels.map(countOf), [0, 0, 2000, 3000]);
  assert.deepEqual(
    shown.map(({ at }) => at),
    shown.map(({ at }) => at).sort((a, b) => a - b),
  );
  assert.equal(shown.filter(({ severity }) => severity === 'warning').at(-1)?.at, 7998);
});

test('a large registry that nobody uses: 5,000 findings, and at its beginning how many there are', async () => {
  const entries = Array.from({ length: 6000 }, (_, at) => `  p-${at}: { name: Ann ${at} }\n`);
  const files = {
    'registry.yaml': `person:\n${entries.join('')}`,
    'a.md': ':person[Ann 1] met :person[Ann 2].\n',
  };
  const editor = await startEditor(files);
  try {
    editor.open('registry.yaml');
    const [first, ...others] = await editor.pull('registry.yaml');
    assert.equal(others.length, 5000);
    assert.deepEqual(first?.range.start, { line: 0, character: 0 });
    assert.equal(
      first?.message,
      "This file has 5,998 findings. The 5,000 most serious ones are shown here, and 'rapporteur check' lists all.",
    );
    const { files: checked } = await editor.connection.sendRequest<CheckResult>(REQUESTS.check);
    assert.deepEqual(
      checked.map(({ diagnostics }) => [diagnostics.length, diagnostics.every(({ code }) => code)]),
      [[5998, true]],
      'who asks for a check is given all',
    );
  } finally {
    await editor.close();
  }
});
