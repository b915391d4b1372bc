// `npm run demo [-- --browser] [--port N] [--no-open]`: a copy of the first sample in a real VS Code with the extension.
import { buildAll } from './build.mjs';

await buildAll();
// Only now, as a project that is not installed yet has none of what it imports.
const { openSample, optionsOf } = await import('./editor.mjs');
await openSample(optionsOf(process.argv.slice(2))).catch((error) => {
  console.error(`VS Code could not be opened. ${error.message}`);
  process.exitCode = 1;
});
