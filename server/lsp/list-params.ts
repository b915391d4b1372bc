import type { ListParams } from './protocol.js';
import { fieldsOf } from './suggestion-params.js';

const PAGE = 200;

/** What a client asks of a list may be anything: what cannot be used is left out. */
export function readListParams(
  sent: unknown,
): ListParams & { readonly offset: number; readonly limit: number } {
  const { query, group, offset, limit } = fieldsOf(sent);
  return {
    query: typeof query === 'string' ? query : '',
    ...(typeof group === 'string' ? { group } : {}),
    offset: countIn(offset) ?? 0,
    limit: countIn(limit) ?? PAGE,
  };
}

function countIn(sent: unknown): number | undefined {
  return typeof sent === 'number' && Number.isInteger(sent) && sent >= 0 ? sent : undefined;
}
