import type { Link, Syntax } from '../parse/index.js';
import { shift, type Written } from '../text/index.js';
import type { FootnoteFact, LinkFact } from './facts.js';

/** Every link of some blocks, at its place. */
export function linksIn({ blocks }: Pick<Syntax, 'blocks'>): readonly Link[] {
  const links: Link[] = [];
  for (const { at, block } of blocks)
    for (const link of block.links)
      links.push({ ...link, span: shift(link.span, at), target: placed(link.target, at) });
  return links;
}

/** Where links by reference lead, by label: the first definition of a label counts. */
export function targetsOf(links: readonly Link[]): ReadonlyMap<string, Written> {
  const targets = new Map<string, Written>();
  for (const { form, label, target } of links)
    if (form === 'definition' && label !== undefined && !targets.has(label))
      targets.set(label, target);
  return targets;
}

/** Links with their targets; one by reference has that of its definition. */
export function resolvedLinks(
  links: readonly Link[],
  targets: ReadonlyMap<string, Written>,
): readonly LinkFact[] {
  const facts: LinkFact[] = [];
  for (const { span, form, label, target } of links) {
    if (form !== 'reference') facts.push({ span, form, target });
    else {
      const defined = targets.get(label ?? '');
      if (defined !== undefined) facts.push({ span, form: 'link', target: defined });
    }
  }
  return facts;
}

export function footnoteFacts({ blocks }: Pick<Syntax, 'blocks'>): readonly FootnoteFact[] {
  const facts: FootnoteFact[] = [];
  for (const { at, block } of blocks)
    for (const { form, span, label, defined } of block.footnotes)
      facts.push({ form, span: shift(span, at), label: placed(label, at), defined });
  return facts;
}

function placed({ text, span }: Written, at: number): Written {
  return { text, span: shift(span, at) };
}
