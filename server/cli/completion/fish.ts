import { type CommandShape, type Flag, HELP, VERSION_FLAG } from './command-shape.js';
import type { ValueChoices, Word } from './value-choices.js';

/** The completion for fish. */
export function fishCompletion(shapes: readonly CommandShape[]): string {
  const alone = 'not __rapporteur_command >/dev/null';
  return `# Completion of rapporteur for fish: rapporteur completions fish

# The command that is written already.
function __rapporteur_command
    for word in (commandline -opc)[2..]
        switch $word
            case '-*'
                continue
            case '*'
                echo $word
                return 0
        end
    end
    return 1
end

function __rapporteur_in
    set -l command (__rapporteur_command)
    and test "$command" = $argv[1]
end

# Whether none of the words that may be chosen once is there already.
function __rapporteur_still
    not string match -qr -- '^('(string join '|' $argv)')$' (commandline -opc)[3..]
end

# A name; behind its '=', files.
function __rapporteur_files
    set -l pair (string match -r -- '([a-z]+)=([^=]*)$' (commandline -ct))
    if set -q pair[2]; and contains -- $pair[2] $argv
        for file in (__fish_complete_path $pair[3])
            echo $pair[2]=$file
        end
    else
        string join \\n $argv
    end
end

complete -c rapporteur -f
${[HELP, VERSION_FLAG].map((flag) => flagLine(alone, flag)).join('\n')}
${shapes
  .map(
    ({ name, summary }) => `complete -c rapporteur -n '${alone}' -a ${name} -d ${quoted(summary)}`,
  )
  .join('\n')}

${shapes.map(commandLines).join('\n\n')}
`;
}

function commandLines({ name, flags, places }: CommandShape): string {
  const here = `__rapporteur_in ${name}`;
  const lines = [
    ...flags.map((flag) => flagLine(here, flag)),
    ...places.flatMap((choices, at) => {
      const before = places[at - 1];
      const ready =
        before === undefined
          ? ''
          : stillOf(before)
              .map((still) => `; and not ${still}`)
              .join('');
      return placeLines(`${here}${ready}`, choices);
    }),
  ];
  return lines.join('\n');
}

function flagLine(condition: string, { names, summary, value }: Flag): string {
  const spellings = names.map((name) =>
    name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`,
  );
  const takes = value === undefined ? '' : ` ${flagValue(value)}`;
  return `complete -c rapporteur -n '${condition}'${spellings.join('')}${takes} -d ${quoted(summary)}`;
}

function flagValue(choices: ValueChoices): string {
  switch (choices.type) {
    case 'files':
      return '-r -F';
    case 'folders':
      return "-x -a '(__fish_complete_directories)'";
    case 'nothing':
      return '-x';
    case 'words':
      return `-x -a ${quoted(described(choices.words))}`;
    case 'pairs':
      return pairValue(choices.words, choices.after);
  }
}

/** Behind an '=' come files, or other words. */
function pairValue(words: readonly Word[], after: ValueChoices): string {
  const names = words.map(({ word }) => word).join(' ');
  if (after.type !== 'words') return `-x -a '(__rapporteur_files ${names})'`;
  const values = after.words.map(({ word }) => word).join(' ');
  return `-x -a '(for a in ${names}; for b in ${values}; echo $a=$b; end; end)'`;
}

function placeLines(condition: string, choices: ValueChoices): readonly string[] {
  if (choices.type === 'nothing') return [];
  if (choices.type === 'files') return [`complete -c rapporteur -n '${condition}' -F`];
  if (choices.type === 'folders') {
    return [`complete -c rapporteur -n '${condition}' -x -a '(__fish_complete_directories)'`];
  }
  const [still] = stillOf(choices);
  return [
    `complete -c rapporteur -n '${condition}; and ${still}' -a ${quoted(described(choices.words))}`,
  ];
}

/** Whether one of the words of an offer may still be chosen. */
function stillOf(choices: ValueChoices): readonly string[] {
  if (choices.type !== 'words') return [];
  return [`__rapporteur_still ${choices.words.map(({ word }) => word).join(' ')}`];
}

/** A word a line, a tab before what is said of it. */
function described(words: readonly Word[]): string {
  return words
    .map(({ word, summary }) =>
      summary === undefined ? word : `${word}\\t${quoted(summary.replaceAll('$', ''))}`,
    )
    .join(' ');
}

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
