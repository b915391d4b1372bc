// What is offered in the tags of a brief, and what accepting it makes of the text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete, type Kind } from '../server/core/index.js';
import { accepted, labels, lines, offeredIn } from './support/completing.js';
import { pageOf } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

const KINDS = 'person org office place agreement event topic source date commitment'.split(' ');

test('after a colon the kinds that a sentence may tag, the workspace’s own among them', () => {
  assert.deepEqual(labels('He met :‸ there.'), KINDS);
  const vessel: Kind = {
    tag: 'vessel',
    title: 'Vessel',
    plural: 'Vessels',
    summary: 'A ship.',
    role: 'entity',
    forms: ['text', 'record'],
    attributes: [],
    example: ':vessel[Vikrant]',
    custom: true,
  };
  const workspace = workspaceOf({ 'a.md': 'The :v sank.' }, [vessel]);
  const found = complete(workspace, pageOf(workspace, 'a.md'), 6, { trigger: undefined });
  assert.deepEqual(
    found?.items.map(({ label }) => label),
    ['vessel'],
  );
});

test('a kind is accepted with its brackets, and its name alone where they are', () => {
  assert.equal(accepted('He met :per‸', 'person'), 'He met :person[‸]\n');
  assert.equal(accepted('He met :per‸', 'person', 'plain'), 'He met :person[\n');
  assert.equal(accepted('He met :per‸son[Pete]', 'person'), 'He met :person[Pete]\n');
  assert.equal(accepted('He met :person‸{#x}', 'person'), 'He met :person{#x}\n');
  assert.equal(accepted('It :com‸ soon', 'commitment'), 'It :commitment[‸]{by=‸} soon\n');
  assert.equal(accepted('He met :per‸ in May', 'person'), 'He met :person[‸] in May\n');
});

test('before a word only the bracket is written: where the name ends, the author knows', () => {
  assert.equal(accepted('He met :‸Pete Hegseth.', 'person'), 'He met :person[Pete Hegseth.\n');
});

test('at the start of a line records and blocks come as well', () => {
  assert.deepEqual(labels(':‸').slice(KINDS.length), [
    ...KINDS.filter((kind) => kind !== 'date').map((kind) => `::${kind}`),
    '::update',
    ':::commitment',
  ]);
  assert.equal(accepted(':up‸', '::update'), '::update[‸]{of=‸ status=‸}\n');
  assert.equal(accepted('::pers‸', 'person'), '::person[‸]{#‸}\n');
  assert.equal(accepted('  ::com‸', 'commitment'), '  ::commitment[‸]{#c-‸ by=‸}\n');
  assert.equal(accepted(':::‸', 'commitment'), ':::commitment{#c-‸ by=‸}\n‸\n:::\n');
  assert.equal(accepted(':::‸', 'commitment', 'plain'), ':::commitment\n\n:::\n');
});

test('a block goes on with the marks of the quote and the list it stands in', () => {
  assert.equal(
    accepted('> - ::::com‸', 'commitment'),
    '> - ::::commitment{#c-‸ by=‸}\n>   ‸\n>   ::::\n',
  );
});

test('in a label every name of the kind, with whose it is', () => {
  assert.deepEqual(lines(offeredIn('with :person[He‸] today')), [
    'Hegseth · Pete Hegseth · Person',
    'Pete Hegseth · pete-hegseth · Person',
    'Secretary Hegseth · Pete Hegseth · Person',
  ]);
  assert.deepEqual(lines(offeredIn('with :place[‸] today')), [
    'India · india · Place',
    'United States · united-states · Place',
    'U.S. · United States · Place',
    'US · United States · Place',
  ]);
});

test('a name closes a label that nobody has closed, and swallows nothing after it', () => {
  const said = 'with :person[Pe‸ said that :place[India] may.';
  const after = 'with :person[Pete Hegseth] said that :place[India] may.\n';
  assert.equal(accepted(said, 'Pete Hegseth'), after);
  assert.equal(accepted('with :person[Pete ‸', 'Pete Hegseth'), 'with :person[Pete Hegseth]\n');
});

test('a name takes the place of the whole of a label that is closed', () => {
  assert.equal(
    accepted('with :person[Pe‸te Xxx]{ref=x} today', 'Pete Hegseth'),
    'with :person[Pete Hegseth]{ref=pete-hegseth} today\n',
  );
  assert.equal(
    accepted('with :person[Secretary‸\nXxx] today', 'Secretary Hegseth'),
    'with :person[Secretary Hegseth] today\n',
  );
});

test('where words are the name of several, the id is added', () => {
  assert.deepEqual(lines(offeredIn('with :person[Singh‸] today')).slice(0, 2), [
    "Singh · Karan Singh ('karan-singh', Former governor) · Person",
    'Karan Singh · karan-singh · Person',
  ]);
  const other = "Rajnath Singh ('rajnath-singh')";
  assert.equal(accepted(':person[Si‸] x', other), ':person[Singh]{ref=rajnath-singh} x\n');
  assert.equal(accepted(':person[Si‸ x', other), ':person[Singh]{ref=rajnath-singh} x\n');
  assert.equal(accepted(':person[Si‸]{} x', other), ':person[Singh]{ref=rajnath-singh} x\n');
  assert.equal(accepted(':person[Si‸]{ref=a} x', other), ':person[Singh]{ref=rajnath-singh} x\n');
});

test('the words of a half-typed tag inside another are its own, its bracket is not', () => {
  const typed = 'A :commitment[deal with :person[Pe‸ to sign]{#c-a by=india}.';
  const after = 'A :commitment[deal with :person[Pete Hegseth] to sign]{#c-a by=india}.\n';
  assert.equal(accepted(typed, 'Pete Hegseth'), after);
});

const OFFICES = `
\`\`\`yaml path=registry.yaml
office: { us-defense: { name: U.S. Secretary of Defense } }
place: { united-states: { name: United States, other_names: [U.S.] } }
\`\`\`
`;

function office(words: string): string {
  return `${OFFICES}\n\`\`\`brief path=a.md\n${words}\n\`\`\``;
}

test('tags and lines before the cursor stay in the label', () => {
  const name = 'U.S. Secretary of Defense';
  assert.equal(
    accepted(office('The :office[:place[U.S.] Sec‸]'), name),
    'The :office[:place[U.S.] Secretary of Defense]\n',
  );
  assert.equal(
    accepted(office('> The :office[U.S. Secretary\n> of‸]'), name),
    '> The :office[U.S. Secretary\n> of Defense]\n',
  );
  assert.deepEqual(labels(office('The :office[:pla‸]')), ['place']);
});

test('names are found without accents and case, by any word, in every script', () => {
  const world = (typed: string) => `
\`\`\`yaml path=registry.yaml
person:
  perez: { name: José Pérez-Núñez }
  lokke: { name: Lars Løkke }
  wang: { name: 王毅 }
  modi: { name: नरेन्द्र मोदी }
  badr: { name: بدر عبد العاطي }
\`\`\`
\`\`\`brief path=a.md
with :person[${typed}‸] today
\`\`\``;
  const found = (typed: string) =>
    (offeredIn(world(typed)).found?.items ?? []).map(({ label, filter }) => {
      assert.ok(filter.startsWith(typed), 'an editor would drop what does not begin as typed');
      return label;
    });
  assert.deepEqual(found('jose perez'), ['José Pérez-Núñez']);
  assert.deepEqual(found('NUN'), ['José Pérez-Núñez']);
  assert.deepEqual(found('lokke'), ['Lars Løkke']);
  assert.deepEqual(found('王'), ['王毅']);
  assert.deepEqual(found('毅'), ['王毅']);
  assert.deepEqual(found('मोदी'), ['नरेन्द्र मोदी']);
  assert.deepEqual(found('عبد'), ['بدر عبد العاطي']);
});

test('a name with marks in it is written so that it stays a name', () => {
  const odd = `
\`\`\`yaml path=registry.yaml
org: { odd: { name: "A[1] *b* \\\\ :org[x]" } }
\`\`\`
\`\`\`brief path=a.md
The :org[A‸] here
\`\`\``;
  const [item] = offeredIn(odd).found?.items ?? [];
  assert.equal(item?.insert, 'A\\[1\\] \\*b\\* \\\\ \\:org\\[x\\]');
});

test('what the brief speaks of comes first, then what most briefs speak of', () => {
  const many = `
\`\`\`brief path=b.md
:place[Chad] and :place[Chad]
\`\`\`
\`\`\`brief path=c.md
:place[Chad] and :place[Benin]
\`\`\`
\`\`\`brief path=a.md
:place[Mali] and :place[‸]
\`\`\`
\`\`\`yaml path=registry.yaml
place: { aruba: { name: Aruba }, mali: { name: Mali }, benin: { name: Benin }, chad: { name: Chad } }
\`\`\``;
  assert.deepEqual(labels(many), ['Mali', 'Chad', 'Benin', 'Aruba']);
});

test('what is being defined has no name yet, and a promise has words of its own', () => {
  assert.deepEqual(labels('::person[Pe‸]{#x}'), []);
  assert.deepEqual(labels('with :person[Pe‸]{#x}'), []);
  assert.deepEqual(labels('They :commitment[‸]', '['), []);
});

test('someone who asks finds the promises that begin so', () => {
  const asked = ':commitment[agreed to buy]{#c-buy by=india}\n\nAnd :commitment[agr‸] stands.';
  assert.deepEqual(lines(offeredIn(asked)), ['agreed to buy · c-buy · India · active']);
  assert.match(
    accepted(asked, 'agreed to buy'),
    /And :commitment\[agreed to buy\]\{ref=c-buy\} stands/,
  );
});

test('words of a date that say it by themselves', () => {
  assert.deepEqual(lines(offeredIn('---\ndate: 2025-10-31\n---\n\nOn :date[‸]')), [
    '1 November 2025 · today · 2025-11-01',
    '31 October 2025 · date of this brief · 2025-10-31',
    'November 2025 · this month · 2025-11',
    'Q4 2025 · this quarter · 2025-36',
    '2025 · this year · 2025',
  ]);
  assert.equal(accepted('On :date[‸ or so', '2025'), 'On :date[2025] or so\n');
});

test('the attributes of a mention, and those of what is defined, without those that are there', () => {
  assert.deepEqual(labels(':person[He]{‸}'), ['ref', '#id']);
  assert.deepEqual(labels(':person[He]{ref=x ‸}'), []);
  assert.deepEqual(labels(':person[He]{#x ‸}'), [
    'name',
    'other-names',
    'description',
    'links',
    'sources',
    'honorific-prefix',
  ]);
  assert.deepEqual(labels(':date[May]{‸}'), ['edtf']);
  assert.deepEqual(labels('::update{of=c-x status=active ‸}'), [
    'progress',
    'due',
    'on',
    'source',
    'correction',
  ]);
});

test('the required ones come first, each with what it means', () => {
  assert.deepEqual(lines(offeredIn(':commitment[x]{‸}')).slice(0, 4), [
    'by · required · Who must act.',
    '#id · A new id. This tag is the definition, and other tags refer to it by this id.',
    'ref · The id of who or what is meant, if the words are not a name.',
    'for · On whose behalf they act.',
  ]);
  assert.deepEqual(labels('::commitment[x]{by=india ‸}').slice(0, 3), ['#id', 'for', 'to']);
});

test('an attribute is written with its sign, its quotes and what the braces lack', () => {
  assert.equal(accepted(':commitment[x]{‸}', 'by'), ':commitment[x]{by=‸}\n');
  assert.equal(accepted(':commitment[x]{b‸', 'by'), ':commitment[x]{by=‸}\n');
  assert.equal(accepted(':commitment[x]{wh‸}', 'what'), ':commitment[x]{what="‸"}\n');
  assert.equal(accepted(':commitment[x]{w‸hat="y"}', 'if'), ':commitment[x]{if="y"}\n');
  assert.equal(accepted(':commitment[x]{‸by=india}', 'to'), ':commitment[x]{to=‸ by=india}\n');
  assert.equal(accepted(':commitment[x]{by=india\n‸', 'to'), ':commitment[x]{by=india\nto=‸}\n');
  assert.equal(
    accepted(':commitment[x]{‸ by=india and so on', 'to'),
    ':commitment[x]{to=‸ by=india} and so on\n',
  );
});

test('ids by name, of the kinds that may stand there', () => {
  assert.deepEqual(lines(offeredIn(':person[He]{ref=‸}')), [
    'Karan Singh · karan-singh · Person',
    'Pete Hegseth · pete-hegseth · Person',
    'Rajnath Singh · rajnath-singh · Person',
  ]);
  assert.deepEqual(labels(':commitment[x]{under=‸}'), ['Ten-year framework']);
  assert.deepEqual(labels('::update{of=‸}\n\n:commitment[buy jets]{#c-jets by=india}'), [
    'buy jets',
  ]);
  assert.deepEqual(labels(':commitment[x]{by=pete-h‸}'), ['Pete Hegseth']);
  assert.deepEqual(labels(':commitment[x]{by=secretary‸}'), ['Pete Hegseth']);
});

test('one that the words of a mention may mean comes first', () => {
  const found = labels(':person[Singh]{ref=‸} and :person[Pete Hegseth]');
  assert.deepEqual(found, ['Karan Singh', 'Rajnath Singh', 'Pete Hegseth']);
});

test('a list offers what is not in it, and closes what is open', () => {
  assert.deepEqual(labels(':commitment[x]{by=india,‸}').includes('India'), false);
  assert.equal(accepted(':commitment[x]{by=india,‸}', 'Quad'), ':commitment[x]{by=india,quad}\n');
  assert.equal(accepted(':commitment[x]{by=india, q‸', 'Quad'), ':commitment[x]{by=india,quad‸}\n');
  assert.equal(
    accepted(':commitment[x]{by="india, q‸ and more', 'Quad'),
    ':commitment[x]{by="india,quad‸"} and more\n',
  );
  assert.equal(
    accepted(':commitment[x]{by=in‸dia,quad} x', 'India'),
    ':commitment[x]{by=india,quad} x\n',
  );
  assert.equal(
    accepted(':commitment[x]{by=‸ to=india and so on', 'Quad'),
    ':commitment[x]{by=quad to=india} and so on\n',
  );
});

test('each other, where several act and nobody else is named', () => {
  assert.equal(labels(':commitment[x]{by=india,quad to=‸}')[0], 'each-other');
  assert.equal(labels(':commitment[x]{by=india to=‸}').includes('each-other'), false);
  assert.equal(labels(':commitment[x]{by=india,quad to=india,‸}').includes('each-other'), false);
  assert.deepEqual(labels(':commitment[x]{by=india,quad to=each-other,‸}'), []);
});

function afterUpdates(updates: string): string {
  return `---\ndate: 2025-11-01\n---\n\n:commitment[buy jets]{#c-jets by=india}\n\n${updates}`;
}

test('an update offers the statuses that may follow on its day', () => {
  assert.equal(labels(afterUpdates('::update{of=c-jets status=‸}')).length, 12);
  const ended = '::update{of=c-jets status=broken on=2025-11-05}\n\n';
  assert.deepEqual(
    lines(offeredIn(afterUpdates(`${ended}::update{of=c-jets status=‸ on=2025-12}`))),
    [
      'fulfilled · Done as promised.',
      'broken · its status now · Not done, and it can no longer be done as promised.',
    ],
  );
  assert.equal(
    labels(afterUpdates(`${ended}::update{of=c-jets on=2025-11-02 status=‸}`)).length,
    12,
  );
  const corrects = '::update{of=c-jets on=2025-12 correction=yes source=dsca status=‸}';
  assert.equal(labels(afterUpdates(`${ended}${corrects}`)).length, 12);
});

test('its own status is not what an update follows', () => {
  const own = '::update{of=c-jets status=fulf‸illed on=2025-11-05}';
  assert.equal(labels(afterUpdates(own)).length, 12);
});

test('strengths and progress with what they mean', () => {
  assert.deepEqual(lines(offeredIn(':commitment[agreed to buy]{strength=‸}')).slice(0, 2), [
    'binding · A duty: shall, must, undertakes.',
    'pledged · read from its words · A promise: commits, pledges, agreed to.',
  ]);
  assert.deepEqual(labels(':commitment[x]{progress=‸}'), [
    'not-started',
    'limited',
    'substantial',
    'complete',
    'no-evidence',
  ]);
  assert.deepEqual(labels('::update{of=c-x correction=‸}'), ['yes']);
});

test('dates that deadlines are mostly about, with their plain words', () => {
  const due = ':commitment[x]{under=framework due=‸}';
  assert.deepEqual(lines(offeredIn(`---\ndate: 2025-10-31\n---\n\n${due}`)), [
    '2035-12-31 · end of Ten-year framework · 31 December 2035',
    '2025-11-01 · today · 1 November 2025',
    '2025-10-31 · date of this brief · 31 October 2025',
    '2025-12-31 · end of this quarter, end of the year · 31 December 2025',
    '2026-12-31 · end of next year · 31 December 2026',
    '2025-11-30 · end of this month · 30 November 2025',
  ]);
  assert.equal(labels(':commitment[x]{under=framework period=‸}')[0], '2025/2035');
});

test('the words of a date are read by the date of the brief', () => {
  const said = (words: string) =>
    labels(`---\ndate: 2024-12-15\n---\n\n:date[${words}]{edtf=‸}`)[0];
  assert.equal(said('this year'), '2024');
  assert.equal(said('next month'), '2025-01');
  assert.equal(said('last quarter'), '2024-35');
  assert.equal(said('tomorrow'), '2024-12-16');
  assert.equal(said('spring 2026'), '2026-21');
  assert.equal(said('within the year'), '2024');
});

test('a free id of the words that are defined', () => {
  assert.deepEqual(labels('::person[José Pérez]{#‸}'), ['jose-perez', 'perez']);
  assert.deepEqual(labels('::person[Pete Hegseth]{#‸}'), ['pete-hegseth-2', 'hegseth']);
  assert.deepEqual(labels(':commitment[agreed to buy jets]{#‸}'), ['c-buy-jets']);
  assert.equal(accepted('::org[The Quad 2]{#‸', 'the-quad-2'), '::org[The Quad 2]{#the-quad-2‸}\n');
});

test('the front matter: its keys, sources, today', () => {
  const tagged = '\n:person[Pete Hegseth]';
  assert.deepEqual(labels(`---\ntitle: x\n‸\n---\n${tagged}`), ['date', 'source', 'lang']);
  assert.deepEqual(labels(`---\nsource: ‸\n---\n${tagged}`), ['DSCA notice']);
  assert.deepEqual(labels(`---\nsource: [a, ds‸]\n---\n${tagged}`), ['DSCA notice']);
  assert.deepEqual(labels(`---\nsource:\n  - ‸\n---\n${tagged}`), ['DSCA notice']);
  assert.deepEqual(labels(`---\nsource: dsca, ‸\n---\n${tagged}`), []);
  assert.deepEqual(labels(`---\ndate:‸\n---\n${tagged}`), ['2025-11-01']);
  assert.deepEqual(labels(`---\ntitle: ‸\n---\n${tagged}`), []);
  assert.equal(accepted(`---\nda‸\n---\n`, 'date'), '---\ndate: \n---\n\n');
});

test('a comment that silences rules: its words, then the names of rules', () => {
  assert.deepEqual(labels('x\n\n<!-- rap‸ -->'), [
    'rapporteur-disable-next-line',
    'rapporteur-disable',
    'rapporteur-enable',
    'rapporteur-disable-file',
  ]);
  const rules = lines(offeredIn('<!-- rapporteur-disable-next-line bare-word ‸ -->'));
  assert.equal(rules[0], 'ambiguous-name · More than one entity of its kind has the tagged name.');
  assert.equal(
    rules.some((rule) => rule.startsWith('bare-word')),
    false,
  );
  assert.deepEqual(labels('<!-- rapporteur-disable unsourced -- because ‸ -->'), []);
  assert.deepEqual(labels('`<!-- rapporteur-disable ‸ -->`'), []);
  assert.equal(
    accepted('<!-- rapporteur-disable un‸used-entity -->', 'vague-deadline'),
    '<!-- rapporteur-disable vague-deadline -->\n',
  );
});

test('what is searched for is asked again as more is typed', () => {
  assert.equal(offeredIn(':person[P‸]').found?.incomplete, true);
  assert.equal(offeredIn(':commitment[x]{status=‸}').found?.incomplete, false);
});

test('nobody promises something to themselves', () => {
  const offered = labels(':commitment[will pay]{by=india to=‸}');
  assert.ok(offered.includes('United States'));
  assert.ok(!offered.includes('India'));
});

test('news are of what goes on, and of days that have been', () => {
  const brief = (record: string): string =>
    `---\ndate: 2025-10-31\n---\n:commitment[will pay]{#c-a by=india status=fulfilled} and :commitment[will go]{#c-b by=india}\n\n${record}`;
  assert.deepEqual(labels(brief('::update{of=‸}')), ['will go', 'will pay']);
  assert.deepEqual(labels(brief('::update{of=c-b on=‸}')), ['2025-11-01', '2025-10-31']);
  assert.ok(labels(brief('::update{of=c-b due=‸}')).includes('2025-12-31'));
});

test('a comment in Markdown that is no brief is left to its author', () => {
  assert.deepEqual(labels('# Notes\n\n<!-- ‸', ' '), []);
  assert.equal(labels(':place[India]\n\n<!-- ‸', ' ')[0], 'rapporteur-disable-next-line');
});
