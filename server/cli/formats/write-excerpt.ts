import type { Range } from '../../core/index.js';
import type { DisplayOptions, Paint } from '../terminal/style.js';
import { excerptOf } from './excerpt.js';
import type { SourceLine } from './located-finding.js';

/** `  12 │ the line` and, below, the words underlined. */
export function* writeExcerpt(
  source: SourceLine,
  range: Range,
  paint: Paint,
  { style, width }: DisplayOptions,
): Iterable<string> {
  const GUTTER = 10;
  const excerpt = excerptOf(source, range, Math.max(20, width - GUTTER));
  const number = String(excerpt.line).padStart(7);
  const { start, width: underlined } = excerpt.underline;
  yield `${style.quiet(`${number} │`)} ${excerpt.text}`.trimEnd();
  const more =
    excerpt.moreLines > 0 ? style.quiet(` to line ${excerpt.line + excerpt.moreLines}`) : '';
  const marks = paint('^'.repeat(underlined));
  yield `\n${style.quiet(`${' '.repeat(number.length)} │`)} ${' '.repeat(start)}${marks}${more}\n`;
}
