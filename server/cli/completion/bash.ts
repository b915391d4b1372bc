import { type CommandShape, HELP, VERSION_FLAG } from './command-shape.js';
import type { ValueChoices } from './value-choices.js';

/**
 * The completion for bash, from 3.2 (macOS) on. Where files are wanted it offers nothing itself: then
 * readline completes names of files, and quotes them as it must.
 */
export function bashCompletion(shapes: readonly CommandShape[]): string {
  return `# Completion of rapporteur for bash: rapporteur completions bash
# shellcheck shell=bash disable=SC2207

# The words so far, those that bash splits at '=' put together again; the last is being written.
_rapporteur_words() {
  words=()
  local word last glued=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    last=$((\${#words[@]} - 1))
    if [[ $last -ge 0 && ( $glued == yes || $word == = ) ]]; then
      words[last]+=$word
    else
      words+=("$word")
    fi
    if [[ $word == = ]]; then glued=yes; else glued=; fi
  done
}

# What may follow at a place of a command: after an option, or as a word by itself.
_rapporteur_offer() {
  case "$1" in
${choiceCases(shapes)}
    *) kind=nothing offered= ;;
  esac
}

# Offers words that begin like $1. Bash replaces only what is after the last '='.
_rapporteur_reply() {
  local written=$1 ahead=
  [[ $COMP_WORDBREAKS == *=* && $written == *=* ]] && ahead=\${written%"\${written##*=}"}
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$2" -- "$written"))
  local i
  for i in "\${!COMPREPLY[@]}"; do COMPREPLY[i]=\${COMPREPLY[i]#"$ahead"}; done
}

_rapporteur_value() { # the written part of the value, what is before it in the same word
  local written=$1 before=$2 each pairs=
  case $kind in
    words) for each in $offered; do pairs+="$before$each "; done ;;
    pairs)
      if [[ $written == *=* ]]; then
        for each in $after; do pairs+="$before\${written%%=*}=$each "; done
      else
        for each in $offered; do pairs+="$before$each "; done
      fi ;;
    folders)
      compopt -o dirnames +o default +o bashdefault 2>/dev/null ; return ;;
    files) return ;;
    anything | nothing) compopt +o default +o bashdefault 2>/dev/null ; return ;;
  esac
  if [[ -n $pairs ]]; then _rapporteur_reply "$before$written" "$pairs"; fi
}

_rapporteur() {
  local words kind offered after
  _rapporteur_words
  local count=\${#words[@]} written='' command='' place=0 i=0 word
  COMPREPLY=()
  if [[ $count -gt 0 ]]; then written=\${words[count - 1]}; fi
  # The words before: the command, and how many of them are not options.
  while [[ $i -lt $((count - 1)) ]]; do
    word=\${words[i]}
    if [[ $word == -?* ]]; then
      _rapporteur_offer "$command $word"
      if [[ $kind != nothing && $word != *=* ]]; then
        i=$((i + 1))
        if [[ $i -eq $((count - 1)) ]]; then _rapporteur_value "$written" ''; return; fi
      fi
    elif [[ -z $command ]]; then command=$word
    else place=$((place + 1))
    fi
    i=$((i + 1))
  done
  if [[ $written == --*=* ]]; then
    _rapporteur_offer "$command \${written%%=*}"
    _rapporteur_value "\${written#*=}" "\${written%%=*}="
  elif [[ $written == -* ]]; then
    case $command in
${flagCases(shapes)}
    esac
  elif [[ -z $command ]]; then
    _rapporteur_reply "$written" '${shapes.map(({ name }) => name).join(' ')}'
  else
    _rapporteur_offer "$command $place"
    _rapporteur_value "$written" ''
  fi
}

complete -o bashdefault -o default -F _rapporteur rapporteur
`;
}

function choiceCases(shapes: readonly CommandShape[]): string {
  return shapes
    .flatMap(({ name, flags, places, endless }) => [
      ...flags.flatMap(({ names, value }) =>
        value === undefined
          ? []
          : [
              choiceCase(
                names.map((each) => `${name} ${each}`),
                value,
              ),
            ],
      ),
      ...places.map((choices, index) =>
        endless && index === places.length - 1
          ? choiceCase([`${name} `], choices, '[0-9]*')
          : choiceCase([`${name} ${index}`], choices),
      ),
    ])
    .join('\n');
}

function choiceCase(patterns: readonly string[], choices: ValueChoices, ending = ''): string {
  const shown = patterns.map((pattern) => `'${pattern}'${ending}`).join(' | ');
  return `    ${shown}) kind=${kindOf(choices)} offered='${wordsIn(choices)}'${afterOf(choices)} ;;`;
}

/** An option whose value cannot be offered still takes one. */
function kindOf({ type }: ValueChoices): string {
  return type === 'nothing' ? 'anything' : type;
}

function afterOf(choices: ValueChoices): string {
  return choices.type === 'pairs' ? ` after='${wordsIn(choices.after)}'` : '';
}

function wordsIn(choices: ValueChoices): string {
  return 'words' in choices ? choices.words.map(({ word }) => word).join(' ') : '';
}

function flagCases(shapes: readonly CommandShape[]): string {
  const line = (pattern: string, flags: CommandShape['flags']): string =>
    `      ${pattern}) _rapporteur_reply "$written" '${flags.flatMap(({ names }) => names).join(' ')}' ;;`;
  return [
    line("''", [HELP, VERSION_FLAG]),
    ...shapes.map(({ name, flags }) => line(name, flags)),
  ].join('\n');
}
