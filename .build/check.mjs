// `npm run check`: types, lint, format, generated files fresh, imports as the house allows.
import { buildAll } from './build.mjs';
import { bin, run } from './setup.mjs';

await buildAll();
run(bin('biome'), ['ci', '--error-on-warnings', '.']);
run(process.execPath, ['.build/generate.mjs', '--check']);
run(process.execPath, ['.build/imports.mjs']);
