// Scenes of finding one's way: from a mention to its entry, and through all briefs.
import assert from 'node:assert/strict';
import { PARTS, wordsOf } from './window.mjs';

const BRIEF = 'briefs/2025-10-31-framework.md';

export const FINDING = [
  {
    name: 'problems',
    title: 'Problems lists the findings, the rule of each a link',
    kept: true,
    async run({ window, picture }) {
      await window.open(BRIEF);
      await window.press('Control+Shift+M');
      // The places of one finding fill the list: they are folded away.
      await (await window.see(PARTS.problem, 'Neither this brief nor 12')).click();
      await window.press('ArrowLeft');
      const late = await window.see(PARTS.problem, 'overdue by 15 days');
      const link = late.locator('a', { hasText: 'overdue-commitment' });
      assert.match((await link.getAttribute('href')) ?? '', /docs\/rules\/overdue-commitment\.md$/);
      await window.see(PARTS.problem, 'Neither this brief nor 12 of its commitments name a source');
      await late.locator('.problem-message, .monaco-highlighted-label').first().click();
      await window.see('.statusbar-item', 'Ln 44');
      await picture([await window.see(PARTS.panel)], {
        above: 200,
        across: await window.see(PARTS.panel),
      });
      await window.press('Control+Shift+M');
      await window.gone('.markers-panel');
    },
  },
  {
    name: 'definition',
    title: 'F12 goes from a mention to its entry in the registry',
    kept: true,
    async run({ window, picture }) {
      await window.open(BRIEF);
      await window.goTo(':person[Pete ‸Hegseth]');
      await window.press('F12');
      await window.see(`${PARTS.tab}[data-resource-name="registry.yaml"]`);
      await window.seeCursorIn('pete-hegseth:');
      await picture(
        [await window.see('.part.editor .tabs-container'), await window.see(PARTS.cursor)],
        {
          below: 150,
          across: await window.see(PARTS.editor),
        },
      );
    },
  },
  {
    name: 'entities',
    title: 'Ctrl+K G finds an entity by any of its names, and opens its entry',
    async run({ window, picture }) {
      await window.open(BRIEF);
      await window.press('Control+K', 'g');
      await window.see(PARTS.entry, 'Rajnath Singh');
      await window.type('secretary heg');
      const first = await window.see(`${PARTS.entry}.focused`, 'Pete Hegseth');
      assert.match(
        await wordsOf(first),
        /Person · pete-hegseth\s+also Secretary Hegseth, Hegseth · 9 mentions/,
      );
      await picture([await window.see(PARTS.list)]);
      await window.press('Enter');
      await window.see(`${PARTS.tab}[data-resource-name="registry.yaml"]`);
      await window.seeCursorIn('pete-hegseth:');
    },
  },
  {
    name: 'commitments',
    title: 'Ctrl+K L lists the commitments, by how they stand or by party',
    kept: true,
    async run({ window, picture }) {
      await window.open(BRIEF);
      await window.press('Control+K', 'l');
      await window.see(PARTS.entry, 'Overdue');
      await window.see(PARTS.entry, 'Pete Hegseth');
      await window.type('open');
      await window.see(`${PARTS.entry}.focused`, 'Open');
      await window.press('Enter');
      await window.see(PARTS.entry, 'hold the next 2+2 dialogue');
      await window.see(PARTS.entry, 'Rajnath Singh → Pete Hegseth');
      await picture([await window.see(PARTS.list)]);
      await window.press('Enter');
      await window.gone(PARTS.list);
      await window.seeCursorIn(':commitment[the next');
    },
  },
];
