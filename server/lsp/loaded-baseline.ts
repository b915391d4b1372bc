import {
  BASELINE_NAME,
  type Baseline,
  type BaselineFault,
  EMPTY_BASELINE,
  type PageId,
  readBaseline,
  type Settings,
} from '../core/index.js';
import type { Host } from '../host/portable.js';

/** The file of the findings that are known and allowed, as the disk has it. */
export interface LoadedBaseline {
  /** Where it lies, or would lie: a path below the root. */
  readonly id: PageId;
  readonly text: string;
  /** Empty where there is none. One with a fault counts as none. */
  readonly baseline: Baseline;
  readonly fault: BaselineFault | undefined;
  /** Whether it was named and is not there. */
  readonly isMissing: boolean;
}

/** Reads what the settings name, else what lies where it usually does. */
export async function loadBaseline(host: Host, settings: Settings): Promise<LoadedBaseline> {
  const id = settings.baseline ?? BASELINE_NAME;
  const reading = await host.read(id);
  if (reading.type === 'fault') {
    const isMissing = settings.baseline !== undefined;
    return { id, text: '', baseline: EMPTY_BASELINE, fault: undefined, isMissing };
  }
  return { id, text: reading.text, ...readBaseline(reading.text), isMissing: false };
}
