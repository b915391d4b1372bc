import { type Baseline, EMPTY_BASELINE, linesOf, rangeOf, readBaseline } from '../../core/index.js';
import { isThere, leadsOut, readPath } from '../../host/index.js';
import { writeExcerpt } from '../formats/write-excerpt.js';
import type { BaselineChoice } from '../plan/baseline-options.js';
import { sourceLineAt } from '../report/locate-report.js';
import { shownPath } from '../report/places.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { DisplayOptions } from '../terminal/style.js';
import type { BaselinePlace } from './baseline-place.js';

/**
 * What a baseline's file says. One that cannot be read is never taken for an empty one: all that is
 * known would be new, or be forgotten when it is written anew.
 * @throws Failure
 */
export function loadBaseline(
  { path, isNamed }: BaselinePlace,
  { file, writing }: BaselineChoice,
  display: DisplayOptions,
  cwd: string,
): Baseline {
  const shown = escapePath(shownPath(path, cwd));
  const isElsewhere = leadsOut(path, cwd);
  // Its text could be shown; a new one takes the place of the link.
  if (isElsewhere && writing !== 'renewed') throw new Failure(`the baseline ${shown} ${ELSEWHERE}`);
  if ((isElsewhere || !isThere(path)) && writing === 'renewed') return EMPTY_BASELINE;
  const reading = readPath(path);
  if (reading.type === 'fault') {
    if (reading.fault.code === 'gone' && isNamed) throw new Failure(missing(shown, file));
    throw new Failure(`the baseline ${shown} could not be read: ${reading.fault.reason}.`);
  }
  const { text, encoding } = reading;
  if (encoding !== undefined) {
    throw new Failure(`the baseline ${shown} is not in UTF-8. Save it as UTF-8.`);
  }
  const { baseline, fault } = readBaseline(text);
  if (fault === undefined) return baseline;
  const lines = linesOf(text);
  const range = rangeOf(text, lines, fault.span);
  const source = sourceLineAt(text, lines, fault.span);
  const excerpt = [...writeExcerpt(source, range, display.style.error, display)].join('');
  const { line, column } = range.start;
  throw new Failure(
    `the baseline has an error.\n${shown}:${line}:${column}  ${escapeControls(fault.message)}\n${excerpt}${REMEDY}`,
    'drawn',
  );
}

const ELSEWHERE = 'is a link that leads out of the repository, and is not read.';
const REMEDY = 'Fix it, or remove the file and write a new one: rapporteur check --update-baseline';

function missing(shown: string, named: BaselineChoice['file']): string {
  const where = named === undefined ? '' : ` --baseline ${shown}`;
  return `there is no baseline ${shown}. Write one with all current findings: rapporteur check --update-baseline${where}`;
}
