import { breakLogCommands } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import { processIo } from '../terminal/io.js';
import { run } from './run.js';

// Not `process.exit`: what is still on its way into a pipe would be lost.
try {
  process.exitCode = await run(process.argv.slice(2), processIo());
} catch (error) {
  // Left to Node it would end with 1, as if something had been found.
  process.exitCode = 2;
  process.stderr.write(`rapporteur: ${breakLogCommands(inWords(error))}\n`);
}

function inWords(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a bug in Rapporteur, not a problem of your files. Please report it with these lines:\n${what}`;
}
