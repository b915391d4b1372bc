// What a person sees: drives VS Code's window by keys and mouse, scene by scene, and looks at what is on the
// screen. `npm run test:ui` builds first; this does not.
//   node test/vscode/ui.mjs [--update] [--theme NAME] [name of a scene …]
// Pictures of all scenes go to out/test/vscode/ui; with --update those of README.md and docs/ go to media/.
// Ends with exit code 0 if all is as it should be, 1 if not, 2 if VS Code could not be started.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { startServer } from './server.mjs';
import { pictureOf, shrink } from './ui/picture.mjs';
import { reportPicture } from './ui/report-page.mjs';
import { SCENES } from './ui/scenes.mjs';
import { openStage, STAGE_SETTINGS, THEMES } from './ui/stage.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const OUT = path.join(ROOT, 'out', 'test', 'vscode', 'ui');
const MEDIA = path.join(ROOT, 'media');
/** Larger pictures have no place in a README. */
const MOST_BYTES = 80_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean', default: false }, theme: { type: 'string' } },
});
process.exitCode = await main().catch((error) => {
  console.error(`The window could not be looked at. ${error.message}`);
  return 2;
});

async function main() {
  fs.mkdirSync(OUT, { recursive: true });
  const server = await startServer({ settings: STAGE_SETTINGS });
  let browser;
  const count = { passed: 0, failed: 0 };
  try {
    browser = await launchChromium();
    if (values.update) await keepReport(browser);
    for (const theme of Object.keys(THEMES))
      if (values.theme === undefined || values.theme === theme)
        await runTheme(browser, server, theme, count);
  } finally {
    await browser?.close();
    await server.stop();
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  return count.failed > 0 || count.passed === 0 ? 1 : 0;
}

async function keepReport(browser) {
  for (const scheme of ['light', 'dark']) {
    const png = await reportPicture(browser, scheme);
    const file = path.join(MEDIA, `report-html-${scheme}.webp`);
    fs.writeFileSync(file, await shrink(browser, png, MOST_BYTES));
  }
}

async function runTheme(browser, server, theme, count) {
  const scenes = SCENES.filter(({ name, contrast, themes, once }) => {
    const wanted = positionals.length === 0 || positionals.includes(name);
    if (theme === 'contrast') return wanted && contrast === true;
    if (theme === 'dark') return wanted && once !== true;
    return wanted && (theme === 'light' || themes === 'all');
  });
  let stage;
  try {
    for (const scene of scenes) {
      // What is on the desk of one scene is not for the next.
      if (stage !== undefined && stage.desk !== scene.desk) {
        await stage.close();
        stage = undefined;
      }
      stage ??= await openStage(browser, server, theme, scene.desk);
      const failure = await runScene(browser, stage, scene, theme);
      count[failure ? 'failed' : 'passed'] += 1;
      console.log(`${failure ? 'FAILED' : 'ok'}  ${scene.title} (${theme})`);
      if (failure === undefined) continue;
      console.error(failure.message);
      // Whatever it left behind is no concern of the next one.
      await stage.close();
      stage = undefined;
    }
  } finally {
    await stage?.close();
  }
}

/** Resolves to what went wrong, if anything did. */
async function runScene(browser, stage, scene, theme) {
  const { window, read, settings } = stage;
  const name = `${scene.name}-${theme}`;
  const picture = async (parts, options = {}) => {
    const png = await pictureOf(window.page, parts, options);
    const file = `${options.name ?? scene.name}-${theme}`;
    fs.writeFileSync(path.join(OUT, `${file}.png`), png);
    if (!values.update || !scene.kept || (theme !== 'light' && theme !== 'dark')) return;
    fs.writeFileSync(path.join(MEDIA, `${file}.webp`), await shrink(browser, png, MOST_BYTES));
  };
  try {
    // What the mouse rests on shows a tip.
    await window.page.mouse.move(1, 1);
    await scene.run({ window, picture, read, settings, theme });
    return undefined;
  } catch (error) {
    await window.page.screenshot({ path: path.join(OUT, `${name}-failure.png`) }).catch(() => {});
    return error;
  }
}
