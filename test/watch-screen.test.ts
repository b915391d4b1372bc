// What a person sees while a check goes on.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Io } from '../server/cli/terminal/io.js';
import { screenOn } from '../server/cli/watch/screen.js';

function ioTo(parts: string[], isTTY: boolean): Io {
  const output = { write: (text: string) => void parts.push(text), isTTY, columns: undefined };
  const now = (): Date => new Date(2025, 10, 1, 9, 5, 7);
  return {
    cwd: '/w',
    env: {},
    stdout: output,
    stderr: output,
    stdin: async () => new Uint8Array(),
    now,
  };
}

test('on a terminal each report takes the place of the last', () => {
  const parts: string[] = [];
  const screen = screenOn(ioTo(parts, true));
  screen.show({ stdout: 'one\n', stderr: '' }, new Set());
  screen.watching(3);
  screen.show({ stdout: 'two\n', stderr: 'note\n' }, new Set(['/w/a.md']));
  screen.watching(1);
  assert.equal(
    parts.join(''),
    '\u001b[H\u001b[2Jone\n\nWatching 3 files. Press Ctrl+C to stop.\n' +
      '\u001b[H\u001b[2Jnote\ntwo\n\nWatching 1 file. Press Ctrl+C to stop.\n',
  );
});

test('the same report is not written again', () => {
  const parts: string[] = [];
  const screen = screenOn(ioTo(parts, true));
  screen.show({ stdout: 'one\n', stderr: '' }, new Set());
  screen.watching(3);
  const before = parts.length;
  screen.show({ stdout: 'one\n', stderr: '' }, new Set(['/w/a.md']));
  screen.watching(3);
  assert.equal(parts.length, before);
});

test('elsewhere a line with the time and the reason parts the reports', () => {
  const parts: string[] = [];
  const screen = screenOn(ioTo(parts, false));
  screen.show({ stdout: 'one\n', stderr: '' }, new Set());
  screen.show({ stdout: 'two\n', stderr: '' }, new Set(['/w/sub/a\u001b.md']));
  screen.show({ stdout: 'three\n', stderr: '' }, new Set(['/w/a.md', '/w/b.md']));
  assert.equal(
    parts.join(''),
    'one\n\n09:05:07 sub/a\u241b.md changed\ntwo\n\n09:05:07 2 files changed\nthree\n',
  );
});
