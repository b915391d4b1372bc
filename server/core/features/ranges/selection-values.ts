import type { Attribute } from '../../brief/index.js';
import type { Value } from '../../parse/index.js';
import type { Span } from '../../text/index.js';
import { type Page, yamlOf } from '../../workspace/index.js';

/** The values around an offset and what holds them: in the attributes of tags, in YAML. */
export function valuesAround(page: Page, offset: number): readonly Span[] {
  const found: Span[] = [];
  if (page.facts.role === 'registry') {
    const { value } = yamlOf(page);
    if (value !== undefined) addValue(found, value, offset);
    return found;
  }
  for (const { span, id, refs, attributes } of page.facts.tags) {
    if (!touches(span, offset)) continue;
    if (id !== undefined) found.push(id.span);
    for (const ref of refs ?? []) found.push(ref.span);
    for (const attribute of attributes) addAttribute(found, attribute, offset);
  }
  return found.filter((span) => touches(span, offset));
}

function addAttribute(found: Span[], { key, value }: Attribute, offset: number): void {
  addValue(found, value, offset);
  found.push(key.span, { start: key.span.start, end: value.span.end });
}

function addValue(found: Span[], value: Value, offset: number): void {
  if (!touches(value.span, offset)) return;
  found.push(value.span);
  if (value.type === 'list') for (const item of value.items) addValue(found, item, offset);
  if (value.type !== 'mapping') return;
  for (const { key, value: held } of value.entries) {
    const entry = { start: key.span.start, end: Math.max(key.span.end, held.span.end) };
    if (!touches(entry, offset)) continue;
    found.push(entry, key.span);
    addValue(found, held, offset);
  }
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
