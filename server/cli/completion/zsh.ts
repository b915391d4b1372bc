import { type CommandShape, type Flag, HELP, VERSION_FLAG } from './command-shape.js';
import type { ValueChoices, Word } from './value-choices.js';

/** The completion for zsh: a file `_rapporteur` in `$fpath`, or sourced. */
export function zshCompletion(shapes: readonly CommandShape[]): string {
  return `#compdef rapporteur
# Completion of rapporteur for zsh: rapporteur completions zsh

# A name, or a name with '=' and what follows it.
_rapporteur_pairs() { # 'files' or the words that may follow, then the names
  local after=$1; shift
  if compset -P '*='; then
    if [[ $after == files ]]; then _files; else compadd -- \${=after}; fi
  else
    compadd -qS = -- "$@"
  fi
}

_rapporteur() {
  local curcontext=$curcontext state state_descr line
  local -A opt_args
  local -a commands
  commands=(
${shapes.map(({ name, summary }) => `    ${quoted(described({ word: name, summary }))}`).join('\n')}
  )
  _arguments -C \\
${[HELP, VERSION_FLAG].map((flag) => `    ${flagSpec(flag)} \\`).join('\n')}
    '1:command:->command' \\
    '*::argument:->argument' && return
  case $state in
    command) _describe -t commands 'rapporteur command' commands ;;
    argument)
      curcontext="\${curcontext%:*}-$line[1]:"
      case $line[1] in
${shapes.map(commandCase).join('\n')}
      esac ;;
  esac
}

if [[ $funcstack[1] == _rapporteur ]]; then
  _rapporteur "$@"
else
  compdef _rapporteur rapporteur
fi
`;
}

function commandCase({ name, flags, places, endless }: CommandShape): string {
  const specs = [
    ...flags.map(flagSpec),
    ...places.map((choices, index) => {
      const rest = endless && index === places.length - 1;
      return quoted(`${rest ? '*' : index + 1}:${wantedIn(choices)}:${action(choices)}`);
    }),
  ];
  return `        ${name})
          _arguments -S \\
${specs.map((spec) => `            ${spec}`).join(' \\\n')} ;;`;
}

function flagSpec({ names, summary, value, many }: Flag): string {
  const words = `[${summary.replace(/[[\]\\:]/g, '\\$&')}]`;
  const takes = value === undefined ? '' : `:${wantedIn(value)}:${action(value)}`;
  const [first = ''] = names;
  if (names.length > 1) return `'(- *)'{${names.join(',')}}${quoted(`${words}${takes}`)}`;
  return quoted(`${many ? '*' : ''}${first}${value === undefined ? '' : '='}${words}${takes}`);
}

function wantedIn({ type }: ValueChoices): string {
  if (type === 'files') return 'file';
  return type === 'folders' ? 'folder' : 'value';
}

function action(choices: ValueChoices): string {
  switch (choices.type) {
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'nothing':
      return '';
    case 'words':
      return `((${choices.words.map(escaped).join(' ')}))`;
    case 'pairs': {
      const after = choices.after.type === 'words' ? plain(choices.after.words) : 'files';
      return `{_rapporteur_pairs "${after}" ${plain(choices.words)}}`;
    }
  }
}

const plain = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

function described({ word, summary }: Word): string {
  return summary === undefined ? word : `${word}:${summary.replaceAll(':', '\\:')}`;
}

/** For `((…))`, which is read as a list of shell words. */
function escaped({ word, summary }: Word): string {
  if (summary === undefined) return word;
  return `${word}\\:"${summary.replace(/[\\"$`:]/g, '\\$&')}"`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
