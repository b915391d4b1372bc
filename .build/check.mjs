// `npm run check`: types, lint, format, generated files fresh, imports as the house allows,
// no file, export or dependency that nobody uses.
import { buildAll } from './build.mjs';
import { bin, run } from './setup.mjs';

await buildAll();
const colours = process.stdout.isTTY ? 'force' : 'off';
run(bin('biome'), ['ci', `--colors=${colours}`, '--error-on-warnings', '.']);
run(process.execPath, ['.build/generate.mjs', '--check']);
run(process.execPath, ['.build/imports.mjs']);
run(bin('knip'), ['--no-progress', '--treat-config-hints-as-errors']);
