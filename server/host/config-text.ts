import type { ConfigText } from '../core/index.js';
import type { Reading } from './host.js';

/** What was read of a configuration, or why it does not count. */
export function configTextOf(reading: Reading): ConfigText {
  if (reading.type === 'fault') return { unread: reading.fault.reason };
  if (reading.encoding !== undefined) return { unread: 'it is not in UTF-8. Save it as UTF-8' };
  return { text: reading.text };
}
