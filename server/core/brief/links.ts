import type { Link, Syntax } from '../parse/index.js';
import { shift, type Written } from '../text/index.js';
import type { FootnoteFact, LinkFact } from './facts.js';

/** Every link with its target; one by reference has that of its definition, the first of its label. */
export function linkFacts({ blocks }: Syntax): readonly LinkFact[] {
  const targets = new Map<string, Written>();
  for (const { at, block } of blocks) {
    for (const { form, label, target } of block.links)
      if (form === 'definition' && label !== undefined && !targets.has(label))
        targets.set(label, placed(target, at));
  }
  const facts: LinkFact[] = [];
  for (const { at, block } of blocks) {
    for (const link of block.links) {
      const target = targetOf(link, at, targets);
      if (target === undefined) continue;
      const form = link.form === 'reference' ? 'link' : link.form;
      facts.push({ span: shift(link.span, at), form, target });
    }
  }
  return facts;
}

function targetOf(
  { form, label, target }: Link,
  at: number,
  targets: ReadonlyMap<string, Written>,
): Written | undefined {
  return form === 'reference' ? targets.get(label ?? '') : placed(target, at);
}

export function footnoteFacts({ blocks }: Syntax): readonly FootnoteFact[] {
  const facts: FootnoteFact[] = [];
  for (const { at, block } of blocks)
    for (const { form, span, label, defined } of block.footnotes)
      facts.push({ form, span: shift(span, at), label: placed(label, at), defined });
  return facts;
}

function placed({ text, span }: Written, at: number): Written {
  return { text, span: shift(span, at) };
}
