import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, lint, RULES } from '../server/core/index.js';
import { lintAll, lintText, told, workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

test('findings come in order of place, each once', () => {
  const text = ':date[one day] :date[x]{edtf=2025-13} :date[some day]\n';
  assert.deepEqual(told(lintText(text), text), [
    'unreadable-date: one day',
    'invalid-value: 2025-13',
    'unreadable-date: some day',
  ]);
});

test('a level is what the settings say, else the rule', () => {
  const text = ':date[one day]\n';
  const severity = (levels: Parameters<typeof lintText>[1]) => lintText(text, levels)[0]?.severity;
  assert.equal(severity(new Map()), 'error');
  assert.equal(severity(new Map([['unreadable-date', 'hint']])), 'hint');
  assert.equal(severity(new Map([['unreadable-date', 'off']])), undefined);
});

test('of other Markdown, and of what is not there, nothing is said', () => {
  const workspace = workspaceWith({ 'notes.md': '[gone](gone.md) [^1] a\uFFFD\n' });
  assert.deepEqual(lint(workspace, 'notes.md', new Map()), []);
  assert.deepEqual(lint(workspace, 'other.md', new Map()), []);
  assert.deepEqual(lint(workspace, '__proto__', new Map()), []);
});

const PIECES = [
  ':date[',
  ':person[A',
  ']',
  '{#a ',
  '{ref=a,',
  'by=a, b ',
  '"',
  '}',
  ':::commitment{#c by=a to=b}\n',
  ':::\n',
  '::update[x]{of=c status=broken}\n',
  '\n\n',
  '# H\n',
  '[l](x.md#y)',
  '[^1]',
  '<!-- rapporteur-disable duplicate-id x -->\n',
  '<div>\n',
  '> ',
  '- ',
  '`',
  '---\n',
  'date: 2025-10\n',
  '\uFFFD',
  '\0',
  '\r\n',
  '𝔘',
];

property('whatever stands in a brief: nothing throws, findings lie in it, in order', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 40 })
    .map((pieces) => pieces.join(''));
  const settings = { ...DEFAULT_SETTINGS, briefs: ['**/*.md'] };
  fc.assert(
    fc.property(text, text, (brief, registry) => {
      const workspace = workspaceWith(
        { 'a.md': brief, 'registry.yaml': registry },
        undefined,
        settings,
      );
      const names = new Set(RULES.map((rule) => rule.name));
      let before = { page: '', start: 0 };
      for (const { page, span, rule, fixes = [] } of lintAll(workspace)) {
        const length = workspace.pages.get(page)?.text.length ?? -1;
        assert.ok(names.has(rule));
        for (const at of [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))])
          assert.ok(0 <= at.start && at.start <= at.end && at.end <= length);
        assert.ok(page !== before.page || before.start <= span.start);
        before = { page, start: span.start };
      }
    }),
    runs('workspace'),
  );
});
