import type { AttributeSpec, AttributeType, Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES } from './common.js';

/** All kinds as a Markdown table, with other words for each and what it adds to the common attributes. */
export function kindTable(kinds: readonly Kind[]): string {
  const rows = kinds.map(
    (kind) =>
      `| \`${kind.tag}\` | ${cell(kind.summary)} | ${kind.aliases.join(', ')} | ${own(kind).map(named).join(', ')} |`,
  );
  const head = '| kind | what it is | other words for it | its own attributes |';
  return [head, '|---|---|---|---|', ...rows].join('\n');
}

/** The attributes of one kind as a Markdown table. */
export function attributeTable({ attributes }: Kind): string {
  const rows = attributes.map(
    (spec) => `| ${named(spec)} | ${cell(typeWords(spec.type))} | ${cell(meaning(spec))} |`,
  );
  return ['| attribute | value | meaning |', '|---|---|---|', ...rows].join('\n');
}

function own({ attributes }: Kind): readonly AttributeSpec[] {
  return attributes.filter((spec) => !COMMON_ATTRIBUTES.includes(spec));
}

function meaning({ summary, required, registryOnly }: AttributeSpec): string {
  const notes = [required && 'Required.', registryOnly && 'Only in a registry.'].filter(Boolean);
  return [summary, ...notes].join(' ');
}

/** What may be written there, for a person. */
function typeWords(type: AttributeType): string {
  switch (type.type) {
    case 'text':
      return 'text';
    case 'texts':
      return 'texts, separated by `;`';
    case 'id':
      return `id (${kindWords(type.kinds)})`;
    case 'ids':
      return `ids (${[kindWords(type.kinds), ...(type.also ?? []).map(code)].join('; or ')})`;
    case 'date':
      return type.interval ? 'interval of dates (EDTF)' : 'date (EDTF)';
    case 'one-of':
      return type.values.map(({ value }) => code(value)).join(', ');
    case 'url':
      return 'web address';
    case 'flag':
      return code('yes');
    case 'mapping':
      return 'names and values';
    case 'records':
      return `list of ${type.attributes.map(named).join(', ')}`;
  }
}

function kindWords(kinds: readonly string[] | 'any'): string {
  return kinds === 'any' ? 'any entity' : kinds.join(', ');
}

function named({ name }: AttributeSpec): string {
  return code(name);
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
