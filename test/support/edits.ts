// Texts of many blocks, and the edits that people and programs make in them.
import fc from 'fast-check';
import { anyMarkdown, taggedMarkdown } from './markdown.js';

/** Where, as a part of the text; how many characters go; what comes in their place; whether the text is read before the next. */
export type Edit = readonly [place: number, cut: number, insert: string, isRead: boolean];

const COMMENTS = [
  '<!-- rapporteur-disable-next-line unresolved-name -->',
  '<!-- rapporteur-disable unresolved-name, bare-word -- for now -->',
  '<!-- rapporteur-enable bare-word -->',
  '<!-- rapporteur-disabel x -->',
];

const FRONT = [
  '',
  '',
  '---\ndate: 2025-10-31\nsource: a, b\n---\n',
  '---\nlang: fr\ntitle: x\n---\n\n',
  '\ufeff---\ndate: x # rapporteur-disable-file unresolved-name\n---\n',
];

const block = fc.oneof(
  { weight: 4, arbitrary: taggedMarkdown },
  { weight: 1, arbitrary: anyMarkdown },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...COMMENTS, '# Heading', 'Words of a line.', ':::note', ':::'),
  },
);

/** A text of some blocks, with front matter or without. */
export const longText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...FRONT), fc.array(block, { maxLength: 7 }))
  .map(([front, blocks]) => front + blocks.join('\n\n'));

const SENTENCES = [
  ':person[Ann] and :person[Bo] met :person[Annn].',
  ':org[He]{ref=ann}, :office[Head] :person[Ann], spoke.',
  ':office[Head of the Board]{ref=head} :person[Bo] signed.',
  'Then :office[Head] :person[Ann] left.',
  ':place[Arcadia] :commitment[agreed to pay]{#c-a by=arcadia to=ann due=2020}.',
  ':place[Arcadia] :commitment[will go]{#c-b by=arcadia,nobody depends-on=c-a}.',
  ':commitment[may help]{strength=binding}.',
  ':commitment[will try]{#c-a by=ann due-text=soon depends-on=c-b}.',
  '::update[Done]{of=c-a status=fulfilled on=2019 source=s}',
  '::update[Begun]{of=c-a status=in-progress on=2024}',
  '::assessment[Good]{of=c-a by=b score=+1 on=2024 source=s}',
  '::assessment{of=c-a score=0 on=2025}',
  '::person[Cy]{#cy other-names="Ann;Cyrus"}',
  '::agreement[The ten-year pact]{#pact period=2020/2025}',
  'The :agreement[five-year pact]{ref=pact} and :agreement[The ten-year pact].',
  ':commitment[will end]{by=ann under=pact due=2030}.',
  'On :date[3 May 2025]{edtf=2025-04-03} and :date[soon].',
  'See [this](b.md#none), [that](a.md#none).',
  'See [there](b.md#one), [here](#one), [x](#none), [y](none.md) and [d].',
  '[d]: a.md#two',
  '# One',
  '## Two :person[Ann]',
  'A note.[^1] Another.[^9]',
  '[^1]: :person[Dee] said so.',
  ':::commitment{#c-d by=ann}\n:person[Ann] will go.\n\nAnd :place[Nowhere].\n:::',
  '<a id="none"></a>',
  'Plain words.',
  'A damaged character: \ufffd.',
  '- :person[Bo] will\n- :commitment[promise to stay]{}',
  ':person[Bo] agreed:\n- :commitment[promise to stay]',
  ':person[Ann] {ref=x} and person:[Ann] and :persn[Ann].',
  '<!-- rapporteur-disable-next-line unresolved-name -->',
  '<!-- rapporteur-disable unresolved-name, overdue-commitment -->',
  '<!-- rapporteur-enable unresolved-name -->',
];

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 60 })),
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('', 'x', ' ', '\n', '\n\n', '#', ']', '{', '`', '$$', '\r', '-'),
    },
    { weight: 2, arbitrary: block },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '[d]: /u',
        '\n:::commitment{#e}\n',
        '\n:::\n',
        '---\nlang: fr\n---\n',
        '<a id="none"></a>',
      ),
    },
  ),
  fc.boolean(),
);

export const manyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { maxLength: 6 });

/** The texts that are read after some edits: some after each, others after several at once, far from each other. */
export function* afterEach(text: string, edits: readonly Edit[]): Iterable<string> {
  let before = text;
  for (const [index, [place, cut, insert, isRead]] of edits.entries()) {
    const at = Math.floor(place * before.length);
    before = before.slice(0, at) + insert + before.slice(at + cut);
    if (isRead || index === edits.length - 1) yield before;
  }
}

const brief = fc
  .tuple(
    fc.constantFrom(
      '',
      '---\ndate: 2025-01-31\nsource: s\n---\n\n',
      '---\ndate: 2025\nsource: S s\n---\n',
    ),
    fc.array(fc.constantFrom(...SENTENCES), { maxLength: 9 }),
    fc.constantFrom('\n\n', '\n\n', '\n'),
  )
  .map(([front, lines, between]) => front + lines.join(between));

const ENTRIES = [
  'person:',
  '  ann: { name: Ann, memberships: [{ office: head, start_date: 2024, end_date: 2024-06 }] }',
  '  bo:\n    name: Bo\n    other_names: [ANN]',
  '  eve: { name: "Eve }',
  'place:',
  '  arcadia: { name: Arcadia }',
  'office:',
  '  head: { name: Head }',
  'source:',
  '  s: { name: S, publisher: x }',
  '# rapporteur-disable-next-line unused-entity',
];

const REGISTRY_LINES = [
  'person:',
  'person:',
  'place: # where',
  'org:',
  'source:',
  'peple:',
  "'topic':",
  'office: { a: { name: A }, b: }',
  'document: [a, b]',
  'event:',
  '  - a',
  '  ann: { name: Ann }',
  '  ann: { name: Ann Lee, other_names: [A, "B", \'C\'], colour: red }',
  '  bo:',
  '    name: Bo',
  '    memberships: [{ office: head, start_date: 2024, end_date: 2023 }]',
  '    other_names:',
  '    - Bob',
  '    - { x: y }',
  '  head: { name: Head, sources: [s, t] }',
  '  s: { name: S, url: https://example.org/a#b }',
  '  "q d": { name: "Q } d", description: >',
  '      folded',
  '  cy: |',
  '    text: x',
  '',
  '    more',
  '  dee: { name: Dee,',
  '    description: D }',
  '  eve: { name: "Eve }',
  "  fay: { name: 'Fay's }",
  '  gus: [a, b',
  '  hal: }',
  '  ida: a: b',
  '  jo',
  'pers',
  '   kim: { name: Kim }',
  ' lea: { name: Lea }',
  '\tmo: { name: Mo }',
  '  ned: &n { name: Ned }',
  '  oz: *n',
  '  pat: { name: R &D, description: * }',
  '  ? quin',
  '  : { name: Quin }',
  '  ray : { name: Ray }',
  '  sue: !!map { name: Sue }',
  '  <<: { name: T }',
  '  ? [u]',
  '---',
  '...',
  '%YAML 1.2',
  '-x: { y: z }',
  '- x',
  '"p\\"q": r',
  'a:b: c',
  '{ a: b }: c',
  '&a topic: { x: { name: X } }',
  '? x',
  ': y',
  '}',
  '# rapporteur-disable-next-line unused-entity, invalid-value',
  '  # rapporteur-disable unknown-attribute',
  '# rapporteur-enable unknown-attribute',
  '    # rapporteur-disabel x',
  '  vi: { name: Vi } # x',
  '  a\u2028b: { name: W }',
  '\ufeffperson:',
  '',
  '  ',
];

/** Registries, many of them broken. */
export const registryText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', 'person:\n', '# who\nperson:\n', '\ufeffplace:\n'),
    fc.array(fc.constantFrom(...REGISTRY_LINES), { maxLength: 14 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.constantFrom('', '\n'),
  )
  .map(([first, lines, eol, last]) => first + lines.join(eol) + last);

const registryEdit: fc.Arbitrary<Edit> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 40 })),
  fc.oneof(
    fc.constantFrom(
      '',
      'x',
      ' ',
      '\n',
      '\n  ',
      ':',
      ': ',
      '"',
      "'",
      '{',
      '}',
      ']',
      '#',
      ' #',
      '-',
      '&n ',
      '*n',
    ),
    fc.constantFrom(...REGISTRY_LINES).map((line) => `\n${line}\n`),
  ),
  fc.boolean(),
);

export const registryEdits: fc.Arbitrary<readonly Edit[]> = fc.array(registryEdit, {
  maxLength: 6,
});

/** Two briefs and a registry. */
export const workspaceTexts: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .tuple(brief, brief, fc.array(fc.constantFrom(...ENTRIES), { maxLength: 9 }))
  .map(([a, b, entries]) => ({ 'a.md': a, 'b.md': b, 'registry.yaml': entries.join('\n') }));
