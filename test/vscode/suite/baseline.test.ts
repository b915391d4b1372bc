// The baseline: what is known is a hint, in Problems as well, and a new finding is what it always was.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  finding,
  findings,
  openSample,
  replace,
  sampleUri,
  writeSample,
} from './support.js';

const BRIEF = 'every-finding/briefs/04-names.md';
const BASELINE = 'every-finding/rapporteur-baseline.json';
const { DiagnosticSeverity } = vscode;
const KNOWN = / Known from the baseline, rapporteur-baseline\.json: it does not fail the check\.$/;

function baselineWith(...lines: readonly string[]): string {
  return `{ "tool": "rapporteur", "version": 1, "findings": [\n${lines.join(',\n')}\n] }\n`;
}

const SMITH = '{ "path": "briefs/04-names.md", "rule": "ambiguous-name", "words": "Smith" }';

suite('the baseline', () => {
  // The tests that follow should not meet what it made hints of.
  teardown(async () => {
    await vscode.workspace.fs.delete(sampleUri(BASELINE)).then(undefined, () => undefined);
    const document = await openSample(BRIEF);
    await eventually(() => {
      const all = findings(document).filter(({ rule }) => rule === 'ambiguous-name');
      assert(all.length > 0);
      assert(all.every(({ severity }) => severity === DiagnosticSeverity.Error));
    });
  });

  test('makes hints of what it knows, as it is written and taken away again', async () => {
    const document = await openSample(BRIEF);
    const { severity } = await finding(document, 'ambiguous-name', 'Smith');
    assert.equal(severity, DiagnosticSeverity.Error);
    await writeSample(BASELINE, baselineWith(SMITH));
    await eventually(() => {
      const [known] = findings(document).filter(({ rule }) => rule === 'ambiguous-name');
      assert.equal(known?.severity, DiagnosticSeverity.Hint);
      assert.match(known.message, KNOWN);
      assert.equal(known.diagnostic.tags, undefined);
    });
    // The others are what they were.
    assert(findings(document).some((one) => one.severity === DiagnosticSeverity.Error));
    await vscode.workspace.fs.delete(sampleUri(BASELINE));
    await eventually(() => {
      const [open] = findings(document).filter(({ rule }) => rule === 'ambiguous-name');
      assert.equal(open?.severity, DiagnosticSeverity.Error);
    });
  });

  test('knows a finding again where it stands now, in a text that is not saved', async () => {
    await writeSample(BASELINE, baselineWith(SMITH));
    const document = await openSample(BRIEF);
    const known = async (count: number): Promise<void> => {
      await eventually(() => {
        const all = findings(document).filter(({ rule }) => rule === 'ambiguous-name');
        const hints = all.filter(({ message }) => KNOWN.test(message));
        assert.deepEqual([all.length, hints.length], [count, 1]);
      });
    };
    await known(1);
    const [first] = findings(document).filter(({ rule }) => rule === 'ambiguous-name');
    const line = document.lineAt(first?.diagnostic.range.start.line ?? 0);
    await replace(document, line.range.start, 'A new paragraph.\n\n');
    await known(1);
    assert.equal(document.isDirty, true);
    // One more of the same is a new one.
    await replace(
      document,
      document.lineAt(document.lineCount - 1).range.end,
      '\n\n:person[Smith] left.\n',
    );
    await known(2);
  });

  test('is told where it is broken', async () => {
    await openSample(BRIEF);
    await writeSample(BASELINE, baselineWith('<<<<<<< HEAD'));
    await eventually(() => {
      const [fault] = vscode.languages.getDiagnostics(sampleUri(BASELINE));
      assert.match(fault?.message ?? '', /A merge left its conflict marks here/);
      assert.equal(fault?.range.start.line, 1);
    });
    await writeSample(BASELINE, baselineWith(SMITH));
    await eventually(() =>
      assert.deepEqual(vscode.languages.getDiagnostics(sampleUri(BASELINE)), []),
    );
  });
});
