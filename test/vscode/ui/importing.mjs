// Scenes of importing: a document becomes a brief, and what comes next is one click away.
import assert from 'node:assert/strict';
import { eventually, PARTS } from './window.mjs';

const ROW = '.pane-body .monaco-list-row';
const NOTICE = '.notifications-center .notification-list-item';

/** By the dialogs that the window itself draws, where a path is written. */
async function importStatement({ window }, name) {
  const { page, press, see } = window;
  await window.command('Rapporteur: Import Document…');
  await see('.quick-input-widget:visible .quick-input-title', 'Import Document');
  await (await see(PARTS.entry, 'statement.html')).click();
  await see('.quick-input-widget:visible .quick-input-title', 'Save the brief');
  const input = await see(PARTS.input);
  await eventually(async () => assert.match(await input.inputValue(), /statement\.md$/));
  await input.fill((await input.inputValue()).replace('statement.md', name));
  await press('Enter');
  await see(`${PARTS.tab}[data-resource-name="${name}"]`);
  // A window under test shows what it has to say only to who asks.
  await window.command('Notifications: Show Notifications');
  await see(NOTICE, 'Imported statement.html.');
  await see(PARTS.line, '- India will open two ports by 2027.');
  return (words) => page.locator(NOTICE).getByRole('button', { name: words }).click();
}

export const IMPORTING = [
  {
    name: 'import-document',
    title:
      'an imported document is a brief, of which tags are suggested or which names it as its source',
    desk: 'import',
    async run({ window, picture, read }) {
      const { press, see } = window;
      const choose = await importStatement({ window }, 'ports.md');
      await picture([await see('.monaco-grid-view')]);
      await choose('Suggest Tags');
      await see(ROW, 'India');
      await see(ROW, 'Promises');
      const cite = await importStatement({ window }, 'again.md');
      await cite('Name as Source');
      await see(PARTS.line, 'source: "Joint statement on ports"');
      await press('Control+S');
      await eventually(() =>
        assert.match(read('again.md'), /^source: "Joint statement on ports"$/m),
      );
    },
  },
];
