import { isBriefPath, type Page, type Workspace } from '../../workspace/index.js';
import type { ColonContext } from './colon-context.js';
import { lineStart } from './tag-at-cursor.js';

/**
 * Whether a lone colon is more likely a colon than the beginning of a tag, so that nothing should come up
 * by itself: who goes on typing would accept it with the next line break.
 */
export function isPlainColon(workspace: Workspace, page: Page, place: ColonContext): boolean {
  if (place.colons > 1 || place.typed !== '') return false;
  return (
    endsWords(page.text, place.start) ||
    isFrench(page, place.start) ||
    rulesTable(page.text, place.start) ||
    !speaksOfThings(workspace, page)
  );
}

/** `U.S.:`, `**Note**:`, `(all):` */
function endsWords(text: string, colon: number): boolean {
  return (
    /[.,;!?%)\]}*_~`>"\u201d\u2019\u00bb\u00a0\u202f]/.test(text[colon - 1] ?? '') &&
    !beginsLine(text, colon)
  );
}

/** Behind the mark of a quote or a list. */
function beginsLine(text: string, colon: number): boolean {
  return /^[ \t>*+-]*$/.test(text.slice(lineStart(text, colon), colon));
}

/** French puts a space before a colon. */
function isFrench({ text, facts }: Page, colon: number): boolean {
  if (facts.front.lang?.text.toLowerCase().startsWith('fr') !== true) return false;
  return text[colon - 1] === ' ' && !beginsLine(text, colon);
}

/** `| :---`: the line below the first line of a table. */
function rulesTable(text: string, colon: number): boolean {
  const start = lineStart(text, colon);
  const line = text.slice(start, colon);
  if (!line.includes('|') || !/^[\s>|:-]*$/.test(line) || start === 0) return false;
  const head = lineStart(text, start - 1);
  const before = head === 0 ? '' : text.slice(lineStart(text, head - 1), head);
  return text.slice(head, start).includes('|') && !before.includes('|');
}

/** Markdown that has nothing to do with briefs, beside them or without any. */
function speaksOfThings({ graph, settings }: Workspace, { facts, id }: Page): boolean {
  if (facts.role === 'brief') return true;
  return graph.kinds.size > 0 && isBriefPath(settings, id) !== false;
}
