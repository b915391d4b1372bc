// What a fix may do to any text: mend its own finding, make no fault, change no id, stay where it is.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Fix, lint, type Report, RULES } from '../server/core/index.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

const REGISTRY = `person:
  ann: { name: Ann Lee, memberships: [{ office: chair, start_date: 2025-01, end_date: 2025-06 }] }
  bob: { name: Bob Ray, other_names: [Ray], memberships: [{ office: chair, start_date: 2025-07 }] }
office:
  chair: { name: Chair }
place:
  arcadia: { name: Arcadia }
  freedonia: { name: Freedonia }
agreement:
  pact: { name: 10-year Pact, parties: [arcadia, freedonia], period: 2025/2035 }
source:
  paper: { name: Paper, url: "https://example.org/a" }
`;

const one = fc.constantFrom;
const values = one(
  ...[
    'arcadia',
    'arcadia,freedonia',
    'arcadia, freedonia',
    'arcadia，freedonia',
    'arcadia;freedonia',
  ],
  ...['Arcadia', 'pact', 'paper', 'ann', 'c-1', 'C_1', 'nobody', 'each-other', 'yes', '', 'a=b'],
  ...['2026', '2025-10-31/', '2025-1-2', '"31 December 2026"', '２０２６', '2026Q1', '2025-26'],
  ...['activ', 'planed', 'done', 'binding', '"x y"', '“x y”', '「x」', '"', 'x"y', '"a', 'ann}'],
);
const names = one(
  ...['by', 'bys', 'to', 'due', 'dues', 'ref', 'status', 'statsu', 'strength', 'under', 'made'],
  ...['source', 'soruce', 'if', 'said-by', 'said_by', 'of', 'on', 'edtf', 'what', 'other-names'],
  ...['name', 'BY', '#', '＃'],
);
const attribute = fc
  .tuple(names, values)
  .map(([name, value]) => (/[#＃]/.test(name) ? name + value : `${name}=${value}`));
const braces = fc.oneof(
  one('', '{}', '{', '{ref=ann}', '｛ref=ann｝', ' {ref=ann}', '{#ann2}', '{#ann}'),
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: attribute },
        one('arcadia', 'ann', 'c-1', '2025-10', 'yes', 'active', ',', '=', 'important'),
      ),
      {
        maxLength: 4,
      },
    )
    .map((items) => `{${items.join(' ')}}`),
);
const kinds = one(
  ...['person', 'place', 'commitment', 'date', 'update', 'org', 'agreement', 'office'],
  ...['persn', 'palce', 'commitemnt', 'Person', 'country', 'promise', 'events', 'persons'],
);
const labels = one(
  ...[
    'Ann Lee',
    'Arcadia',
    'Nobody',
    '2025',
    '31.10.2025',
    'will act',
    '5-year Pact',
    '',
    'a [b] c',
  ],
  ...['Arcdaia', 'Ann Le'],
);
const inline = fc
  .tuple(
    one('', '', 'see', 'a ', '：'),
    one(':', ':', ':', '：', ':: ', ': '),
    kinds,
    one('', '', ' '),
    one('[', '[', '［', '【'),
    labels,
    one(']', ']', '］', '】', ''),
    braces,
  )
  .map((parts) => parts.join(''));
const record = fc
  .tuple(
    one('::', ':: ', '：：', '> ::', '- ::'),
    kinds,
    one('', '[x]', '[Ann Lee]'),
    braces,
    one('', '', ' y', '\n{of=c-1}'),
  )
  .map((parts) => parts.join(''));
const fence = fc
  .tuple(
    one(':::', '::: ', '：：：'),
    one('commitment', 'comitment', '{.commitment}', 'promise', 'note'),
    braces,
    one(':::', '：：：'),
  )
  .map(([colons, kind, terms, end]) => `${colons}${kind}${terms}\nThey will act.\n${end}`);
const other = one(
  ...['Words.', '# Head {#h}', '<div>', '</div>', '- a', '> q', 'person:[Ann Lee]', '<!-- x -->'],
  ...['<!-- rapporteur-disable-next-line unresolved-nmae -->', '[l](#nope) [m](x.md) [^1]'],
);

/** What is written rightly and says what cannot be, or what its kind cannot be. */
const told = one(
  ...[
    ':commitment[will act]{#c-1 by=arcadia due=2026 depends-on=c-2} :commitment[will pay]{#c-2 by=arcadia due=2026 depends-on=c-3,c-1}',
    ':commitment[will act]{#c-3 by=arcadia due=2036-03 under=pact part-of=c-3}',
    ':commitment[will act]{#c-7 by=arcadia due=2026}.\n\n::update{of=c-7 status=withdrawn on=2025-12-02}\n::update[Paid]{of=c-7 status=fulfilled on=2025-12-03}',
    ':commitment[will rest]{#c-8 by=arcadia due=2026}.\n\n::update[Paid]{of=c-8 status=fulfilled on=2025-01-02}\n::update{of=c-8 due=2024-03-01}',
    'On :date[31 October 2025]{edtf=2025-10-30} and :date[May 2025]{edtf=2025}, :date[this month].',
    'The :agreement[five-year pact]{ref=pact} and :agreement[2-year Deal]{#deal period=2020/2030}',
    'The :office[Chair], :person[Ann Lee], and the :office[Chair] :person[her]{ref=bob}.',
    '- <!-- checked --> In :date[October 2025].',
    '<div>\nIn :date[October 2025].\n</div>',
    ':place[]{ref=arcadia} and :place[]',
    ':place[Delhi]{#delhi ref=arcadia} and :place[there]{ref=delhi}',
    ':place[Agra]{#agra ref=arcadia population="very large" iso=}',
    ':commitment[will act]{by=arcadia by=freedonia due=2026}, :update[then paid]{of=c-1 on=2025-11-01}.',
    '::date[2025]',
    ':::commitment{by=arcadia due=2026}\nThey will act.\nSoon.',
  ],
);
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(inline, { minLength: 1, maxLength: 3 }).map((all) => all.join(' and ')),
  },
  { weight: 2, arbitrary: record },
  { weight: 3, arbitrary: told },
  fence,
  other,
);
const texts = fc
  .tuple(
    one(
      '---\ndate: 2025-10-31\nsource: paper\n---\n\n',
      '',
      '---\ndate: 2025\nsource: papre\n---\n',
      '---\ndate: 2025-12-01\nsource: paper\n---\n\n',
    ),
    // The same news twice: without the one the other is what cannot be.
    fc.uniqueArray(
      fc.tuple(line, one('\n', '\n\n')).map((parts) => parts.join('')),
      {
        minLength: 1,
        maxLength: 4,
        selector: (each) => each.trim(),
      },
    ),
  )
  .map(([front, lines]) => front + lines.join(''));

/** Faults of how something is written; what else a mended tag says may be wrong as with any tag. */
const FAULTS = new Set(RULES.filter(({ needs }) => needs === 'faults').map(({ name }) => name));

/** Whether a block is closed only the rest of the text tells, which a fix of its first line does not see. */
const FAR = new Set(['unclosed-block', 'equal-nested-blocks']);

interface Read {
  readonly ids: readonly string[];
  /** The ids that point. */
  readonly uses: readonly string[];
  readonly reports: readonly Report[];
}

function read(brief: string): Read {
  const workspace = workspaceWith({ 'registry.yaml': REGISTRY, 'brief.md': brief }, '2026-06-01');
  const facts = workspace.pages.get('brief.md')?.facts;
  const ids = [...(facts?.definitions ?? []), ...(facts?.uses ?? [])].map(({ id }) => id.text);
  const uses = (facts?.uses ?? []).map(({ id }) => id.text);
  return { ids, uses, reports: lint(workspace, 'brief.md') };
}

function counts(reports: readonly Report[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { rule } of reports) found.set(rule, (found.get(rule) ?? 0) + 1);
  return found;
}

property(
  'a fix mends what it was offered for and makes no fault; a certain one changes no id',
  () => {
    let certain = 0;
    const titles = new Set<string>();
    fc.assert(
      fc.property(texts, (brief) => {
        const before = read(brief);
        const had = counts(before.reports);
        for (const report of before.reports)
          for (const fix of (report.fixes ?? []).slice(0, 5)) {
            if (fix.edits.some(({ page }) => page !== 'brief.md')) continue;
            if (fix.certain) certain += 1;
            const fixed = applyEdits(brief, fix.edits);
            const after = read(fixed);
            const said = JSON.stringify([report.rule, fix.title, brief, fixed]);
            const has = counts(after.reports);
            assert.ok((has.get(report.rule) ?? 0) < (had.get(report.rule) ?? 0), said);
            for (const [rule, count] of has)
              if (FAULTS.has(rule) && !FAR.has(rule))
                assert.ok(count <= (had.get(rule) ?? 0), `makes ${rule}: ${said}`);
            // What a fix writes as an id was there, or something has it.
            for (const id of after.uses)
              assert.ok(brief.includes(id) || REGISTRY.includes(` ${id}:`), `makes ${id}: ${said}`);
            titles.add(fix.title.replace(/'.*|\d.*/, ''));
            if (!fix.certain) continue;
            for (const id of before.ids) assert.ok(after.ids.includes(id), `loses ${id}: ${said}`);
            for (const id of after.ids) assert.ok(brief.includes(id), `makes ${id}: ${said}`);
            staysNear(brief, report, fix, said);
          }
      }),
      runs('page'),
    );
    assert.ok(certain > 50, `${certain} certain fixes`);
    for (const title of NEXT_STEPS) assert.ok(titles.has(title), `${title} is offered`);
  },
);

/** What is offered where nothing is certain, each by how it begins. */
const NEXT_STEPS = [
  'Remove ',
  'Remove the tag',
  'Join both in a list: by=arcadia,freedonia',
  'Change the words to ',
  'Change the period to ',
  'Close the block after this paragraph',
  'Leave the words, and write the record below',
  'Name Bob Ray, who held it then',
  'Put a blank line before it',
  'Put it on a separate line',
  'Say that the earlier update was wrong: correction=yes',
  'Write ',
  'Write it with one colon, in a sentence',
];

/** In the paragraph of what it mends. */
function staysNear(brief: string, { span }: Report, { edits }: Fix, said: string): void {
  const first = brief.lastIndexOf('\n\n', span.start);
  const last = brief.indexOf('\n\n', span.end);
  for (const edit of edits) {
    assert.ok(edit.span.start > first, said);
    assert.ok(last < 0 || edit.span.end <= last, said);
  }
}
