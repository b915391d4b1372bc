import { existsSync, readFileSync } from 'node:fs';
import type { Invocation } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';
import type { Io, Output } from '../terminal/io.js';

/**
 * Does what `rapporteur check --update-baseline` does in a workspace; how many findings are known from
 * then on. @throws Failure
 */
export async function createBaseline(
  { io, ...invocation }: Invocation,
  home: string,
  path: string,
): Promise<number> {
  // The commands are a list, which the command that asks is in as well.
  const { run } = await import('../app/run.js');
  const today = textOf({ io, ...invocation }, 'today');
  const said: string[] = [];
  const quiet: Io = { ...io, cwd: home, stdout: collectInto([]), stderr: collectInto(said) };
  const words = ['check', '--update-baseline', '--no-annotations'];
  const status = await run([...words, ...(today === undefined ? [] : ['--today', today])], quiet);
  if (status === 2) throw new Failure(`the current findings could not be saved.\n${said.join('')}`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).findings.length : 0;
}

function collectInto(parts: string[]): Output {
  return { write: (text) => void parts.push(text), isTTY: false, columns: undefined };
}
