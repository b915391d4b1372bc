// Scenes of annotating: a text is pasted into an empty folder, what is suggested is gone through, and it is tagged.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { eventually, PARTS, pasteboard } from './window.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const TEXT = fs.readFileSync(path.join(ROOT, 'samples/untagged/framework.md'), 'utf8');
const ROW = '.pane-body .monaco-list-row';

async function paste(window, text) {
  await pasteboard(window, text);
  await (await window.see(PARTS.line)).click();
  await window.press('Control+V');
}

export const ANNOTATING = [
  {
    name: 'annotate',
    title: 'a pasted text is gone through in the side bar, and tagged as one change',
    desk: 'empty',
    kept: true,
    contrast: true,
    themes: 'all',
    async run({ window, picture, read }) {
      const { page, press, see } = window;
      await paste(window, TEXT);
      await (await see('.statusbar-item', 'Annotate this text')).click();
      await see(ROW, 'Rajnath Singh');
      await see(ROW, 'Promises');
      await (await see(ROW, 'Pete Hegseth')).click();
      await see('.statusbar-item', 'Ln 5, Col 82 (12 selected)');
      await press('a');
      // It is ticked, and the next one is looked at.
      const row = page.locator(ROW, { hasText: 'Pete Hegseth' });
      await row.locator('[aria-checked="true"]').first().waitFor();
      await see(`${ROW}.selected`, 'U.S.-India Major');
      await page.mouse.move(1, 1);
      await picture([await see('.part.sidebar')], {
        ...{ above: 0, below: -250 },
        across: await see('.monaco-grid-view'),
      });
      await window.command('Rapporteur: Accept All That Is Not Skipped');
      await window.command('Rapporteur: Tag What Is Accepted');
      await see('.pane-body .message', /Tagged: \d+ tags, \d+ new entries in the registry\./);
      await eventually(() => assert.match(read('registry.yaml'), /^ {2}pete-hegseth:$/m));
      await (await see(PARTS.line)).click();
      await press('Control+Home');
      await see(PARTS.line, ':person[Pete Hegseth]');
      await picture([await see('.part.sidebar')], {
        ...{ above: 0, below: -250, name: 'annotated' },
        across: await see('.monaco-grid-view'),
      });
      // One undo takes back all of it.
      await press('Control+Z', 'Control+Home');
      await see(PARTS.line, 'Rajnath Singh and U.S. Secretary of Defense Pete Hegseth');
    },
  },
  {
    name: 'who-is-this',
    title: 'on a mention one menu says who may be meant, and what else can be done with it',
    kept: true,
    contrast: true,
    themes: 'all',
    async run({ window, picture }) {
      const { press, see } = window;
      await window.open('briefs/2025-10-31-framework.md');
      await window.goTo(':person[Secretary ‸Hegseth]');
      await window.command('Rapporteur: Who Is This…');
      await see(PARTS.list, 'Who or what is “Secretary Hegseth”?');
      await see(PARTS.entry, 'Remove the tag');
      await see(PARTS.entry, 'New person: Secretary Hegseth');
      await picture([await see(PARTS.list)], { across: await see('.monaco-grid-view') });
      await (await see(PARTS.input)).fill('rajnath');
      await see(PARTS.entry, 'Rajnath Singh');
      await press('Escape');
    },
  },
];
