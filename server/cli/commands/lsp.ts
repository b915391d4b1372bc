import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isThere } from '../../host/index.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import { Failure } from '../terminal/failure.js';

export const lsp: Command = {
  name: 'lsp',
  arguments: [],
  summary: 'run the language server for an editor',
  description:
    'Starts the language server for an editor that speaks the Language Server Protocol. The editor starts this command itself; docs/editor.md says how for VS Code, Neovim, Helix and Emacs.',
  options: [{ syntax: '--stdio', summary: 'use the standard input and output (the default)' }],
  examples: [{ line: 'rapporteur lsp --stdio', summary: 'the command that an editor runs' }],
  run: runServer,
};

/** The server is a bundle of its own beside this one: the command line starts without reading it. */
async function runServer({ io }: Invocation): Promise<ExitStatus> {
  const server = fileURLToPath(new URL('./server.cjs', import.meta.url));
  if (!isThere(server)) throw new Failure(`the language server is missing: ${server}.`);
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  createRequire(import.meta.url)(server);
  // It ends the process itself, when the editor says so or is gone.
  return new Promise(() => io);
}
