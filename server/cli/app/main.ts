import { VERSION } from '../../host/index.js';
import { keepCompiled } from '../compiled/keep-compiled.js';
import { optimizeLate } from '../compiled/optimize-late.js';
import type { ExitStatus } from '../invocation/command.js';
import { breakLogCommands } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import { type Io, processIo } from '../terminal/io.js';

void start();

/** Not `process.exit`: what is still on its way into a pipe would be lost. */
async function start(): Promise<void> {
  try {
    process.exitCode = await runWords(process.argv.slice(2), processIo());
  } catch (error) {
    // Left to Node it would end with 1, as if something had been found.
    process.exitCode = 2;
    process.stderr.write(`rapporteur: ${breakLogCommands(inWords(error))}\n`);
  }
}

/** The version is said at once; for all else more is read, which is kept compiled for the next time. */
async function runWords(words: readonly string[], io: Io): Promise<ExitStatus> {
  const [word, ...others] = words;
  if (others.length === 0 && (word === '-v' || word === '--version')) {
    io.stdout.write(`${VERSION}\n`);
    await io.stdout.drained?.();
    return 0;
  }
  // The language server goes on for hours.
  if (word !== 'lsp') optimizeLate();
  keepCompiled(io.env);
  const { run } = await import('./run.js');
  return run(words, io);
}

function inWords(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a bug in Rapporteur, not a problem of your files. Please report it with these lines:\n${what}`;
}
