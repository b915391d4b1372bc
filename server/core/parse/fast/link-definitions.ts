import { normalizeLabel } from '../reading/labels.js';
import { matchAt } from '../split/block-openers.js';
import { trimEnd } from '../split/line-columns.js';
import { type FlowContext, type FlowLine, growContainer, wordsOf } from './flow-lines.js';

/**
 * Whether a line that begins with a bracket surely begins no definition: no colon stands behind
 * it, or another bracket in it.
 */
export function isNoDefinition(text: string, at: number): boolean {
  return matchAt(NO_DEFINITION, text, at) !== null;
}

const DEFINITION = /\[([^[\]\\\n]{1,999})\]: *([^\s\p{Cc}<()\\]+)(?: +"[^"\\\n]*")? *(?=\r?\n|$)/uy;

const NO_DEFINITION = /\[[^[\]\\\n]*(?:\[|\](?!:))/y;

/** Reads a link definition of one line; `undefined` when it may be longer, or none. */
export function readDefinition(place: FlowContext, index: number, at: number): number | undefined {
  const { scan, lines, box } = place;
  const line = lines[index] as FlowLine;
  const found = matchAt(DEFINITION, scan.masked, at);
  const after = lines[index + 1];
  const next = after ? wordsOf(scan, after) : 0;
  // The next line may be its title, or be read as if it interrupted a paragraph.
  const certain = !after || next >= after.end || scan.masked.charCodeAt(next) === 91;
  if (!found || !certain || !found[1]?.trim() || next - (after?.start ?? 0) > 3) return undefined;
  const end = trimEnd(scan.masked, at, line.end);
  const from = at + found[0].indexOf(found[2] ?? '', (found[1]?.length ?? 0) + 3);
  const target = { start: from, end: from + (found[2]?.length ?? 0) };
  const label = normalizeLabel(found[1] ?? '');
  scan.ownLinks ??= new Set();
  scan.ownLinks.add(label);
  scan.links.push({
    span: { start: at, end },
    form: 'definition',
    target: { text: scan.source.slice(target.start, target.end), span: target },
    label,
  });
  growContainer(box, end);
  return index + 1;
}
