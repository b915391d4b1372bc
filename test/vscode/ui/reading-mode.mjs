// The reading mode: what is written around the words of tags is faint, promises say how they stand.
import assert from 'node:assert/strict';
import { eventually, PARTS } from './window.mjs';

const BRIEF = 'briefs/2025-10-31-framework.md';
const WORDS = '.editor-instance:visible .view-line span span';

/** What colour each piece of the visible text has: words -> CSS colour. */
async function colours(page) {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll(selector.replaceAll(':visible', ''))];
    return all
      .filter((each) => each.checkVisibility())
      .map((each) => [each.textContent.replaceAll('\u00a0', ' '), getComputedStyle(each).color]);
  }, WORDS);
}

function colourOf(all, words) {
  return all.find(([each]) => each.trim() === words)?.[1];
}

export const READING_MODE = [
  {
    name: 'reading-mode',
    title: 'the reading mode leaves the words, and the tag under the cursor plain',
    kept: true,
    contrast: true,
    themes: 'all',
    async run({ window, picture }) {
      const { page } = window;
      await window.open(BRIEF);
      await window.goTo('# On the ‸eve');
      const before = await eventually(async () => {
        const found = await colours(page);
        // Names have a colour that is not that of the word before them, whatever the theme is called.
        assert(colourOf(found, 'Rajnath') ?? colourOf(found, 'Rajnath Singh'));
        assert.notEqual(colourOf(found, 'person'), undefined);
        return found;
      });
      await window.command('Rapporteur: Toggle Reading Mode');
      await window.goTo('# On the ‸eve');
      const dimmed = await eventually(async () => {
        const found = colourOf(await colours(page), 'person');
        assert.notEqual(found, colourOf(before, 'person'));
        return found;
      });
      await picture([await window.see(PARTS.editor)], { above: 0, below: 0 });
      await window.goTo(':person[Rajnath ‸Singh]');
      await eventually(async () =>
        assert.equal(colourOf(await colours(page), 'person'), colourOf(before, 'person')),
      );
      await window.goTo(':commitment[the ‸next :event[2+2');
      await eventually(async () =>
        assert.equal(colourOf(await colours(page), 'person') ?? dimmed, dimmed),
      );
      await picture([await window.see(PARTS.editor)], {
        ...{ above: 0, below: 0 },
        name: 'reading-mode-promise',
      });
      await window.command('Rapporteur: Toggle Reading Mode');
    },
  },
];
