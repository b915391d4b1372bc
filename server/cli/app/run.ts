import { CommanderError, Option as CommanderOption, Command as Program } from 'commander';
import { nearestWord } from '../../core/index.js';
import { VERSION } from '../../host/index.js';
import { loadCommand, loadCommands } from '../commands/list.js';
import type { Command, ExitStatus, Option, Options } from '../invocation/command.js';
import { escapeLines } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { Io } from '../terminal/io.js';
import { guardOutput } from '../terminal/io.js';

/** Runs the command line with the words after the program's name. Never rejects for user errors. */
export async function run(words: readonly string[], given: Io): Promise<ExitStatus> {
  const io = { ...given, stderr: guardOutput(given.stderr) };
  let status: ExitStatus = 0;
  // Only what was called is read; the help speaks of all.
  const called = await loadCommand(words[0] ?? '');
  const commands = called === undefined ? await loadCommands() : [called];
  const program = programFor(commands, io, (result) => {
    status = result;
  });
  try {
    if (words.length === 0) program.help({ error: true });
    await program.parseAsync(words, { from: 'user' });
    await io.stdout.drained?.();
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure)) throw error;
    io.stderr.write(`rapporteur: ${error.message.trimEnd()}\n`);
    return 2;
  }
}

function programFor(
  commands: readonly Command[],
  io: Io,
  done: (status: ExitStatus) => void,
): Program {
  const program = prepared(new Program('rapporteur'), io)
    .description('Tagged people, places, agreements and promises in policy briefs, checked.')
    .usage('<command> [options]')
    .version(VERSION, '-v, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command');
  for (const command of commands) addCommand(program, command, io, done);
  const lines = commands.flatMap(({ examples }) => examples.slice(0, 1));
  return program.addHelpText('after', examplesInWords(lines));
}

function addCommand(
  program: Program,
  command: Command,
  io: Io,
  done: (status: ExitStatus) => void,
): void {
  const child = prepared(program.createCommand(command.name), io)
    .summary(command.summary)
    .description(command.description)
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', examplesInWords(command.examples));
  for (const { syntax, summary, choices } of command.arguments) {
    const argument = child.createArgument(syntax, summary);
    child.addArgument(choices === undefined ? argument : argument.choices(choices));
  }
  for (const option of command.options) child.addOption(optionOf(option));
  child.action(async (...given: unknown[]) => {
    const words = given.slice(0, command.arguments.length).flat() as (string | undefined)[];
    const options = child.opts<Options>();
    done(
      await command.run({
        io,
        words: words.filter((word) => word !== undefined),
        options,
        commands: loadCommands,
      }),
    );
  });
  program.addCommand(child);
}

function optionOf({ syntax, summary, choices, initial, group, many }: Option): CommanderOption {
  const option = new CommanderOption(syntax, summary);
  if (choices !== undefined) option.choices(choices);
  if (initial !== undefined) option.default(initial);
  if (group !== undefined) option.helpGroup(`${group}:`);
  // Commander's own lists swallow the paths that follow.
  if (many) option.argParser((word, before: readonly string[] = []) => [...before, word]);
  return option;
}

/** Tests stand in for the terminal; and a usage error must not end the process under them. */
function prepared(command: Program, io: Io): Program {
  const requested = Number(io.env.COLUMNS) || undefined;
  return command
    .exitOverride()
    .showHelpAfterError(
      `Run 'rapporteur ${command.name()} --help' to see all options.`.replace(
        'rapporteur rapporteur',
        'rapporteur',
      ),
    )
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(usageErrorInWords(text)),
      getOutHelpWidth: () => io.stdout.columns ?? requested ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? requested ?? 100,
    });
}

function examplesInWords(examples: Command['examples']): string {
  const width = Math.max(...examples.map(({ line }) => line.length));
  const lines = examples.map(({ line, summary }) => `  ${line.padEnd(width)}  ${summary}`);
  return `\nExamples:\n${lines.join('\n')}`;
}

/** What Commander says of a command line, in the words that all of our messages have. */
function usageErrorInWords(said: string): string {
  const words = escapeLines(said.replace(/^error: /, ''));
  for (const [form, inOurs] of FORMS) {
    const found = form.exec(words);
    if (found !== null)
      return `rapporteur: ${inOurs(found.slice(1))}${words.slice(found[0].length)}`;
  }
  return `rapporteur: ${words}`;
}

type InOurs = (parts: readonly string[]) => string;

const FORMS: readonly (readonly [form: RegExp, inOurs: InOurs])[] = [
  [
    /^option '(\S+) ([^']+)' argument missing/,
    ([name, value]) => `${name} needs a value. Write ${name} ${value}.`,
  ],
  [
    /^option '(?:-\w, )?(\S+)[^']*' argument '([\s\S]*)' is invalid\. Allowed choices are ([^\n]*)\.(?=\n|$)/,
    ([name, word = '', choices = '']) => `${name}: ${unknown(word, choices)}`,
  ],
  [
    /^command-argument value '([\s\S]*)' is invalid for argument '[^']*'\. Allowed choices are ([^\n]*)\.(?=\n|$)/,
    ([word = '', choices = '']) => unknown(word, choices),
  ],
  [/^missing required argument '([^']+)'/, ([name]) => `<${name}> is missing.`],
];

function unknown(word: string, choices: string): string {
  const near = nearestWord(word, choices.split(', '));
  const next = near === undefined ? `Write one of ${choices}.` : `Did you mean '${near}'?`;
  return `'${word}' is not known here. ${next}`;
}
