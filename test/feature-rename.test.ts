import assert from 'node:assert/strict';
import test from 'node:test';
import {
  applyEdits,
  isRefused,
  prepareRename,
  type Renaming,
  rename,
} from '../server/core/index.js';
import { workspaceWithCursor } from './support/features.js';

interface Renamed {
  readonly texts: Readonly<Record<string, string>>;
  /** The edits a person is asked about: `page: new text`. */
  readonly asked: readonly string[];
  readonly refused: string;
}

/** All texts after a rename of what is under the cursor, or why there is none. */
function renamed(markdown: string, to: string): Renamed {
  const { workspace, page, offset } = workspaceWithCursor(markdown);
  const found = rename(workspace, page, offset, to);
  if (found === undefined) return { texts: {}, asked: [], refused: 'nothing here' };
  if (isRefused(found)) return { texts: {}, asked: [], ...found };
  return { ...applied(workspace.pages.values(), found), refused: '' };
}

function applied(
  pages: Iterable<{ readonly id: string; readonly text: string }>,
  { edits, needsConfirmation }: Renaming,
): Omit<Renamed, 'refused'> {
  const texts: Record<string, string> = {};
  for (const { id, text } of pages) {
    const own = edits.filter((edit) => edit.page === id);
    texts[id] = applyEdits(text, own).trimEnd();
  }
  return { texts, asked: [...needsConfirmation].map(({ page, text }) => `${page}: ${text}`) };
}

function yaml(text: string, path = 'registry.yaml'): string {
  return `\`\`\`yaml path=${path}\n${text}\n\`\`\`\n`;
}

function brief(text: string, path = 'a.md'): string {
  return `\`\`\`brief path=${path}\n${text}\n\`\`\`\n`;
}

/** What a rename begins with: the marked words and what stands in the box; or why there is none. */
function begun(markdown: string): string {
  const { workspace, page, offset } = workspaceWithCursor(markdown);
  const start = prepareRename(workspace, page, offset);
  if (start === undefined) return 'nothing here';
  if (isRefused(start)) return start.refused;
  return `${page.text.slice(start.span.start, start.span.end)} -> ${start.placeholder}`;
}

const COUNTRIES = `place:
  us: { name: United States, other_names: [US, "U.S."] }
  "india":
    name: India`;

test('an id is renamed wherever it stands, from wherever it stands', () => {
  const places = (mark: (text: string) => string): string =>
    yaml(
      mark(
        `${COUNTRIES}\nagreement:\n  pact:\n    parties: [us, "india"]\n  deal: { parties: us }`,
      ),
    ) +
    brief(
      '---\nsource: paper\n---\n:place[both]{ref=us,india} :commitment[will pay]{by=us for="us, india" to=india}\n::event[E]{#us-2 place=us}',
    );
  const wanted = {
    'registry.yaml': `place:
  usa: { name: United States, other_names: [US, "U.S."] }
  "india":
    name: India
agreement:
  pact:
    parties: [usa, "india"]
  deal: { parties: usa }`,
    'a.md':
      '---\nsource: paper\n---\n:place[both]{ref=usa,india} :commitment[will pay]{by=usa for="usa, india" to=india}\n::event[E]{#us-2 place=usa}',
  };
  assert.deepEqual(
    renamed(
      places((text) => text.replace('  us:', '  u‸s:')),
      'usa',
    ).texts,
    wanted,
  );
  assert.deepEqual(
    renamed(
      places((text) => text.replace('[us', '[‸us')),
      'usa',
    ).texts,
    wanted,
  );
  const fromBrief = places((text) => text).replace('by=us', 'by=us‸');
  assert.deepEqual(renamed(fromBrief, ' usa ').texts, wanted);
  const quoted = renamed(
    places((text) => text.replace('"india":', '"ind‸ia":')),
    'bharat',
  ).texts;
  assert.match(quoted['registry.yaml'] ?? '', /"bharat":[\s\S]*\[us, "bharat"\]/);
  assert.match(quoted['a.md'] ?? '', /ref=us,bharat} .*for="us, bharat" to=bharat/);
});

test('an id is renamed in front matter, updates and relations, and nothing is asked', () => {
  const text = (id: string): string =>
    `---\nsource: [paper, ${id}]\n---\n:commitment[will pay]{#c-pay by=x source=${id}}\n::update{of=c-pay source=${id}}`;
  const markdown = yaml('source:\n  paper: {}\n  p‸2: { name: P }') + brief(text('p2'));
  const { texts, asked } = renamed(markdown, 'second-paper');
  assert.equal(texts['a.md'], text('second-paper'));
  assert.deepEqual(asked, []);
  const promise = brief(
    ':commitment[a]{#c-a by=x} :commitment[b]{by=x depends-on=c‸-a,c-b}\n::update{of=c-a}\n:commitment[x]{ref=c-a} [l](#c-a) <!-- rapporteur-disable-next-line c-a -->',
  );
  assert.equal(
    renamed(promise, 'c-z').texts['a.md'],
    ':commitment[a]{#c-z by=x} :commitment[b]{by=x depends-on=c-z,c-b}\n::update{of=c-z}\n:commitment[x]{ref=c-z} [l](#c-z) <!-- rapporteur-disable-next-line c-a -->',
  );
});

test('a taken or invalid id is refused with the reason', () => {
  const markdown = yaml(COUNTRIES.replace('  us:', '  u‸s:'));
  const said = (to: string): string => renamed(markdown, to).refused;
  assert.equal(
    said('india'),
    "'india' is already used: it is the id of India, a place, in registry.yaml. Choose another.",
  );
  assert.match(said('U.S.'), /^'U\.S\.' cannot be an id: an id has only lower-case letters a to z/);
  assert.equal(said(''), 'An id needs at least one letter.');
  assert.match(said('12'), /needs at least one letter/);
  assert.equal(
    said('each-other'),
    "'each-other' cannot be an id: it means all parties that promise something to each other.",
  );
  assert.match(said('Great Land'), / Try 'great-land'\.$/);
  assert.match(said('null'), /cannot be an id/);
  assert.equal(said('us'), '');
});

test('mentions found by an id that is all the name there is are pointed at it', () => {
  const markdown =
    yaml('place:\n  in‸dia: { classification: country }\n  us: { name: US }') +
    brief(':place[India] and :place[india]{} and :place[US]');
  assert.deepEqual(renamed(markdown, 'bharat').texts, {
    'registry.yaml': 'place:\n  bharat: { classification: country }\n  us: { name: US }',
    'a.md': ':place[India]{ref=bharat} and :place[india]{ref=bharat} and :place[US]',
  });
  assert.match(renamed(markdown, 'us').refused, /already used/);
  const namesake = yaml('place:\n  in‸dia: {}\n  x: { name: Us }');
  assert.match(
    renamed(namesake, 'us').refused,
    /'india' has no name, only its id, and Us is already called/,
  );
});

test('an id that YAML writes with escapes among others is not guessed at', () => {
  const markdown = yaml(
    'place: { us: {}, india: {} }\nagreement: { p: { parties: "u\\x73, india" } }',
  );
  const text = brief(':commitment[x]{by=u‸s}');
  assert.match(renamed(markdown + text, 'usa').refused, /written with escapes/);
  const alone = yaml('place: { us: {} }\nagreement: { p: { parties: "u\\x73" } }');
  assert.equal(
    renamed(alone + text, 'usa').texts['registry.yaml'],
    'place: { usa: {} }\nagreement: { p: { parties: "usa" } }',
  );
});

test('a name is renamed in the registry and in the mentions found by it, which are asked about', () => {
  const words =
    ':place[United States], :place[united states], :place[U.S.], :place[it]{ref=us}, :org[United States], :place[United\nStates]{ref=us}.';
  const wanted = {
    'registry.yaml':
      'place:\n  us: { name: America, other_names: [US, "U.S."] }\n  "india":\n    name: India',
    'a.md':
      ':place[America], :place[America], :place[U.S.], :place[it]{ref=us}, :org[United States], :place[America]{ref=us}.',
  };
  const registry = yaml(COUNTRIES.replace('United S', 'United ‸S')) + brief(words);
  const { texts, asked } = renamed(registry, ' America ');
  assert.deepEqual(texts, wanted);
  assert.deepEqual(asked, ['a.md: America', 'a.md: America', 'a.md: America']);
  const mention = yaml(COUNTRIES) + brief(words.replace('united st', 'united ‸st'));
  assert.deepEqual(renamed(mention, 'America').texts, wanted);
  assert.deepEqual(renamed(mention, 'United States').texts['a.md'], words);
});

test('another name is renamed alone', () => {
  const markdown =
    yaml(COUNTRIES) + brief(':place[U.‸S.] and :place[US] and :place[United States].');
  assert.deepEqual(renamed(markdown, 'U.S.A.').texts, {
    'registry.yaml': COUNTRIES.replace('U.S.', 'U.S.A.'),
    'a.md': ':place[U.S.A.] and :place[US] and :place[United States].',
  });
});

test('definitions in briefs: by label, by name and by other names', () => {
  const text = '::person[Pe‸te]{#p other-names="Sec; Pete B"}\n:person[Pete] and :person[Sec].';
  assert.equal(
    renamed(brief(text), 'Peter').texts['a.md'],
    '::person[Peter]{#p other-names="Sec; Pete B"}\n:person[Peter] and :person[Sec].',
  );
  const other = brief(text.replace('‸', '').replace('[Sec]', '[Se‸c]'));
  assert.equal(
    renamed(other, 'The "Sec"').texts['a.md'],
    '::person[Pete]{#p other-names="The &#34;Sec&#34;; Pete B"}\n:person[Pete] and :person[The "Sec"].',
  );
  assert.match(renamed(other, 'A; B').refused, /';' separates the other names/);
  const bare = brief('::person[P]{#p name=Pe‸te}\n:person[Pete]');
  assert.equal(renamed(bare, 'Jo').texts['a.md'], '::person[P]{#p name=Jo}\n:person[Jo]');
  assert.equal(renamed(bare, 'Jo B').texts['a.md'], '::person[P]{#p name="Jo B"}\n:person[Jo B]');
  const list = brief('::person[P]{#p other-names=A;B}\n:person[‸B]');
  assert.equal(renamed(list, 'C').texts['a.md'], '::person[P]{#p other-names=A;C}\n:person[C]');
  assert.equal(
    renamed(list, 'C D').texts['a.md'],
    '::person[P]{#p other-names="A; C D"}\n:person[C D]',
  );
  const sentence = brief('So :person[Pe‸te]{#p} spoke. :person[Pete] left.');
  assert.equal(
    renamed(sentence, 'Jo').texts['a.md'],
    'So :person[Jo]{#p} spoke. :person[Jo] left.',
  );
});

test('words with tags or markup in them take over what they can, else get a ref', () => {
  const registry = yaml(
    'office:\n  sec: { name: US Secretary of De‸fense }\nplace:\n  us: { name: US }',
  );
  const text =
    ':office[:place[US] Secretary of Defense], :office[US *Secretary* of Defense], :office[US Secretary of *Def*ense]';
  assert.deepEqual(
    renamed(registry + brief(text), 'US Secretary of War').texts['a.md'],
    ':office[:place[US] Secretary of War], :office[US *Secretary* of War], :office[US Secretary of *Def*ense]{ref=sec}',
  );
  assert.deepEqual(
    renamed(registry + brief(text), 'American Secretary of Defense').texts['a.md'],
    ':office[:place[US] Secretary of Defense]{ref=sec}, :office[American *Secretary* of Defense], :office[American Secretary of *Def*ense]',
  );
  const defined = brief('::office[:place[U‸S] Chief]{#chief}\n:office[US Chief]').replace(
    'U‸S] Chief',
    'US] Ch‸ief',
  );
  assert.equal(
    renamed(defined, 'Head').texts['a.md'],
    '::office[:place[US] Chief]{#chief name="Head"}\n:office[Head]',
  );
});

test('line breaks in words stay where the words around them do', () => {
  const registry = yaml('agreement:\n  pact: { name: Ten-year pact of the U‸S and India }');
  const text =
    ':agreement[Ten-year pact of\nthe US and India] stands.\n> :agreement[Ten-year pact\n> of the US and India]';
  const said = renamed(registry + brief(text), 'Ten-year deal of the US and India').texts['a.md'];
  assert.equal(
    said,
    ':agreement[Ten-year deal of\nthe US and India] stands.\n> :agreement[Ten-year deal\n> of the US and India]',
  );
  assert.equal(
    renamed(registry + brief(text), 'The 2025 Pact').texts['a.md'],
    ':agreement[The 2025 Pact] stands.\n> :agreement[The 2025 Pact]',
  );
});

test('a new name is quoted in YAML and escaped in briefs where it must be', () => {
  const flow = yaml('org:\n  o: { name: O‸ld, other_names: [Other] }') + brief(':org[Old] here');
  const both = (to: string): readonly string[] => {
    const { texts } = renamed(flow, to);
    return [texts['registry.yaml']?.slice(12) ?? '', texts['a.md'] ?? ''];
  };
  assert.deepEqual(both('R&D: One'), [
    'name: "R&D: One", other_names: [Other] }',
    ':org[R&D: One] here',
  ]);
  assert.deepEqual(both('A, B'), ['name: "A, B", other_names: [Other] }', ':org[A, B] here']);
  assert.deepEqual(both('# A'), ['name: "# A", other_names: [Other] }', ':org[# A] here']);
  assert.deepEqual(both('a [b] *c*'), [
    'name: "a [b] *c*", other_names: [Other] }',
    ':org[a \\[b\\] \\*c\\*] here',
  ]);
  assert.deepEqual(both('2025'), ['name: "2025", other_names: [Other] }', ':org[2025] here']);
  assert.deepEqual(both('A; B'), ['name: A; B, other_names: [Other] }', ':org[A; B] here']);
  const single = yaml("org:\n  o:\n    name: 'O‸ld'") + brief(':org[Old]');
  assert.equal(renamed(single, "Bob's").texts['registry.yaml'], "org:\n  o:\n    name: 'Bob''s'");
  const double = yaml('org:\n  o:\n    name: "O‸ld"') + brief(':org[Old]');
  assert.equal(
    renamed(double, 'A "B" \\').texts['registry.yaml'],
    'org:\n  o:\n    name: "A \\"B\\" \\\\"',
  );
  const folded =
    yaml('org:\n  o:\n    name: >-\n      An O‸ld\n      One\n    iso: x') +
    brief(':org[An Old One]');
  assert.equal(
    renamed(folded, 'New').texts['registry.yaml'],
    'org:\n  o:\n    name: New\n    iso: x',
  );
  const split = yaml('org:\n  o: { name: X, other_names: O‸ld; Older }') + brief(':org[Old]');
  assert.equal(
    renamed(split, 'New').texts['registry.yaml'],
    'org:\n  o: { name: X, other_names: New; Older }',
  );
  assert.match(renamed(split, 'A; B').refused, /';'/);
});

test('a name that would be read as two people, or as none, is refused', () => {
  const markdown = yaml(
    'person:\n  a: { name: Ann S‸mith, other_names: [Smith] }\n  b: { name: Bob Lee, other_names: [Lee] }\norg:\n  o: { name: Acme }',
  );
  const said = (to: string): string => renamed(markdown, to).refused;
  assert.equal(
    said('lee'),
    "Another person is already called 'lee': Bob Lee ('b'). It would not be clear which one is meant. Choose another name.",
  );
  assert.match(said('Bob Lee'), /is already called 'Bob Lee': 'b'\./);
  assert.equal(said('Acme'), '', 'an organization may be called as a person is');
  assert.equal(said('Smith'), '', 'a name of her own');
  assert.match(said(' '), /at least one/);
  assert.match(said('A\nB'), /one line/);
});

test('a name that an alias gives to another as well is not changed for both', () => {
  const markdown = yaml('person:\n  a: { name: &n An‸n }\n  b: { other_names: [*n] }');
  assert.match(renamed(markdown, 'Jo').refused, /An alias \(\*\) uses this name for 'b' too/);
});

test('it begins with what the analyst points at', () => {
  const registry = yaml(
    'person:\n  a: { name: Ann Smith, other_names: [Smith] }\n  b: { name: Bob Smith, other_names: [Smith] }\n  nameless: {}',
  );
  const at = (text: string): string => begun(registry + brief(text));
  assert.equal(at(':person[ann s‸mith]'), 'ann smith -> Ann Smith');
  assert.equal(at(':person[Ann S‸mith]{ref=a}'), 'Ann Smith -> Ann Smith');
  assert.equal(at(':person[She]{ref=a‸}'), 'a -> a');
  assert.equal(at(':person[They]{ref=a,b‸}'), 'b -> b');
  assert.match(
    at(':person[S‸he]{ref=a}'),
    /^'She' is not a name of Ann Smith, only the words used here/,
  );
  assert.match(at(':person[Th‸ey]{ref=a,b}'), /'They' is not a name of Ann Smith and Bob Smith/);
  assert.match(at(':person[Sm‸ith]'), /^More than one person is called 'Smith'\./);
  assert.match(at(':person[No‸body]'), /^No person is called 'Nobody' yet/);
  assert.match(at(':person[Name‸less]'), /found by its id 'nameless'/);
  assert.match(at(':commitment[will p‸ay]{#c-pay by=a}'), /not a name\. To rename 'c-pay'/);
  assert.equal(at(':commitment[will pay]{#c-p‸ay by=a}'), 'c-pay -> c-pay');
  assert.equal(at(':commitment[will p‸ay]{by=a}'), 'nothing here');
  assert.equal(at(':da‸te[2025]'), 'nothing here');
  assert.equal(at('Pl‸ain :date[2025]'), 'nothing here');
  assert.equal(at('## The te‸rms ##\n\n:date[2025]'), 'The terms -> The terms');
  assert.equal(at(':date[2025][^o‸ne]\n\n[^one]: x'), 'one -> one');
});

test('a heading is renamed with the links to it, and to those that its number moves', () => {
  const markdown =
    brief('# Te‸rms\n\n## Terms\n\n[a](#terms) [b](#terms-1) :date[2025]\n\nOther\n---') +
    brief('[c](a.md#Terms "t") [d](./a.md?x#terms-1) [e][f]\n\n[f]: <a.md#terms>', 'b.md');
  assert.deepEqual(renamed(markdown, 'Was Länder').texts, {
    'a.md': '# Was Länder\n\n## Terms\n\n[a](#was-länder) [b](#terms) :date[2025]\n\nOther\n---',
    'b.md': '[c](a.md#was-länder "t") [d](./a.md?x#terms) [e][f]\n\n[f]: <a.md#was-länder>',
  });
  assert.equal(
    renamed(brief('Ot‸her\n---\n\n[x](#other) :date[2025]'), 'A *b*').texts['a.md'],
    'A \\*b\\*\n---\n\n[x](#a-b) :date[2025]',
  );
  assert.equal(
    renamed(brief('## The :place[US] pl‸an\n\n:date[2025]'), 'The US deal').texts['a.md'],
    '## The :place[US] deal\n\n:date[2025]',
  );
  assert.match(
    renamed(brief('## The :place[US] pl‸an\n\n:date[2025]'), 'Nothing').refused,
    /tags or markup/,
  );
  assert.match(
    renamed(brief('Ot‸her\n---\n\n:date[2025]'), '- x').refused,
    /Change it in the text/,
  );
  assert.match(renamed(brief('# O‸ther\n\n:date[2025]'), ' ').refused, /one line of words/);
});

test('a footnote is renamed with its marks', () => {
  const markdown = brief(':date[2025][^o‸ne] x[^ONE] y[^two]\n\n[^one]: x\n\n[^two]: y');
  assert.equal(
    renamed(markdown, '7').texts['a.md'],
    ':date[2025][^7] x[^7] y[^two]\n\n[^7]: x\n\n[^two]: y',
  );
  assert.match(renamed(markdown, 'two').refused, /already/);
  assert.match(renamed(markdown, 'a b').refused, /one word/);
});

test('a promise is spoken of in words of its own, and its id is called by what it is the id of', () => {
  const text = (words: string): string =>
    brief(`:commitment[will pay]{#c-pay by=x}, :commitment[will go]{#c-go by=x}. ${words}`);
  assert.equal(
    renamed(text(':commitment[that pro‸mise]{ref=c-pay}'), 'c-x').refused,
    'These words refer to a promise and are not its name. To rename its id, put the cursor on the id after ref=.',
  );
  assert.match(
    renamed(text(':commitment[it]{ref=c-p‸ay}'), 'c-go').refused,
    /^'c-go' is already used: it is the id of 'will go', a commitment, in a\.md\. /,
  );
});
