// A check on request: all findings, whatever the editor is set to show.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { CheckResult } from '../server/lsp/protocol.js';
import { ABLE, startEditor } from './support/editor.js';

const FILES = {
  'registry.yaml': 'place:\n  arcadia: { name: Arcadia }\n',
  'a.md': '---\ndate: 2025-10-01\n---\n\n:place[Arcadia] and :place[Nowhere].\n',
  'sub/b.md': ':place[Arcadia].\n',
  'plain.md': 'Nothing here.\n',
};

for (const scope of ['workspace', 'openFiles']) {
  test(`with findings shown of ${scope}, every brief is checked`, async () => {
    const editor = await startEditor(FILES, {
      capabilities: ABLE,
      configuration: { diagnostics: { scope } },
    });
    try {
      const result = await editor.connection.sendRequest<CheckResult>('rapporteur/check');
      assert.equal(result.pages, 3);
      assert.deepEqual(
        result.files.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)]),
        [[editor.uri('a.md'), ['unresolved-name']]],
      );
      // Asked again it answers again, though nothing has changed.
      const again = await editor.connection.sendRequest<CheckResult>('rapporteur/check');
      assert.deepEqual(again, result);
    } finally {
      await editor.close();
    }
  });
}

test('where nothing is found, it says so at once', async () => {
  const editor = await startEditor({ 'a.md': ':date[2025].\n' }, { capabilities: ABLE });
  try {
    const result = await editor.connection.sendRequest<CheckResult>('rapporteur/check');
    assert.deepEqual(result, { pages: 1, files: [] });
  } finally {
    await editor.close();
  }
});
