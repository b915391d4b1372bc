import type { Command } from '../invocation/command.js';
import { type ValueChoices, valueChoicesOf } from './value-choices.js';

/** A command as a shell needs to know it. */
export interface CommandShape {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** What is offered at each place; the last one for all places from there on where `endless`. */
  readonly places: readonly ValueChoices[];
  readonly endless: boolean;
}

export interface Flag {
  /** With their dashes, the long one last. */
  readonly names: readonly string[];
  readonly summary: string;
  /** Of its value; undefined: it takes none. */
  readonly value: ValueChoices | undefined;
  readonly many: boolean;
}

export const HELP: Flag = {
  names: ['-h', '--help'],
  summary: 'show this help',
  value: undefined,
  many: false,
};

export const VERSION_FLAG: Flag = {
  names: ['-v', '--version'],
  summary: 'show the version',
  value: undefined,
  many: false,
};

/** All commands, with the `help` that the command line adds. */
export function commandShapesOf(commands: readonly Command[]): readonly CommandShape[] {
  const help: CommandShape = {
    name: 'help',
    summary: 'show the help of a command',
    flags: [HELP],
    places: [
      { type: 'words', words: commands.map(({ name, summary }) => ({ word: name, summary })) },
    ],
    endless: false,
  };
  return [...commands.map(commandShapeOf), help];
}

function commandShapeOf(command: Command): CommandShape {
  return {
    name: command.name,
    summary: command.summary,
    flags: [...command.options.map(flagOf), HELP],
    places: command.arguments.map(({ syntax, choices }) => valueChoicesOf(syntax, choices)),
    endless: command.arguments.at(-1)?.syntax.includes('...') ?? false,
  };
}

export function flagOf({ syntax, summary, choices, many }: Command['options'][0]): Flag {
  const names = syntax.match(/(?<![\w<[=-])--?[a-z][a-z-]*/g) ?? [];
  const takes = /[<[]/.test(syntax);
  return {
    names,
    summary,
    value: takes ? valueChoicesOf(syntax, choices) : undefined,
    many: many === true,
  };
}
