// What the server makes of the settings that an editor sends.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readEditorSettings } from '../server/lsp/editor-settings.js';

const UNSET = {
  rules: {},
  diagnostics: { scope: 'workspace' },
  inlayHints: { names: true, holders: false, dates: false },
  codeLens: { enabled: true },
  today: '',
};

test('nothing, null and other things of no use give the defaults', () => {
  for (const value of [undefined, null, 3, 'x', [], {}, { rules: [], inlayHints: 'all' }])
    assert.deepEqual(readEditorSettings(value), UNSET);
});

test('what can be used is taken, beside what cannot', () => {
  const sent = {
    rules: { 'vague-deadline': 'off', 'overdue-commitment': 'loud', nonsense: 'error' },
    diagnostics: { scope: 'openFiles' },
    inlayHints: { names: false, holders: true, dates: 'yes' },
    codeLens: { enabled: false },
    today: '2025-12-01',
    trace: { server: 'off' },
  };
  assert.deepEqual(readEditorSettings(sent), {
    rules: { 'vague-deadline': 'off' },
    diagnostics: { scope: 'openFiles' },
    inlayHints: { names: false, holders: true, dates: false },
    codeLens: { enabled: false },
    today: '2025-12-01',
  });
});

test('a day that does not exist is none', () => {
  for (const today of ['2025-02-30', '2025', 'soon', 20251101])
    assert.equal(readEditorSettings({ today }).today, '');
});

test('whatever is sent, every setting has a value of its type', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      const nested = { rules: value, diagnostics: value, inlayHints: value, today: value };
      for (const sent of [value, nested]) {
        const read = readEditorSettings(sent);
        assert.deepEqual(Object.keys(read).sort(), Object.keys(UNSET).sort());
        assert.equal(typeof read.inlayHints.names, 'boolean');
        assert.equal(typeof read.codeLens.enabled, 'boolean');
        assert.equal(typeof read.today, 'string');
      }
    }),
    { numRuns: 300 },
  );
});
