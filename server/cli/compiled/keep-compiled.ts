import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { preparePrivateFolder, systemCacheFolder } from '../../host/index.js';
import type { Io } from '../terminal/io.js';
import { keepCompiledByHand } from './keep-by-hand.js';

/** Node 22.1 and later. */
interface NodeModule {
  enableCompileCache?(folder: string): unknown;
}

/**
 * From now on our code is kept as Node compiled it, and the next run starts sooner. What lies there is run as it is:
 * the folder is the user's own, or none is used. Whether that works makes no difference but to the time, so nothing
 * is said of it. NODE_DISABLE_COMPILE_CACHE turns it off.
 */
export function keepCompiled(env: Io['env']): void {
  if (env.NODE_DISABLE_COMPILE_CACHE) return;
  const { enableCompileCache } = nodeModule as object as NodeModule;
  const home = systemCacheFolder(env);
  if (!preparePrivateFolder(home, ['rapporteur', 'compiled'])) return;
  const folder = join(home, 'rapporteur', 'compiled');
  if (enableCompileCache === undefined) keepCompiledByHand(folder);
  else enableCompileCache(folder);
}
