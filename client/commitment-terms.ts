/** What is in the braces of a tag that the server wrote: `#id`, and values by their names, in order. */
export interface Terms {
  readonly id: string;
  readonly values: Map<string, string>;
}

const BRACES = /\{#([\w-]+)((?: [a-z-]+=(?:"[^"]*"|[^\s"{}]+))*)\}/;

/** `undefined` where a text has no such braces. */
export function termsIn(text: string): Terms | undefined {
  const [, id, rest = ''] = BRACES.exec(text) ?? [];
  if (id === undefined) return undefined;
  const pairs = [...rest.matchAll(/ ([a-z-]+)=(?:"([^"]*)"|([^\s"{}]+))/g)];
  return {
    id,
    values: new Map(
      pairs.map(([, name = '', quoted, plain = '']) => [
        name,
        quoted === undefined ? plain : unquoted(quoted),
      ]),
    ),
  };
}

/** The text with other terms between its braces; those without a value are left out. */
export function withTerms(text: string, { id, values }: Terms): string {
  const known = ORDER.filter((name) => values.has(name));
  const others = [...values.keys()].filter((name) => !ORDER.includes(name));
  const written = [...known, ...others].flatMap((name) => {
    const value = values.get(name) ?? '';
    if (value === '') return [];
    return [`${name}=${/^[\w.,/~?-]+$/.test(value) ? value : quoted(value)}`];
  });
  return text.replace(BRACES, () => `{${[`#${id}`, ...written].join(' ')}}`);
}

const ORDER = [
  'by',
  'to',
  'what',
  'under',
  'at',
  'due',
  'due-text',
  'period',
  'strength',
  'source',
];

function unquoted(value: string): string {
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** In quotes, as an attribute is written. */
export function quoted(value: string): string {
  return `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}
