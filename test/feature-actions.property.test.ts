// Whatever is selected, what is offered can be done, and breaks nothing that was right.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Page, PageId, Report, Span, Workspace } from '../server/core/index.js';
import { applyChanges, lint } from '../server/core/index.js';
import { afterEdits, offersAt } from './support/actions.js';
import { workspaceWith } from './support/linting.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';

const SAMPLES = 'samples';

function sampleOf(name: string): Workspace {
  const root = path.join(SAMPLES, name);
  const files = fs.readdirSync(root, { recursive: true }).map((file) => String(file));
  const texts = files
    .filter((file) => /(?:^|\/)(?:registry.*\.yaml|.*\.md)$/.test(file.replaceAll('\\', '/')))
    .map((file) => [file.replaceAll('\\', '/'), fs.readFileSync(path.join(root, file), 'utf8')]);
  return workspaceWith(Object.fromEntries(texts), '2025-11-10');
}

/** How often each rule of the reading speaks. */
function faultsOf({ facts }: Page): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of facts.faults) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function isDoneAsOffered(workspace: Workspace, id: PageId, selection: Span): void {
  const page = workspace.pages.get(id);
  if (page === undefined) return;
  for (const { title, kind, made, action } of offersAt({ workspace, page, selection })) {
    const pages = new Set(made.map((edit) => edit.page));
    assert.ok(pages.size > 0, `${title} changes something`);
    for (const changed of pages) {
      const text = afterEdits(workspace, changed, made);
      // What a rule's own fix gives in a text of nonsense is for that rule to say.
      if (action === 'fix' || action === 'fix-all') continue;
      const next = applyChanges(workspace, [{ type: 'text', id: changed, text }]);
      const [before, after] = [workspace.pages.get(changed), next.pages.get(changed)];
      const known = before === undefined ? new Map<string, number>() : faultsOf(before);
      for (const [rule, count] of after === undefined ? [] : faultsOf(after)) {
        const drawn = `${title} (${kind}) gives ${rule} in\n${text}`;
        assert.ok(count <= (known.get(rule) ?? 0), drawn);
      }
    }
  }
}

for (const sample of fs.readdirSync(SAMPLES).sort()) {
  property(`anywhere in samples/${sample}`, () => {
    const workspace = sampleOf(sample);
    const pages = [...workspace.pages.values()];
    const anywhere = fc
      .record({ page: fc.constantFrom(...pages), a: fc.nat(6000), length: fc.nat(120) })
      .map(({ page, a, length }) => {
        const start = a % (page.text.length + 1);
        return { id: page.id, span: { start, end: Math.min(start + length, page.text.length) } };
      });
    fc.assert(
      fc.property(anywhere, ({ id, span }) => isDoneAsOffered(workspace, id, span)),
      runs('run'),
    );
  });
}

property('anywhere in any text', () => {
  const registry = 'person: { a: { name: word } }\nplace: { b: { name: naïve } }\n';
  fc.assert(
    fc.property(taggedMarkdown, fc.nat(300), fc.nat(80), (text, a, length) => {
      const workspace = workspaceWith({ 'registry.yaml': registry, 'a.md': text });
      const start = a % (text.length + 1);
      const end = Math.min(start + length, text.length);
      isDoneAsOffered(workspace, 'a.md', { start, end });
    }),
    runs('workspace'),
  );
});

const OF_NEXT_STEPS = new Set([
  'mend-yaml',
  'widen-block',
  'write-footnote',
  'spare-definition',
  'plain-again',
]);

/** Lines that say what only a next step mends. */
const lines = fc.constantFrom(
  ...[
    'Noted.[^1] And.[^one]',
    '[^1]: A note.',
    '[^2]: Nobody leads here.',
    '# Head',
    '> quoted.[^x]',
  ],
  ...[
    '::person[Ann Lee]{#ann}',
    '::person[Bob Ray]{#bob}',
    '  ::place[Here]{#here}',
    'Bob Ray spoke.',
  ],
  ...[':::commitment{by=a due=2026}', ':::', '::::', '- item', 'a [b](no.md) c', ':date[some day]'],
  ':::commitment{by=a due=2026}\nOne.\n\n:::commitment{by=a due=2026}\nTwo.\n:::\n:::',
  ...[':date[some day]{edtf=}', '[![x](no.png)](no.md)', 'Ann Lee [Ann Lee](#no)', '', ''],
);
const fronts = fc.constantFrom(
  ...[
    '',
    '---\ndate: 2025-10-31\n---\n',
    '---\ntitle: a: b\n---\n',
    '---\nsource: [a\ndate: 2025\n---\n',
  ],
  ...['---\n\tdate: 2025\n---\n', '---\ntitle: "a" b\nsource: {a\n---\n'],
);
const entries = fc.constantFrom(
  ...[
    '  ann: { name: Ann Lee }',
    '  cat: { name: Cat',
    '  dan:',
    '    name: Dan: Orr',
    '  \teve: { name: Eve }',
  ],
  ...[
    '  # said',
    '  fay: { name: "Fay" x }',
    '  "gus": { name: Gus, other_names: [G }',
    '  ann: { name: Ann Lee }',
  ],
);

property(
  'a next step mends what it is offered for, makes no fault and no id that is not there',
  () => {
    const seen = new Map<string, number>();
    const all = fc.record({
      front: fronts,
      body: fc.array(lines, { maxLength: 12 }),
      registry: fc.array(entries, { maxLength: 5 }),
      eol: fc.constantFrom('\n', '\r\n'),
    });
    fc.assert(
      fc.property(all, ({ front, body, registry, eol }) => {
        const texts = {
          'a.md': front + body.join('\n'),
          'registry.yaml': `person:\n${registry.join('\n')}\nplace:\n  a: { name: A }\n`,
        };
        const written = Object.entries(texts).map(([id, text]) => [id, text.replaceAll('\n', eol)]);
        const workspace = workspaceWith(Object.fromEntries(written));
        for (const page of workspace.pages.values())
          for (const report of lint(workspace, page.id)) {
            const offers = offersAt(
              { workspace, page, selection: report.span },
              { reports: [report], only: ['quickfix.rapporteur'] },
            );
            for (const { action, made, title } of offers) {
              if (!OF_NEXT_STEPS.has(action)) continue;
              seen.set(action, (seen.get(action) ?? 0) + 1);
              const ids = [...new Set(made.map((edit) => edit.page))];
              const changes = ids.map((id) => {
                return { type: 'text', id, text: afterEdits(workspace, id, made) } as const;
              });
              const next = applyChanges(workspace, changes);
              const count = (of: Workspace): number =>
                lint(of, page.id).filter(({ rule }) => rule === report.rule).length;
              const drawn = `${title} in\n${page.text}`;
              assert.ok(count(next) < count(workspace), drawn);
              const unknown = (of: Workspace): number =>
                [...of.pages.keys()].flatMap((id) => lint(of, id)).filter(isUnknown).length;
              if (action !== 'mend-yaml') assert.ok(unknown(next) <= unknown(workspace), drawn);
              for (const id of ids) {
                const [before, after] = [workspace.pages.get(id), next.pages.get(id)];
                const known = before === undefined ? new Map<string, number>() : faultsOf(before);
                for (const [rule, times] of after === undefined ? [] : faultsOf(after))
                  assert.ok(times <= (known.get(rule) ?? 0), `${rule}: ${drawn}`);
              }
            }
          }
      }),
      runs('workspace'),
    );
    assert.deepEqual([...seen.keys()].sort(), [...OF_NEXT_STEPS].sort());
  },
);

function isUnknown({ rule }: Report): boolean {
  return rule === 'unresolved-reference' || rule === 'unresolved-name';
}
