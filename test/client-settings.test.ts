// What the server makes of the settings that an editor sends.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { EDITOR_SETTINGS, readEditorSettings, today } from '../server/lsp/editor-settings.js';
import { property, runs } from './support/needs.js';

/** All values, by name. */
function read(section: unknown): Readonly<Record<string, unknown>> {
  const settings = readEditorSettings(section);
  return Object.fromEntries(EDITOR_SETTINGS.map((one) => [one.name, settings.get(one)]));
}

const UNSET = Object.fromEntries(EDITOR_SETTINGS.map(({ name, schema }) => [name, schema.default]));

test('nothing, null and other things of no use give the defaults', () => {
  for (const value of [undefined, null, 3, 'x', [], {}, { rules: [], inlayHints: 'all' }])
    assert.deepEqual(read(value), UNSET);
});

test('what can be used is taken, beside what cannot', () => {
  const sent = {
    rules: { 'vague-deadline': 'off', 'overdue-commitment': 'loud', nonsense: 'error' },
    diagnostics: { scope: 'openFiles' },
    inlayHints: { names: false, holders: true, dates: 'yes' },
    codeLens: { enabled: false },
    today: '2025-12-01',
    trace: { server: 'aloud' },
  };
  assert.deepEqual(read(sent), {
    ...UNSET,
    rules: { 'vague-deadline': 'off' },
    'diagnostics.scope': 'openFiles',
    'inlayHints.names': false,
    'inlayHints.holders': true,
    'codeLens.enabled': false,
    today: '2025-12-01',
  });
});

test('a day that does not exist is none', () => {
  for (const sent of ['2025-02-30', '2025', 'soon', 20251101])
    assert.equal(readEditorSettings({ today: sent }).get(today), '');
});

property('whatever is sent, every setting has a value of its type', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      const names = EDITOR_SETTINGS.map(({ name }) => name.split('.')[0]);
      const nested = Object.fromEntries(names.map((name) => [name, value]));
      for (const section of [value, nested]) {
        const found = read(section);
        for (const { name, schema } of EDITOR_SETTINGS)
          assert.equal(typeof found[name], schema.type, name);
      }
    }),
    runs('page'),
  );
});
