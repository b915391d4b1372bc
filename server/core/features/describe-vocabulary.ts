import type { AttributeSpec, AttributeType, Choice, Kind } from '../brief/index.js';
import { RULES } from '../rules/index.js';
import { code, joined, type Line, lines, list, strong, type Telling } from './hover-text.js';

/** What a kind is, with an example of its tag. */
export function describeKind({ title, summary, example }: Kind): Telling {
  return [...lines([strong(title)], [summary]), ...lines([code(example)])];
}

/** What an attribute says, and what may stand there. */
export function describeAttribute(kind: Kind, spec: AttributeSpec): Telling {
  const { name, summary, type, required, registryOnly } = spec;
  const notes = [required && 'required', registryOnly && 'in a registry only'].filter(Boolean);
  const title = joined([
    strong(name.replaceAll('_', '-')),
    kind.title.toLowerCase(),
    ...notes.map(String),
  ]);
  const values = valuesOf(type);
  return [...lines(title, [summary], values.length > 0 ? [] : wanted(type)), ...values];
}

/** What one of the values of an attribute means. */
export function describeChoice(spec: AttributeSpec, { value, summary }: Choice): Telling {
  return lines(joined([strong(value), spec.name.replaceAll('_', '-')]), [summary]);
}

/** What a rule looks for; `undefined` for a name that is no rule's. */
export function describeRule(name: string): Telling | undefined {
  const rule = RULES.find((each) => each.name === name);
  return rule && lines(joined([strong(rule.name), `rule, ${rule.level}`]), [rule.summary]);
}

function valuesOf(type: AttributeType): Telling {
  if (type.type !== 'one-of') return [];
  return list(type.values.map(({ value, summary }) => [code(value), ` ${summary}`]));
}

/** What is written there, in words. */
function wanted(type: AttributeType): Line {
  switch (type.type) {
    case 'id':
      return ['an id'];
    case 'ids':
      return [`one id or several, with commas between${also(type.also)}`];
    case 'texts':
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
