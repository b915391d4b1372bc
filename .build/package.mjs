// `npm run package`: the npm package, from a fresh build, with what is in it.
import { buildAll } from './build.mjs';
import { run } from './setup.mjs';

await buildAll();
run('npm', ['pack']);
