import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The folder of caches: the XDG rules, the Library on macOS, AppData on Windows. Not by `env-paths`: it
 * knows the environment of the process alone, and takes a relative XDG_CACHE_HOME, which is void.
 */
export function systemCacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  const { XDG_CACHE_HOME: named } = env;
  return named && isAbsolute(named) ? named : join(env.HOME || homedir(), '.cache');
}
