import type { AttributeSpec, AttributeType, Choice, Kind } from '../../brief/index.js';
import { RULES } from '../../rules/index.js';
import type { Page } from '../../workspace/index.js';
import { code, joined, type Line, lines, list, type RichText, strong } from './rich-text.js';

/** What a kind is, with an example of its tag. */
export function describeKind({ title, summary, example }: Kind): RichText {
  return [...lines([strong(title)], [summary]), ...lines([code(example)])];
}

/** Where an attribute is written: in the braces of a tag, or in YAML. */
export type WrittenIn = 'brief' | 'registry';

export function writtenIn({ facts }: Page): WrittenIn {
  return facts.role === 'registry' ? 'registry' : 'brief';
}

/** What an attribute says, and what may stand there. */
export function describeAttribute(
  kind: Kind,
  spec: AttributeSpec,
  where: WrittenIn = 'brief',
): RichText {
  const { name, summary, type, required, registryOnly } = spec;
  const isOnly = registryOnly && where === 'brief';
  const notes = [required && 'required', isOnly && 'in a registry only'].filter(Boolean);
  const title = joined([
    strong(written(name, where)),
    kind.title.toLowerCase(),
    ...notes.map(String),
  ]);
  const values = valuesOf(type);
  return [...lines(title, [summary], values.length > 0 ? [] : wanted(type, where)), ...values];
}

function written(name: string, where: WrittenIn): string {
  return where === 'brief' ? name.replaceAll('_', '-') : name.replaceAll('-', '_');
}

/** What one of the values of an attribute means. */
export function describeChoice(
  spec: AttributeSpec,
  { value, summary }: Choice,
  where: WrittenIn = 'brief',
): RichText {
  return lines(joined([strong(value), written(spec.name, where)]), [summary]);
}

/** What a rule looks for; `undefined` for a name that is no rule's. */
export function describeRule(name: string): RichText | undefined {
  const rule = RULES.find((each) => each.name === name);
  return rule && lines(joined([strong(rule.name), `rule, ${rule.level}`]), [rule.summary]);
}

function valuesOf(type: AttributeType): RichText {
  if (type.type !== 'one-of') return [];
  return list(type.values.map(({ value, summary }) => [code(value), ` ${summary}`]));
}

/** What is written there, in words. */
function wanted(type: AttributeType, where: WrittenIn): Line {
  switch (type.type) {
    case 'id':
      return ['an id'];
    case 'ids':
      if (where === 'registry') return ['one id, or several: ', code('[one, another]')];
      return [`one id or several, with commas between${also(type.also)}`];
    case 'texts':
      if (where === 'registry') return ['one, or several: ', code('[one, another]')];
      return ['one or several, with semicolons between'];
    case 'date':
      return [type.interval ? 'from when to when: ' : 'a date: ', code(exampleDate(type))];
    case 'url':
      return ['a web address'];
    default:
      return [];
  }
}

function also(words: readonly string[] | undefined): string {
  return words === undefined ? '' : `; or ${words.join(', ')}`;
}

function exampleDate({ interval }: Extract<AttributeType, { type: 'date' }>): string {
  return interval ? '2025/2035' : '2025-10-31';
}
