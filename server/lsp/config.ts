import {
  type ConfigReading,
  type ConfigText,
  KINDS,
  type PageId,
  RULES,
  readConfig,
  type SettingsFault,
} from '../core/index.js';
import { configTextOf, type Host } from '../host/portable.js';

/** The configuration of a workspace, with all the files that have a say in it. */
export interface Config {
  /** Its own; `undefined`: it has none. Like all paths here: from the root, it may lead out (`../`). */
  readonly entry: PageId | undefined;
  /** Those of folders that belong to it. */
  readonly below: readonly PageId[];
  /** Every file that was looked for. */
  readonly files: ReadonlyMap<PageId, ConfigText>;
  readonly reading: ConfigReading;
}

/** Reads what counts in a workspace, and all that it extends. */
export async function readConfigFiles(
  host: Pick<Host, 'read'>,
  entry: PageId | undefined,
  below: readonly PageId[],
): Promise<Config> {
  const files = new Map<PageId, ConfigText>();
  for (;;) {
    const reading = readConfig({ entry, below, files, names: NAMES });
    if (reading.wanted.length === 0) return { entry, below, files, reading };
    for (const path of reading.wanted) files.set(path, configTextOf(await host.read(path)));
  }
}

const NAMES = { rules: RULES.map(({ name }) => name), kinds: KINDS.map(({ tag }) => tag) };

/** The text of a file that counts; `undefined`: it has none, or does not count. */
export function configTextAt({ files }: Config, path: PageId): string | undefined {
  const file = files.get(path);
  return file !== undefined && 'text' in file ? file.text : undefined;
}

/** What is wrong with a file that counts, as it is being written. */
export function configFaultsAt(
  { entry, below, files }: Config,
  path: PageId,
  text: string,
): readonly SettingsFault[] {
  // A file that is extended only now has not been read: nothing can be said of it.
  const now = new Map([...files, [path, { text }]]);
  const reading = readConfig({ entry, below, files: now, names: NAMES });
  return reading.faults.get(path) ?? [];
}

/** What is wrong with a configuration that no open workspace knows of. */
export function detachedConfigFaults(text: string): readonly SettingsFault[] {
  const entry = 'rapporteur.yaml';
  const files = new Map([[entry, { text }]]);
  return readConfig({ entry, below: [], files, names: NAMES }).faults.get(entry) ?? [];
}
