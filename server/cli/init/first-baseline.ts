import { existsSync, readFileSync } from 'node:fs';
import { checkOnce } from '../check/check-once.js';
import type { ExitStatus, Invocation } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { planOf } from '../plan/plan.js';
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
  const today = textOf({ io, ...invocation }, 'today');
  const said: string[] = [];
  const quiet: Io = { ...io, cwd: home, stdout: collectInto([]), stderr: collectInto(said) };
  const options = { updateBaseline: true, annotations: false, today };
  if ((await statusOf({ ...invocation, io: quiet, words: [], options })) === 2)
    throw new Failure(`the current findings could not be saved.\n${said.join('')}`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).findings.length : 0;
}

/** As the command line itself runs a check: what cannot be done is said on the standard error. */
async function statusOf(invocation: Invocation): Promise<ExitStatus> {
  try {
    return await checkOnce(invocation, await planOf(invocation));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    invocation.io.stderr.write(`rapporteur: ${error.message.trimEnd()}\n`);
    return 2;
  }
}

function collectInto(parts: string[]): Output {
  return { write: (text) => void parts.push(text), isTTY: false, columns: undefined };
}
