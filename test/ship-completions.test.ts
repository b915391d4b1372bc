// The completions, in the shells themselves where they are installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { loadCommands } from '../server/cli/commands/list.js';
import { flagOf } from '../server/cli/completion/command-shape.js';
import { loadFormats } from '../server/cli/formats/check-formats.js';
import { RULES } from '../server/core/index.js';
import { folderWith, rapporteur } from './support/cli.js';
import { HANGS } from './support/patience.js';

const COMMANDS = await loadCommands();
const CHECK_FORMATS = await loadFormats();

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
  ['rapporteur list ', ['assessments', 'commitments', 'entities', 'mentions', 'updates']],
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
    assert.deepEqual(bashOffers(script, 'rapporteur check --rule=unresolved-n'), [
      'unresolved-name',
    ]);
    assert.deepEqual(bashOffers(script, 'rapporteur check --rule unresolved-name=w'), ['warning']);
    assert.deepEqual(bashOffers(script, 'rapporteur check --rule=unresolved-name=o'), ['off']);
    assert.deepEqual(bashOffers(script, 'rapporteur check --format=sar'), ['sarif']);
    assert.deepEqual(bashOffers(script, 'rapporteur check --format sarif=o'), [], 'files');
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
  const files = (): readonly string[] => fs.readdirSync(folder).filter((n) => !n.startsWith('.'));
  for (const [line, wanted] of CASES) {
    const offered = fishOffers(folder, line);
    assert.deepEqual(sorted(offered), sorted(wanted === 'files' ? files() : wanted), line);
  }
  assert.deepEqual(fishOffers(folder, 'rapporteur check --rule unresolved-name=w'), [
    'unresolved-name=warning',
  ]);
  assert.deepEqual(fishOffers(folder, 'rapporteur check --format sarif=scr'), ['sarif=script']);
  assert.deepEqual(fishOffers(folder, 'rapporteur check --format=sarif=scr'), [
    '--format=sarif=script',
  ]);
});

/** Asks fish what it offers at the end of a line, in a folder with the file `script`. */
function fishOffers(folder: string, line: string): readonly string[] {
  const run = spawnSync('fish', ['-N', '-c', `source script; complete -C "${line}"`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder },
  });
  assert.equal(run.stderr, '', line);
  const words = run.stdout.split('\n').flatMap((each) => each.split('\t')[0] || []);
  return words.map((each) => each.replace(/\/$/, ''));
}

test('zsh completes commands, options and values', skipWithout('zsh'), async (context) => {
  const script = await scriptFor(context, 'zsh');
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ...CASES.flatMap(([line, wanted]) => (wanted === 'files' ? [] : [[line, wanted] as const])),
    ['rapporteur check --rule unresolved-name=w', ['warning']],
    ['rapporteur check --format=sarif=scr', ['script']],
  ];
  const offered = zshOffers(
    script,
    cases.map(([line]) => line),
  );
  for (const [at, [line, wanted]] of cases.entries()) {
    assert.deepEqual(sorted(offered[at] ?? []), sorted(wanted), line);
  }
});

/** In a terminal of zsh's own, where `compadd` says what it was given in place of showing it. */
function zshOffers(script: string, lines: readonly string[]): readonly (readonly string[])[] {
  const outer = `zmodload zsh/zpty
zpty shell zsh -f -i
() {
  local said
  zpty -w shell "$1"; shift
  zpty -r -m shell said '*<READY>*'
  for line in "$@"; do
    zpty -w -n shell $'\\025'"$line"$'\\t'
    zpty -r -m shell said '*<OFFERED>*<DONE>*'
    print -r -- "\${\${said##*<OFFERED>}%%<DONE>*}"
  done
} "$@"`;
  const inner = `PROMPT= RPS1=; stty -echo; autoload -Uz compinit; compinit -D -u; source '${script}'
cd '${path.dirname(script)}'
compadd () {
  if [[ "$*" != *' -'[OAD]' '* ]]; then local -a got; builtin compadd -O got "$@"; all+=($got); fi
  builtin compadd "$@"
}
offered () {
  local -a all; _main_complete; print -r -- "<OFFER""ED>$all<DO""NE>"; compstate[insert]= compstate[list]=
}
zle -C offered complete-word offered; bindkey '^I' offered; bindkey '^U' kill-whole-line; print '<REA''DY>'`;
  const run = spawnSync('zsh', ['-f', '-c', outer, 'zsh', inner, ...lines], {
    encoding: 'utf8',
    timeout: HANGS,
  });
  assert.equal(run.stderr, '');
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => [...new Set(line.split(/\s+/).filter(Boolean))]);
}
