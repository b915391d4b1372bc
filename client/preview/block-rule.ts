import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type { MaskedText } from './mask-tags.js';
import { indexAt } from './placeholders.js';
import { kindClass } from './tag-mark.js';

/** The masked text that the tokens of a parse come from. */
export type MaskedOf = (tokens: object) => MaskedText | undefined;

/**
 * The lines that stand for records and fences become tokens. As to what they end and interrupt, they
 * are thematic breaks, as they are to the engine.
 */
export function addBlockRule(md: MarkdownIt, maskedOf: MaskedOf): void {
  md.block.ruler.before(
    'table',
    'rapporteur',
    (state, startLine, endLine, silent) => {
      const masked = maskedOf(state.tokens);
      return masked !== undefined && readLine(state, masked, startLine, endLine, silent);
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

function readLine(
  state: StateBlock,
  masked: MaskedText,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (indentOf(state, startLine) >= 4) return false;
  const { alphabet } = masked;
  const line = lineAt(state, startLine);
  const first = line.charAt(0);
  if (first === alphabet.record || first === alphabet.end) {
    if (silent) return true;
    const { index, end } = indexAt(alphabet, line, 1);
    const next = pastJoins(state, masked, startLine + 1, endLine);
    state.line = next;
    if (first === alphabet.record) pushRecord(state, masked, index, [startLine, next]);
    else state.push('rapporteur_box_end', '', 0).meta = { index };
    pushRest(state, line.slice(end), [startLine, next]);
    return true;
  }
  // What was left of a tag's attributes where a list or quote had ended in the midst of them.
  if (silent || first !== alphabet.join || line.trim() !== alphabet.join) return false;
  state.line = startLine + 1;
  return true;
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]);
}

/** The line after the last one that went on with the record. */
function pastJoins(
  state: StateBlock,
  { alphabet }: MaskedText,
  line: number,
  endLine: number,
): number {
  let next = line;
  while (next < endLine && indentOf(state, next) >= 0 && lineAt(state, next) === alphabet.join)
    next += 1;
  return next;
}

type Lines = [number, number];

function pushRecord(state: StateBlock, masked: MaskedText, index: number, map: Lines): void {
  const mark = masked.marks[index];
  if (mark === undefined) return;
  const label = masked.labels.get(index);
  if (mark.form === 'block') {
    const box = state.push('rapporteur_box', '', 0);
    box.map = map;
    box.attrSet('class', `rapporteur-box ${kindClass(mark)}`);
    box.meta = { mark, index, end: masked.ends.get(index) };
  } else {
    const open = state.push('rapporteur_record_open', 'div', 1);
    open.map = map;
    open.attrSet('class', `rapporteur-card ${kindClass(mark)}`);
    open.meta = { mark, hasLabel: label !== undefined };
  }
  if (label !== undefined) pushInline(state, label, map);
  if (mark.form !== 'block') state.push('rapporteur_record_close', 'div', -1).meta = { mark };
}

/** Words that share the line with a record are a paragraph after it. */
function pushRest(state: StateBlock, rest: string, map: Lines): void {
  if (rest.trim() === '') return;
  state.push('paragraph_open', 'p', 1).map = map;
  pushInline(state, rest.trim(), map);
  state.push('paragraph_close', 'p', -1);
}

function pushInline(state: StateBlock, content: string, map: Lines): void {
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.map = map;
  inline.children = [];
}
