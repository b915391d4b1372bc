import { resolve } from 'node:path';
import type { Invocation } from '../invocation/command.js';
import { displayOptionsOf, textOf, todayOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';
import type { ReadRequest } from './session.js';
import { type Target, targetOf } from './targets.js';

/** What to read, from a command's paths and options. @throws Failure for a path that is not there. */
export async function readRequestOf(
  invocation: Invocation,
  paths: readonly string[],
  extra: Pick<ReadRequest, 'levels' | 'usualLevels' | 'ignoring' | 'empty'> = {},
): Promise<ReadRequest> {
  const today = todayOf(invocation);
  return {
    ...extra,
    targets: await targetsOf(invocation, paths, extra.empty),
    today,
    config: textOf(invocation, 'config'),
    display: displayOptionsOf(invocation),
  };
}

async function targetsOf(
  invocation: Invocation,
  paths: readonly string[],
  empty: ReadRequest['empty'],
): Promise<readonly Target[]> {
  const { io } = invocation;
  const name = textOf(invocation, 'stdinFilename');
  if (name?.trim() === '') throw new Failure('--stdin-filename: name a file.');
  if (!paths.includes('-')) {
    if (name === undefined) return paths.map((path) => targetOf(path, io.cwd, empty));
    throw new Failure("--stdin-filename names what '-' reads. Write '-' as the path.");
  }
  if (paths.length > 1)
    throw new Failure("'-' reads the standard input and must be the only path.");
  const path = resolve(io.cwd, name ?? 'stdin.md');
  return [{ path, type: 'file', content: await io.stdin(), nameless: name === undefined }];
}
