// Documents that are imported. What is pasted is tested where keys are pressed (ui/pasting.mjs): without them there is no
// clipboard for more than plain text.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, execute, openSample, readSample, sampleUri, writeSample } from './support.js';

suite('Importing', () => {
  test('Import Document writes a brief where it is asked, and opens it', async () => {
    const page =
      '<html><head><title>Ports of Norland</title></head><body><h1>Ports</h1><p>Norland <del>never </del>pays.</p></body></html>';
    const source = await writeSample('us-india-defense/ports.html', page);
    const imported = execute('rapporteur.importDocument', source);
    // The dialog for where to save has a name in it.
    await eventually(async () => {
      await execute('workbench.action.acceptSelectedQuickOpenItem');
      assert.match(await readSample('us-india-defense/ports.md'), /Norland pays\./);
    });
    await eventually(() =>
      assert.equal(
        vscode.window.activeTextEditor?.document.uri.toString(),
        sampleUri('us-india-defense/ports.md').toString(),
      ),
    );
    assert.equal(
      await readSample('us-india-defense/ports.md'),
      '---\ntitle: Ports of Norland\n---\n\n# Ports\n\nNorland pays.\n',
    );
    await execute('notifications.clearAll');
    await imported;
    await openSample('us-india-defense/ports.md');
  });
});
