import type { Command } from '../invocation/command.js';
import { annotate } from './annotate.js';
import { check } from './check.js';
import { completions } from './completions.js';
import { explain } from './explain.js';
import { init } from './init.js';
import { list } from './list-things.js';
import { lsp } from './lsp.js';
import { merge } from './merge.js';
import { show } from './show.js';
import { strip } from './strip.js';

/** The commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  check,
  annotate,
  list,
  show,
  explain,
  strip,
  init,
  merge,
  completions,
  lsp,
];
