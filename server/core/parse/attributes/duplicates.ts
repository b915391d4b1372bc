import type { AttributeSyntax, TagFault } from '../syntax.js';

/** Faults of attributes that are well written one by one but do not go together. */
export function duplicateFaults(items: readonly AttributeSyntax[]): readonly TagFault[] {
  if (items.length < 2) return [];
  const faults: TagFault[] = [];
  const first = new Map<string, AttributeSyntax>();
  for (const item of items) {
    const name = item.name.text.replaceAll('-', '_');
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, item);
    else faults.push(duplicate(earlier, item));
  }
  const id = first.get('#');
  if (id !== undefined && first.has('ref')) faults.push({ code: 'ref-with-id', span: id.span });
  return faults;
}

/** Taking the second out is certain only when both say the same. */
function duplicate(earlier: AttributeSyntax, item: AttributeSyntax): TagFault {
  const fault: TagFault = { code: 'duplicate-attribute', span: item.span };
  if (item.value === undefined || item.value.text !== earlier.value?.text) return fault;
  return { ...fault, edits: [{ span: item.span, text: '' }] };
}
