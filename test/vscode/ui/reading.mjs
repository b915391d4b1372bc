// Scenes of reading a brief: what is shown of the things it speaks of.
import assert from 'node:assert/strict';
import { PARTS, wordsOf } from './window.mjs';

const BRIEF = 'briefs/2025-10-31-framework.md';

export const READING = [
  {
    name: 'status',
    title: 'the status bar says what is overdue, and a click lists it',
    contrast: true,
    async run({ window, picture }) {
      await window.open(BRIEF);
      const item = await window.see(PARTS.status);
      assert.equal(await wordsOf(item), '1 overdue');
      assert.match(
        (await item.locator('a').getAttribute('aria-label')) ?? '',
        /^Rapporteur: 1 overdue, 3 warnings, 3 briefs and registries/,
      );
      await picture([item], { across: await window.see('.part.statusbar') });
      await item.click();
      await window.see(PARTS.entry, 'hold the next 2+2 dialogue');
      await window.press('Escape');
    },
  },
  {
    name: 'left-out',
    title: 'a brief that is left out says so in the status bar, with what says it',
    contrast: true,
    async run({ window, picture }) {
      const { press, see } = window;
      await window.open('rapporteur.yaml');
      await press('Control+End');
      await window.type('ignore: [briefs/2025-11*]');
      await press('Control+S');
      await window.gone(`${PARTS.tab}.dirty`);
      await window.open('briefs/2025-11-03-signing.md');
      const item = await see('#status\\.languageStatus', '');
      await item.hover();
      const shown = await see('.hover-language-status', 'Left out of every check');
      assert.match(await wordsOf(shown), /'ignore' in rapporteur\.yaml has 'briefs\/2025-11\*'/);
      await picture([shown], { across: await see('.part.statusbar') });
      await press('Escape');
      await window.open('rapporteur.yaml');
      await press('Control+End', 'Shift+Home', 'Delete', 'Control+S');
      await window.gone(`${PARTS.tab}.dirty`);
      await see(PARTS.status, '1 overdue');
    },
  },
  {
    name: 'hover',
    title: 'pointing at a name shows who that is',
    kept: true,
    contrast: true,
    async run({ window, picture }) {
      await window.open(BRIEF);
      await window.goTo(':person[Pete ‸Hegseth]');
      const card = await window.pointAtCursor('Pete Hegseth');
      const words = await wordsOf(card);
      assert.match(words, /^Pete Hegseth · person/);
      assert.match(words, /United States Secretary of Defense, since January 2025/);
      assert.match(words, /Owes: 4 open \(1 overdue\), 1 closed/);
      assert.match(words, /hold the next 2\+2 dialogue · to India · overdue by 15 days/);
      await picture([card, await window.see(PARTS.cursor)], {
        ...{ above: 50, below: 30 },
        across: await window.see(PARTS.editor),
      });
      await window.press('Escape');
    },
  },
  {
    name: 'commitment',
    title: 'pointing at a promise shows its terms',
    kept: true,
    contrast: true,
    async run({ window, picture }) {
      await window.open(BRIEF);
      await window.goTo(':commitment[the ‸next :event[2+2');
      const card = await window.pointAtCursor('2+2');
      const words = await wordsOf(card);
      assert.match(words, /^hold the next 2\+2 dialogue · commitment c-hold-2plus2/);
      assert.match(words, /by Pete Hegseth, for United States, to India/);
      assert.match(words, /overdue by 15 days · active · due 2025/);
      assert.match(words, /Strength: aspired, from the words “anticipation for”/);
      await picture([card, await window.see(PARTS.cursor)], {
        ...{ above: 50, below: 30 },
        across: await window.see(PARTS.editor),
      });
      await window.press('Escape');
    },
  },
  {
    name: 'outline',
    title: 'the outline lists commitments below their headings',
    kept: true,
    async run({ window, picture }) {
      await window.open(BRIEF);
      await window.command('Explorer: Focus on Outline View');
      await window.see(PARTS.outline, 'What it covers');
      // The files make room for it.
      const files = await window.see('.explorer-viewlet .pane-header', 'us-india-defense');
      await files.click();
      await window.see(PARTS.outline, 'What is still open');
      await window.see(PARTS.outline, 'are set to sign a ten-year defense framework');
      await window.see(PARTS.outline, 'due 2025 · overdue by 15 days');
      for (let wider = 0; wider < 3; wider += 1) await window.command('Increase Current View Size');
      await picture([await window.see('.part.sidebar')]);
      await files.click();
      await window.press('Control+B');
      await window.gone('.part.sidebar');
    },
  },
  {
    name: 'preview',
    title: 'the preview shows words, not tags',
    kept: true,
    contrast: true,
    async run({ window, picture }) {
      const screen = window.page.viewportSize();
      await window.page.setViewportSize({ ...screen, width: 1080 });
      await window.open(BRIEF);
      await window.goTo('to=‸india what="hold the next 2+2');
      await window.press('Control+K', 'v');
      const preview = window.page
        .frameLocator('iframe.webview.ready')
        .frameLocator('#active-frame')
        .locator('body');
      const promise = preview.locator('mark.rapporteur-promise', { hasText: '2+2' });
      await promise.waitFor();
      const terms = preview.locator('.rapporteur-terms', { hasText: 'overdue' });
      await terms.waitFor();
      assert.match(
        await wordsOf(terms),
        /by Pete Hegseth, for United States, to India · due 2025, overdue by 15 days · active/,
      );
      // Each of the two follows the other.
      await terms.scrollIntoViewIfNeeded();
      await window.see(PARTS.line, 'c-hold-2plus2');
      assert.doesNotMatch(await wordsOf(preview), /:(?:person|commitment)\[|\{#|ref=/);
      await picture([await window.see('.part.editor .tabs-container')], {
        ...{ above: 0, below: 400 },
        across: await window.see(PARTS.editor),
      });
      await window.press('Control+W');
      await window.gone('iframe.webview.ready');
      await window.page.setViewportSize(screen);
    },
  },
];
