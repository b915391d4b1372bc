/** A name as it is written in a label: what Markdown or a tag would take for a mark is escaped. */
export function labelText(name: string): string {
  return name
    .replace(/[\\[\]`*<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~~|\$\$|&(?=#?\w+;)/gu, '\\$&')
    .replace(/:(?=:|[A-Za-z])/g, '\\:');
}
