import { bashCompletion } from '../completion/bash.js';
import { type CommandShape, commandShapesOf } from '../completion/command-shape.js';
import { fishCompletion } from '../completion/fish.js';
import { zshCompletion } from '../completion/zsh.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';

/** Shell -> its completion. */
const SHELLS: ReadonlyMap<string, (wordings: readonly CommandShape[]) => string> = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);

export const completions: Command = {
  name: 'completions',
  arguments: [{ syntax: '<shell>', summary: 'which shell', choices: [...SHELLS.keys()] }],
  summary: 'print a script that completes commands and options in your shell',
  description:
    'Prints a script for your shell. With it, the Tab key completes commands, options and their values, the names of rules and of files.',
  options: [],
  examples: [
    { line: 'source <(rapporteur completions bash)', summary: 'this line in ~/.bashrc' },
    {
      line: 'source <(rapporteur completions zsh)',
      summary: 'this line in ~/.zshrc, after compinit',
    },
    {
      line: 'rapporteur completions fish | source',
      summary: 'this line in ~/.config/fish/config.fish',
    },
  ],
  run: runCompletions,
};

async function runCompletions({ io, words, commands }: Invocation): Promise<ExitStatus> {
  const script = SHELLS.get(words[0] ?? '');
  if (script === undefined) return 2;
  io.stdout.write(script(commandShapesOf(await commands())));
  return 0;
}
