// The completions, in the shells themselves where they are installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { COMMANDS } from '../server/cli/commands/list.js';
import { flagOf } from '../server/cli/completion/wording.js';
import { CHECK_FORMATS } from '../server/cli/formats/check-formats.js';
import { RULES } from '../server/core/index.js';
import { folderWith, rapporteur } from './support/cli.js';

const NAMES = [...COMMANDS.map(({ name }) => name), 'help'];
const FORMATS = CHECK_FORMATS.map(({ name }) => name);
const RULE_NAMES = RULES.map(({ name }) => name);

/** What is written, the cursor at its end -> all that is offered; `files`: the shell offers files. */
const CASES: readonly (readonly [string, readonly string[] | 'files'])[] = [
  ['rapporteur ', NAMES],
  ['rapporteur ex', ['explain']],
  ['rapporteur help in', ['init']],
  ['rapporteur check --form', ['--format']],
  ['rapporteur check --format ', FORMATS],
  ['rapporteur check --format js', FORMATS.filter((name) => name.startsWith('js'))],
  ['rapporteur check --quiet --color ne', ['never']],
  ['rapporteur check briefs --fail-on w', ['warning']],
  ['rapporteur list ', ['commitments', 'entities', 'mentions', 'updates']],
  ['rapporteur list --format csv men', ['mentions']],
  ['rapporteur explain over', RULE_NAMES.filter((name) => name.startsWith('over'))],
  ['rapporteur completions z', ['zsh']],
  ['rapporteur check ', 'files'],
  ['rapporteur check --config ', 'files'],
  ['rapporteur list mentions ', 'files'],
];

async function scriptFor(context: TestContext, shell: string): Promise<string> {
  const { status, stdout } = await rapporteur('.', ['completions', shell]);
  assert.equal(status, 0);
  const folder = folderWith(context, { script: stdout });
  return path.join(folder, 'script');
}

function isThere(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

function skipWithout(shell: string): { skip: string | false } {
  return { skip: isThere(shell) ? false : `${shell} is not installed here` };
}

const sorted = (words: readonly string[]): readonly string[] => [...words].sort();

test('every option of every command is offered, each command with its own', () => {
  for (const command of COMMANDS) {
    for (const option of command.options) {
      const { names } = flagOf(option);
      assert.ok(names.at(-1)?.startsWith('--'), option.syntax);
      assert.ok(names.every((name) => option.syntax.includes(name)));
    }
  }
});

test('bash completes commands, options and values', skipWithout('bash'), async (context) => {
  const script = await scriptFor(context, 'bash');
  const ask = (line: string): readonly string[] => bashOffers(script, line);
  for (const [line, wanted] of CASES) {
    assert.deepEqual(sorted(ask(line)), wanted === 'files' ? [] : sorted(wanted), line);
  }
});

test(
  'bash completes what stands behind an =, which it takes for a word of its own',
  skipWithout('bash'),
  async (context) => {
    const script = await scriptFor(context, 'bash');
    assert.deepEqual(bashOffers(script, 'rapporteur check --color=al'), ['always']);
    assert.deepEqual(sorted(bashOffers(script, 'rapporteur list updates --format=')), [
      'csv',
      'json',
      'table',
    ]);
    assert.deepEqual(bashOffers(script, 'rapporteur check --color=never --fail-on=nev'), ['never']);
  },
);

/** Calls the function as bash would: the line split at blanks and at '='. */
function bashOffers(script: string, line: string): readonly string[] {
  const words = line.split(/\s+|(=)/).filter((word, at, all) => word || at === all.length - 1);
  const program = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_rapporteur; for each in "\${COMPREPLY[@]}"; do printf '%s\\n' "$each"; done`;
  const run = spawnSync('bash', ['--norc', '-uc', program, 'bash', script, ...words], {
    encoding: 'utf8',
  });
  assert.equal(run.stderr, '', line);
  return run.stdout.split('\n').filter(Boolean);
}

test('fish completes commands, options and values', skipWithout('fish'), async (context) => {
  const script = await scriptFor(context, 'fish');
  const folder = path.dirname(script);
  for (const [line, wanted] of CASES) {
    const run = spawnSync('fish', ['-N', '-c', `source script; complete -C "${line}"`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder },
    });
    assert.equal(run.stderr, '', line);
    const offered = run.stdout.split('\n').flatMap((each) => each.split('\t')[0] || []);
    const words =
      wanted === 'files' ? fs.readdirSync(folder).filter((n) => !n.startsWith('.')) : wanted;
    assert.deepEqual(sorted(offered.map((each) => each.replace(/\/$/, ''))), sorted(words), line);
  }
});

test('zsh completes commands, options and values', skipWithout('zsh'), async (context) => {
  const script = await scriptFor(context, 'zsh');
  for (const [line, wanted] of CASES) {
    if (wanted === 'files') continue;
    assert.deepEqual(sorted(zshOffers(script, line)), sorted(wanted), line);
  }
});

/** In a terminal of zsh's own, where `compadd` says what it was given in place of showing it. */
function zshOffers(script: string, line: string): readonly string[] {
  const program = `zmodload zsh/zpty
zpty shell zsh -f -i
() {
  local line
  zpty -w shell "$1"
  zpty -r -m shell line '*<READY>*'
  zpty -w -n shell "$2"$'\\t'
  zpty -r -m shell line '*<OFFERED>*<DONE>*'
  print -r -- "\${\${line##*<OFFERED>}%%<DONE>*}"
} "$1" "$2"`;
  const inner = `PROMPT= RPS1= ; unsetopt prompt_cr zle_bracketed_paste 2>/dev/null; stty -echo 2>/dev/null; autoload -Uz compinit; compinit -D -u; source ${script}
compadd () { if [[ "$*" == *' -O '* || "$*" == *' -A '* || "$*" == *' -D '* ]]; then builtin compadd "$@"; return; fi; local -a got; builtin compadd -O got "$@"; all+=($got); builtin compadd "$@" }
offered () { local -a all; _main_complete; print -r -- "<OFFER""ED>$all<DO""NE>"; compstate[insert]= compstate[list]= }
zle -C offered complete-word offered; bindkey '^I' offered; print '<REA''DY>'`;
  const run = spawnSync('zsh', ['-f', '-c', program, 'zsh', inner, line], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  assert.equal(run.stderr, '', line);
  return run.stdout.split(/\s+/).filter(Boolean);
}
