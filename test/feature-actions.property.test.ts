// Whatever is selected, what is offered can be done, and breaks nothing that was right.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Page, PageId, Span, Workspace } from '../server/core/index.js';
import { applyChanges } from '../server/core/index.js';
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
