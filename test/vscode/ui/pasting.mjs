// Scenes of pasting: what other programs put on the clipboard.
import { clipboard, PARTS } from './window.mjs';

const SIGNING = 'briefs/2025-11-03-signing.md';

export const PASTING = [
  {
    name: 'paste-markdown',
    title: 'a paste from a web page is plain text first, and Markdown for who asks',
    kept: true,
    async run({ window, picture }) {
      await window.open(SIGNING);
      await window.press('Control+End', 'Enter', 'Enter');
      await clipboard(window, {
        'text/html':
          '<h2>Next steps</h2><ul><li>India <b>will pay</b> by March.</li><li>The ports open.</li></ul>',
        'text/plain': 'Next steps India will pay by March. The ports open.',
      });
      await window.press('Control+V');
      await window.see(PARTS.line, 'Next steps India will pay by March.');
      await window.press('Control+.');
      await window.see(PARTS.action, 'Paste as Markdown');
      await picture([await window.see('.action-widget')], {
        above: 80,
        across: await window.see(PARTS.editor),
      });
      await window.page.locator(PARTS.action, { hasText: 'Paste as Markdown' }).first().click();
      await window.see(PARTS.line, '## Next steps');
      await window.see(PARTS.line, '- India **will pay** by March.');
      await window.revert();
    },
  },
];
