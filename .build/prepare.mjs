// npm runs this where the package is installed from a checkout or from git, and before it is packed: what
// it ships is not committed. Without the tools to build it (`npm ci --omit=dev`) there is nothing to do.
import fs from 'node:fs';
import path from 'node:path';
import { bin, ROOT, run } from './setup.mjs';

if (fs.existsSync(path.join(ROOT, 'node_modules', 'esbuild'))) {
  run(bin('tsc'), ['-b', 'server/core']);
  const { bundle } = await import('./bundle.mjs');
  await bundle();
}
