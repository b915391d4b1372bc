import nodeModule, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { readPrivate, removeOldPrivate, writePrivate } from '../../host/index.js';
import { compiledName, packCompiled, unpackCompiled } from './compiled-file.js';

/** What Node's own loader of CommonJS files is made of; the same in all of Node 20. */
interface Loader {
  prototype: { _compile(this: NodeModule, source: string, file: string): unknown };
  wrap(source: string): string;
}

type Wrapper = (
  exports: unknown,
  require: NodeJS.Require,
  module: NodeModule,
  file: string,
  folder: string,
) => unknown;

/**
 * What `enableCompileCache` does in later versions of Node, for Node 20: files that are required from now on are kept
 * as V8 compiled them, with the functions that ran.
 * @param folder which nobody else can write to, absolute
 */
export function keepCompiledByHand(folder: string): void {
  const loader = nodeModule as unknown as Loader;
  const fresh: Compiled[] = [];
  loader.prototype._compile = function compile(source, file) {
    const wrapped = loader.wrap(source);
    const at = join(folder, compiledName(file));
    const cachedData = unpackCompiled(readPrivate(at), wrapped);
    const script = new Script(wrapped, {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (script.cachedDataRejected !== false) fresh.push({ at, script, source: wrapped });
    const run = script.runInThisContext() as Wrapper;
    return run.call(this.exports, this.exports, createRequire(file), this, file, dirname(file));
  };
  process.once('exit', () => {
    for (const { at, script, source } of fresh)
      writePrivate(at, packCompiled(script.createCachedData(), source));
    if (fresh.length > 0) removeOldPrivate(folder);
  });
}

interface Compiled {
  readonly at: string;
  readonly script: Script;
  readonly source: string;
}
