import type { Command } from '../invocation/command.js';

/** The commands by name, each read when it is called, in the order of the help. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.js')).check,
  annotate: async () => (await import('./annotate.js')).annotate,
  import: async () => (await import('./import-document.js')).importDocument,
  list: async () => (await import('./list-things.js')).list,
  report: async () => (await import('./report.js')).report,
  show: async () => (await import('./show.js')).show,
  explain: async () => (await import('./explain.js')).explain,
  strip: async () => (await import('./strip.js')).strip,
  init: async () => (await import('./init.js')).init,
  merge: async () => (await import('./merge.js')).merge,
  completions: async () => (await import('./completions.js')).completions,
  lsp: async () => (await import('./lsp.js')).lsp,
};

/** The command of a name; `undefined`: there is none. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;
}

/** All of them, as the help needs them. */
export async function loadCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}
