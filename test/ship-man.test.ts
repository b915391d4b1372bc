// The manual page, made from the commands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { loadCommands } from '../server/cli/commands/list.js';
import { flagOf } from '../server/cli/completion/command-shape.js';
import { manPage, quoted, roff } from '../server/cli/man/man-page.js';
import { property, runs } from './support/needs.js';

const COMMANDS = await loadCommands();

const PAGE = manPage(COMMANDS, '1.2.3');
const LINES = PAGE.trimEnd().split('\n');

/** What a reader sees, escapes read. */
function read(line: string): string {
  return line
    .replace(/\\f[BIR]/g, '')
    .replace(/\\\((aq|ga|ha|ti|dq)/g, (_, name: 'aq') => SIGNS[name] ?? '')
    .replace(/\\\[u([0-9A-F]+)\]/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replaceAll('\\-', '-')
    .replaceAll('\\|', '')
    .replaceAll('\\&', '')
    .replaceAll('\\e', '\\');
}

const SIGNS: Readonly<Record<string, string>> = { aq: "'", ga: '`', ha: '^', ti: '~', dq: '"' };

test('it has every command, argument, option and example', () => {
  const text = LINES.map(read).join(' ');
  const tags = new Set(LINES.map(read));
  for (const command of COMMANDS) {
    assert.ok(LINES.includes(`.SS "rapporteur ${command.name}"`), command.name);
    for (const option of command.options) {
      const { names } = flagOf(option);
      assert.ok(
        [...tags].some((tag) => tag.startsWith(names.join(', '))),
        option.syntax,
      );
      assert.ok(text.includes(option.summary), option.summary);
    }
    for (const { line } of command.examples) assert.ok(tags.has(line), line);
  }
});

test('every line is text, or a request of man(7)', () => {
  const requests = new Set(['\\"', 'TH', 'SH', 'SS', 'PP', 'TP', 'B', 'BR', 'br']);
  for (const line of LINES) {
    assert.match(line, /^[\x20-\x7e]+$/, 'only ASCII, and no blank lines');
    if (/^[.']/.test(line)) assert.ok(requests.has(/^\.(\\"|\w+)/.exec(line)?.[1] ?? ''), line);
    else
      assert.doesNotMatch(
        line.replace(/\\(?:f[BIR]|\((?:aq|ga|ha|ti|dq)|\[u[0-9A-F]{4,6}\]|[-|&e])/g, ''),
        /\\/,
        line,
      );
  }
  for (const [at, line] of LINES.entries()) {
    if (line === '.TP')
      assert.ok(!LINES[at + 1]?.startsWith('.') && !LINES[at + 2]?.startsWith('.'), `line ${at}`);
  }
});

property('whatever a text holds, it stays text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (any) => {
      const text = any.replace(/\p{Cc}/gu, '');
      assert.equal(read(roff(text)), text);
      assert.doesNotMatch(roff(text), /^[.']/);
      assert.match(quoted(text), /^"[^"]*"$/);
    }),
    runs('page'),
  );
});

const isThere = spawnSync('groff', ['--version']).status === 0;
test('groff has nothing to say of it', {
  skip: isThere ? false : 'groff is not installed here',
}, () => {
  const run = spawnSync('groff', ['-man', '-ww', '-Tutf8'], { input: PAGE, encoding: 'utf8' });
  assert.equal(run.stderr, '');
  assert.match(run.stdout, /RAPPORTEUR\(1\)/);
});

test('npm puts it where man looks', () => {
  const { man, files } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  assert.deepEqual(man, ['./man/rapporteur.1']);
  assert.ok(files.includes('man'));
  assert.match(fs.readFileSync('man/rapporteur.1', 'utf8'), /^\.TH RAPPORTEUR 1 /m);
});
