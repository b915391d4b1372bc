import { STATUSES } from './core-words.js';

/**
 * A snippet of a record of news, in the order in which one thinks of it: what happened, how the
 * commitment stands now, since when, who says so.
 * @param id of the commitment
 * @param day YYYY-MM-DD
 */
export function updateSnippet(id: string, day: string): string {
  const statuses = STATUSES.join(',');
  return `::update[\${1}]{of=${id} status=\${2|${statuses}|} on=\${3:${day}} source=\${4}}$0`;
}
