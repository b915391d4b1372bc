import type { Offer } from './offer.js';
import { HELP, VERSION_FLAG, type Wording } from './wording.js';

/**
 * The completion for bash, from 3.2 (macOS) on. Where files are wanted it offers nothing itself: then
 * readline completes names of files, and quotes them as it must.
 */
export function bashCompletion(wordings: readonly Wording[]): string {
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
${offerCases(wordings)}
    *) kind=nothing offered= ;;
  esac
}

# Offers words that begin as $1 does. Bash replaces what stands behind the last '=' only.
_rapporteur_reply() {
  local written=$1 ahead=
  [[ $COMP_WORDBREAKS == *=* && $written == *=* ]] && ahead=\${written%"\${written##*=}"}
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$2" -- "$written"))
  local i
  for i in "\${!COMPREPLY[@]}"; do COMPREPLY[i]=\${COMPREPLY[i]#"$ahead"}; done
}

_rapporteur_value() { # what is written of the value, what stands before it in the same word
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
  # What stands before: the command, and how many words of it are no options.
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
${flagCases(wordings)}
    esac
  elif [[ -z $command ]]; then
    _rapporteur_reply "$written" '${wordings.map(({ name }) => name).join(' ')}'
  else
    _rapporteur_offer "$command $place"
    _rapporteur_value "$written" ''
  fi
}

complete -o bashdefault -o default -F _rapporteur rapporteur
`;
}

function offerCases(wordings: readonly Wording[]): string {
  return wordings
    .flatMap(({ name, flags, places, endless }) => [
      ...flags.flatMap(({ names, value }) =>
        value === undefined
          ? []
          : [
              offerCase(
                names.map((each) => `${name} ${each}`),
                value,
              ),
            ],
      ),
      ...places.map((offer, index) =>
        endless && index === places.length - 1
          ? offerCase([`${name} `], offer, '[0-9]*')
          : offerCase([`${name} ${index}`], offer),
      ),
    ])
    .join('\n');
}

function offerCase(patterns: readonly string[], offer: Offer, ending = ''): string {
  const shown = patterns.map((pattern) => `'${pattern}'${ending}`).join(' | ');
  return `    ${shown}) kind=${kindOf(offer)} offered='${wordsIn(offer)}'${afterOf(offer)} ;;`;
}

/** An option whose value cannot be offered still takes one. */
function kindOf({ type }: Offer): string {
  return type === 'nothing' ? 'anything' : type;
}

function afterOf(offer: Offer): string {
  return offer.type === 'pairs' ? ` after='${wordsIn(offer.after)}'` : '';
}

function wordsIn(offer: Offer): string {
  return 'words' in offer ? offer.words.map(({ word }) => word).join(' ') : '';
}

function flagCases(wordings: readonly Wording[]): string {
  const line = (pattern: string, flags: Wording['flags']): string =>
    `      ${pattern}) _rapporteur_reply "$written" '${flags.flatMap(({ names }) => names).join(' ')}' ;;`;
  return [
    line("''", [HELP, VERSION_FLAG]),
    ...wordings.map(({ name, flags }) => line(name, flags)),
  ].join('\n');
}
