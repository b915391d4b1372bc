// A window of VS Code on a copy of the samples, in one theme, ready when the briefs are read.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copySamples, SETTINGS } from '../samples.mjs';
import { onServer, workbenchUrl } from '../server.mjs';
import { PARTS, windowOf } from './window.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
/** By the name that its pictures have: its own name, and the class by which the window shows it. */
export const THEMES = {
  light: { title: 'Light Modern', shown: '.monaco-workbench.vs' },
  dark: { title: 'Dark Modern', shown: '.monaco-workbench.vs-dark' },
  contrast: { title: 'Dark High Contrast', shown: '.monaco-workbench.hc-black' },
  // Themes whose names say nothing.
  monokai: { title: 'Monokai', shown: '.monaco-workbench.vs-dark' },
  solarized: { title: 'Solarized Light', shown: '.monaco-workbench.vs' },
  abyss: { title: 'Abyss', shown: '.monaco-workbench.vs-dark' },
};
/** Still, so that no picture shows a half of a movement; and in no theme that the browser would like. */
const STILL = {
  // What is not saved can be taken back.
  'files.autoSave': 'off',
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'workbench.layoutControl.enabled': false,
};
const SCREEN = { width: 900, height: 640 };
const FIRST_LIMIT = 60_000;
const LIMIT = 20_000;

export const STAGE_SETTINGS = { ...SETTINGS, ...STILL };

async function openDossier(page, server, folder) {
  const file = path.join(folder, 'briefs', '2025-10-31-framework.md');
  await page.goto(workbenchUrl(server, { folder, extension: onServer(server, ROOT), file }));
  page.setDefaultTimeout(FIRST_LIMIT);
  const window = windowOf(page);
  await window.see('.statusbar-item', 'overdue');
  return { folder, window };
}

/** What else is in an empty folder, by the desk. */
const ON_DESK = { second: 'registry.yaml', import: 'statement.html' };

/** A folder with an empty brief in it, as on the first day; on the second there is a registry. */
async function openEmpty(page, server, desk) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-empty-')));
  const file = path.join(folder, 'brief.md');
  fs.writeFileSync(file, '');
  const name = ON_DESK[desk];
  if (name !== undefined)
    fs.copyFileSync(path.join(import.meta.dirname, 'by-hand', name), path.join(folder, name));
  await page.setViewportSize({ width: 1200, height: 760 });
  await page.goto(workbenchUrl(server, { folder, extension: onServer(server, ROOT), file }));
  page.setDefaultTimeout(FIRST_LIMIT);
  const window = windowOf(page);
  await (await window.see(PARTS.line)).click();
  await window.see('.statusbar-item', 'Markdown');
  // The side bar has its view when the extension is known.
  await window.see('.activitybar .action-label[aria-label="Rapporteur"]');
  return { folder, window };
}

function writeSettings(folder, values) {
  const file = path.join(folder, '.vscode', 'settings.json');
  fs.writeFileSync(
    file,
    JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), ...values }),
  );
}

/**
 * Opens `samples/us-india-defense` alone: what stands in Problems and in lists is of one dossier, as on a
 * desk. `read(name)`: what stands in a file on disk. `settings(values)`: adds to those of the folder. `close()` when done.
 */
export async function openStage(browser, server, theme, desk) {
  const samples = copySamples();
  const context = await browser.newContext({
    viewport: SCREEN,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const close = async () => {
    await context.close();
    samples.remove();
    if (opened?.folder.includes('rapporteur-empty-')) fs.rmSync(opened.folder, { recursive: true });
  };
  let opened;
  try {
    opened =
      desk !== undefined
        ? await openEmpty(page, server, desk)
        : await openDossier(page, server, path.join(samples.folder, 'us-india-defense'));
    const { window, folder } = opened;
    page.setDefaultTimeout(LIMIT);
    await window.press('Control+K', 'Control+T');
    await window.pick(THEMES[theme].title);
    await window.see(THEMES[theme].shown);
    // The window is small: the text needs the room of the side bar.
    if (desk === undefined) {
      await window.see('.part.sidebar');
      await window.press('Control+B');
      await window.gone('.part.sidebar');
    }
    const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
    const settings = (values) => writeSettings(folder, values);
    return { window, read, settings, close, desk };
  } catch (error) {
    await page
      .screenshot({ path: path.join(ROOT, 'out/test/vscode/ui/start-failure.png') })
      .catch(() => {});
    await close();
    throw error;
  }
}
