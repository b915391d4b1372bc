// What VS Code writes by itself while someone types.
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { eventually, execute, moveTo, openBrief, position } from './support.js';

const HEADER = ':::commitment{#c-block by=india due=2030}';
const OPTIONS = { tabSize: 2, insertSpaces: true };

/** Longer than VS Code waits before it asks what belongs to the id at the cursor; nothing tells of that. */
const PAUSE = 500;

/** Types a character until VS Code writes along, with a pause before each try. */
async function typeUntil(character: string, check: () => void): Promise<void> {
  await eventually(async () => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await execute('type', { text: character });
    await eventually(check, 1_000).catch(async (error) => {
      await execute('undo');
      throw error;
    });
  });
}

/** What VS Code is told to write when a new line was begun at `‸`. */
async function writtenAt(document: vscode.TextDocument, words: string): Promise<readonly string[]> {
  const edits = await execute<vscode.TextEdit[] | undefined>(
    'vscode.executeFormatOnTypeProvider',
    document.uri,
    position(document, words),
    '\n',
    OPTIONS,
  );
  return (edits ?? []).map(({ newText }) => newText.trim());
}

suite('typing', () => {
  test('a line below the beginning of a block closes the block', async () => {
    const { document } = await openBrief(`:place[India]\n\n${HEADER}‸\n`);
    await typeUntil('\n', () => assert.match(document.getText(), /due=2030\}\n\n:::\n/));
    await execute('type', { text: 'Will help.' });
    assert.match(document.getText(), /due=2030\}\nWill help\.\n:::\n/);
  });

  test('a block that is closed is closed once', async () => {
    const { document } = await openBrief(`${HEADER}\n\n`);
    await eventually(async () =>
      assert.deepEqual(await writtenAt(document, `${HEADER}\n‸\n`), [':::']),
    );
    await openBrief(`${HEADER}\n\n:::\n`);
    assert.deepEqual(await writtenAt(document, `${HEADER}\n‸\n`), []);
  });

  test('an id changes at all its places in the brief, and a reference by itself', async () => {
    const { document } = await openBrief(
      [
        ':commitment[will help]{#c-help‸ by=india due=2030} and :commitment[so]{ref=c-help}.',
        '::update[Begun]{of=c-help status=in-progress on=2025-11-02}\n',
      ].join('\n\n'),
    );
    const ids = (): readonly string[] => document.getText().match(/c-help[a-z]*/g) ?? [];
    await typeUntil('x', () => assert.deepEqual(ids(), ['c-helpx', 'c-helpx', 'c-helpx']));
    await execute('type', { text: 'y' });
    await eventually(() => assert.deepEqual(ids(), ['c-helpxy', 'c-helpxy', 'c-helpxy']));
    moveTo(position(document, '{ref=c-helpxy‸}'));
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await execute('type', { text: 'z' });
    await eventually(() => assert.deepEqual(ids(), ['c-helpxy', 'c-helpxyz', 'c-helpxy']));
  });
});
