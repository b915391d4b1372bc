import assert from 'node:assert/strict';
import fc from 'fast-check';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse, type TagSyntax } from '../server/core/parse/index.js';
import { property, runs } from './support/needs.js';

/** What remark-directive and we must agree on. */
interface Seen {
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: string;
  readonly attributes?: Record<string, string>;
  readonly children?: readonly Node[];
}

const processor = unified().use(remarkParse).use(remarkDirective);

function asRemark(text: string): readonly Seen[] {
  return directives(processor.parse(text) as Node);
}

const FORMS = new Map([
  ['textDirective', 'text'],
  ['leafDirective', 'record'],
  ['containerDirective', 'fence'],
]);

function directives(node: Node): readonly Seen[] {
  const inner = (node.children ?? []).flatMap(directives);
  const form = FORMS.get(node.type);
  if (form === undefined) return inner;
  const label = form === 'fence' ? '' : words(node);
  return [{ form, name: node.name ?? '', label, attributes: { ...node.attributes } }, ...inner];
}

function words(node: Node): string {
  return node.value ?? (node.children ?? []).map(words).join('');
}

function asOurs(text: string): readonly Seen[] {
  const tags = parse(text).blocks.flatMap(({ block, at }) =>
    block.tags.map((tag) => ({ tag, at })),
  );
  return tags
    .filter(({ tag }) => tag.kind.text !== '')
    .map(({ tag, at }) => {
      assert.deepEqual(tag.faults, []);
      return {
        form: tag.form,
        name: tag.kind.text,
        label: labelOf(text, at, tag),
        attributes: attributesOf(tag),
      };
    });
}

/** The words of a label, with the tags in it reduced to theirs. */
function labelOf(text: string, at: number, tag: TagSyntax): string {
  const label = tag.label?.span ?? { start: 0, end: 0 };
  let plain = text.slice(at + label.start, at + label.end);
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/:[a-z]+\[([^[\]]*)\](?:\{[^}]*\})?/g, '$1');
  }
  return plain;
}

function attributesOf(tag: TagSyntax): Record<string, string> {
  const items = tag.attributes?.items ?? [];
  return Object.fromEntries(
    items.map(({ name, value }) => [name.text === '#' ? 'id' : name.text, value?.text ?? '']),
  );
}

const word = fc.stringMatching(/^[a-z]{2,8}$/);
/** `id` and `class` mean more to remark-directive, `ref` beside an id is a fault of ours. */
const key = word.filter((name) => !['id', 'class', 'ref'].includes(name));
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const saying = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const unquoted = fc.stringMatching(/^[a-z0-9][a-z0-9/:.,+-]{0,8}[a-z0-9]$/);
const value = fc.oneof(
  unquoted,
  saying.map((said) => `"${said}"`),
  saying.map((said) => `'${said}'`),
  fc.constantFrom('"a & b"', '"R&amp;D"', `"it's"`, `'say "x"'`, '"https://a.b/?c=d"'),
);
const braces = fc
  .tuple(
    fc.option(id),
    fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 3 }),
  )
  .map(([own, pairs]) => [
    ...(own ? [`#${own}`] : []),
    ...pairs.map(([name, said]) => `${name}=${said}`),
  ])
  .map((parts) => (parts.length === 0 ? '' : `{${parts.join(' ')}}`));

const { tag } = fc.letrec<{ tag: string; label: string }>((tie) => ({
  label: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    saying,
    fc.tuple(saying, tie('tag'), saying).map((parts) => parts.join(' ')),
  ),
  tag: fc.tuple(word, tie('label'), braces).map(([name, label, own]) => `:${name}[${label}]${own}`),
}));
const sentence = fc
  .array(fc.oneof(saying, tag), { minLength: 1, maxLength: 4 })
  .map((parts) => `A ${parts.join(' ')}.`);
const record = fc
  .tuple(word, saying, braces)
  .map(([name, label, own]) => `::${name}[${label}]${own}`);
const block = fc
  .tuple(word, braces, sentence)
  .map(([name, own, said]) => `:::${name}${own}\n${said}\n:::`);
const outer = fc
  .tuple(word, braces, fc.array(fc.oneof(block, record, sentence), { minLength: 1, maxLength: 3 }))
  .map(([name, own, inside]) => `::::${name}${own}\n${inside.join('\n\n')}\n::::`);
const quoted = fc.oneof(sentence, record, block).map((text) => text.replace(/^/gm, '> '));
const item = fc.oneof(sentence, record).map((text) => `- ${text}`);

property('remark-directive agrees on every well-formed tag', () => {
  const brief = fc.array(fc.oneof(sentence, record, block, outer, quoted, item), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(brief, (parts) => {
      const text = parts.join('\n\n');
      assert.deepEqual(asOurs(text), asRemark(text));
    }),
    runs('text'),
  );
});
