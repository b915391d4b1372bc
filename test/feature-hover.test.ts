// Hovers of hostile words, of a sample and of much; what they say is in test/cases/hover. Those of a sample
// are in test/golden; `UPDATE=1` rewrites them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import {
  escaped,
  hover,
  type LinkTo,
  linesOf,
  markdownOf,
  plainTextOf,
  type Workspace,
} from '../server/core/index.js';
import { worked } from './support/clock.js';
import { pageOf } from './support/features.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

function linksOf(workspace: Workspace): LinkTo {
  return ({ page, span }) => {
    const { line } = linesOf(pageOf(workspace, page).text).positionAt(span.start);
    return `${page}#L${line + 1}`;
  };
}

/** What a reader of the Markdown sees, and what they could click. */
function seen(markdown: string): { readonly text: string; readonly links: readonly string[] } {
  const reader = new MarkdownIt({ html: true, linkify: true });
  const links: string[] = [];
  const read = (tokens: ReturnType<typeof reader.parse>): string =>
    tokens
      .map((token) => {
        const href = token.attrGet('href');
        if (href !== null) links.push(href);
        assert.ok(
          !/^(html|image|code_block|fence|heading|table|hr|s_|em_)/.test(token.type),
          token.type,
        );
        return token.children === null ? token.content : read(token.children);
      })
      .join('');
  return { text: read(reader.parse(markdown, {})), links };
}

describe('hostile words in a hover', () => {
  const NAMES = [
    '[x](command:workbench.action.quit)',
    '<img src=x onerror=alert(1)>',
    '`rm -rf` and ```` ` ````',
    'a | b | c',
    '**bold** _it_ ~~gone~~',
    'https://evil.example and www.evil.example and a@evil.example',
    '&lt;b&gt; &#x41;',
    '$(zap) $(x)',
    '![p](https://x.example/p.png)',
    '# head',
    '1. one',
    '- item',
    '+ plus',
    '=== equals',
    '> quote',
    'back\\slash\\',
    'wow!',
    '[^1] [a]: http://x.example',
    '*',
    '--- dashes',
  ];

  for (const name of NAMES) {
    it(`show as themselves: ${name}`, () => {
      const quoted = JSON.stringify(name);
      const workspace = workspaceOf({
        'registry.yaml': `person:\n  p: { name: ${quoted}, other_names: [${quoted}], description: ${quoted} }\n`,
        'a.md': ':person[he]{ref=p}',
      });
      const found = hover(workspace, pageOf(workspace, 'a.md'), 9);
      const { text, links } = seen(markdownOf(found?.telling ?? [], linksOf(workspace)));
      assert.equal(text.split(name).length - 1, 3, text);
      assert.deepEqual(links, ['registry.yaml#L2']);
    });
  }

  it('cannot turn the order of what stands beside them, nor hide', () => {
    assert.equal(escaped('a\u202eb\u2066c\u0000\ud800 \u200b.'), 'abc\ufffd\ufffd .');
    assert.equal(escaped('نص \u200f'), 'نص \u200f');
  });

  it('lead to no address but of the web', () => {
    for (const url of [
      'javascript:alert(1)',
      'command:quit',
      'file:///etc/passwd',
      'https://a b',
    ]) {
      const workspace = workspaceOf({
        'registry.yaml': `source:\n  s: { name: S, url: ${JSON.stringify(url)}, links: [${JSON.stringify(url)}] }\n`,
        'a.md': ':source[S]',
      });
      const found = hover(workspace, pageOf(workspace, 'a.md'), 9);
      const { links } = seen(markdownOf(found?.telling ?? [], linksOf(workspace)));
      const wanted = url === 'https://a b' ? ['https://a%20b', 'https://a%20b'] : [];
      assert.deepEqual(links, [...wanted, 'registry.yaml#L2']);
    }
  });

  property('of any kind show as themselves (property)', () => {
    const words = fc
      .string({
        unit: fc.constantFrom(...'ab *_`[]()<>!#|\\&;:/.@$~-+=1^"\''.split('')),
        maxLength: 30,
      })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(words, (text) => {
        assert.deepEqual(seen(`x ${escaped(text)} **y**`), { text: `x ${text} y`, links: [] });
      }),
      runs('page'),
    );
  });

  it('that are ids of the language itself do no harm', () => {
    const text =
      '---\ndate: 2025-01-01\n---\n:person[he]{ref=__proto__} :person[she]{ref=constructor}';
    const workspace = workspaceOf({
      'registry.yaml':
        'person:\n  __proto__: { name: Proto }\n  constructor: { name: Ctor, identifiers: { __proto__: x, constructor: y } }\n',
      'a.md': text,
    });
    const page = pageOf(workspace, 'a.md');
    for (let offset = 0; offset <= text.length; offset += 1) hover(workspace, page, offset);
    const found = hover(workspace, page, text.indexOf('she'));
    assert.match(
      markdownOf(found?.telling ?? [], linksOf(workspace)),
      /^\*\*Ctor\*\* · person `constructor`\n\n__proto__ x|/,
    );
  });

  it('of great length are cut', () => {
    const long = 'word '.repeat(100_000);
    const workspace = workspaceOf({
      'registry.yaml': `person:\n  p:\n    name: ${long}\n    description: ${long}\n`,
      'a.md': `:person[he]{ref=p} :commitment[will ${long}]{by=p}`,
    });
    const page = pageOf(workspace, 'a.md');
    for (const offset of [9, 40]) {
      const told = hover(workspace, page, offset)?.telling ?? [];
      assert.ok(markdownOf(told, linksOf(workspace)).length < 1500);
    }
  });
});

describe('hovers at any place', () => {
  it('never throw and never are empty', () => {
    const files = [
      'registry.yaml',
      'briefs/2025-10-31-framework.md',
      'briefs/2025-11-03-signing.md',
    ];
    const sample = sampleOf('us-india-defense', files);
    for (const file of files) {
      const page = pageOf(sample, file);
      for (let offset = 0; offset <= page.text.length; offset += 7) {
        const found = hover(sample, page, offset);
        if (found === undefined) continue;
        assert.ok(found.span.start <= offset && offset <= found.span.end);
        assert.notEqual(markdownOf(found.telling, linksOf(sample)).trim(), '');
        assert.notEqual(plainTextOf(found.telling).trim(), '');
      }
    }
  });

  it('of a sample are as they were', () => {
    const file = 'briefs/2025-10-31-framework.md';
    const sample = sampleOf('us-india-defense', [
      'registry.yaml',
      file,
      'briefs/2025-11-03-signing.md',
    ]);
    const page = pageOf(sample, file);
    const told = page.facts.tags.flatMap(({ label, words }) => {
      const found = label && hover(sample, page, label.end - 1);
      if (found === undefined) return [];
      return [`# ${words}\n\n${markdownOf(found.telling, linksOf(sample))}\n`];
    });
    const golden = path.resolve('test/golden/us-india-defense.hovers.md');
    const text = [...new Set(told)].join('\n');
    if (process.env.UPDATE) fs.writeFileSync(golden, text);
    assert.equal(text, fs.readFileSync(golden, 'utf8'));
  });

  it('are quick where somebody is mentioned 10,000 times', () => {
    const texts: Record<string, string> = {
      'registry.yaml': 'place:\n  arcadia: { name: Arcadia }\n  borduria: { name: Borduria }\n',
    };
    for (let at = 0; at < 1000; at += 1) {
      texts[`b/${at}.md`] =
        `${':place[Arcadia] met :place[them]{ref=arcadia}. '.repeat(5)}\n${at % 10 === 0 ? ':commitment[will pay]{by=arcadia to=borduria}' : ''}\n`;
    }
    const workspace = workspaceOf(texts);
    const page = pageOf(workspace, 'b/7.md');
    const started = worked();
    const told = hover(workspace, page, 9)?.telling ?? [];
    const text = markdownOf(told, linksOf(workspace));
    // Some milliseconds when nothing else runs; a list of all of them would take hundreds.
    assert.ok(worked() - started < 200);
    assert.match(text, /^10,000 mentions in 1,000 files/m);
    assert.match(text, /\*\*Owes\*\*: 100 open/);
    assert.ok(text.length < 1000);
  });
});

function sampleOf(name: string, files: readonly string[]): Workspace {
  const folder = path.resolve('samples', name);
  const texts = files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]);
  return workspaceWith(Object.fromEntries(texts) as Record<string, string>, '2026-01-15');
}
