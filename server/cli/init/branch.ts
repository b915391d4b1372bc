import { spawnSync } from 'node:child_process';

/** What the branch that others build on is called, where the remote does not say. */
const USUAL = ['main', 'master', 'trunk', 'develop'];

/** The branch that others build on: the remote's own, else one of a usual name, else where we are. */
export function branchOf(top: string): string {
  const remote = gitLines(top, [
    'symbolic-ref',
    '--quiet',
    '--short',
    'refs/remotes/origin/HEAD',
  ])[0];
  if (remote !== undefined) return remote.replace(/^origin\//, '');
  const refs = ['refs/heads', 'refs/remotes/origin'];
  const names = gitLines(top, ['for-each-ref', '--format=%(refname:lstrip=2)', ...refs]);
  const branches = new Set(names.map((name) => name.replace(/^origin\//, '')));
  const usual = USUAL.find((name) => branches.has(name));
  return usual ?? gitLines(top, ['symbolic-ref', '--quiet', '--short', 'HEAD'])[0] ?? 'main';
}

/** The lines of git's answer; none if it has none. */
function gitLines(cwd: string, words: readonly string[]): readonly string[] {
  const { status, stdout } = spawnSync('git', words, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : [];
}
