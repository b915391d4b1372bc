import assert from 'node:assert/strict';
import test from 'node:test';
import { applyChanges, lint, RULES } from '../server/core/index.js';
import { afterEdits, chosen, offersAt, titlesAt } from './support/actions.js';
import { pageOf, workspaceWithCursor } from './support/features.js';
import { workspaceWith } from './support/linting.js';

const REGISTRY = `
\`\`\`yaml path=registry.yaml
person:
  pete-hegseth: { name: Pete Hegseth, other_names: [Secretary Hegseth] }
  rajnath-singh: { name: Rajnath Singh, other_names: [Singh] }
  manmohan-singh: { name: Manmohan Singh, other_names: [Singh] }
place:
  india: { name: India }
  united-states: { name: United States, other_names: [U.S., US] }
office:
  us-defense: { name: Secretary of Defense }
agreement:
  framework: { name: defense framework }
event:
  dialogue: { name: Delhi dialogue, start_date: 2025-10-30 }
\`\`\`
`;

/** A brief of 31 October 2025 beside the registry. */
function brief(text: string): string {
  return `${REGISTRY}\n\`\`\`\`brief path=a.md\n---\ndate: 2025-10-31\n---\n\n${text}\n\`\`\`\`\n`;
}

/** What the body of the brief is after the offer of that title. */
function after(text: string, title: string | RegExp, ...only: readonly string[]): string {
  const made = chosen(brief(text), title, only.length > 0 ? { only } : {});
  return (made['a.md'] ?? '').replace(/^---\n.*\n---\n\n/, '').replace(/\n$/, '');
}

const TAG = 'refactor.rewrite.rapporteur.tag';
const COMMITMENT = 'refactor.rewrite.rapporteur.commitment';
const UPDATE = 'refactor.rewrite.rapporteur.update';
const DEFINE = 'quickfix.rapporteur.define';

test('the fixes of a finding are offered, the certain one as preferred', () => {
  const cursor = workspaceWithCursor(brief(':person[he]{ref=pete-hegset‸}'));
  const [first] = offersAt(cursor, { only: ['quickfix'] });
  assert.equal(first?.title, "Change to 'pete-hegseth'");
  assert.equal(first?.preferred, true);
  assert.deepEqual(
    first?.reports?.map(({ rule }) => rule),
    ['unresolved-reference'],
  );
  assert.equal(
    after(':person[he]{ref=pete-hegset‸}', "Change to 'pete-hegseth'"),
    ':person[he]{ref=pete-hegseth}',
  );
});

test('a slip in a name is offered its correction, before anything else', () => {
  const text = ':person[Pete Hegsteh‸] spoke.';
  assert.equal(titlesAt(brief(text))[0], "Change to 'Pete Hegseth'");
  assert.equal(after(text, "Change to 'Pete Hegseth'"), ':person[Pete Hegseth] spoke.');
});

test('everything certain is fixed at once, and what one fix makes possible', () => {
  const text =
    ':person[he]{ref=pete-hegset‸} and :persn[Pete Hegseth], :place[they]{ref=india, united-states}.';
  const cursor = workspaceWithCursor(brief(text));
  const [offer, ...others] = offersAt(cursor, { only: ['source.fixAll'] });
  assert.deepEqual(others, []);
  assert.equal(offer?.kind, 'source.fixAll.rapporteur');
  assert.match(
    afterEdits(cursor.workspace, 'a.md', offer?.made ?? []),
    /:person\[he\]\{ref=pete-hegseth\} and :person\[Pete Hegseth\], :place\[they\]\{ref=india,united-states\}\./,
  );
  for (const { span, text: put } of offer?.made ?? []) {
    assert.ok(span.end - span.start + put.length < 30, 'edits are small');
  }
});

test('fix-all is silent where nothing is certain', () => {
  assert.deepEqual(titlesAt(brief(':person[Jane Doe‸]'), 'source'), []);
});

test('an ambiguous name is offered every bearer, who was spoken of last first', () => {
  const text = ':person[Rajnath Singh] spoke. :person[Singh‸] left.';
  assert.deepEqual(titlesAt(brief(text), 'quickfix.rapporteur.point'), [
    'Means Rajnath Singh',
    'Means Manmohan Singh',
  ]);
  assert.equal(
    after(text, 'Means Manmohan Singh'),
    ':person[Rajnath Singh] spoke. :person[Singh]{ref=manmohan-singh} left.',
  );
  const again = titlesAt(brief(text), 'quickfix').filter((title) => title.includes('Manmohan'));
  assert.equal(again.length, 1, 'not offered twice');
});

test('an unknown name is defined in the registry of its kind', () => {
  const made = chosen(
    brief(':person[Jane Doe‸] spoke.'),
    'Define Jane Doe as a person in registry.yaml',
  );
  assert.match(
    made['registry.yaml'] ?? '',
    /other_names: \[Singh\] \}\n {2}jane-doe: \{ name: Jane Doe \}\nplace:/,
  );
  assert.deepEqual(Object.keys(made), ['registry.yaml']);
});

test('without a registry one is made, if that may be', () => {
  const text = '```brief path=briefs/a.md\n:person[Jane Doe‸] spoke.\n```';
  const title = 'Define Jane Doe as a person in a new registry.yaml';
  assert.deepEqual(chosen(text, title), {
    'registry.yaml': 'person:\n  jane-doe:\n    name: Jane Doe\n',
  });
  const refused = offersAt(workspaceWithCursor(text), { newPages: 'refused', only: [DEFINE] });
  assert.deepEqual(refused, []);
});

test('an unknown party may be of three kinds, the likeliest first', () => {
  const text = 'It :commitment[will act]{#c-x by=ministry-of-energy‸ due=2027}.';
  assert.deepEqual(titlesAt(brief(text), DEFINE), [
    'Define Ministry of Energy as an organization in registry.yaml',
    'Define Ministry of Energy as a place in registry.yaml',
    'Define Ministry of Energy as a person in registry.yaml',
  ]);
  const made = chosen(brief(text), 'Define Ministry of Energy as a place in registry.yaml');
  assert.match(
    made['registry.yaml'] ?? '',
    / {2}ministry-of-energy: \{ name: Ministry of Energy \}/,
  );
});

test('what no registry can hold is not offered to be defined', () => {
  assert.deepEqual(titlesAt(brief('::update{of=c-nothing‸ status=fulfilled}'), DEFINE), []);
  assert.deepEqual(titlesAt(brief(':person[He‸] spoke.'), DEFINE), []);
  assert.deepEqual(titlesAt(brief(':person[x]{ref=Bad_Id‸}'), DEFINE), []);
});

test('words that name someone in part can become another name', () => {
  const title = "Add 'Hegseth of the Pentagon' to the other names of Pete Hegseth";
  const made = chosen(brief(':person[Hegseth of the Pentagon‸] spoke.'), title);
  assert.match(made['registry.yaml'] ?? '', /\[Secretary Hegseth, Hegseth of the Pentagon\]/);
});

test('a selection is tagged as any kind; who is known needs nothing more', () => {
  const text = 'Then ‸Pete Hegseth‸ spoke.';
  assert.equal(after(text, 'Tag as person'), 'Then :person[Pete Hegseth] spoke.');
  const titles = titlesAt(brief(text), TAG);
  assert.equal(titles[0], 'Tag as person');
  assert.ok(titles.includes('Tag as topic'));
  assert.ok(!titles.some((title) => title.includes('define')), 'it is known already');
  assert.deepEqual(titlesAt(brief(text), `${TAG}.place`), ['Tag as place']);
  assert.deepEqual(titlesAt(brief('See ‸PETE hegseth‸.'), `${TAG}.person`), [
    'Tag as person: Pete Hegseth',
  ]);
});

test('a name of several is tagged with the one who is meant', () => {
  const text = 'Then ‸Singh‸ spoke.';
  assert.equal(
    after(text, 'Tag as person: Rajnath Singh'),
    'Then :person[Singh]{ref=rajnath-singh} spoke.',
  );
});

test('a pronoun is tagged as who was spoken of last', () => {
  assert.equal(
    after(':person[Pete Hegseth] left. ‸He‸ is back.', 'Tag as person: Pete Hegseth'),
    ':person[Pete Hegseth] left. :person[He]{ref=pete-hegseth} is back.',
  );
  assert.equal(
    after(
      ':place[India] and the :place[U.S.] met; ‸both countries‸ agreed.',
      'Tag as place: India and United States',
    ),
    ':place[India] and the :place[U.S.] met; :place[both countries]{ref=india,united-states} agreed.',
  );
});

test('who is new is tagged and defined in one step', () => {
  const made = chosen(brief('Then ‸Jane Doe‸ spoke.'), 'Tag as person and define in registry.yaml');
  assert.match(made['a.md'] ?? '', /Then :person\[Jane Doe\] spoke\./);
  assert.match(made['registry.yaml'] ?? '', /jane-doe: \{ name: Jane Doe \}/);
  const asked = titlesAt(brief('Then ‸Jane Doe‸ spoke.'), DEFINE);
  assert.equal(asked[0], 'Tag as person and define in registry.yaml');
  assert.deepEqual(titlesAt(brief('Then she spo‸ke.'), DEFINE), [], 'a word that is no name');
});

test('without a selection it is the name at the cursor', () => {
  const taken = (text: string): string => after(text, 'Tag as topic', `${TAG}.topic`);
  assert.equal(taken('On Friday Jane van D‸oe met us.'), 'On Friday :topic[Jane van Doe] met us.');
  assert.equal(
    taken('The Ministry of De‸fence said so.'),
    'The :topic[Ministry of Defence] said so.',
  );
  assert.equal(taken('about ‸trade in'), 'about :topic[trade] in');
  assert.equal(taken("It is S. Jaish‸ankar's turn."), "It is :topic[S. Jaishankar]'s turn.");
  assert.equal(
    after('in the defense frame‸work now', 'Tag as agreement'),
    'in the :agreement[defense framework] now',
    'a registered name wins',
  );
  assert.equal(after('in the ‸U.S. now', 'Tag as place: United States'), 'in the :place[U.S.] now');
});

test('a date is tagged, with its EDTF where the words do not say it', () => {
  const dated = (text: string): string => after(text, /^Tag as date/);
  assert.equal(dated('on ‸31 October 2025‸ they'), 'on :date[31 October 2025] they');
  assert.equal(dated('on 31 Octo‸ber 2025 they'), 'on :date[31 October 2025] they');
  assert.equal(dated('later ‸this year‸.'), 'later :date[this year]{edtf=2025}.');
  assert.equal(dated('‸next month‸'), ':date[next month]{edtf=2025-11}');
  assert.equal(dated('‸next quarter‸'), ':date[next quarter]{edtf=2026-33}');
  assert.equal(dated('‸31st October‸'), ':date[31st October]{edtf=2025-10-31}');
  assert.equal(dated('‸by the end of 2026‸'), ':date[by the end of 2026]{edtf=2026-12}');
  assert.equal(dated('‸2025-10-31‸'), ':date[2025-10-31]{edtf=2025-10-31}');
  assert.deepEqual(titlesAt(brief('‸the aircraft‸'), `${TAG}.date`), []);
});

test('a selection is trimmed, takes whole tags in, and its lone brackets are escaped', () => {
  const tagged = (text: string): string => after(text, 'Tag as topic', `${TAG}.topic`);
  assert.equal(tagged('a‸ b c ‸d'), 'a :topic[b c] d');
  assert.equal(tagged('see ‸a] b‸ c'), 'see :topic[a\\] b] c');
  assert.equal(tagged('see ‸a [b] c‸ d'), 'see :topic[a [b] c] d');
  assert.equal(tagged('see ‸the :place[Ind‸ia] plan'), 'see :topic[the :place[India]] plan');
  assert.equal(tagged('> ‸a\n> b‸ c'), '> :topic[a\n> b] c');
  assert.equal(tagged('- ‸a\n  b‸ c'), '- :topic[a\n  b] c');
  assert.equal(tagged('see ‸`a]` b‸'), 'see :topic[`a]` b]');
});

test('where no tag can stand none is offered', () => {
  const none = (text: string): void =>
    assert.deepEqual(titlesAt(brief(text), TAG, COMMITMENT), [], text);
  none('see `a ‸b‸ c`');
  none('a ‸b\n\nc‸ d');
  none(':place[India]{re‸f=ind‸ia}');
  none('<https://exa‸mple.o‸rg>');
  none('no ta‸g i‸n 3‸');
  none('| a‸a | b‸ |\n|---|---|\n');
  none('in :person[Pete Heg‸seth]');
});

test('an editor that only looks is told nothing of words without a selection', () => {
  const cursor = workspaceWithCursor(brief('Pete Heg‸seth will act. :place[India]'));
  assert.deepEqual(offersAt(cursor, { trigger: 'unasked' }), []);
});

test('words become a commitment with the parties of their sentence', () => {
  const made = (text: string): string => after(text, 'Make this a commitment', COMMITMENT);
  assert.equal(
    made('The :place[U.S.] ‸will deliver the jets to :place[India]‸.'),
    'The :place[U.S.] :commitment[will deliver the jets to :place[India]]{#c-deliver-jets-india by=united-states to=india}.',
  );
  assert.equal(
    made(':place[India] and the :place[U.S.] agreed to ‸hold talks by March 2027‸.'),
    ':place[India] and the :place[U.S.] agreed to :commitment[hold talks by March 2027]{#c-hold-talks-march by=india,united-states to=each-other due=2027-03 marker="agreed to"}.',
  );
  assert.equal(
    made('It rained. At the :event[Delhi dialogue], India ‸hopes to buy aircraft from us soon‸.'),
    'It rained. At the :event[Delhi dialogue], India :commitment[hopes to buy aircraft from us soon]{#c-buy-aircraft-us by=india at=dialogue due-text=soon}.',
  );
  assert.equal(
    made(
      ':office[Secretary of Defense] :person[Pete Hegseth] told :place[India] that :person[Rajnath Singh] will ‸act under the :agreement[defense framework]‸.',
    ),
    ':office[Secretary of Defense] :person[Pete Hegseth] told :place[India] that :person[Rajnath Singh] will :commitment[act under the :agreement[defense framework]]{#c-act-under-defense by=rajnath-singh under=framework marker=will}.',
  );
  assert.equal(
    made('The jets ‸will be delivered by :place[India] before 2027‸.'),
    'The jets :commitment[will be delivered by :place[India] before 2027]{#c-delivered-india-before by=india due=2026}.',
  );
  assert.equal(
    made(':place[India] will ‸sign the :agreement[defense framework]‸.'),
    ':place[India] will :commitment[sign the :agreement[defense framework]]{#c-sign-defense-framework by=india marker=will}.',
    'what is signed is not what it stands under',
  );
});

test('at a cursor it is what the sentence promises', () => {
  assert.equal(
    after('Fine. :place[India] will open its po‸rts. Then rain.', 'Make this a commitment'),
    'Fine. :place[India] :commitment[will open its ports]{#c-open-ports by=india}. Then rain.',
  );
  assert.deepEqual(titlesAt(brief('Nothing of the ki‸nd here.'), COMMITMENT), []);
});

test('whole paragraphs become a block', () => {
  assert.equal(
    after(
      '‸:place[India] shall open its ports.\n\n- All of them.‸\n\nEnd.',
      'Make these paragraphs a commitment',
    ),
    ':::commitment{#c-india-open-ports by=india}\n:place[India] shall open its ports.\n\n- All of them.\n:::\n\nEnd.',
  );
  assert.deepEqual(titlesAt(brief('a ‸b.\n\nc.‸'), COMMITMENT), []);
});

test('what became of a commitment is recorded behind its paragraph', () => {
  const text = 'It :commitment[will a‸ct]{#c-act by=india due=2026}\nfirst.\n\nEnd.';
  assert.deepEqual(titlesAt(brief(text), UPDATE), [
    'Record that it is fulfilled: will act',
    'Record that it is in progress: will act',
    'Record that it is stalled: will act',
    'Record that it is broken: will act',
  ]);
  assert.equal(
    after(text, /is stalled/),
    'It :commitment[will act]{#c-act by=india due=2026}\nfirst.\n\n::update{of=c-act status=stalled on=2025-11-01}\n\nEnd.',
  );
});

test('from a mention, an id or inside a block, and beside the records that are there', () => {
  const rest = '\n\n:commitment[will act]{#c-act by=india due=2026}';
  assert.equal(
    after(`- as :commitment[said]{ref=c-act‸}\n- b\n\nEnd.${rest}`, /is fulfilled/),
    `- as :commitment[said]{ref=c-act}\n- b\n\n::update{of=c-act status=fulfilled on=2025-11-01}\n\nEnd.${rest}`,
  );
  assert.equal(
    after(
      ':::commitment{#c-act by=india due=2026}\nIt will a‸ct.\n\nSoon.\n:::\n\nEnd.',
      /is fulfilled/,
    ),
    ':::commitment{#c-act by=india due=2026}\nIt will act.\n\nSoon.\n:::\n\n::update{of=c-act status=fulfilled on=2025-11-01}\n\nEnd.',
  );
  assert.equal(
    after(
      ':commitment[will a‸ct]{#c-act by=india due=2026}\n\n::update{of=c-act status=stalled on=2025-10-31}\n\nEnd.',
      /is broken/,
    ),
    ':commitment[will act]{#c-act by=india due=2026}\n\n::update{of=c-act status=stalled on=2025-10-31}\n::update{of=c-act status=broken on=2025-11-01}\n\nEnd.',
  );
});

test('a commitment without an id gets one, and only what may follow is offered', () => {
  assert.equal(
    after(':commitment[will act qui‸ckly]{by=india}.', /is broken/),
    ':commitment[will act quickly]{#c-act-quickly by=india}.\n\n::update{of=c-act-quickly status=broken on=2025-11-01}',
  );
  const titles = (status: string): readonly string[] =>
    titlesAt(brief(`:commitment[will a‸ct]{#c-act by=india status=${status}}`), UPDATE);
  assert.deepEqual(titles('broken'), ['Record that it is fulfilled: will act']);
  assert.deepEqual(titles('fulfilled'), []);
  assert.equal(titles('proposed')[0], 'Record that it is agreed: will act');
});

test('to look away from a finding is offered last', () => {
  const kinds = offersAt(workspaceWithCursor(brief(':person[Jane Doe‸] spoke.'))).map(
    ({ kind }) => kind,
  );
  assert.deepEqual(kinds.slice(-2), [
    'quickfix.rapporteur.suppress.here',
    'quickfix.rapporteur.suppress.file',
  ]);
});

test('a comment about a finding stands on the line before, without parting what belongs together', () => {
  const silenced = (text: string): string => after(text, 'Ignore this here (unresolved-name)');
  const comment = '<!-- rapporteur-disable-next-line unresolved-name -->';
  assert.equal(silenced('A.\n\n:person[J‸ane] b.'), `A.\n\n${comment}\n:person[Jane] b.`);
  assert.equal(silenced('A\n:person[J‸ane] b.'), `A ${comment}\n:person[Jane] b.`);
  assert.equal(silenced('A\\\n:person[J‸ane] b.'), `A ${comment}\\\n:person[Jane] b.`);
  assert.equal(
    silenced('> A :place[India].\n>\n> :person[J‸ane] b.'),
    `> A :place[India].\n>\n> ${comment}\n> :person[Jane] b.`,
  );
  assert.equal(silenced('- A\n- :person[J‸ane] b.'), `- A ${comment}\n- :person[Jane] b.`);
  assert.equal(silenced('- A\n\n- :person[J‸ane] b.'), `- A\n\n  ${comment}\n- :person[Jane] b.`);
  assert.equal(silenced('- A\n\n  :person[J‸ane] b.'), `- A\n\n  ${comment}\n  :person[Jane] b.`);
  assert.equal(
    silenced('| a |\n|---|\n| b |\n| :person[J‸ane] |'),
    `| a |\n|---|\n| b ${comment} |\n| :person[Jane] |`,
  );
});

test('one more rule goes into the comment that is there', () => {
  assert.equal(
    after(
      '<!-- rapporteur-disable-next-line unreadable-date -- as said -->\n:date[one day] :person[J‸ane].',
      'Ignore this here (unresolved-name)',
    ),
    '<!-- rapporteur-disable-next-line unreadable-date unresolved-name -- as said -->\n:date[one day] :person[Jane].',
  );
  assert.equal(
    after(
      '<!-- rapporteur-disable-file unreadable-date -->\n\n:date[one day] :person[J‸ane].',
      'Ignore unresolved-name in this file',
    ),
    '<!-- rapporteur-disable-file unreadable-date unresolved-name -->\n\n:date[one day] :person[Jane].',
  );
});

test('in a registry the same words stand after #', () => {
  const text = '```yaml path=registry.yaml\nplace:\n  New_Delhi‸: { name: New Delhi }\n```';
  const made = chosen(text, 'Ignore this here (invalid-value)');
  assert.equal(
    made['registry.yaml'],
    'place:\n  # rapporteur-disable-next-line invalid-value\n  New_Delhi: { name: New Delhi }\n',
  );
});

test('one of several rules that a comment names in vain is taken out of it', () => {
  assert.equal(
    after(
      '<!-- rapporteur-disable-next-line unreadable-date, duplicate-id‸ -->\n:date[one day].',
      'Remove duplicate-id from the comment',
    ),
    '<!-- rapporteur-disable-next-line unreadable-date -->\n:date[one day].',
  );
});

for (const rule of RULES) {
  test(`every finding of ${rule.name} can be silenced, and nothing else changes`, () => {
    for (const { brief: text, registry, others, today } of rule.examples.bad) {
      const beside = registry === undefined ? {} : { 'registry.yaml': registry };
      const workspace = workspaceWith({ ...beside, ...others, 'brief.md': text }, today);
      for (const { id } of workspace.pages.values()) {
        const page = pageOf(workspace, id);
        const all = lint(workspace, id, new Map());
        for (const report of all) {
          for (const where of ['here', 'file']) {
            const [offer] = offersAt(
              { workspace, page, selection: report.span },
              { only: [`quickfix.rapporteur.suppress.${where}`], reports: [report] },
            );
            if (offer === undefined) {
              assert.ok(where === 'here', 'the whole file can always be silenced');
              continue;
            }
            const next = afterEdits(workspace, id, offer.made);
            const changed = applyChanges(workspace, [{ type: 'text', id, text: next }]);
            const left = lint(changed, id, new Map()).map(
              (each) => `${each.rule}: ${each.message}`,
            );
            const before = all.map((each) => `${each.rule}: ${each.message}`);
            const drawn = `${offer.title}\n${next}`;
            assert.ok(left.length < before.length, drawn);
            assert.ok(!left.includes(`${report.rule}: ${report.message}`), drawn);
            assert.deepEqual(
              left.filter((each) => !before.includes(each)),
              [],
              drawn,
            );
          }
        }
      }
    }
  });
}

test('who is joined by "and" with an untagged title between acts too', () => {
  const text =
    "India's Defence Minister :person[Rajnath Singh] and U.S. Secretary of Defense :person[Pete Hegseth] ‸are set to sign a framework‸.";
  assert.match(
    after(text, 'Make this a commitment'),
    /\{#c-sign-framework by=rajnath-singh,pete-hegseth to=each-other\}\.$/,
  );
  assert.match(
    after('India and Prime Minister :person[Rajnath Singh] ‸will meet‸.', 'Make this a commitment'),
    /by=india,rajnath-singh to=each-other/,
  );
  assert.match(
    after('India, and later the Pentagon told :person[Pete Hegseth], who ‸will go‸.', /^Make this/),
    /\{#c-go by=pete-hegseth/,
  );
});

test('words for several are those of their own kind', () => {
  const text = (words: string): string =>
    `:place[India], :place[U.S.], :person[Pete Hegseth], :person[Rajnath Singh]{ref=rajnath-singh}: ‸${words}‸ met.`;
  const meant = (words: string): readonly string[] =>
    titlesAt(brief(text(words)), TAG).filter((title) => title.includes(': '));
  assert.deepEqual(meant('both countries'), ['Tag as place: India and United States']);
  assert.deepEqual(meant('the two ministers'), ['Tag as person: Pete Hegseth and Rajnath Singh']);
  assert.deepEqual(meant('the minister'), ['Tag as person: Rajnath Singh']);
  assert.deepEqual(meant('both'), [
    'Tag as person: Pete Hegseth and Rajnath Singh',
    'Tag as place: India and United States',
  ]);
});

test('bearers of a name who are called alike are told apart by their ids', () => {
  const alike = `\`\`\`yaml path=registry.yaml
person:
  a-smith: { name: A. Smith }
  b-smith: { name: A. Smith }
\`\`\`
\`\`\`brief path=a.md
:person[A. Smi‸th]
\`\`\`
`;
  assert.deepEqual(
    titlesAt(alike, 'quickfix').filter((title) => title.startsWith('Means')),
    ['Means A. Smith (a-smith)', 'Means A. Smith (b-smith)'],
  );
});

test('words that are tagged already are not tagged once more', () => {
  assert.deepEqual(titlesAt(brief(':person[‸Pete Hegseth‸] spoke'), TAG), []);
  assert.deepEqual(titlesAt(brief('‸:person[Pete Hegseth]‸ spoke'), TAG), []);
  assert.deepEqual(titlesAt(brief('in :date[‸2025‸]'), TAG), []);
  assert.ok(titlesAt(brief(':person[‸Pete‸ Hegseth]'), TAG).length > 0);
  assert.ok(titlesAt(brief(':commitment[‸will go‸]{by=india}'), TAG).length > 0);
});

test('what the words most likely are comes first', () => {
  assert.equal(titlesAt(brief('They ‸will build a port‸.'))[0], 'Make this a commitment');
  assert.equal(titlesAt(brief('In ‸February 2025‸ they'))[0], 'Tag as date');
  assert.equal(titlesAt(brief('Then ‸Ann Lee‸ left.'))[0], 'Tag as person');
});

test('a tag beside the name of a container of another tool has its words', () => {
  const text = '- ::::note:org[A *b* c‸]';
  const cursor = workspaceWithCursor(brief(text));
  const [offer] = offersAt(cursor, { only: ['source.fixAll'] });
  const fixed = afterEdits(cursor.workspace, 'a.md', offer?.made ?? []);
  assert.match(fixed, /^- ::::note :org\[A \*b\* c\]$/m);
  const workspace = applyChanges(cursor.workspace, [{ type: 'text', id: 'a.md', text: fixed }]);
  assert.deepEqual(
    lint(workspace, 'a.md', workspace.settings.levels).map(({ rule }) => rule),
    ['unresolved-name'],
  );
  assert.deepEqual(
    pageOf(workspace, 'a.md').facts.tags.map(({ words }) => words),
    ['A b c'],
  );
});

test('a small word at the cursor is at most a topic; one that is selected may be anything', () => {
  assert.deepEqual(titlesAt(brief('They held ta‸lks.')), [
    'Tag as topic',
    'Tag as topic and define in registry.yaml',
  ]);
  assert.ok(titlesAt(brief('They held ta‸lks.'), TAG).includes('Tag as event'), 'asked for tags');
  assert.ok(titlesAt(brief('They held ‸talks‸.'), TAG).includes('Tag as event'));
  assert.ok(titlesAt(brief('At the Pent‸agon.')).includes('Tag as organization'));
  assert.ok(
    titlesAt(brief(':person[Pete Hegseth]: h‸e left.'), TAG).includes(
      'Tag as person: Pete Hegseth',
    ),
  );
});
