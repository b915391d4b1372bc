import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { run } from '../../server/cli/app/run.js';
import type { Keys } from '../../server/cli/terminal/keys.js';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: boolean;
  readonly columns?: number;
  /** What somebody at the terminal presses; without: nobody is there. */
  readonly keys?: readonly string[] | Keys;
}

/** Runs a command line in a folder, in this process; today is 2025-11-01. */
export async function rapporteur(
  cwd: string,
  words: readonly string[],
  { stdin = '', env = {}, tty = false, columns, keys }: RunOptions = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const to = (parts: string[]) => ({
    write: (text: string): void => void parts.push(text),
    writeBytes: (bytes: Uint8Array): void => void parts.push(Buffer.from(bytes).toString('latin1')),
    isTTY: tty,
    columns,
  });
  const status = await run(words, {
    cwd,
    env,
    stdout: to(out),
    stderr: to(err),
    stdin: async () => Buffer.from(stdin),
    now: () => new Date(2025, 10, 1),
    ...(keys === undefined ? {} : { keys: () => keysOf(keys) }),
  });
  return { status, stdout: out.join(''), stderr: err.join('') };
}

function keysOf(keys: readonly string[] | Keys): Keys {
  if ('next' in keys) return keys;
  const left = [...keys];
  return { next: async () => left.shift(), close: () => undefined };
}

/**
 * A git repository's folder with files in it, gone after the test. A name that ends in `/` is an
 * empty folder.
 */
export function folderWith(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-cli-')));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.mkdirSync(path.join(folder, '.git'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith('/')) fs.writeFileSync(file, content);
  }
  return folder;
}
