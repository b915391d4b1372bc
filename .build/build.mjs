// Types, JavaScript and bundles. `npm run build`.
import { bin, run, setup } from './setup.mjs';

/** Everything that must be there before the command line or a test can run. */
export async function buildAll() {
  setup();
  run(bin('tsc'), ['-b']);
  const { bundle } = await import('./bundle.mjs');
  await bundle();
}

if (process.argv[1] === import.meta.filename) await buildAll();
