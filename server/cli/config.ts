import {
  DEFAULT_SETTINGS,
  KINDS,
  linesOf,
  RULES,
  readSettings,
  type Settings,
  type SettingsFault,
} from '../core/index.js';
import { readPath } from '../host/index.js';
import { Failure } from './failure.js';
import { writeExcerpt } from './formats/excerpt-text.js';
import type { Look } from './formats/lint-run.js';
import { shownPath } from './places.js';
import { sourceAt } from './report/locate.js';
import { rangeOf } from './report/points.js';
import { visible, visiblePath } from './visible.js';

/** The settings in a file; the defaults without one. @throws Failure that shows each fault in it. */
export function loadSettings(config: string | undefined, cwd: string, look: Look): Settings {
  if (config === undefined) return DEFAULT_SETTINGS;
  const shown = visiblePath(shownPath(config, cwd));
  const reading = readPath(config);
  if (reading.type === 'fault') {
    throw new Failure(`${shown} could not be read: ${reading.fault.reason}.`);
  }
  if (reading.encoding !== undefined) {
    throw new Failure(`${shown} is not in UTF-8. Save it as UTF-8.`);
  }
  const rules = RULES.map((rule) => rule.name);
  const kinds = KINDS.map((kind) => kind.tag);
  const { settings, faults } = readSettings(reading.text, rules, kinds);
  if (faults.length > 0) throw new Failure(faultsInWords(faults, reading.text, shown, look));
  return settings;
}

function faultsInWords(
  faults: readonly SettingsFault[],
  text: string,
  shown: string,
  look: Look,
): string {
  const lines = linesOf(text);
  const parts = faults.map(({ span, message }) => {
    const range = rangeOf(text, lines, span);
    const source = sourceAt(text, lines, span);
    const excerpt = [...writeExcerpt(source, range, look.style.error, look)].join('');
    const { line, column } = range.start;
    return `${shown}:${line}:${column}  ${visible(message)}\n${excerpt}`;
  });
  return `the configuration has ${faults.length === 1 ? 'a fault' : 'faults'}.\n${parts.join('\n')}`;
}
