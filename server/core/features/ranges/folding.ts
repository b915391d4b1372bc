import { itemsWhere } from '../../brief/index.js';
import { type Span, shift } from '../../text/index.js';
import { type Page, syntaxOf, yamlOf } from '../../workspace/index.js';

/** What may be folded away: from the line its span begins on to the line it ends on. */
export interface Fold {
  readonly span: Span;
  /** `region`: what an editor may fold with all others of its sort, such as suppressed stretches. */
  readonly type: 'front-matter' | 'section' | 'block' | 'entry' | 'region';
}

/**
 * Of Markdown the front matter, the sections by their headings, `:::` blocks, tags over several lines,
 * and stretches where findings are suppressed; of a registry its kinds and entries. Only what has more
 * than one line, in order of place, the outer before the inner.
 */
export function folds(page: Page): readonly Fold[] {
  const found = page.facts.role === 'registry' ? foldsOfRegistry(page) : foldsOfText(page);
  return [...found, ...suppressed(page)]
    .filter(({ span }) => hasLineEnd(page.text, span))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function hasLineEnd(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return true;
  }
  return false;
}

function foldsOfText(page: Page): readonly Fold[] {
  const syntax = syntaxOf(page);
  const front = syntax.frontMatter?.span;
  const found: Fold[] = front ? [{ span: trimmed(page.text, front), type: 'front-matter' }] : [];
  for (const span of sectionsIn(page)) found.push({ span, type: 'section' });
  for (const { span } of syntax.fences) {
    found.push({ span: trimmed(page.text, span), type: 'block' });
  }
  for (const { span } of itemsWhere(page.facts, 'tags', ({ form }) => form === 'record')) {
    found.push({ span, type: 'block' });
  }
  return found;
}

/** Each heading with what stands below it, up to the next one that is not deeper. */
export function sectionsIn(page: Page): readonly Span[] {
  const found: Span[] = [];
  const open: { readonly start: number; readonly depth: number }[] = [];
  const close = (depth: number, next: number): void => {
    for (let last = open.at(-1); last !== undefined && last.depth >= depth; last = open.at(-1)) {
      found.push(trimmed(page.text, { start: last.start, end: next }));
      open.pop();
    }
  };
  for (const { at, block } of syntaxOf(page).blocks) {
    for (const { span, depth, top } of block.headings) {
      if (!top) continue;
      const { start } = shift(span, at);
      close(depth, start);
      open.push({ start, depth });
    }
  }
  close(0, page.text.length);
  return found;
}

function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last -= 1;
  return { start, end: last };
}

function foldsOfRegistry(page: Page): readonly Fold[] {
  const { value } = yamlOf(page);
  const found: Fold[] = [];
  if (value?.type === 'mapping') {
    for (const { key, value: held } of value.entries) {
      // What an alias stands for is written elsewhere.
      if (held.span.start < key.span.end) continue;
      found.push({ span: { start: key.span.start, end: held.span.end }, type: 'section' });
    }
  }
  for (const { span } of page.facts.definitions) found.push({ span, type: 'entry' });
  return found;
}

/** From `disable` to `enable`, both comments included; a stretch without an end is no stretch. */
function suppressed({ facts }: Page): readonly Fold[] {
  const found: Fold[] = [];
  const open: Span[] = [];
  for (const { form, span } of facts.suppressions) {
    if (form === 'disable') open.push(span);
    if (form !== 'enable') continue;
    const begin = open.pop();
    if (begin !== undefined) {
      found.push({ span: { start: begin.start, end: span.end }, type: 'region' });
    }
  }
  return found;
}
