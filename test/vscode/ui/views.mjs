// Scenes of the side bar: what is there in an empty folder, and the commitments and entities of a dossier.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { eventually, PARTS, windowOf } from './window.mjs';

const ROW = '.part.sidebar .pane-body .monaco-list-row';
const BUTTON = '.part.sidebar .welcome-view-content .monaco-button';

async function openSideBar({ see }) {
  await (await see('.activitybar .action-label[aria-label^="Rapporteur"]')).click({ force: true });
}

const OVERDUE = 'rapporteur.promiseLine.overdue';
/** What a theme is, as far as contributed colours ask. */
const FORMS = {
  ...{ light: 'light', solarized: 'light', contrast: 'highContrast' },
  ...{ dark: 'dark', monokai: 'dark', abyss: 'dark' },
};
const MANIFEST = new URL('../../../package.json', import.meta.url);

/** As a page says a colour. */
function rgb(hex) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}

export const VIEWING = [
  {
    name: 'start',
    title: 'in an empty folder the side bar offers to annotate, to begin, and the sample',
    desk: 'new',
    contrast: true,
    async run({ window, picture }) {
      const { page, press, see } = window;
      await openSideBar(window);
      await see(BUTTON, 'Annotate This Text');
      await see(BUTTON, 'Open the Sample');
      await page.mouse.move(1, 1);
      await picture([await see('.part.sidebar')], { above: 0, below: 0 });
      await (await see(BUTTON, 'Start a Brief Here')).click();
      await see(`${PARTS.tab}[data-resource-name$="-brief.md"]`);
      await see(PARTS.line, '# A new brief');
      await press('Control+B');
    },
  },
  {
    name: 'sample',
    title:
      'the sample opens in a new window, from a copy, and the first step of the walkthrough is done',
    desk: 'new',
    once: true,
    async run({ window }) {
      const { page, see } = window;
      await openSideBar(window);
      const opened = page.context().waitForEvent('page');
      await (await see(BUTTON, 'Open the Sample')).click();
      const sample = await opened;
      const copy = new URL(sample.url()).searchParams.get('folder') ?? '';
      assert.match(copy, /\/globalStorage\/rapporteur\.rapporteur\/sample$/);
      const other = windowOf(sample);
      await other.see('.statusbar-item', 'overdue');
      await other.open('briefs/2025-10-31-framework.md');
      await other.see(PARTS.line, ':person[Rajnath');
      await sample.close();
    },
  },
  {
    name: 'views',
    title: 'the side bar lists the commitments, the overdue ones first, and the entities by kind',
    contrast: true,
    themes: 'all',
    async run({ window, picture }) {
      const { page, press, see } = window;
      await openSideBar(window);
      await see(ROW, 'Overdue');
      await (await see(ROW, 'Closed')).click();
      await window.command('Rapporteur: Focus on Entities View');
      await see(ROW, 'People');
      await press('Home', 'ArrowRight');
      await see(ROW, 'Pete Hegseth');
      await page.mouse.move(1, 1);
      await picture([await see('.part.sidebar')], {
        ...{ above: 0, below: 0 },
        across: await see('.monaco-grid-view'),
      });
      await press('Control+B');
    },
  },
  {
    name: 'in-brief',
    title: 'what is in the open brief is listed in the side bar, and follows the cursor',
    kept: true,
    contrast: true,
    themes: 'all',
    async run({ window, picture }) {
      const { page, press, see } = window;
      await openSideBar(window);
      await window.command('Rapporteur: Focus on In This Brief View');
      await see(ROW, 'Findings');
      await window.goTo(':person[Pete Heg‸seth]');
      await see(`${ROW}.selected`, 'Pete Hegseth');
      await page.mouse.move(1, 1);
      await picture([await see('.monaco-workbench .part.sidebar')], {
        ...{ above: 0, below: 0 },
        across: await see('.monaco-grid-view'),
      });
      await press('Control+B');
    },
  },
  {
    name: 'overview',
    title: 'a panel draws deadlines in time, who owes whom, and a table; a click leads to the text',
    kept: true,
    contrast: true,
    themes: 'all',
    async run({ window, picture }) {
      const { page, see } = window;
      await window.open('briefs/2025-10-31-framework.md');
      await window.command('Rapporteur: Show Timeline and Who Owes Whom');
      await see(`${PARTS.tab}[aria-label^="Commitments"]`);
      const frame = page.frameLocator('iframe.webview').frameLocator('#active-frame');
      const row = frame.locator('.row[aria-label^="hold the next 2+2"]');
      await row.waitFor();
      await page.mouse.move(1, 1);
      await picture([await see(PARTS.editor)], { above: 0, below: 0 });
      await frame.getByRole('tab', { name: 'Who Owes Whom' }).click();
      const cell = frame.getByRole('button', { name: 'Pete Hegseth to India' });
      await cell.waitFor();
      await picture([await see(PARTS.editor)], { above: 0, below: 0, name: 'overview-matrix' });
      await cell.click();
      await frame.getByText('Only what Pete Hegseth owes to India.').waitFor();
      await picture([await see(PARTS.editor)], { above: 0, below: 0, name: 'overview-table' });
      await frame.getByRole('button', { name: 'hold the next 2+2 dialogue' }).click();
      await window.seeCursorIn('Ministerial Dialogue');
      await window.command('View: Join All Editor Groups');
      await window.open('briefs/2025-10-31-framework.md');
    },
  },
  {
    name: 'overview-colours',
    title: 'the panel has the colours that the theme and the settings say',
    contrast: true,
    themes: 'all',
    async run({ window, settings, theme }) {
      await window.command('View: Close All Editors');
      await window.command('Rapporteur: Show Timeline and Who Owes Whom');
      const frame = window.page.frameLocator('iframe.webview').frameLocator('#active-frame');
      const mark = frame.locator('.mark.overdue').first();
      await mark.waitFor({ state: 'attached' });
      const fill = () => mark.evaluate((each) => getComputedStyle(each).fill);
      const { contributes } = JSON.parse(fs.readFileSync(MANIFEST, 'utf8'));
      const { defaults } = contributes.colors.find(({ id }) => id === OVERDUE);
      assert.equal(await fill(), rgb(defaults[FORMS[theme]]));
      settings({ 'workbench.colorCustomizations': { [OVERDUE]: '#123456' } });
      await eventually(async () => assert.equal(await fill(), rgb('#123456')));
      settings({ 'workbench.colorCustomizations': {} });
      await eventually(async () => assert.equal(await fill(), rgb(defaults[FORMS[theme]])));
      await window.command('View: Close All Editors');
      await window.open('briefs/2025-10-31-framework.md');
    },
  },
];
