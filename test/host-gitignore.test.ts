import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { diskMembership, ignoreChecker, walk } from '../server/host/index.js';
import { property, runs, withGit } from './support/needs.js';

const HERMETIC = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: os.devNull,
  PATH: process.env.PATH,
};

function git(folder: string, words: readonly string[], input = ''): string {
  const options = { cwd: folder, env: HERMETIC, input, stdio: 'pipe', encoding: 'utf8' } as const;
  return execFileSync('git', words, options);
}

function repository(context: TestContext): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-ignored-')));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  git(folder, ['init', '-q']);
  return folder;
}

function write(folder: string, name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

/** What Git would add: nobody has added anything yet. */
function listedByGit(folder: string): readonly string[] {
  const listed = git(folder, ['ls-files', '-z', '--others', '--exclude-standard']);
  return listed.split('\0').filter(Boolean).sort();
}

function checkAgainstGit(folder: string, files: readonly string[]): void {
  const listed = listedByGit(folder);
  assert.deepEqual([...walk(folder, { repository: folder })].sort(), listed);
  const membership = diskMembership({ folder, repository: folder });
  const asked = files.filter((file) => membership.exclusionOf(file, 'file') === undefined);
  assert.deepEqual(
    asked.sort(),
    listed.filter((file) => files.includes(file)),
  );
}

const NAME = fc.constantFrom('a', 'b', 'a[b]', 'c.md', 'd.MD', ' e', '#f', '!g');
const PATH = fc.array(NAME, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const PART = fc.constantFrom(
  ...['a', 'b', 'c.md', '*', '*.md', '**', '?', '[ab]', 'a\\[b\\]', '\\#f', '\\!g', 'c.*', 'A', ''],
);
const PATTERN = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '/', '!/', '#'),
    fc.array(PART, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '/', ' ', '\r'),
  )
  .map(([before, parts, after]) => `${before}${parts.join('/')}${after}`);
const PATTERNS = fc.array(PATTERN, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));

property('what is left out is what git leaves out, wherever its files stand', (context) => {
  const folder = repository(context);
  fc.assert(
    fc.property(
      fc.array(PATH, { minLength: 1, maxLength: 12 }),
      PATTERNS,
      fc.array(fc.tuple(PATH, PATTERNS), { maxLength: 2 }),
      (paths, top, nested) => {
        for (const name of fs.readdirSync(folder)) {
          if (name !== '.git') fs.rmSync(path.join(folder, name), { recursive: true });
        }
        const isFolder = (at: string): boolean => paths.some((other) => other.startsWith(`${at}/`));
        const files = [...new Set(paths)].filter((at) => !isFolder(at));
        for (const file of files) write(folder, file, '');
        write(folder, '.gitignore', top);
        for (const [at, text] of nested) {
          if (isFolder(at)) write(folder, `${at}/.gitignore`, text);
        }
        checkAgainstGit(folder, files);
      },
    ),
    runs('run'),
  );
});

test('nothing below a folder that is left out comes back', (context) => {
  const folder = repository(context);
  write(folder, '.gitignore', 'old/\n!old/keep.md\n');
  write(folder, 'old/.gitignore', '!keep.md\n');
  write(folder, 'old/keep.md', '');
  write(folder, 'new/.gitignore', '*.md\n!keep.md\n');
  write(folder, 'new/keep.md', '');
  write(folder, 'new/drop.md', '');
  checkAgainstGit(folder, ['old/keep.md', 'new/keep.md', 'new/drop.md']);
  const ignoredBy = ignoreChecker(folder);
  assert.deepEqual(ignoredBy(path.join(folder, 'old/keep.md'), 'file'), {
    file: path.join(folder, '.gitignore'),
    pattern: 'old/',
  });
  assert.deepEqual(ignoredBy(path.join(folder, 'new/drop.md'), 'file'), {
    file: path.join(folder, 'new', '.gitignore'),
    pattern: '*.md',
  });
});

withGit('what a clone leaves out for itself counts, in a worktree too', (context) => {
  const folder = repository(context);
  write(folder, '.git/info/exclude', 'private/\n');
  write(folder, 'private/a.md', '');
  write(folder, 'b.md', '');
  checkAgainstGit(folder, ['private/a.md', 'b.md']);
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@b.c'];
  git(folder, [...identity, 'commit', '-q', '--allow-empty', '-m', 'a']);
  const other = path.join(folder, 'other');
  git(folder, ['worktree', 'add', '-q', other]);
  write(other, 'private/a.md', '');
  write(other, 'b.md', '');
  assert.deepEqual([...walk(other, { repository: other })].sort(), ['.git', 'b.md'].slice(1));
});

test('a folder whose name looks like a pattern is that folder', (context) => {
  const folder = repository(context);
  const names = ['a[b]', 'a*', 'ab', 'a b ', '!x', '#y'];
  for (const name of names) {
    write(folder, `${name}/drop.md`, '');
    write(folder, `${name}/keep.md`, '');
  }
  for (const name of names.slice(0, 2)) write(folder, `${name}/.gitignore`, 'drop.md\n');
  for (const name of names.slice(3)) write(folder, `${name}/.gitignore`, '/keep.md\n');
  checkAgainstGit(
    folder,
    names.flatMap((name) => [`${name}/drop.md`, `${name}/keep.md`]),
  );
});
