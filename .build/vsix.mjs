// The extension as VS Code installs it: a `.vsix` that holds what runs and nothing of how it is made.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { LATER_PARTS } from './later-parts.mjs';
import { ROOT } from './setup.mjs';
import { namesInZip } from './zip.mjs';

/** Everything in it, so that nothing is shipped by accident: each file at its own place. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'client/panel/page.css',
  'client/panel/page-script.js',
  'client/preview/preview.css',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/client.cjs',
  'dist/extension.cjs',
  'dist/extension.web.cjs',
  'dist/preview.cjs',
  'dist/server.cjs',
  'dist/server.web.js',
  'dist/shared/core.js',
  'dist/shared/server.js',
  ...LATER_PARTS.map(({ file }) => `dist/shared/${file}`),
  'media/annotate-light.webp',
  'media/icon.png',
  'media/overview-light.webp',
  'media/reading-mode-light.webp',
  'media/side-bar.svg',
  'package.nls.json',
  'server/schema/rapporteur.schema.json',
  'server/schema/registry.schema.json',
  ...filesIn('docs/rules', '.md'),
  ...filesIn('l10n', '.json'),
  ...filesIn('media/walkthrough', '.md'),
  ...filesIn('syntaxes', '.json'),
  ...filesIn('samples/us-india-defense', '.md'),
  ...filesIn('samples/us-india-defense/.vscode', '.json'),
  ...filesIn('samples/us-india-defense', '.yaml'),
  ...filesIn('samples/us-india-defense/briefs', '.md'),
];
/** In the place of the repository's own, which speaks of the command line and of building. */
const README = 'client/README.md';
/** What the npm package needs of package.json, and the extension does not. */
const OTHER_KEYS = [
  'bin',
  'dependencies',
  'devDependencies',
  'exports',
  'files',
  'man',
  'scripts',
  'type',
];
/** The names that vsce gives to some. */
const RENAMED = { 'CHANGELOG.md': 'changelog.md', LICENSE: 'LICENSE.txt' };
const ADDED = ['[Content_Types].xml', 'extension.vsixmanifest'];

/** Makes `rapporteur-<version>.vsix` of what is built, and resolves to its path. */
export async function makeVsix() {
  const manifest = manifestOf(JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
  checkMentioned(manifest);
  const file = path.join(ROOT, `${manifest.name}-${manifest.version}.vsix`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-vsix-'));
  try {
    for (const each of FILES) fs.cpSync(path.join(ROOT, each), path.join(folder, each));
    const page = fs.readFileSync(path.join(ROOT, README), 'utf8');
    // In the package it is at the top.
    fs.writeFileSync(path.join(folder, 'README.md'), page.replaceAll('](../media/', '](media/'));
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
    // All that is in the folder is meant: without this file vsce warns that it might not be.
    fs.writeFileSync(path.join(folder, '.vscodeignore'), '');
    await createVSIX({
      cwd: folder,
      packagePath: file,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  assert.deepEqual(namesInZip(file), namesExpected());
  return file;
}

function manifestOf({ engines: { vscode }, ...all }) {
  const kept = Object.entries(all).filter(([key]) => !OTHER_KEYS.includes(key));
  return { ...Object.fromEntries(kept), engines: { vscode } };
}

/** What the manifest points to must be there once it is installed. */
function checkMentioned({ contributes, main, browser, icon, l10n }) {
  const missing = texts([contributes, main, browser, icon, l10n])
    .filter((text) => text.startsWith('./') || /^(media|syntaxes|client)\/[\w/.-]+$/.test(text))
    .map((text) => path.posix.normalize(text))
    .filter((name) => !FILES.some((file) => file === name || file.startsWith(`${name}/`)));
  assert.deepEqual(missing, [], 'package.json names files that .build/vsix.mjs does not ship');
}

function texts(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

function filesIn(folder, ending) {
  return fs
    .readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

function namesExpected() {
  const own = [...FILES, 'package.json', 'readme.md'].map((name) => RENAMED[name] ?? name);
  return [...ADDED, ...own.map((name) => `extension/${name}`)].sort();
}
