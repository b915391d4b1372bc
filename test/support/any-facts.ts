// Facts of every form that their types allow, whether or not a text can say them. The types here demand a
// value for each property of each type: one that is new must be added, and so reaches the tests.
import fc, { type Arbitrary } from 'fast-check';
import type {
  Attribute,
  Definition,
  Facts,
  Fault,
  FootnoteFact,
  FrontMatter,
  HeadingFact,
  LinkFact,
  Page,
  Span,
  Strength,
  Suppression,
  Tag,
  TextEdit,
  Use,
  Value,
  Written,
} from '../../server/core/index.js';

/** A value for each property; those that may be missing are so at times. */
type Properties<T> = { readonly [K in keyof T]-?: Arbitrary<Exclude<T[K], undefined>> };
type MayBeMissing<T> = {
  [K in keyof T]-?: Record<string, never> extends Pick<T, K> ? K : never;
}[keyof T];
type MayBeUndefined<T> = {
  [K in keyof T]-?: K extends MayBeMissing<T> ? never : undefined extends T[K] ? K : never;
}[keyof T];

/**
 * Each of the properties that may be missing or `undefined` must be named as such.
 * @param lacking property by property, which of the two
 */
function objectOf<T extends object>(
  properties: Properties<T>,
  lacking: Record<MayBeMissing<T>, 'missing'> & Record<MayBeUndefined<T>, 'undefined'>,
): Arbitrary<T> {
  const how = lacking as Readonly<Record<string, 'missing' | 'undefined'>>;
  const entries = Object.entries<Arbitrary<unknown>>(properties);
  const model = Object.fromEntries(
    entries.map(([key, one]) => [
      key,
      how[key] === 'undefined' ? fc.option(one, { nil: undefined }) : one,
    ]),
  );
  const requiredKeys = entries.map(([key]) => key).filter((key) => how[key] !== 'missing');
  // Plain objects, as those of the core are.
  return fc.record(model, { requiredKeys, noNullPrototype: true }) as unknown as Arbitrary<T>;
}

const text = fc.string({
  unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  maxLength: 6,
});
const word = fc.constantFrom('person', 'by', 'other_names', '__proto__', '');
const index = fc.nat(300);
const flag = fc.boolean();
const span: Arbitrary<Span> = fc
  .tuple(fc.oneof(fc.nat(50), fc.nat()), fc.oneof(fc.nat(5), fc.nat(1e6)))
  .map(([start, length]) => ({ start, end: start + length }));
const list = <T>(item: Arbitrary<T>): Arbitrary<T[]> => fc.array(item, { maxLength: 3 });

const scalar = fc.record(
  { type: fc.constant('scalar' as const), text, span },
  { noNullPrototype: true },
);
const written: Arbitrary<Written> = fc.oneof(objectOf<Written>({ text, span }, {}), scalar);

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.record(
      { type: fc.constant('list' as const), span, items: list(tie('value')) },
      { noNullPrototype: true },
    ),
    fc.record(
      {
        type: fc.constant('mapping' as const),
        span,
        entries: list(fc.record({ key: written, value: tie('value') }, { noNullPrototype: true })),
      },
      { noNullPrototype: true },
    ),
  ),
}));

const attribute = objectOf<Attribute>({ name: word, key: written, value }, {});
const strength = fc.constantFrom<Strength[]>(
  'binding',
  'pledged',
  'intended',
  'planned',
  'aspired',
);

const tag = objectOf<Tag>(
  {
    kind: word,
    form: fc.constantFrom('text', 'record', 'block'),
    role: fc.constantFrom('mention', 'definition', 'commitment', 'update', 'assessment', 'date'),
    span,
    head: span,
    label: span,
    words: text,
    id: written,
    refs: list(written),
    attributes: list(attribute),
    parent: index,
    sound: flag,
    read: objectOf<NonNullable<Tag['read']>>({ strength, words: written }, {}),
    edtf: text,
    fences: objectOf<NonNullable<Tag['fences']>>(
      { open: span, close: span },
      { close: 'undefined' },
    ),
  },
  {
    label: 'undefined',
    id: 'undefined',
    refs: 'undefined',
    parent: 'undefined',
    read: 'undefined',
    edtf: 'undefined',
    fences: 'missing',
  },
);

const definition = objectOf<Definition>(
  {
    kind: word,
    id: written,
    name: written,
    otherNames: list(written),
    attributes: list(attribute),
    span,
    tag: index,
  },
  { tag: 'undefined' },
);

const use = objectOf<Use>(
  {
    id: written,
    kinds: fc.oneof(fc.constant('any' as const), list(word)),
    attribute: word,
    tag: index,
    definition: index,
  },
  { tag: 'undefined', definition: 'undefined' },
);

const front = objectOf<FrontMatter>(
  {
    span,
    title: written,
    date: objectOf<NonNullable<FrontMatter['date']>>(
      { text, span, edtf: text },
      { edtf: 'undefined' },
    ),
    source: list(written),
    lang: written,
  },
  { span: 'undefined', title: 'missing', date: 'missing', lang: 'missing' },
);

const fault = objectOf<Fault>(
  {
    rule: word,
    span,
    detail: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
    edits: list(objectOf<TextEdit>({ span, text }, {})),
    fix: text,
  },
  { edits: 'missing', fix: 'missing' },
);

const suppression = objectOf<Suppression>(
  {
    span,
    form: fc.constantFrom('next-line', 'disable', 'enable', 'file'),
    rules: list(written),
    reason: text,
    range: span,
  },
  { reason: 'undefined' },
);

export const anyFacts: Arbitrary<Facts> = objectOf<Facts>(
  {
    role: fc.constantFrom('brief', 'registry', 'document'),
    front,
    tags: list(tag),
    definitions: list(definition),
    uses: list(use),
    headings: list(objectOf<HeadingFact>({ span, depth: index, words: text, slug: text }, {})),
    links: list(
      objectOf<LinkFact>(
        { span, form: fc.constantFrom('link', 'image', 'definition', 'autolink'), target: written },
        {},
      ),
    ),
    footnotes: list(
      objectOf<FootnoteFact>(
        { form: fc.constantFrom('reference', 'definition'), span, label: written, defined: flag },
        {},
      ),
    ),
    faults: list(fault),
    suppressions: list(suppression),
  },
  {},
);

/** A page in which every property has a value, and each list one item. */
export const FULL_PAGE: Page = fullPage();

function fullPage(): Page {
  const at = (start: number, end: number): Span => ({ start, end });
  const words = (text: string, start: number): Written => ({
    text,
    span: at(start, start + text.length),
  });
  const id = words('mo', 40);
  const items: readonly Value[] = [{ type: 'scalar', text: 'minister “x”', span: at(60, 72) }];
  const attributes: readonly Attribute[] = [
    {
      name: 'memberships',
      key: words('memberships', 44),
      value: {
        type: 'mapping',
        span: at(58, 90),
        entries: [{ key: words('office', 58), value: { type: 'list', span: at(59, 73), items } }],
      },
    },
  ];
  const tag: Required<Tag> = {
    ...{ kind: 'person', form: 'block', role: 'definition', span: at(20, 300), head: at(23, 29) },
    ...{ label: at(30, 38), words: 'Mo Haddad', id, refs: [words('bo', 92)], attributes },
    ...{ parent: 0, sound: false, read: { strength: 'binding', words: words('will', 95) } },
    ...{ edtf: '2025-05', fences: { open: at(20, 99), close: at(297, 300) } },
  };
  return {
    id: 'a.md',
    text: '{#mo',
    facts: {
      role: 'brief',
      front: {
        ...{
          span: at(0, 19),
          title: words('T', 4),
          source: [words('s-1', 9)],
          lang: words('fr', 14),
        },
        date: { text: 'May', span: at(6, 9), edtf: '2025-05' },
      },
      tags: [tag],
      definitions: [
        {
          kind: 'person',
          id,
          name: id,
          otherNames: [words('M', 101)],
          attributes,
          span: at(20, 300),
          tag: 0,
        },
      ],
      uses: [
        { id, kinds: ['person', 'org'], attribute: 'by', tag: 0, definition: 0 },
        { id, kinds: 'any', attribute: 'ref', tag: undefined, definition: undefined },
      ],
      headings: [{ span: at(310, 320), depth: 2, words: 'The end', slug: 'the-end' }],
      links: [{ span: at(330, 340), form: 'image', target: words('a.png', 333) }],
      footnotes: [
        { form: 'definition', span: at(350, 360), label: words('1', 352), defined: true },
      ],
      faults: [
        {
          ...{
            rule: 'unknown-kind',
            span: at(370, 375),
            detail: { found: 'persn' },
            fix: 'Say person',
          },
          edits: [{ span: at(370, 375), text: 'person' }],
        },
      ],
      suppressions: [
        {
          ...{ span: at(380, 400), form: 'next-line', rules: [words('unused-entity', 385)] },
          ...{ reason: 'why', range: at(401, 500) },
        },
      ],
    },
  };
}
