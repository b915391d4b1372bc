import type { Element, ElementContent, Nodes } from 'hast';

/** The value of a property in the `style` of an element, in small letters; `mso-list`, `font-weight`. */
export function styleOf({ properties }: Element, name: string): string | undefined {
  const style = properties.style;
  if (typeof style !== 'string') return undefined;
  for (const part of style.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0 && part.slice(0, colon).trim().toLowerCase() === name)
      return part.slice(colon + 1).trim();
  }
  return undefined;
}

/** Whether an element has a class, in any case: `MsoNormal`. */
export function hasClass({ properties }: Element, pattern: RegExp): boolean {
  const names = properties.className;
  return Array.isArray(names) && names.some((name) => pattern.test(String(name)));
}

export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** The part of an address behind `#`; Word writes the whole path of the file before it. */
export function fragmentOf(element: Element): string | undefined {
  const address = element.properties.href;
  if (typeof address !== 'string') return undefined;
  const sign = address.indexOf('#');
  return sign < 0 || sign === address.length - 1 ? undefined : address.slice(sign + 1);
}

export function made(
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}
