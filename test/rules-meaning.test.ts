// What the rules about meaning say, and where they stay silent, beyond their own examples.
import assert from 'node:assert/strict';
import test from 'node:test';
import { applyEdits, lint, type Report } from '../server/core/index.js';
import { yearSpansIn } from '../server/core/language/english/years.js';
import { findCycles } from '../server/core/rules/cycles.js';
import { told, workspaceWith } from './support/linting.js';

type Texts = Readonly<Record<string, string>>;

const REGISTRY = `person:
  pete-hegseth: { name: Pete Hegseth, memberships: [{ office: us-secretary, start_date: 2025-01 }] }
  lloyd-austin: { name: Lloyd Austin, memberships: [{ office: us-secretary, start_date: 2021-01-22, end_date: 2025-01-20 }] }
  manmohan-singh: { name: Manmohan Singh, other_names: [Singh], description: Former prime minister }
  rajnath-singh: { name: Rajnath Singh, other_names: [Singh], memberships: [{ office: in-minister, start_date: 2019-05 }] }
  undated: { name: No Body, memberships: [{ office: us-secretary }] }
office:
  us-secretary: { name: U.S. Secretary of Defense }
  in-minister: { name: Defence Minister }
place:
  india: { name: India }
  united-states: { name: United States, other_names: [U.S.] }
agreement:
  framework: { name: Defense framework, period: 2025/2035, parties: [india, united-states] }
source:
  statement: { name: Joint statement }
`;
const FRONT = '---\ndate: 2025-10-31\nsource: statement\n---\n';

/** The findings of some rules in `brief.md`. */
function found(rules: string, brief: string, others: Texts = {}, today?: string): Report[] {
  const texts = { 'registry.yaml': REGISTRY, ...others, 'brief.md': brief };
  const names = rules.split(' ');
  const all = lint(workspaceWith(texts, today), 'brief.md', new Map());
  return all.filter(({ rule }) => names.includes(rule));
}

function places(rules: string, brief: string, others: Texts = {}, today?: string): string[] {
  return [...told(found(rules, brief, others, today), brief)];
}

function only(rules: string, brief: string, others: Texts = {}, today?: string): Report {
  const reports = found(rules, brief, others, today);
  assert.equal(reports.length, 1, JSON.stringify(reports.map(({ message }) => message)));
  return reports[0] as Report;
}

function fixed(brief: string, report: Report, index = 0): string {
  return applyEdits(brief, report.fixes?.[index]?.edits ?? []);
}

test('an unknown id says what was meant', () => {
  const brief = 'Then :person[he]{ref=pete-hegset} and :person[she]{ref="Lloyd Austin"} left.\n';
  const reports = found('unresolved-reference invalid-value', brief);
  assert.match(reports[0]?.message ?? '', /Did you mean 'pete-hegseth' \(Pete Hegseth\)\?$/);
  assert.equal(reports[0]?.fixes?.[0]?.certain, false, 'an id is never changed unasked');
  assert.equal(fixed(brief, reports[0] as Report).includes('ref=pete-hegseth}'), true);
});

test('a name in small letters where an id belongs is told its id', () => {
  const brief = ':place[It]{ref=u.s.} and :person[he]{ref=hegseth} left.\n';
  const [, hegseth] = found('unresolved-reference invalid-value', brief);
  assert.match(hegseth?.message ?? '', /Did you mean 'pete-hegseth'/);
  assert.equal(hegseth?.fixes?.[0]?.certain, false, 'a guess is not applied unasked');
});

/** The ids that are offered in place of an unknown one, by a registry of places and perhaps more files. */
function offeredFor(unknown: string, ids: readonly string[], others: Texts = {}): string[] {
  const places = ids.map((id) => `  ${id}: { name: The ${id} }\n`).join('');
  const brief = `:place[There]{ref=${unknown}} they met.\n`;
  const texts = { 'registry.yaml': `place:\n${places}`, 'brief.md': brief, ...others };
  const reports = lint(workspaceWith(texts), 'brief.md');
  const unresolved = reports.find(({ rule }) => rule === 'unresolved-reference');
  assert.ok(unresolved, `${unknown} is reported`);
  const fixes = unresolved.fixes ?? [];
  assert.ok(
    fixes.every(({ certain }) => !certain),
    `${unknown} is not changed unasked`,
  );
  return fixes.flatMap(({ edits }) => edits.map(({ text }) => text));
}

test('only a slip in a long word of an id is taken for one', () => {
  const known: readonly (readonly [unknown: string, known: string])[] = [
    ['uk', 'us'],
    ['ir', 'iq'],
    ['iran', 'iraq'],
    ['g8', 'g7'],
    ['c-tranche-3', 'c-tranche-2'],
    ['c-tranche', 'c-tranche-2'],
    ['border-pact-2024', 'border-pact-2025'],
    ['agreement-uk', 'agreement-us'],
    ['agreement-b', 'agreement-a'],
    ['agreement', 'agreement-a'],
    ['usa', 'usa-navy'],
  ];
  for (const [unknown, id] of known) assert.deepEqual(offeredFor(unknown, [id]), [], unknown);
  assert.deepEqual(offeredFor('agreemnet-us', ['agreement-us']), ['agreement-us']);
  assert.deepEqual(offeredFor('unitedstates', ['united-states']), ['united-states']);
  assert.deepEqual(offeredFor('riversid', ['riverside']), ['riverside']);
});

test('while a registry cannot be read, nobody knows what an unknown id is', () => {
  const broken = ['place:\n  quay: { name: "Quay }\n', '- riversid\n', 'just words\n'];
  for (const text of broken)
    assert.deepEqual(offeredFor('riversid', ['riverside'], { 'other.registry.yaml': text }), []);
});

test('one letter away from two ids is a guess', () => {
  const registry = 'place:\n  riverside: { name: Harbour }\n  riverbide: { name: Quay }\n';
  const brief = ':place[There]{ref=riverfide} they met.\n';
  const report = only('unresolved-reference', brief, { 'registry.yaml': registry });
  assert.deepEqual(
    report.fixes?.map(({ certain }) => certain),
    [false, false],
  );
});

test('ids in a registry, in lists, in front matter and in updates are looked up too', () => {
  const registry = `${REGISTRY.replace('parties: [india,', 'parties: [indai,')}`;
  const texts = { 'registry.yaml': registry, 'brief.md': `${FRONT}:place[India].\n` };
  const workspace = workspaceWith(texts);
  const reports = lint(workspace, 'registry.yaml', new Map()).filter(
    ({ rule }) => rule === 'unresolved-reference',
  );
  assert.deepEqual(told(reports, registry), ['unresolved-reference: indai']);
  const brief = `---\nsource: [statement, nowhere]\n---\n::update{of=c-none status=active}\n:commitment[x]{by=india,nobody}\n`;
  assert.deepEqual(places('unresolved-reference', brief), [
    'unresolved-reference: nowhere',
    'unresolved-reference: c-none',
    'unresolved-reference: nobody',
  ]);
});

test('each-other is no id that must exist', () => {
  const brief = `${FRONT}:commitment[x]{#c by=india,united-states to=each-other due=2030}\n`;
  assert.deepEqual(found('unresolved-reference wrong-kind', brief), []);
});

test('a faulty tag is silent about what it points at', () => {
  const brief = ':person[Nobody]{ref=no-body, x} and :commitment[x]{by=india, nowhere}\n';
  assert.deepEqual(
    found('unresolved-reference unresolved-name commitment-without-party', brief),
    [],
  );
});

test('an id of another kind says what it is and what is asked for', () => {
  const brief = `${FRONT}:person[They]{ref=india} :commitment[x]{by=framework under=india at=statement due=2030}\n`;
  const reports = found('wrong-kind', brief);
  assert.deepEqual(told(reports, brief), [
    'wrong-kind: india',
    'wrong-kind: framework',
    'wrong-kind: india',
    'wrong-kind: statement',
  ]);
  assert.match(
    reports[0]?.message ?? '',
    /^'india' \(India\) is a place, but a :person tag needs a person\./,
  );
  assert.match(
    reports[1]?.message ?? '',
    /'by' needs a person, an organization, an office or a place/,
  );
  assert.equal(fixed(brief, reports[0] as Report).includes(':place[They]{ref=india}'), true);
  assert.equal(reports[0]?.related?.[0]?.page, 'registry.yaml');
});

test('a commitment may not stand for an entity, nor an entity for a commitment', () => {
  const brief = `${FRONT}:commitment[x]{#c-x by=india due=2030 source=c-x depends-on=india}\n`;
  assert.deepEqual(places('wrong-kind', brief), ['wrong-kind: c-x', 'wrong-kind: india']);
});

test('an unknown name suggests: another kind, a slip, a part of a name', () => {
  const say = (brief: string): Report => only('unresolved-name', brief);
  assert.match(say(':org[India] agreed.\n').message, /registered as a place: write :place/);
  assert.equal(
    fixed(':org[India] agreed.\n', say(':org[India] agreed.\n')),
    ':place[India] agreed.\n',
  );
  assert.match(say(':person[Pete Hegset] left.\n').message, /Did you mean Pete Hegseth/);
  const secretary = say(':person[Secretary Hegseth] left.\n');
  assert.match(secretary.message, /Maybe Pete Hegseth \('pete-hegseth'\) is meant/);
  assert.equal(
    fixed(':person[Secretary Hegseth] left.\n', secretary),
    ':person[Secretary Hegseth]{ref=pete-hegseth} left.\n',
  );
  assert.match(say(':person[they] left.\n').message, /Say who or what is meant with ref=/);
});

test('several bearers of a name are told apart', () => {
  const brief = ':person[Singh]{} left.\n';
  const report = only('ambiguous-name', brief);
  assert.equal(
    report.message,
    "More than one person is called 'Singh': Manmohan Singh ('manmohan-singh', Former prime minister) or Rajnath Singh ('rajnath-singh', Defence Minister). Say which one with ref=.",
  );
  assert.equal(report.related?.length, 2);
  assert.equal(fixed(brief, report, 1), ':person[Singh]{ref=rajnath-singh} left.\n');
});

test('an id defined three times names the others from each but the first', () => {
  const others = { 'a.md': '::person[A]{#x}\n\n:person[A] spoke.\n' };
  const brief = '::person[B]{#x}\n\n:person[C]{#x} spoke.\n';
  const reports = found('duplicate-id', brief, others);
  assert.deepEqual(told(reports, brief), ['duplicate-id: x', 'duplicate-id: x']);
  assert.match(
    reports[0]?.message ?? '',
    /^'x' is defined 3 times\. Hovers show the first one, in a\.md\./,
  );
  assert.equal(reports[0]?.related?.length, 2);
});

test('an id of every object is an id like others', () => {
  const brief =
    '::person[A]{#constructor}\n\n:person[He]{ref=constructor}, :person[she]{ref=tostring}.\n';
  assert.deepEqual(places('unresolved-reference duplicate-id unused-entity', brief), [
    'unresolved-reference: tostring',
  ]);
});

test('nobody is told of parties that stand before the promise', () => {
  const brief = `${FRONT}:place[India] will :commitment[pay]{#c-pay due=2030}.\n`;
  const report = only('commitment-without-party', brief);
  assert.equal(brief.slice(report.span.start, report.span.end), 'commitment');
  assert.ok(fixed(brief, report).includes(':commitment[pay]{#c-pay by=india due=2030}'));
  assert.equal(report.fixes?.[0]?.certain, false);
});

test('a block and a record without party say so at the kind', () => {
  const brief = `${FRONT}::commitment[pay]\n\n:::commitment{#c due=2030}\nThey pay.\n:::\n`;
  assert.deepEqual(places('commitment-without-party', brief), [
    'commitment-without-party: commitment',
    'commitment-without-party: commitment',
  ]);
});

const SOURCES = 'commitment-without-source status-without-source';

test('never two findings about the sources of one commitment', () => {
  const ended = '---\ndate: 2025-10-31\n---\n:commitment[pay]{#c by=india status=fulfilled}\n';
  assert.deepEqual(places(SOURCES, ended), ['status-without-source: fulfilled']);
  const open = ended.replace('fulfilled', 'stalled');
  assert.deepEqual(places(SOURCES, open), ['commitment-without-source: commitment']);
  const news = `${open}\n::update[Paid]{of=c status=fulfilled}\n`;
  assert.deepEqual(places(SOURCES, news), ['status-without-source: fulfilled']);
  const sourced = `${open}\n::update[Paid]{of=c status=fulfilled source=statement}\n`;
  assert.deepEqual(places(SOURCES, sourced), ['commitment-without-source: commitment']);
  assert.deepEqual(places(SOURCES, news.replace('---\n:', 'source: statement\n---\n:')), []);
});

test('overdue says by how long, at the deadline, and in one brief only', () => {
  const brief = `${FRONT}:commitment[pay]{#c by=india due=2025}\n`;
  const later = `---\ndate: 2025-11-30\nsource: statement\n---\n::update{of=c status=in-progress}\n`;
  const report = only('overdue-commitment', brief, { 'later.md': later }, '2026-02-15');
  assert.equal(brief.slice(report.span.start, report.span.end), '2025');
  assert.equal(
    report.message,
    "The commitment 'pay' (by India) is overdue by 46 days: it was due by 31 December 2025 and is still in progress. Report what happened with ::update{of=c}, or change its deadline there with due=.",
  );
  const texts = { 'registry.yaml': REGISTRY, 'brief.md': brief, 'later.md': later };
  const there = lint(workspaceWith(texts, '2026-02-15'), 'later.md', new Map());
  assert.deepEqual(told(there, later), []);
});

test('what is proposed, conditional, ended or moved is not overdue', () => {
  const silent = (terms: string, update = ''): void => {
    const brief = `${FRONT}:commitment[pay]{#c by=india due=2025 ${terms}}\n\n${update}`;
    assert.deepEqual(found('overdue-commitment', brief, {}, '2026-02-15'), []);
  };
  silent('status=proposed');
  silent('if="it rains"');
  silent('status=withdrawn');
  silent('', '::update{of=c status=fulfilled on=2026-01}\n');
  silent('', '::update{of=c due=2026 on=2026-01}\n');
});

test('a moved deadline that has passed too is shown where it was moved', () => {
  const brief = `${FRONT}:commitment[pay]{#c by=india due=2025}\n\n::update{of=c due=2026-01 on=2025-12-30}\n`;
  const report = only('overdue-commitment', brief, {}, '2026-02-15');
  assert.equal(brief.slice(report.span.start, report.span.end), '2025');
  assert.match(report.message, /overdue by 15 days: it was due by 31 January 2026/);
  assert.equal(report.related?.length, 1);
});

test('deadlines: vague, none, ended', () => {
  const rules = 'vague-deadline commitment-without-deadline';
  const told = (terms: string): string[] =>
    places(rules, `${FRONT}:commitment[pay]{by=india ${terms}}\n`);
  assert.deepEqual(told(''), ['commitment-without-deadline: commitment']);
  assert.deepEqual(told('due-text="quite soon"'), ['vague-deadline: quite soon']);
  assert.deepEqual(told('due-text=soon due=2026'), []);
  assert.deepEqual(told('period=2025/2035'), []);
  assert.deepEqual(told('status=expired'), []);
});

test('an end state given by an update ends the wish for a deadline', () => {
  const brief = `${FRONT}:commitment[pay]{#c by=india}\n\n::update{of=c status=fulfilled}\n`;
  assert.deepEqual(found('commitment-without-deadline', brief), []);
});

test('which status may follow which', () => {
  const change = (...statuses: string[]): string[] => {
    const updates = statuses.map(
      (status, index) => `::update{of=c status=${status} on=2025-11-0${index + 1}}\n`,
    );
    return places(
      'impossible-status-change',
      `${FRONT}:commitment[pay]{#c by=india due=2030}\n\n${updates.join('\n')}`,
    );
  };
  assert.deepEqual(change('stalled', 'in-progress', 'proposed', 'fulfilled'), []);
  assert.deepEqual(change('fulfilled', 'fulfilled'), []);
  assert.deepEqual(change('broken', 'fulfilled'), []);
  assert.deepEqual(change('partly-fulfilled', 'superseded'), []);
  assert.deepEqual(change('fulfilled', 'active'), ['impossible-status-change: active']);
  assert.deepEqual(change('withdrawn', 'expired'), ['impossible-status-change: expired']);
});

test('a correction needs a source, and the message says so', () => {
  const brief = `---\ndate: 2025-10-31\n---\n:commitment[pay]{#c by=india due=2030}\n\n::update{of=c status=fulfilled on=2025-11-01}\n\n::update{of=c status=active on=2025-11-02 correction=yes}\n`;
  assert.match(
    only('impossible-status-change', brief).message,
    /A correction needs a source: add source=\.$/,
  );
});

test('an update before the promise is reported only when that is certain', () => {
  const on = (date: string, made = ''): string[] =>
    places(
      'update-before-commitment',
      `${FRONT}:commitment[pay]{#c by=india due=2030 ${made}}\n\n::update{of=c status=stalled on=${date}}\n`,
    );
  assert.deepEqual(on('2025-10-30'), ['update-before-commitment: 2025-10-30']);
  assert.deepEqual(on('2025-10-31'), []);
  assert.deepEqual(on('2025-10'), []);
  assert.deepEqual(on('2025'), []);
  assert.deepEqual(on('2024-12', 'made=2025~'), ['update-before-commitment: 2024-12']);
});

test('an update dated by its brief is reported at its kind', () => {
  const others = { 'a.md': `${FRONT}:commitment[pay]{#c by=india due=2030}\n` };
  const brief = '---\ndate: 2025-01-02\nsource: statement\n---\n::update{of=c status=stalled}\n';
  const report = only('update-before-commitment', brief, others);
  assert.equal(brief.slice(report.span.start, report.span.end), 'update');
  assert.match(report.message, /dated 2 January 2025, before 'c' was made \(31 October 2025\)/);
});

test('only a strength firmer than the words is overstated', () => {
  const say = (words: string, terms: string): string[] =>
    places('overstated-strength', `${FRONT}:commitment[${words}]{by=india due=2030 ${terms}}\n`);
  assert.deepEqual(say('hopes to pay', 'strength=planned'), ['overstated-strength: planned']);
  assert.deepEqual(say('shall pay', 'strength=aspired'), []);
  assert.deepEqual(say('pay', 'strength=binding'), []);
  assert.deepEqual(say('hopes to pay', 'strength=pledged marker="has pledged"'), []);
  assert.deepEqual(say('pay', 'strength=pledged marker="hopes to"'), [
    'overstated-strength: pledged',
  ]);
});

test('what is agreed under an agreement that binds may be called binding', () => {
  const registry = (status: string): Record<string, string> => ({
    'pact.registry.yaml': `agreement:\n  pact: { name: Pact${status} }\n`,
  });
  const say = (words: string, status: string): string[] =>
    places(
      'overstated-strength',
      `${FRONT}:commitment[${words}]{by=india due=2030 under=pact strength=binding}\n`,
      registry(status),
    );
  const binds = ', legal_status: binding';
  assert.deepEqual(say('agrees to pay', binds), []);
  assert.deepEqual(say('agree that the fund shall pay', binds), []);
  for (const status of ['', ', legal_status: unknown', ', legal_status: non-binding'])
    assert.deepEqual(say('agrees to pay', status), ['overstated-strength: binding']);
  for (const words of ['pledges to pay', 'will pay', 'agreed to pay', 'hopes to agree to pay'])
    assert.deepEqual(say(words, binds), ['overstated-strength: binding'], words);
});

test('a strength is never changed unless a person chooses how', () => {
  const brief = (braces: string): string =>
    `${FRONT}:commitment[hopes to pay]${braces} by the sea.\n`;
  const fixed = (braces: string): string[] => {
    const { fixes = [] } = only('overstated-strength', brief(braces));
    assert.ok(fixes.length > 1 && fixes.every(({ certain }) => !certain));
    return fixes.map(({ edits }) => applyEdits(brief(braces), edits));
  };
  assert.deepEqual(fixed('{by=india due=2030 strength="pledged"}'), [
    brief('{by=india due=2030 strength="aspired"}'),
    brief('{by=india due=2030}'),
  ]);
  assert.deepEqual(fixed('{strength=pledged  by=india}')[1], brief('{by=india}'));
  assert.deepEqual(fixed('{ strength=pledged }')[1], brief(''));
  assert.deepEqual(fixed('{by=india\nstrength=pledged due=2030}')[1], brief('{by=india due=2030}'));
});

test('words and code of a date: the same days are no mismatch', () => {
  const say = (words: string, edtf: string): string[] =>
    places('mismatched-date', `On :date[${words}]{edtf=${edtf}}.\n`);
  assert.deepEqual(say('31 October 2025', '2025-10-30'), ['mismatched-date: 2025-10-30']);
  assert.deepEqual(say('2025', '2025~'), []);
  assert.deepEqual(say('2025–2035', '2025-01/2035-12'), []);
  assert.deepEqual(say('Q1 2026', '2026-33'), []);
  assert.deepEqual(say('this year', '2025'), []);
});

test('a period fits when its last year is N or N-1 after its first', () => {
  const say = (words: string, period: string): string[] =>
    places(
      'mismatched-period',
      `:agreement[the pact]{ref=pact} and :agreement[${words}]{ref=pact}.\n`,
      {
        'registry.yaml': `agreement:\n  pact: { name: Pact, period: ${period} }\n`,
      },
    );
  assert.deepEqual(say('ten-year pact', '2025/2035'), []);
  assert.deepEqual(say('10‑year pact', '2025/2034'), []);
  assert.deepEqual(say('Ten-Year pact', '2025/2033'), ['mismatched-period: Ten-Year']);
  assert.deepEqual(say('a twenty-five-year pact', '2025/2035'), [
    'mismatched-period: twenty-five-year',
  ]);
  assert.deepEqual(say('ten-year pact', '2025/..'), []);
  assert.deepEqual(say('five-year extension of the ten-year pact', '2025/2035'), []);
});

test('a period is held against every name in the registry', () => {
  const registry =
    'agreement:\n  pact:\n    name: The Pact\n    other_names: ["5-year pact"]\n    period: 2025/2035\n';
  const texts = { 'registry.yaml': registry, 'brief.md': ':agreement[The Pact].\n' };
  const reports = lint(workspaceWith(texts), 'registry.yaml', new Map());
  assert.deepEqual(told(reports, registry), ['mismatched-period: 5-year']);
});

test('how many years words speak of', () => {
  const count = (words: string): number[] => yearSpansIn(words).map((years) => years.count);
  assert.deepEqual(
    count('ten-year, 10-year, forty-five-year, one-hundred-year'),
    [10, 10, 45, 100],
  );
  assert.deepEqual(count('in ten years, 2025-year, often-year, year, the tenth-year'), []);
  assert.deepEqual(count('ten year framework'), [10]);
});

test('an office beside the wrong person', () => {
  const say = (words: string, date = '2025-10-31'): string[] =>
    places('office-not-held', `---\ndate: ${date}\n---\n${words}\n`);
  const office = ':office[U.S. Secretary of Defense]';
  const wrong = ['office-not-held: U.S. Secretary of Defense'];
  assert.deepEqual(say(`${office} :person[Lloyd Austin]`), wrong);
  assert.deepEqual(say(`${office}, :person[Lloyd Austin],`), wrong);
  assert.deepEqual(say(`${office}\n:person[Lloyd Austin]`), wrong);
  assert.deepEqual(say(`${office} :person[Pete Hegseth]`, '2024'), wrong);
  assert.deepEqual(say(`${office} :person[Pete Hegseth]`, '2025'), []);
  assert.deepEqual(say(`${office} and :person[Lloyd Austin]`), []);
  assert.deepEqual(say(`${office}: :person[Lloyd Austin]`), []);
  assert.deepEqual(say(`Former ${office} :person[Lloyd Austin]`), []);
  assert.deepEqual(say(`the then-${office} :person[Lloyd Austin]`), []);
  assert.deepEqual(say(`${office} :person[No Body]`), [], 'no dates, no certainty');
  assert.deepEqual(say(`${office} :person[Rajnath Singh]`), [], 'never held it, as far as known');
  assert.deepEqual(say(`${office} :person[Lloyd Austin]`, '2025-01'), []);
});

test('the message on an office names who held it', () => {
  const brief = `${FRONT}:office[U.S. Secretary of Defense] :person[Lloyd Austin]\n`;
  assert.equal(
    only('office-not-held', brief).message,
    "Lloyd Austin was U.S. Secretary of Defense from 22 January 2021 to 20 January 2025, not on the date of this brief (31 October 2025). Pete Hegseth held it then. Write 'former', or correct the name, the date or the membership.",
  );
});

test('a deadline after the agreement, and one moved there', () => {
  const say = (due: string, update = ''): string[] =>
    places(
      'commitment-outside-agreement',
      `${FRONT}:commitment[pay]{#c by=india under=framework due=${due}}\n\n${update}`,
    );
  assert.deepEqual(say('2036'), ['commitment-outside-agreement: 2036']);
  assert.deepEqual(say('2035-12-31'), []);
  assert.deepEqual(say('2035/2036'), [], 'it may be due within the period');
  assert.deepEqual(say('2030', '::update{of=c due=2040}\n'), [
    'commitment-outside-agreement: 2040',
  ]);
});

test('a circle is told once, at the link that closes it, with the others beside', () => {
  const brief = `${FRONT}:commitment[a]{#c-a by=india depends-on=c-b} :commitment[b]{#c-b by=india depends-on=c-c} :commitment[c]{#c-c by=india depends-on=c-a}\n`;
  const report = only('commitment-cycle', brief);
  assert.equal(report.span.start, brief.lastIndexOf('c-a'));
  assert.equal(
    report.message,
    "This closes a circle: 'c-c' depends on 'c-a', which depends on 'c-b', which depends on 'c-c'. Remove one of the links.",
  );
  assert.equal(report.related?.length, 2);
});

test('a circle through two briefs is told in each; a commitment may not depend on itself', () => {
  const others = { 'other.md': `${FRONT}:commitment[b]{#c-b by=india fulfils=c-a}\n` };
  const brief = `${FRONT}:commitment[a]{#c-a by=india fulfils=c-b part-of=c-a}\n`;
  assert.deepEqual(places('commitment-cycle', brief, others), [
    'commitment-cycle: c-b',
    'commitment-cycle: c-a',
  ]);
  const texts = { 'registry.yaml': REGISTRY, ...others, 'brief.md': brief };
  const there = lint(workspaceWith(texts), 'other.md', new Map());
  assert.equal(there.filter(({ rule }) => rule === 'commitment-cycle').length, 1);
});

test('a chain of ten thousand links is walked in a moment', () => {
  const next = (id: string): string => String((Number(id) + 1) % 10_000);
  const links = (id: string) => [
    { from: id, to: next(id), page: 'a.md', span: { start: Number(id), end: Number(id) + 1 } },
  ];
  const all = Array.from({ length: 10_000 }, (_, id) => String(id));
  const [loop, ...others] = findCycles(all, links, 'a.md');
  assert.equal(loop?.length, 10_000);
  assert.equal(loop?.[0]?.from, '9999');
  assert.deepEqual(others, []);
});

test('used: mentioned by ref or name, pointed at, or defined in a sentence', () => {
  const brief =
    '::place[Arcadia]{#arcadia}\n::place[Borduria]{#borduria}\n::org[Guild]{#guild parent=guild}\n\n:place[Arcadia] hosts :person[Ada]{#ada}.\n';
  assert.deepEqual(places('unused-entity', brief), [
    'unused-entity: borduria',
    'unused-entity: guild',
  ]);
});

test('who may be meant by an ambiguous name is not called unused', () => {
  const brief =
    '::person[Ann]{#ann other-names=Berg}\n::person[Bo]{#bo other-names=Berg}\n\n:person[Berg] spoke.\n';
  assert.deepEqual(places('unused-entity ambiguous-name', brief), ['ambiguous-name: Berg']);
});

test('a page full of slips is told each of them, and not what each was meant for', () => {
  const brief = ':person[he]{ref=pete-hegset} '.repeat(300);
  const reports = found('unresolved-reference', brief);
  assert.equal(reports.length, 300);
  assert.match(reports[0]?.message ?? '', /Did you mean/);
  assert.match(reports[299]?.message ?? '', /define it in a registry under 'person:'\.$/);
});

test('what is offered for a value that is no id is defined', () => {
  const registry =
    'place:\n  arcadia: { name: Arcadia }\n  freedonia: { name: Freedonia }\n  united-states: { name: United States, other_names: [USA] }\nsource:\n  paper: { name: Paper }\n';
  const offered = (text: string): readonly string[] => {
    const reports = lint(
      workspaceWith({ 'registry.yaml': registry, 'brief.md': text }),
      'brief.md',
    );
    const wrong = reports.find(
      ({ rule }) => rule === 'invalid-value' || rule === 'unregistered-source',
    );
    assert.ok(wrong, text);
    return (wrong.fixes ?? []).flatMap(({ edits }) => edits.map((edit) => edit.text));
  };
  const promise = (by: string): readonly string[] =>
    offered(`:commitment[will pay]{#c-1 ${by} due=2026}\n`);
  assert.deepEqual(promise('by=arcadia;freedonia'), ['arcadia,freedonia']);
  assert.deepEqual(promise('by=Arcadia/USA'), ['arcadia,united-states']);
  assert.deepEqual(promise('by="arcadia and freedonia"'), ['arcadia,freedonia']);
  assert.deepEqual(promise('by=arcadia;nowhere'), []);
  assert.deepEqual(promise('by=Arcadia'), ['arcadia']);
  assert.deepEqual(promise('by=Nowhere'), []);
  assert.deepEqual(promise('by=arcadia to=USA'), ['united-states']);
  assert.deepEqual(promise('by=arcadia under=Pact;Deal'), []);
  const source = (written: string): string =>
    `---\ndate: 2025-10-31\nsource: ${written}\n---\n\n:place[Arcadia]\n`;
  assert.deepEqual(offered(source('Paper')), ['paper']);
  assert.deepEqual(offered(source('Paper, paper and PAPER')), ['paper, paper, paper']);
  assert.deepEqual(offered(source('Paper, Nothing')), []);
  assert.deepEqual(offered(source('Nothing')), []);
  assert.deepEqual(offered(':place[Here]{#Arcadia}\n'), [], 'an id that is taken');
  assert.deepEqual(offered(':place[Here]{#New_Delhi}\n'), ['new-delhi']);
});
