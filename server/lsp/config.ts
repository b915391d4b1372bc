import { type PageId, readConfig, type SettingsFault } from '../core/index.js';
import { CONFIG_NAME, type ConfigFiles, KNOWN_NAMES } from '../host/portable.js';

/** The text of a file that counts; `undefined`: it has none, or does not count. */
export function configTextAt({ files }: ConfigFiles, path: PageId): string | undefined {
  const file = files.get(path);
  return file !== undefined && 'text' in file ? file.text : undefined;
}

/** What is wrong with a file that counts, as it is being written. */
export function configFaultsAt(
  { entry, below, files }: ConfigFiles,
  path: PageId,
  text: string,
): readonly SettingsFault[] {
  // A file that is extended only now has not been read: nothing can be said of it.
  const now = new Map([...files, [path, { text }]]);
  const reading = readConfig({ entry, below, files: now, names: KNOWN_NAMES });
  return reading.faults.get(path) ?? [];
}

/** What is wrong with a configuration that no open workspace knows of. */
export function detachedConfigFaults(text: string): readonly SettingsFault[] {
  const entry = CONFIG_NAME;
  const files = new Map([[entry, { text }]]);
  return readConfig({ entry, below: [], files, names: KNOWN_NAMES }).faults.get(entry) ?? [];
}
