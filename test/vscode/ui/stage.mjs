// A window of VS Code on a copy of the samples, in one theme, ready when the briefs are read.
import fs from 'node:fs';
import path from 'node:path';
import { copySamples, SETTINGS } from '../samples.mjs';
import { onServer, workbenchUrl } from '../server.mjs';
import { windowOf } from './window.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
/** By the name that its pictures have: its own name, and the class by which the window shows it. */
export const THEMES = {
  light: { title: 'Light Modern', shown: '.monaco-workbench.vs' },
  dark: { title: 'Dark Modern', shown: '.monaco-workbench.vs-dark' },
  contrast: { title: 'Dark High Contrast', shown: '.monaco-workbench.hc-black' },
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

/**
 * Opens `samples/us-india-defense` alone: what stands in Problems and in lists is of one dossier, as on a
 * desk. `read(name)`: what stands in a file on disk. `close()` when done.
 */
export async function openStage(browser, server, theme) {
  const samples = copySamples();
  const folder = path.join(samples.folder, 'us-india-defense');
  const context = await browser.newContext({
    viewport: SCREEN,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const close = async () => {
    await context.close();
    samples.remove();
  };
  try {
    const file = path.join(folder, 'briefs', '2025-10-31-framework.md');
    await page.goto(workbenchUrl(server, { folder, extension: onServer(server, ROOT), file }));
    page.setDefaultTimeout(FIRST_LIMIT);
    const window = windowOf(page);
    await window.see('.statusbar-item', 'overdue');
    page.setDefaultTimeout(LIMIT);
    await window.press('Control+K', 'Control+T');
    await window.pick(THEMES[theme].title);
    await window.see(THEMES[theme].shown);
    // The window is small: the text needs the room of the side bar.
    await window.see('.part.sidebar');
    await window.press('Control+B');
    await window.gone('.part.sidebar');
    const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
    return { window, read, close };
  } catch (error) {
    await page
      .screenshot({ path: path.join(ROOT, 'out/test/vscode/ui/start-failure.png') })
      .catch(() => {});
    await close();
    throw error;
  }
}
