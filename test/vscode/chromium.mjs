// A Chromium to drive the workbench with: one that is there, or else the one that npm has.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import { command, fetchPackage, kept } from './cache.mjs';

const PACKAGE = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity:
    'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};
const ON_THE_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where Chrome and Edge stand on macOS and Windows, which put nothing on the PATH. */
const CHANNELS = ['chrome', 'msedge'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-extensions',
];

/**
 * Starts a headless Chromium: the one that `CHROMIUM` names, one of this machine, or one fetched by npm
 * (Linux on x64 only; `CHROMIUM=fetched` asks for it). Rejects with what to do where there is none.
 */
export async function launchChromium() {
  const named = process.env.CHROMIUM;
  if (named && named !== 'fetched') return launch({ executablePath: named });
  if (!named) {
    const found = onThePath();
    if (found) return launch({ executablePath: found });
    const browser = await installedChannel();
    if (browser) return browser;
  }
  return launch(await fetched());
}

function launch(options) {
  return chromium.launch({ ...options, args: ARGUMENTS });
}

function onThePath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const files = ON_THE_PATH.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

async function installedChannel() {
  if (process.platform === 'linux') return undefined;
  for (const channel of CHANNELS) {
    const browser = await launch({ channel }).catch(() => undefined);
    if (browser) return browser;
  }
  return undefined;
}

async function fetched() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'The tests in VS Code need a Chromium. Install Chrome, or name one by CHROMIUM=/path/to/it.',
    );
  const folder = await kept(`chromium-${PACKAGE.version}`, fill);
  const executablePath = path.join(folder, 'chromium');
  const env = { ...process.env };
  // A machine without any fonts has no configuration of them either.
  if (!fs.existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = folder;
  // A machine without NSS gets what the package brings; another keeps its own.
  if (!starts(executablePath, env))
    env.LD_LIBRARY_PATH = [path.join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (!starts(executablePath, env))
    throw new Error(
      `${executablePath} does not start here. Name another Chromium by CHROMIUM=/path/to/it.`,
    );
  return { executablePath, env };
}

function starts(file, env) {
  return spawnSync(file, ['--version'], { env, stdio: 'ignore' }).status === 0;
}

async function fill(folder) {
  await fetchPackage(PACKAGE, folder);
  const from = path.join(folder, 'package', 'bin');
  const browser = path.join(folder, 'chromium');
  await expand(path.join(from, 'chromium.br'), browser);
  fs.chmodSync(browser, 0o755);
  for (const name of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
    const file = path.join(folder, name);
    await expand(path.join(from, `${name}.br`), file);
    await command(folder, 'tar', ['-xf', name]);
    fs.rmSync(file);
  }
  fs.writeFileSync(path.join(folder, 'fonts.conf'), FONTS);
  fs.rmSync(path.join(folder, 'package'), { recursive: true });
}

async function expand(from, to) {
  await pipeline(fs.createReadStream(from), createBrotliDecompress(), fs.createWriteStream(to));
}

/** The package's own names folders of the service it was made for. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
