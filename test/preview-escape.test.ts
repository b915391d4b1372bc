import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { previewPlugin } from '../client/preview/index.js';
import type { PreviewTips } from '../server/lsp/protocol.js';
import { previewMarkdown, shown } from './support/preview.js';

const BAD = [
  '<script>alert(1)</script>',
  '" onmouseover="alert(1)',
  "' onload='x",
  '<img src=x onerror=y>',
  '&lt;b&gt; &amp; "',
];

/** Without the HTML that Markdown lets authors write themselves. */
const strict = new MarkdownIt({ html: false }).use(previewPlugin({ tips: () => undefined }));

for (const bad of BAD) {
  test(`nothing becomes markup in words and attributes: ${bad}`, () => {
    const quoted = bad.replaceAll('"', "'");
    const text = [
      `:person[x ${bad} y]{ref=x}`,
      `:person[x]{ref="${quoted}"} :date[x]{edtf="${quoted}"}`,
      `:commitment[x]{by="${quoted}" due-text="${quoted}" to='${bad.replaceAll("'", '')}'}`,
      '',
      `::person[x ${bad}]{#x description="${quoted}" name='${bad.replaceAll("'", '')}'}`,
      `::update[x]{of="${quoted}" status="${quoted}" on="${quoted}" source="${quoted}"}`,
    ].join('\n');
    assertHarmless(strict.render(text));
  });

  test(`nothing becomes markup in what the server says: ${bad}`, () => {
    const card = { title: bad, kind: bad, lines: [bad, bad] };
    const key = 'person #x @ y';
    const tips: PreviewTips = {
      complete: true,
      cards: { x: card },
      kinds: [{ tag: 'vessel', title: bad }],
      tags: [
        { key, ids: ['x'], state: bad, overdue: true },
        { key: 'commitment # @ z', ids: [], state: bad },
        { key: 'vessel # @ a', ids: ['x'] },
      ],
    };
    const md = previewMarkdown({ tips: () => tips, kinds: () => tips.kinds });
    const html = md.render('::person[y]{#x}\n\n:commitment[z]{by=a} :vessel[a] :person[y]{#x}');
    assert.ok(html.includes('&lt;') || html.includes('&quot;') || bad.startsWith("'"), html);
    assertHarmless(html);
  });
}

test('an id cannot reach what objects have by birth', () => {
  assertHarmless(
    shown(':person[x]{ref=constructor} :person[y]{ref=__proto__} ::org[z]{#prototype}'),
  );
  const md = previewMarkdown({
    tips: () => ({
      complete: true,
      cards: {},
      kinds: [],
      tags: [{ key: 'person # @constructor x', ids: ['constructor'] }],
    }),
  });
  assert.doesNotThrow(() => md.render(':person[x]{ref=constructor}'));
});

test('lines of a tip are kept apart in an attribute', () => {
  const html = shown(
    ':person[Ann]',
    'person: { ann: { name: Ann, description: "A \\"B\\" <c>" } }',
  );
  assert.match(html, /title="Ann \(Person\)&#10;A &quot;B&quot; &lt;c&gt;">/);
});

/** Only our own elements, with our own attributes, and no script anywhere. */
function assertHarmless(html: string): void {
  for (const [tag, name = '', rest = ''] of html.matchAll(
    /<\/?([a-z0-9]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/gi,
  )) {
    assert.match(name, /^(?:p|span|mark|div|ul|li|bdi|sup|em|strong)$/, `${tag} in ${html}`);
    for (const [, attribute = ''] of rest.matchAll(/\s([\w-]+)(?:="[^"]*")?/g))
      assert.match(attribute, /^(?:class|title|dir)$/, `${tag} in ${html}`);
  }
  const text = html.replace(/<\/?[a-z0-9]+(?:\s+[\w-]+="[^"]*")*\s*>/gi, '');
  assert.doesNotMatch(text, /[<>]/, html);
}
