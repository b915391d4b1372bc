import { spawnSync } from 'node:child_process';

/** The branch that others build on: the remote's own, else the one that is checked out. */
export function branchOf(top: string): string {
  const remote = symbolic(top, 'refs/remotes/origin/HEAD')?.replace(/^origin\//, '');
  return remote ?? symbolic(top, 'HEAD') ?? 'main';
}

function symbolic(cwd: string, name: string): string | undefined {
  const run = spawnSync('git', ['symbolic-ref', '--quiet', '--short', name], {
    cwd,
    encoding: 'utf8',
  });
  return run.status === 0 ? run.stdout.trim() || undefined : undefined;
}
