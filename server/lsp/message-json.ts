import { perObject } from '../core/index.js';

/** The JSON of something that never changes; made once, as most of many findings go out again after each key. */
export const jsonOf: (value: object) => string = perObject((value) => JSON.stringify(value));

/** Lists that may go out as the JSON of their items, put together. */
const listsOfKept = new WeakSet<object>();

/** A list whose items are kept, to be sent: see {@link messageJson}. */
export function keptItems<T extends object>(items: T[]): T[] {
  listsOfKept.add(items);
  return items;
}

/**
 * A message of the protocol as JSON, the same that `JSON.stringify` makes of it. A list of kept items that it
 * brings as `result.items` or `params.diagnostics` is put together from what is kept.
 */
export function messageJson(message: object): string {
  const { result, params } = message as {
    readonly result?: { readonly items?: object };
    readonly params?: { readonly diagnostics?: object };
  };
  if (listsOfKept.has(result?.items ?? NOTHING)) {
    return withItems({ ...message, result: { ...result, items: [] } }, 'items', result?.items);
  }
  if (listsOfKept.has(params?.diagnostics ?? NOTHING)) {
    const bare = { ...message, params: { ...params, diagnostics: [] } };
    return withItems(bare, 'diagnostics', params?.diagnostics);
  }
  return JSON.stringify(message);
}

const NOTHING: object = {};

/** Inside of a word of JSON a quote has a backslash before it, so the empty list is found as nothing else. */
function withItems(message: object, key: string, items: object | undefined): string {
  const json = JSON.stringify(message);
  const before = `"${key}":[`;
  const at = json.indexOf(`${before}]`) + before.length;
  return json.slice(0, at) + (items as readonly object[]).map(jsonOf).join(',') + json.slice(at);
}
