// One file for each way in: what is installed, tested and shipped.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { writeNotices } from './notices.mjs';
import { ROOT } from './setup.mjs';

const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** The core as a library, and the command line. */
const ENTRIES = [
  { entry: 'server/cli/main.ts', out: 'dist/cli.js', platform: 'node', shebang: true },
  { entry: 'server/core/index.ts', out: 'dist/core.js', platform: 'neutral', shebang: false },
];

const banner = [
  '#!/usr/bin/env node',
  // Some libraries are CommonJS and ask for Node's modules by `require`.
  "import { createRequire as __createRequire } from 'node:module';",
  'const require = __createRequire(import.meta.url);',
].join('\n');

export async function bundle() {
  const metafiles = await Promise.all(
    ENTRIES.map(async ({ entry, out, platform, shebang }) => {
      const { metafile } = await build({
        metafile: true,
        absWorkingDir: ROOT,
        entryPoints: [entry],
        outfile: out,
        bundle: true,
        format: 'esm',
        platform,
        mainFields: ['module', 'main'],
        target: 'node20',
        minifySyntax: true,
        minifyWhitespace: true,
        keepNames: false,
        legalComments: 'none',
        define: { __VERSION__: JSON.stringify(version) },
        ...(shebang ? { banner: { js: banner } } : {}),
        logLevel: 'warning',
      });
      if (shebang) fs.chmodSync(path.join(ROOT, out), 0o755);
      return metafile;
    }),
  );
  writeNotices(metafiles, 'dist/THIRD-PARTY-NOTICES.txt');
}
