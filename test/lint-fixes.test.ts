import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { applyEdits, applyFixes, lint, type PageEdit, type Report } from '../server/core/index.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

function report(certain: boolean, ...edits: readonly PageEdit[]): Report {
  return {
    rule: 'any',
    severity: 'error',
    page: 'a.md',
    span: { start: 0, end: 1 },
    message: 'Any.',
    fixes: [{ title: 'Mend it', edits, certain }],
  };
}

function edit(start: number, end: number, text: string, page = 'a.md'): PageEdit {
  return { page, span: { start, end }, text };
}

test('certain fixes are applied, wherever they stand', () => {
  const reports = [report(true, edit(4, 5, 'E')), report(true, edit(0, 1, 'A'))];
  assert.equal(applyFixes(reports, 'a.md', 'abcdef'), 'AbcdEf');
});

test('what is only offered is not applied', () => {
  assert.equal(applyFixes([report(false, edit(0, 1, 'A'))], 'a.md', 'abc'), 'abc');
});

test('a fix that reaches into another one waits, whole', () => {
  const reports = [
    report(true, edit(0, 3, 'ABC')),
    report(true, edit(2, 3, 'x'), edit(5, 6, 'y')),
    report(true, edit(4, 5, 'E')),
  ];
  assert.equal(applyFixes(reports, 'a.md', 'abcdef'), 'ABCdEf');
});

test('two fixes that say the same are applied once', () => {
  const insert = report(true, edit(1, 1, '-'));
  assert.equal(applyFixes([insert, insert], 'a.md', 'ab'), 'a-b');
});

test('a fix of several pages is not applied to one of them', () => {
  const reports = [report(true, edit(0, 1, 'A'), edit(0, 1, 'B', 'b.md'))];
  assert.equal(applyFixes(reports, 'a.md', 'abc'), 'abc');
});

const REGISTRY = `place:
  arcadia: { name: Arcadia }
  freedonia: { name: Freedonia }
agreement:
  pact: { name: The Pact, parties: [arcadia, freedonia] }
source:
  paper: { name: Paper }
`;

const names = fc.constantFrom(
  ...[
    'by',
    'bys',
    'to',
    'due',
    'dues',
    'duee',
    'id',
    '#',
    'status',
    'statsu',
    'strength',
    'stregnth',
  ],
  ...['under', 'undr', 'made', 'source', 'soruce', 'condition', 'refs'],
);
const values = fc.constantFrom(
  ...['arcadia', 'freedonia', 'arcadia,freedonia', 'pact', 'paper', 'c-1', 'C_1'],
  ...['2026', '2025-10-31/', '/2026', '2025-1-2', '31 December 2026', '2026Q1', '2025-26', 'activ'],
  ...['planed', 'binding', '"x y"', ''],
);
const attribute = fc
  .tuple(names, values)
  .map(([name, value]) => (name === '#' ? `#${value}` : `${name}=${value}`));

/** Findings by rule, so that those of two texts can be compared. */
function rulesFound(brief: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rule } of lint(
    workspaceWith({ 'registry.yaml': REGISTRY, 'brief.md': brief }),
    'brief.md',
  ))
    found.set(rule, (found.get(rule) ?? 0) + 1);
  return found;
}

property(
  'each certain fix of attributes leaves fewer faults of its rule, and a tag that was sound stays so',
  () => {
    fc.assert(
      fc.property(fc.array(attribute, { minLength: 1, maxLength: 5 }), (attributes) => {
        const brief = `---\ndate: 2025-10-31\nsource: paper\n---\n\n:commitment[will pay]{${attributes.join(' ')}}\n`;
        const workspace = workspaceWith({ 'registry.yaml': REGISTRY, 'brief.md': brief });
        const before = rulesFound(brief);
        for (const { rule, fixes = [] } of lint(workspace, 'brief.md')) {
          for (const { certain, edits, title } of fixes) {
            if (!certain) continue;
            const fixed = applyEdits(brief, edits);
            const after = rulesFound(fixed);
            assert.ok((after.get(rule) ?? 0) < (before.get(rule) ?? 0), `${title}: ${fixed}`);
            for (const other of [
              'duplicate-attribute',
              'unknown-attribute',
              'ref-with-id',
              'invalid-value',
            ])
              assert.ok(
                (after.get(other) ?? 0) <= (before.get(other) ?? 0),
                `${other}: ${title}: ${fixed}`,
              );
          }
        }
      }),
      runs('page'),
    );
  },
);
