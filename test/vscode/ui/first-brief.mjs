// The first two briefs of an analyst: prose pasted into an empty folder, until its tags equal a copy that was tagged by hand; and
// then another one, into a folder whose registry knows most of whom it speaks of.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { countingHand, timesInEditor } from './hand.mjs';
import { differences } from './same-tags.mjs';
import { eventually, PARTS, pasteboard } from './window.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const TEXT = fs.readFileSync(path.join(ROOT, 'samples/untagged/framework.md'), 'utf8');
const BY_HAND = path.join(import.meta.dirname, 'by-hand');
const ROW = '.pane-body .monaco-list-row';
/** More than this, and annotating is work. */
const MOST_ACTIONS = 120;
const MOST_ACTIONS_OF_SECOND = 25;

const TOPICS = [
  'defense cooperation',
  'operational cooperation',
  'defense industrial cooperation and technological collaboration',
  'regional security',
  'counter-terrorism',
  'technology cooperation',
  'defense industrial supply chains',
  'interoperability',
  'logistics and information sharing',
  'joint military exercises',
  'defense innovation',
  'defense sales',
  'co-production',
  'free and open Indo-Pacific',
];
const EVENTS = ['signing', 'introductory call', 'meeting', 'talk by telephone'];

/** Selects words all at once, and tags them as what they are. */
async function tag({ hand, window }, words, { entry, ...which }) {
  const last = `[${words.at(-1)}`;
  const before = await timesInEditor(window.page, last);
  for (const [index, one] of words.entries()) {
    await hand.select(one, { more: index > 0, ...which });
  }
  if (words.length > 1) await window.see('.statusbar-item', `${words.length} selections`);
  await hand.press('Control+K', 'a');
  await window.see(PARTS.entry);
  await window.see(`${PARTS.entry}.focused`, entry);
  await hand.press('Enter');
  await window.gone(PARTS.list);
  // Whoever tags the next words sees that these are tagged.
  await eventually(async () => assert((await timesInEditor(window.page, last)) > before, last));
}

/** Ticks what holds of some promises, by words of their rows and of the terms; `due`: until when. */
async function terms({ hand, window }, promises, ticks, due) {
  const { see, gone } = window;
  for (const [index, words] of promises.entries())
    await hand.click(await row(window, hand, words), index === 0 ? {} : { modifiers: ['Control'] });
  await hand.press('t');
  await see(
    '.quick-input-widget:visible .quick-input-title',
    promises.length === 1 ? `Terms of “${promises[0]}` : `Terms of ${promises.length} `,
  );
  for (const words of due === undefined ? ticks : [...ticks, 'Until…']) {
    // What is below the end of the list is found by a word of it.
    if (!(await isShown(window, words))) await hand.type(words.split(' ').at(-1).replace('…', ''));
    await hand.clickOn(PARTS.entry, words);
  }
  await hand.press('Enter');
  if (due !== undefined) {
    await see('.quick-input-message', 'Until when?');
    await hand.type(due);
    await hand.press('Enter');
  }
  await gone(PARTS.list);
  // They are ticked once that is known.
  for (const words of promises)
    await (await row(window, hand, words)).locator('[aria-checked="true"]').first().waitFor();
}

export const FIRST_BRIEF = [
  {
    name: 'first-brief',
    title: 'a pasted text is annotated until its tags equal those made by hand',
    desk: 'first',
    once: true,
    async run({ window, picture, read }) {
      const { page, see } = window;
      // A screen as analysts have them.
      await page.setViewportSize({ width: 1700, height: 1150 });
      const hand = countingHand(window);
      const act = { hand, window };
      await pasteboard(window, TEXT);
      await hand.click(await see(PARTS.line));
      await hand.press('Control+V');
      await see('.statusbar-item', 'Annotate this text');
      // What nobody can guess: which topics the analyst follows, and what has no name.
      await tag(act, TOPICS, { entry: 'Tag as topic and define' });
      await tag(act, EVENTS, { entry: 'Tag as event and define' });
      await tag(act, ['ten-year defense framework'], {
        nth: 1,
        entry: 'Tag as agreement and define',
      });
      await hand.clickOn('.editor-actions .action-label[aria-label^="Annotate"]');
      await see(ROW, 'Rajnath Singh');
      // `He` is the other one, in each place.
      await hand.click(await row(window, hand, 'S. Jaishankar', 1));
      await hand.press('w');
      await see(PARTS.entry);
      await hand.type('Pete');
      await see(`${PARTS.entry}.focused`, 'Pete Hegseth');
      await hand.press('Enter');
      await see(ROW, /^Pete Hegseth.*2 places/);
      await terms(
        act,
        ['are set to sign', 'agreed to pursue'],
        ['For: India', 'For: United States'],
      );
      await terms(act, ['agreed to pursue'], ['At: introductory call']);
      await terms(act, ['the commitment to'], ['Under: U.S.-India']);
      const next = ['anticipation for', 'a finished framework'];
      const open = ['hopes to bring', 'widen defense', 'strengthen interop'];
      await terms(act, [...next, ...open], ['For: United States', 'To: India']);
      await terms(act, next, [], '2025');
      await terms(act, ['is eager to'], ['To: India']);
      await terms(act, ['looked forward'], ['To: Pete Hegseth']);
      await terms(
        act,
        ['a shared commitment'],
        ['By: India', 'To: each other', 'Said by: United States'],
      );
      await picture([await see('.monaco-grid-view')], { name: 'first-review' });
      await hand.press('F1');
      await see(PARTS.entry);
      await hand.type('Accept All That');
      await see(`${PARTS.entry}.focused`, 'Accept All That Is Not Skipped');
      await hand.press('Enter');
      await hand.clickOn('.pane-header .action-label[aria-label^="Tag What Is"]');
      await see('.pane-body .message', /Tagged: /);
      await eventually(() => assert.match(read('registry.yaml'), /pete-hegseth:/));
      // What only a reader knows, now that all others are tagged.
      await hand.select('commitment', { after: ':' });
      await hand.clickOn('.editor-instance .lightBulbWidget');
      await hand.clickOn(PARTS.action, '2025-10-31');
      await see(PARTS.line, 'date: 2025-10-31');
      const ref = (name) => ({ entry: `Tag as ${name}` });
      await tag(act, ['defense industrial cooperation'], {
        nth: 1,
        ...ref('topic: defense industrial'),
      });
      // The cursor goes behind the tag.
      await see('.statusbar-item', /^Ln \d+, Col \d+$/);
      await hand.press('Control+End');
      await tag(act, ['Indo-Pacific'], { after: 'free and open ', ...ref('place') });
      await tag(act, ['framework'], { after: 'a finished ', ...ref('agreement: ten-year') });
      await tag(act, ['the agreement'], ref('agreement: ten-year'));
      await tag(act, ['both of them'], ref('person: '));
      await tag(act, ['the year'], ref('date: 2025'));
      await hand.press('Control+S');
      const byHand = {
        brief: fs.readFileSync(path.join(BY_HAND, 'framework.md'), 'utf8'),
        registry: fs.readFileSync(path.join(BY_HAND, 'registry.yaml'), 'utf8'),
      };
      await eventually(async () => {
        const made = { brief: read('brief.md'), registry: read('registry.yaml') };
        assert.deepEqual(await differences(made, byHand), []);
      });
      // Errors are counted first.
      await see('.statusbar-item[id="status.problems"]', /^\D*0\D/);
      console.log(`The first brief took ${hand.count()} actions.`);
      assert(hand.count() < MOST_ACTIONS, `${hand.count()} actions`);
      await picture([await see('.monaco-grid-view')], {});
    },
  },
  {
    name: 'second-brief',
    title:
      'a second text of the same registry is annotated in a few actions until its tags equal those made by hand',
    desk: 'second',
    once: true,
    async run({ window, picture, read }) {
      const { page, see } = window;
      await page.setViewportSize({ width: 1700, height: 1150 });
      const hand = countingHand(window);
      const byHand = {
        brief: fs.readFileSync(path.join(BY_HAND, 'second.md'), 'utf8'),
        registry: fs.readFileSync(path.join(BY_HAND, 'registry.yaml'), 'utf8'),
      };
      await pasteboard(window, await untagged(byHand.brief));
      await hand.click(await see(PARTS.line));
      await hand.press('Control+V');
      await hand.clickOn('.statusbar-item', 'Annotate this text');
      await see(ROW, 'Rajnath Singh');
      // Who was named last is not who leads here.
      await hand.click(await row(window, hand, 'the two leaders'));
      await hand.press('w');
      await see(`${PARTS.entry}.focused`, 'Rajnath Singh and Pete Hegseth');
      await hand.press('Enter');
      await see(ROW, /^the two leaders.*Rajnath/);
      await picture([await see('.monaco-grid-view')], { name: 'second-review' });
      await hand.clickOn('.pane-header .action-label[aria-label^="Accept All That"]');
      await hand.clickOn('.pane-header .action-label[aria-label^="Tag What Is"]');
      await see('.pane-body .message', /Tagged: /);
      await see(PARTS.line, ':person[Rajnath Singh]');
      // What only a reader knows.
      await hand.select('commitment', { after: ':' });
      await see('.margin [class*="lightbulb"]:visible');
      await hand.press('Control+.');
      await hand.clickOn(PARTS.action, '2025-12-12');
      await see(PARTS.line, 'date: 2025-12-12');
      await tag({ hand, window }, ['framework'], {
        after: 'weeks after the ',
        entry: 'Tag as agreement: ten-year',
      });
      await hand.select('looked forward to the next :event[2+2 Ministerial Dialogue]');
      await hand.press('Control+.');
      await hand.clickOn(PARTS.action, 'Make this a commitment');
      await see(PARTS.line, ':commitment[looked forward');
      await hand.press('Control+S');
      await eventually(async () => {
        const made = { brief: read('brief.md'), registry: read('registry.yaml') };
        assert.deepEqual(await differences(made, byHand), []);
      });
      assert.equal(read('registry.yaml'), byHand.registry, 'nobody is new');
      await see('.statusbar-item[id="status.problems"]', /^\D*0\D/);
      console.log(`The second brief took ${hand.count()} actions.`);
      assert(hand.count() < MOST_ACTIONS_OF_SECOND, `${hand.count()} actions`);
      await picture([await see('.monaco-grid-view')], {});
    },
  },
];

/** The words of a brief, as they were before anybody tagged them. */
async function untagged(brief) {
  const { parse, recognize, strip, vocabularyOf } = await import(
    path.join(ROOT, 'out/server/core/index.js')
  );
  return strip(brief, recognize(parse(brief), vocabularyOf([])));
}

/** Whether an entry of a list is in sight. */
async function isShown({ page }, words) {
  const entry = page.locator(PARTS.entry, { hasText: words }).first();
  return (await entry.count()) > 0 && (await entry.boundingBox()) !== null;
}

/** A row of the tree by how its words begin, which may have to be scrolled to. */
async function row({ page }, hand, words, nth = 0) {
  const label = page.locator('.label-name', {
    hasText: new RegExp(`^${words.replace(/[.+]/g, '\\$&')}`),
  });
  const rows = page.locator(ROW).filter({ has: label });
  await page.locator(ROW).first().waitFor();
  for (let tries = 0; tries < 6 && (await rows.count()) <= nth; tries += 1)
    await hand.wheel(page.locator(ROW).first(), 300);
  return rows.nth(nth);
}
