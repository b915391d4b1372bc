import {
  type ConfigReading,
  type ConfigText,
  configReads,
  KINDS,
  type PageId,
  RULES,
  readConfigWith,
} from '../core/index.js';
import type { Host, Reading } from './host.js';

/** The configuration of a workspace, with all the files that have a say in it. */
export interface ConfigFiles {
  /** Its own; `undefined`: it has none. Like all paths here: from the root, it may lead out (`../`). */
  readonly entry: PageId | undefined;
  /** Those of folders that belong to it. */
  readonly below: readonly PageId[];
  /** Every file that was looked for. */
  readonly files: ReadonlyMap<PageId, ConfigText>;
  readonly reading: ConfigReading;
}

/** Reads what counts in a workspace: its configurations, and all that they extend. */
export async function readConfigFiles(
  host: Pick<Host, 'read'>,
  entry: PageId | undefined,
  below: readonly PageId[],
): Promise<ConfigFiles> {
  const files = new Map<PageId, ConfigText>();
  const reads = configReads({ entry, below, files, names: KNOWN_NAMES });
  let step = reads.next();
  while (step.done !== true) step = reads.next(configTextOf(await host.read(step.value)));
  return { entry, below, files, reading: step.value };
}

/**
 * As {@link readConfigFiles}, where files can be read at once.
 * @param known what was read before; it is not read again
 */
export function readConfigFilesSync(
  read: (path: PageId) => Reading,
  entry: PageId | undefined,
  below: readonly PageId[],
  known: ReadonlyMap<PageId, ConfigText> = new Map(),
): ConfigFiles {
  const files = new Map(known);
  const question = { entry, below, files, names: KNOWN_NAMES };
  const reading = readConfigWith(question, (path) => configTextOf(read(path)));
  return { entry, below, files, reading };
}

/** The rules and kinds that a configuration may speak of, besides those it adds. */
export const KNOWN_NAMES: {
  readonly rules: readonly string[];
  readonly kinds: readonly string[];
} = {
  rules: RULES.map(({ name }) => name),
  kinds: KINDS.map(({ tag }) => tag),
};

/** What was read of a configuration, or why it does not count. */
function configTextOf(reading: Reading): ConfigText {
  if (reading.type === 'fault') return { unread: reading.fault.reason };
  if (reading.encoding !== undefined) return { unread: 'it is not in UTF-8. Save it as UTF-8' };
  return { text: reading.text };
}
