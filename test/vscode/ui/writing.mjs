// Scenes of writing: names that are offered, fixes, and new names for what is known.
import assert from 'node:assert/strict';
import { eventually, PARTS, pasteboard } from './window.mjs';

const BRIEF = 'briefs/2025-10-31-framework.md';
const SIGNING = 'briefs/2025-11-03-signing.md';
const REGISTRY = 'registry.yaml';

export const WRITING = [
  {
    name: 'suggest',
    title: 'after :person[ the known names are offered',
    kept: true,
    async run({ window, picture }) {
      const screen = window.page.viewportSize();
      await window.page.setViewportSize({ ...screen, width: 1080 });
      await window.open(SIGNING);
      await window.goTo('is done‸, and so is');
      await window.type(', said :person[');
      await window.see(`${PARTS.suggestion}.focused`, 'Pete Hegseth');
      // Once more: what is known of it.
      await window.press('Control+Space');
      const details = await window.see('.suggest-details', 'Secretary of Defense');
      await picture([await window.see('.suggest-widget.visible'), details], {
        above: 0,
        across: await window.see(PARTS.editor),
      });
      await window.type('Jai');
      await window.see(`${PARTS.suggestion}.focused`, 'Jaishankar');
      await window.press('Enter');
      await window.see(PARTS.line, 'said :person[Jaishankar]');
      await window.revert();
      await window.page.setViewportSize(screen);
    },
  },
  {
    name: 'quick-fix',
    title: 'Ctrl+. on a name that is not known offers the one that was meant',
    kept: true,
    async run({ window, picture }) {
      await window.open(SIGNING);
      await window.goTo(':person[Pete Hegs‸eth]');
      await window.press('Backspace');
      await window.see('.squiggly-error');
      await window.press('Control+.');
      await window.see(PARTS.action, "Change to 'Pete Hegseth'");
      await window.see(PARTS.action, 'Define Pete Hegeth as a person in registry.yaml');
      await picture([await window.see('.action-widget')], {
        above: 80,
        across: await window.see(PARTS.editor),
      });
      await window.press('Enter');
      await window.see(PARTS.line, ':person[Pete Hegseth]');
      await window.gone('.squiggly-error');
      await window.revert();
    },
  },
  {
    name: 'new-deadline',
    title: 'of what is overdue a new deadline is asked for, and none is invented',
    contrast: true,
    themes: 'all',
    async run({ window, picture }) {
      const { press, see, gone, type } = window;
      await window.open('briefs/2025-10-31-framework.md');
      await window.goTo('what="hold the next 2+2 dialogue" due=20‸25');
      await see('.margin [class*="lightbulb"]:visible');
      await window.pressFor('Control+.', PARTS.action);
      const step = await see(PARTS.action, 'Record a new deadline…');
      await see(PARTS.action, 'Ignore…');
      await picture([await see('.action-widget')], { above: 60, name: 'next-steps' });
      await step.click();
      await see('.quick-input-message', 'By when now?');
      await type('soon');
      await see('.quick-input-message', 'These words name no day.');
      await press('Enter');
      await see('.quick-input-message', 'These words name no day.');
      await press('Control+A');
      await type('within six months');
      await see('.quick-input-message', /April 2026/);
      await picture([await see(PARTS.list)]);
      await press('Enter');
      await see('.quick-input-title', '(2/4)');
      await see('.quick-input-message', '15 January 2026');
      await press('Enter');
      await see(`${PARTS.entry}.focused`, 'The source of the brief');
      await type('https://example.org/letter');
      await see(`${PARTS.entry}.focused`, 'an address');
      await press('Enter');
      await see('.quick-input-message', 'What happened');
      await press('Enter');
      await gone(PARTS.list);
      await see(PARTS.line, 'due=2026-04-30 on=2026-01-15 source=');
      // Until the cursor is there, the editor takes the keys away from a list.
      await window.seeCursorIn('letter');
      await window.revert();
    },
  },
  {
    name: 'promise-form',
    title:
      'the form of a promise shows what is guessed and why, and keeps what is typed on the way back',
    async run({ window, picture }) {
      const { press, see, gone, type } = window;
      await window.open(SIGNING);
      await press('Control+End');
      await type('\n\n:person[Singh] agreed to send a team by the end of next month.');
      await window.goTo('‸agreed to send a team');
      await press('Shift+End', 'Shift+ArrowLeft', 'Control+K', 'b');
      await see('.quick-input-title', '(1/5)');
      await press('Enter');
      await see('.quick-input-title', '(2/5)');
      await press('Enter');
      await see('.quick-input-message', 'December 2025 (guessed: the words of the sentence)');
      await picture([await see(PARTS.list)]);
      await press('Control+A');
      await type('2026-02-30');
      await see('.quick-input-message', 'The calendar has no 2026-02-30.');
      await press('Control+A');
      await type('within six months');
      await see('.quick-input-message', '3 May 2026');
      await (await see('.quick-input-widget:visible .codicon-quick-input-back')).click();
      await see('.quick-input-title', '(2/5)');
      await press('Enter');
      await see('.quick-input-message', '3 May 2026');
      await press('Escape');
      await gone(PARTS.list);
      await window.seeCursorIn('agreed to send a team');
      await window.revert();
    },
  },
  {
    name: 'rename-id',
    title: 'F2 renames an id in the brief and in the registry',
    async run({ window, picture, read }) {
      await window.open(REGISTRY);
      await window.open(BRIEF);
      await window.goTo(':person[He]{ref=pete-‸hegseth}');
      await window.press('F2');
      const box = await window.see(`${PARTS.rename} input`);
      assert.equal(await box.inputValue(), 'pete-hegseth');
      await box.fill('peter-hegseth');
      await picture([await window.see(PARTS.rename)], {
        ...{ above: 80, below: 60 },
        across: await window.see(PARTS.editor),
      });
      await window.press('Enter');
      await window.see(PARTS.line, 'ref=peter-hegseth');
      await eventually(() => assert.match(read(REGISTRY), /^ {2}peter-hegseth:$/m));
      // VS Code saves what a rename has changed; one undo takes back all of it.
      await window.gone('.tab.dirty');
      await window.press('Control+Z');
      await window.see(PARTS.line, 'ref=pete-hegseth');
      await window.see('.tab.dirty[data-resource-name="registry.yaml"]');
      await window.command('File: Save All Files');
      await eventually(() => assert.match(read(REGISTRY), /^ {2}pete-hegseth:$/m));
      await window.gone('.tab.dirty');
    },
  },
  {
    name: 'rename',
    title: 'F2 on a name asks which mentions with a ref are to change with it',
    kept: true,
    async run({ window, picture }) {
      await window.open(BRIEF);
      await window.goTo(':person[S. Jaishankar]‸ came for');
      // A mention that is found by its ref may say what it likes: so it is asked about.
      await pasteboard(window, '{ref=s-jaishankar}');
      await window.press('Control+V');
      await window.see(PARTS.line, 'ref=s-jaishankar');
      await window.open(REGISTRY);
      await window.goTo('name: S. Jaish‸ankar');
      await window.see(PARTS.lens, '1 mention');
      await window.press('F2');
      const box = await window.see(`${PARTS.rename} input`);
      assert.equal(await box.inputValue(), 'S. Jaishankar');
      await box.fill('Subrahmanyam Jaishankar');
      await window.press('Enter');
      const row = await window.see(`${PARTS.changes} .monaco-list-row`, 'came for');
      assert.equal(await row.locator('.edit-checkbox').getAttribute('aria-checked'), 'false');
      await window.see(`${PARTS.changes} .monaco-list-row`, '2025-10-31-framework.md');
      await picture([await window.see(PARTS.panel)], {
        above: 150,
        across: await window.see(PARTS.panel),
      });
      await (await window.see(`${PARTS.changes} .monaco-button`, 'Discard')).click();
      await window.gone(PARTS.changes);
      await window.open(BRIEF);
      await window.revert();
    },
  },
];
