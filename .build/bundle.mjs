// One file for each way in: what is installed, tested and shipped.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { LATER_PARTS } from './later-parts.mjs';
import { writeNotices } from './notices.mjs';
import { bundleInCommon, bundleInParts } from './parts.mjs';
import { ROOT } from './setup.mjs';

const COMMAND = 'dist/cli.js';

const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** The core as a library, and what runs in VS Code itself, on a desktop and in a browser. */
const ENTRIES = [
  { entry: 'server/core/api/index.ts', out: 'dist/core.js', platform: 'neutral', format: 'esm' },
  { entry: 'client/main.ts', out: 'dist/extension.cjs', platform: 'node', format: 'cjs' },
  // Read when they are needed and not before: VS Code waits for what is in the line above.
  { entry: 'client/launch.node.ts', out: 'dist/client.cjs', platform: 'node', format: 'cjs' },
  {
    entry: 'client/main.web.ts',
    out: 'dist/extension.web.cjs',
    platform: 'browser',
    format: 'cjs',
  },
].filter(({ entry }) => fs.existsSync(path.join(ROOT, entry)));

export async function bundle() {
  const metafiles = await Promise.all([
    ...ENTRIES.map(bundleEntry),
    bundleServers(),
    bundleCommand(),
  ]);
  fs.chmodSync(path.join(ROOT, COMMAND), 0o755);
  writeNotices(metafiles.flat(), 'dist/THIRD-PARTY-NOTICES.txt');
}

async function bundleEntry({ entry, out, ...options }) {
  const { metafile } = await build({
    ...optionsFor(options),
    metafile: true,
    entryPoints: [entry],
    outfile: out,
    // VS Code gives it to whoever runs inside; the others are bundles of their own.
    external: ['vscode', './client.cjs', './preview.cjs'],
  });
  return metafile;
}

/**
 * The two servers and the preview, without what they share: the core as far as the preview needs it, and all else that
 * both servers have. Node reads these files by `require`; the Worker is given them first (see client/launch.web.ts).
 */
function bundleServers() {
  const node = optionsFor({ platform: 'node', format: 'cjs' });
  const browser = optionsFor({ platform: 'browser', format: 'iife' });
  const plugins = [WITHOUT_UNUSED, partsLater('./shared')];
  const beside = [partsLater('.')];
  const takers = LATER_PARTS.map(({ name }) => name);
  fs.mkdirSync(path.join(ROOT, 'dist/shared'), { recursive: true });
  fs.writeFileSync(path.join(ROOT, 'dist/shared/package.json'), '{ "type": "commonjs" }\n');
  return bundleInCommon({
    entries: {
      preview: { ...node, plugins, entry: 'client/preview/index.ts', outfile: 'dist/preview.cjs' },
      server: { ...node, plugins, entry: 'server/lsp/main.node.ts', outfile: 'dist/server.cjs' },
      worker: {
        ...browser,
        plugins,
        entry: 'server/lsp/main.web.ts',
        outfile: 'dist/server.web.js',
        // The first message to the Worker names the files that it shares (see client/launch.web.ts).
        banner: {
          js: `var require=${REQUIRE_IN_WORKER};self.onmessage=({data})=>{self.onmessage=null;self.rapporteurLater=data.later;importScripts(...data.first);`,
        },
        footer: { js: '};' },
      },
      ...Object.fromEntries(
        LATER_PARTS.map(({ name, entry, file, conditions = [] }) => [
          name,
          {
            ...node,
            plugins: [WITHOUT_UNUSED],
            platform: 'neutral',
            conditions,
            entry,
            ...sharedFile(file),
          },
        ]),
      ),
    },
    commons: [
      {
        users: ['preview', 'server', 'worker'],
        takers,
        ...sharedFile('core.js'),
        plugins: beside,
      },
      {
        users: ['server', 'worker'],
        takers,
        ...sharedFile('server.js'),
        plugins: beside,
      },
    ],
    options: { ...node, platform: 'neutral' },
  });
}

/** @param folder where they are, seen from what asks for them */
const partsLater = (folder) => ({
  name: 'parts later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/index\.js$/ }, ({ kind, path: name, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const entry = path.resolve(resolveDir, name).replace(/\.js$/, '.ts');
      const part = LATER_PARTS.find((each) => path.join(ROOT, each.entry) === entry);
      return part && { path: `${folder}/${part.file}`, namespace: 'later' };
    });
    onLoad({ filter: /./, namespace: 'later' }, ({ path: file }) => ({
      contents: `module.exports = require('${file}');`,
    }));
    onResolve({ filter: /./, namespace: 'later' }, ({ path: name }) => ({
      path: name,
      external: true,
    }));
  },
});

/** In a Worker, what the scripts before this one have given, or one that is read now. */
const REQUIRE_IN_WORKER = `(path)=>{const name=path.split('/').pop();if(!self.rapporteurShared[name])importScripts(self.rapporteurLater[name]);return self.rapporteurShared[name]}`;

/** A file that gives what it has to whoever requires it; in a Worker, to the scripts after it. */
function sharedFile(name) {
  const give = `if(typeof module==='object')module.exports=define(require);else(self.rapporteurShared??={})['${name}']=define(${REQUIRE_IN_WORKER})`;
  return {
    outfile: `dist/shared/${name}`,
    banner: {
      js: `(function(define){${give}})(function(require){"use strict";var module={exports:{}};`,
    },
    footer: { js: 'return module.exports});' },
  };
}

/**
 * The command: a few lines that begin, what every check needs, and parts that are read when something asks for
 * them. They are CommonJS, as Node reads that sooner.
 */
function bundleCommand() {
  const options = optionsFor({ platform: 'node', format: 'cjs' });
  fs.rmSync(path.join(ROOT, 'dist/cli'), { recursive: true, force: true });
  const parts = bundleInParts({
    main: { entry: 'server/cli/app/run.ts', out: 'dist/cli/run.cjs' },
    within: ['server/cli/commands/check.ts'],
    // A thread of a large check.
    entries: ['server/cli/engine/threaded/worker.ts'],
    options: {
      ...options,
      plugins: [WITHOUT_UNUSED],
      define: { ...options.define, 'import.meta.url': '__commandUrl' },
      // They look for others beside the command, not beside themselves.
      banner: {
        js: `const __commandUrl=require('node:url').pathToFileURL(require('node:path').join(__dirname,'..','cli.js')).href;`,
      },
    },
  });
  const main = build({
    ...options,
    metafile: true,
    entryPoints: ['server/cli/app/main.ts'],
    outfile: 'dist/cli/main.cjs',
    plugins: [leftBeside('./run.js', './run.cjs')],
  });
  // In each a line that npm and the threads begin with. To Node an import of its own modules costs more than `require`.
  writeEntry(COMMAND, '#!/usr/bin/env node\n', './cli/main.cjs');
  writeEntry('dist/worker.js', '', './cli/engine-threaded-worker.cjs');
  const metafiles = Promise.all([parts, main]).then(([all, { metafile }]) => [...all, metafile]);
  return metafiles.then((all) => {
    writeInAscii('dist/cli');
    return all;
  });
}

/**
 * esbuild leaves regular expressions as they are written. A file with any character beyond ASCII takes Node ten times
 * as long to decode, and twice the memory; `\uXXXX` says the same in them.
 */
function writeInAscii(folder) {
  for (const name of fs.readdirSync(path.join(ROOT, folder))) {
    if (!name.endsWith('.cjs')) continue;
    const file = path.join(ROOT, folder, name);
    const text = fs.readFileSync(file, 'utf8');
    const escaped = text.replace(/(\\?)([\u0080-\uffff])/g, (all, slash, unit) => {
      if (slash !== '') throw new Error(`${name}: '${all}' cannot be written in ASCII.`);
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
    if (escaped !== text) fs.writeFileSync(file, escaped);
  }
}

/**
 * What packages bring along and we do not use: commander can run other programs as commands, and mammoth reads XML by a
 * parser that is not linear (see server/import/office-xml.ts). Node takes milliseconds to read what they take.
 */
const UNUSED = [
  { name: /^node:child_process$/, in: /[\\/]commander[\\/]/ },
  { name: /^@xmldom\/xmldom/, in: /[\\/]mammoth[\\/]/ },
];

const WITHOUT_UNUSED = {
  name: 'without what is unused',
  setup({ onResolve, onLoad }) {
    for (const unused of UNUSED)
      onResolve({ filter: unused.name }, ({ importer }) =>
        unused.in.test(importer) ? { path: 'nothing', namespace: 'nothing' } : undefined,
      );
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

function writeEntry(out, head, file) {
  const lines = [
    "import { createRequire } from 'node:module';",
    `createRequire(import.meta.url)('${file}');`,
  ];
  fs.mkdirSync(path.join(ROOT, path.dirname(out)), { recursive: true });
  fs.writeFileSync(path.join(ROOT, out), `${head}${lines.join('\n')}\n`);
}

/** What is imported as `name` is a file of its own beside the bundle. */
function leftBeside(name, file) {
  return {
    name: 'left beside',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path: wanted, namespace }) => {
        if (namespace === 'beside') return { path: wanted, external: true };
        return wanted === name ? { path: name, namespace: 'beside' } : undefined;
      });
      onLoad({ filter: /./, namespace: 'beside' }, () => ({
        contents: `module.exports = require('${file}');`,
      }));
    },
  };
}

function optionsFor({ platform, format }) {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    format,
    platform,
    mainFields: platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    // Both halves run in Workers, where there is no `document`: some libraries have a file for each.
    ...(platform === 'browser' ? { conditions: ['worker'] } : {}),
    target: platform === 'browser' ? 'es2022' : 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: false,
    legalComments: 'none',
    define: {
      __VERSION__: JSON.stringify(version),
      __BUILD__: JSON.stringify(hashOfSources()),
      // A list would be made anew in each module that might name it; words are put where they are named.
      __LATER_FILES__: JSON.stringify(LATER_PARTS.map(({ file }) => file).join(' ')),
      // Of no use where the hash of the sources is there.
      ...(format === 'cjs' ? { 'import.meta.url': '""' } : {}),
    },
    logLevel: 'warning',
  };
}

/** What is kept of texts between runs is only good for the code that read them. */
function hashOfSources() {
  const hash = crypto.createHash('sha256');
  for (const folder of ['server/core', 'server/cli/cache', 'server/lsp/kept']) {
    const names = fs.readdirSync(path.join(ROOT, folder), { recursive: true }).map(String).sort();
    for (const name of names.filter((each) => each.endsWith('.ts')))
      hash.update(`${name}\0`).update(fs.readFileSync(path.join(ROOT, folder, name)));
  }
  // The parsers of Markdown and YAML.
  return hash.update(fs.readFileSync(path.join(ROOT, 'package-lock.json'))).digest('hex');
}
