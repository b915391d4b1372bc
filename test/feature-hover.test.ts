// What hovers say, whole. The hovers of a sample stand in test/golden; `UPDATE=1` rewrites them.
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
import { pageOf, workspaceWithCursor } from './support/features.js';
import { workspaceWith } from './support/linting.js';
import { workspaceOf } from './support/workspace.js';

function linksOf(workspace: Workspace): LinkTo {
  return ({ page, span }) => {
    const { line } = linesOf(pageOf(workspace, page).text).positionAt(span.start);
    return `${page}#L${line + 1}`;
  };
}

/** The Markdown of the hover at the cursor of a drawn workspace. */
function hovered(markdown: string, known: 'all' | 'reading' = 'all'): string | undefined {
  const { workspace, page, offset } = workspaceWithCursor(markdown);
  const found = hover(workspace, page, offset, known);
  return found && markdownOf(found.telling, linksOf(workspace));
}

function plainly(markdown: string): string | undefined {
  const { workspace, page, offset } = workspaceWithCursor(markdown);
  const found = hover(workspace, page, offset);
  return found && plainTextOf(found.telling);
}

const REGISTRY = `\`\`\`yaml path=registry.yaml
person:
  ann:
    name: Ann Lee
    honorific_prefix: Dr.
    other_names: [Minister Lee]
    description: A lawyer from the coast.
    identifiers: { wikidata: Q42, lei: not-one, ministry: "7" }
    memberships:
      - { office: harbour-minister, start_date: 2024, end_date: 2025-06 }
  bo: { name: Bo Berg, other_names: [Smith], memberships: [{ office: harbour-minister, start_date: 2025-08 }] }
  cy: { name: Cy Smith, other_names: [Smith], description: A shipbuilder. }
office:
  harbour-minister: { name: Minister of Harbours, place: arcadia }
place:
  arcadia: { name: Arcadia, iso: XA }
  borduria: { name: Borduria }
agreement:
  accord: { name: Harbour Accord, parties: [arcadia, borduria], status: signed, signed: 2025-05-01 }
source:
  communique: { name: Communiqué, url: "https://example.org/a_(b)", date: 2025-06-01 }
\`\`\`
`;

const brief = (text: string, path = 'a.md'): string =>
  `${REGISTRY}\`\`\`\`brief path=${path}\n${text}\n\`\`\`\`\n`;

describe('the hover of an entity', () => {
  it('is its card', () => {
    const text = `---
date: 2025-10-31
---
:person[Ann ‸Lee] :commitment[will build ships]{#c-ships by=ann to=borduria due=2025-10-11}.
:commitment[will pay]{by=borduria to=ann due=2025-12-11} and
:commitment[will talk]{#c-talk by=ann,bo to=each-other status=fulfilled}.`;
    assert.equal(
      hovered(brief(text)),
      `**Dr. Ann Lee** · person \`ann\`  
Also Minister Lee

A lawyer from the coast.

[Wikidata Q42](https://www.wikidata.org/wiki/Q42) · LEI not-one · ministry 7  
formerly [Minister of Harbours](registry.yaml#L13), 2024 to June 2025

**Owes**: 1 open (1 overdue)

- [will build ships](a.md#L4) to Borduria · overdue by 3 weeks

**Is owed**: 1 open

- [will pay](a.md#L5) by Borduria · due in 40 days

**Promised with others**: nothing open, 1 closed

1 mention in 1 file · defined in [registry.yaml](registry.yaml#L2)`,
    );
  });

  it('says the same without markup', () => {
    assert.equal(
      plainly(brief(':person[Bo B‸erg] came.')),
      `Bo Berg · person bo
Also Smith

Minister of Harbours, since August 2025

1 mention in 1 file · defined in registry.yaml`,
    );
  });

  it('of an office says who held it at the date of the brief', () => {
    const at = (date: string): string | undefined =>
      hovered(brief(`---\ndate: ${date}\n---\nThe :office[Minister of ‸Harbours] came.`))?.split(
        '\n',
      )[3];
    const who = (day: string, person: string): string => `Held ${day} by [${person}`;
    assert.ok(at('2024-02-01')?.startsWith(who('on 1 February 2024', 'Ann Lee')));
    assert.ok(at('2025-10')?.startsWith(who('in October 2025', 'Bo Berg')));
    assert.ok(at('2025-11-01')?.startsWith(who('today', 'Bo Berg')));
    assert.equal(
      at('2025-07-11'),
      'Who held it on 11 July 2025 is not registered; known is [Bo Berg](registry.yaml#L10), since August 2025',
    );
  });

  it('stands on ids in attributes, in the front matter and in registries', () => {
    const title = (markdown: string): string | undefined => hovered(markdown)?.split('\n')[0];
    const arcadia = '**Arcadia** · place `arcadia`';
    assert.equal(title(brief(':commitment[will go]{by=arc‸adia}')), `${arcadia}  `.trimEnd());
    assert.equal(
      title(brief('---\nsource: commun‸ique\n---\n:person[Bo Berg]')),
      '**Communiqué** · source `communique`',
    );
    const registry = REGISTRY.replace('  arcadia:', '  arca‸dia:');
    assert.equal(title(`${registry}`), arcadia);
    const place = REGISTRY.replace('place: arcadia', 'place: arca‸dia');
    assert.equal(title(place), arcadia);
  });

  it('names the first of a long list and how many more there are', () => {
    const promises = Array.from(
      { length: 10 },
      (_, index) => `:commitment[will pay ${index}]{by=borduria due=20${30 - index}}.`,
    );
    const text = hovered(brief(`:place[Bordu‸ria]\n${promises.join('\n')}`)) ?? '';
    const items = text.split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual(items, [
      '- [will pay 9](a.md#L11) · overdue by 3 years',
      '- [will pay 8](a.md#L10) · overdue by 2 years',
      '- [will pay 7](a.md#L9) · overdue by 22 months',
      '- and 7 more',
    ]);
  });
});

describe('the hover of a mention', () => {
  it('of several tells of each shortly', () => {
    assert.equal(
      hovered(brief(':person[the ‸two]{ref=ann,bo} and :place[Arcadia]')),
      `“the two” means 2:

- [Dr. Ann Lee](registry.yaml#L2) · person · formerly [Minister of Harbours](registry.yaml#L13), 2024 to June 2025
- [Bo Berg](registry.yaml#L10) · person · [Minister of Harbours](registry.yaml#L13), since August 2025`,
    );
  });

  it('that is ambiguous shows the candidates', () => {
    assert.equal(
      hovered(brief(':person[Sm‸ith] came.')),
      `More than one person is called “Smith”:

- [Bo Berg](registry.yaml#L10) · person · [Minister of Harbours](registry.yaml#L13), since August 2025 · \`bo\`
- [Cy Smith](registry.yaml#L11) · person · A shipbuilder. · \`cy\`

Say which one with \`ref=\`.`,
    );
  });

  it('that means nobody offers who is near, or of another kind', () => {
    assert.equal(
      hovered(brief(':person[Ann L‸e] came.')),
      'No person is called “Ann Le”.  \nDid you mean [Ann Lee](registry.yaml#L2) `ann`?',
    );
    assert.equal(
      hovered(brief(':person[Arca‸dia] came.')),
      'No person is called “Arcadia”.  \nThere is a place of that name: [Arcadia](registry.yaml#L15).',
    );
    assert.equal(hovered(brief(':person[Zeb‸edee]')), 'No person is called “Zebedee”.');
  });

  it('does not say that somebody is missing before all files are read', () => {
    assert.equal(
      hovered(brief(':person[Zeb‸edee] came.'), 'reading'),
      'not found yet: the files are still being read',
    );
  });

  it('with an id that nothing has, or of another kind, says so', () => {
    assert.equal(
      hovered(brief(':person[s‸he]{ref=anne}')),
      'Nothing here has the id `anne`.  \nDid you mean [Ann Lee](registry.yaml#L2) `ann`?',
    );
    assert.match(
      hovered(brief(':person[s‸he]{ref=arcadia}')) ?? '',
      /No person, as the tag says\./,
    );
    assert.equal(
      hovered(brief(':commitment[x will go]{by=arcad‸ai}')),
      'Nothing here has the id `arcadai`.  \nDid you mean place [Arcadia](registry.yaml#L15) `arcadia`?',
    );
  });

  it('is the innermost thing, in a table and in nested tags', () => {
    const title = (text: string): string | undefined => hovered(brief(text))?.split(' · ')[0];
    const table = '| who | what |\n|---|---|\n| :person[Bo ‸Berg] | :place[Arcadia] |';
    assert.equal(title(table), '**Bo Berg**');
    const nested = ':commitment[will visit :place[Arca‸dia] soon]{#c by=bo}';
    assert.equal(title(nested), '**Arcadia**');
    assert.equal(
      title(nested.replace('‸', '').replace('soon', 'so‸on')),
      '**will visit Arcadia soon**',
    );
    assert.equal(title(':office[:place[Arc‸adia] minister]{ref=harbour-minister}'), '**Arcadia**');
  });

  it('is nothing in code, also when the code stands in a list in a table cell', () => {
    assert.equal(hovered(brief('`:person[Bo ‸Berg]` :person[Bo Berg]')), undefined);
    assert.equal(
      hovered(brief('- a\n  ```\n  :person[Bo ‸Berg]\n  ```\n:person[Bo Berg]')),
      undefined,
    );
    assert.equal(hovered(brief('| `:person[Bo ‸Berg]` |\n|---|\n:person[Bo Berg]')), undefined);
  });
});

const PROMISE = `---
date: 2025-06-15
source: communique
---
:commitment[will give three ships]{#c-ships by=arcadia,borduria for=borduria to=bo under=accord
if="the harbour opens" due=2025-12-11 status=active part-of=c-fleet depends-on=c-gone}.
:commitment[the fleet]{#c-fleet by=arcadia} :commitment[the crew will come]{#c-crew by=bo depends-on=c-ships}
`;
const NEWS = `\`\`\`brief path=b.md
---
date: 2025-09-01
---
::update[Two were given]{of=c-ships status=in-progress progress=substantial source=communique}
::update{of=c-ships due=2025-10-11 on=2025-09-10}
::update[All were given]{of=c-ships status=fulfilled on=2026-02}
\`\`\`
`;

describe('the hover of a commitment', () => {
  const SHOWN = `**will give three ships** · commitment \`c-ships\`  
by [Arcadia](registry.yaml#L15) and [Borduria](registry.yaml#L16), for [Borduria](registry.yaml#L16), to [Bo Berg](registry.yaml#L10)

**overdue by 3 weeks** · in-progress · due 11 October 2025 · progress: substantial  
Strength: planned, from the words “will”  
If the harbour opens  
Under [Harbour Accord](registry.yaml#L18) · made 15 June 2025

- [15 June 2025](a.md#L5) · active ([Communiqué](https://example.org/a_%28b%29))
- [1 September 2025](b.md#L4) · in-progress, substantial: Two were given ([Communiqué](https://example.org/a_%28b%29))
- [10 September 2025](b.md#L5) · now due 11 October 2025
- [February 2026](b.md#L6) · fulfilled: All were given

Part of: [the fleet](a.md#L7)  
Depends on: c-gone  
Needed for: [the crew will come](a.md#L7)  
Not mentioned · 3 updates`;

  it('is told on its words and on its id', () => {
    const words = PROMISE.replace('three', 'th‸ree');
    assert.equal(hovered(brief(words) + NEWS), SHOWN);
    assert.equal(hovered(brief(PROMISE.replace('#c-ships', '#c-sh‸ips')) + NEWS), SHOWN);
  });

  it('is told on a mention of it and on an id that points at it', () => {
    const mention = `${brief(PROMISE)}${NEWS}\`\`\`brief path=c.md\n:commitment[th‸at]{ref=c-ships}\n\`\`\`\n`;
    const mentioned = SHOWN.replace('Not mentioned', '1 mention in 1 file');
    assert.equal(hovered(mention), mentioned);
    assert.equal(hovered(brief(PROMISE) + NEWS.replace('of=c-', 'of=c‸-')), SHOWN);
  });

  it('without an id, without parties, with a vague deadline is told as well', () => {
    assert.equal(
      hovered(brief(':commitment[hopes to ‸come]{due-text=soon what="come to the harbour"}')),
      `**come to the harbour** · commitment  
In the text: “hopes to come”

active · due “soon”  
Strength: aspired, from the words “hopes to”

No id yet: an update needs one to report on it.`,
    );
  });

  it('shows the first and the last steps of a long history', () => {
    const updates = Array.from(
      { length: 12 },
      (_, index) => `::update{of=c-x progress=limited on=2025-09-${10 + index}}`,
    ).join('\n');
    const text = hovered(brief(`:commitment[will ‸x]{#c-x by=bo}\n\n${updates}`)) ?? '';
    const items = text.split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual(
      items.map((item) => item.replace(/\[|\]\(.*?\)/g, '')),
      [
        '- undated · active',
        '- 8 more in between',
        '- 18 September 2025 · limited',
        '- 19 September 2025 · limited',
        '- 20 September 2025 · limited',
        '- 21 September 2025 · limited',
      ],
    );
  });

  it('shows of two with one id the one that is under the cursor', () => {
    const twice = ':commitment[will go]{#c by=bo}\n\n:commitment[will ‸stay]{#c by=bo}';
    assert.match(hovered(brief(twice)) ?? '', /^\*\*will stay\*\*/);
  });
});

describe('the hover of an update', () => {
  it('says what it says of which commitment', () => {
    assert.equal(
      hovered(brief(PROMISE) + NEWS.replace('Two', 'T‸wo')),
      `News of [will give three ships](a.md#L5)  
by [Arcadia](registry.yaml#L15) and [Borduria](registry.yaml#L16), for [Borduria](registry.yaml#L16), to [Bo Berg](registry.yaml#L10)

[1 September 2025](b.md#L4) · in-progress, substantial: Two were given ([Communiqué](https://example.org/a_%28b%29))  
Before: [15 June 2025](a.md#L5) · active ([Communiqué](https://example.org/a_%28b%29))

Now: **overdue by 3 weeks** · in-progress · due 11 October 2025 · progress: substantial`,
    );
  });

  it('says when there is no such commitment', () => {
    assert.equal(
      hovered(brief(':commitment[will]{#c-x by=bo}\n\n::update[N‸ews]{of=c-y}')),
      'Nothing here has the id `c-y`.  \nDid you mean [will](a.md#L1) `c-x`?',
    );
  });
});

describe('the hover of a word of the language', () => {
  it('says what it means', () => {
    assert.equal(
      hovered(brief(':per‸son[Bo Berg]')),
      '**Person**  \nA human being: a minister, an official, a negotiator.\n\n`:person[Pete Hegseth]{#pete-hegseth other-names="Secretary Hegseth; Hegseth"}`',
    );
    assert.match(hovered(REGISTRY.replace('place:\n', 'pl‸ace:\n')) ?? '', /^\*\*Place\*\*/);
    assert.equal(
      hovered(brief(':commitment[will]{b‸y=bo}')),
      '**by** · commitment · required  \nWho must act.  \none id or several, with commas between',
    );
    assert.equal(
      hovered(brief('::update[x]{of=c statu‸s=fulfilled}'))?.split('\n').at(-1),
      '- `expired` Its time has ended.',
    );
    assert.equal(
      hovered(brief('::update[x]{of=c status=ful‸filled}')),
      '**fulfilled** · status  \nDone as promised.',
    );
    assert.match(
      hovered(brief(':commitment[will]{by=bo to=each‸-other}')) ?? '',
      /^\*\*each-other\*\* · to/,
    );
    assert.match(
      hovered(brief('::update[x]{of=c correction=ye‸s}')) ?? '',
      /^\*\*yes\*\* · correction/,
    );
    assert.match(
      hovered(REGISTRY.replace('start_date: 2024', 'start‸_date: 2024')) ?? '',
      /Since when/,
    );
  });

  it('names the rule that a comment suppresses', () => {
    assert.equal(
      hovered(brief('<!-- rapporteur-disable-file unresolved‸-name -->\n:person[X]')),
      '**unresolved-name** · rule, error  \nNo registered entity of its kind has the tagged name.',
    );
    assert.equal(
      hovered(brief('<!-- rapporteur-disable-file no‸-rule -->\n:person[X]')),
      undefined,
    );
  });
});

describe('the hover of a date', () => {
  const dated = (text: string): string | undefined => hovered(brief(text));
  it('is its words, its days, and how far it is', () => {
    assert.equal(dated(':date[31 Oct‸ober 2025]'), '**Friday, 31 October 2025** · yesterday');
    assert.equal(
      dated(':date[this ‸year]{edtf=2025}'),
      '**2025** · 1 January 2025 to 31 December 2025 · now, for 60 days more',
    );
    assert.equal(
      dated(':date[Q1 20‸26]'),
      '**the first quarter of 2026** · 1 January 2026 to 31 March 2026 · begins in 2 months',
    );
    assert.equal(
      dated(':date[x]{edtf=2024/‸..}'),
      '**from 2024** · from 1 January 2024 · began 22 months ago',
    );
    assert.equal(
      dated('---\ndate: 2025-1‸0\n---\n:person[Bo Berg]'),
      '**October 2025** · 1 October 2025 to 31 October 2025 · ended yesterday',
    );
    assert.equal(
      dated(':date[February 20‸25]'),
      '**February 2025** · 1 February 2025 to 28 February 2025 · 8 months ago',
    );
    assert.equal(
      dated(':date[x]{edtf=2020/20‸22}'),
      '**2020 to 2022** · 1 January 2020 to 31 December 2022 · ended 2 years ago',
    );
    assert.equal(
      dated(':date[x]{edtf=2025-11-10/‸..}'),
      '**from 10 November 2025** · begins in 9 days',
      'nothing is said twice',
    );
  });

  it('of a deadline is its last day', () => {
    assert.equal(
      dated(':commitment[will]{by=bo due=20‸25}'),
      '**2025** · by 31 December 2025 · in 60 days',
    );
    assert.equal(dated(':commitment[will]{by=bo due=2025-13‸}'), undefined);
  });
});

describe('the hover of Markdown', () => {
  const other = `\`\`\`markdown path=notes/other.md
---
title: Notes on harbours
date: 2025-05-05
---
# Harbours

## Ships

Three [ships](x.md) of :place[Arcadia] lie there.

## Cranes
\`\`\`
`;
  it('tells the title of the page a link leads to, and the section', () => {
    assert.equal(
      hovered(`${brief('See [n‸otes](notes/other.md), :person[Bo Berg].')}${other}`),
      '**Notes on harbours** · 5 May 2025 · [notes/other.md](notes/other.md#L1)',
    );
    assert.equal(
      hovered(`${brief('See [n‸otes](notes/other.md#ships), :person[Bo Berg].')}${other}`),
      '**Ships**  \nin **Notes on harbours** · 5 May 2025 · [notes/other.md](notes/other.md#L1)\n\nThree ships of Arcadia lie there.',
    );
    assert.equal(
      hovered(`${brief('[n‸o](https://example.org), :person[Bo Berg].')}${other}`),
      undefined,
    );
  });

  it('counts what a section holds', () => {
    assert.equal(
      hovered(
        brief(
          '# A\n\n## Sh‸ips\n\n:commitment[will]{by=bo due=2024}, :place[Arcadia]\n\n## B\n\n:person[Bo Berg]',
        ),
      ),
      '**Ships** · `#ships`  \n1 commitment · 1 overdue · 1 mention',
    );
  });

  it('tells the words of a footnote, and how often it is referred to', () => {
    const text = 'Said[^1‸] :person[Bo Berg].\n\n[^1]: In the :source[Communiqué], *page 3*.';
    assert.equal(hovered(brief(text)), 'In the Communiqué, \\*page 3\\*.');
    assert.equal(
      hovered(brief(text.replace('‸', '').replace('\n[^1', '\n[^1‸'))),
      'Referred to [once](a.md#L1).',
    );
  });
});

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

  it('of any kind show as themselves (property)', () => {
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
      { numRuns: 400 },
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
    assert.match(text, /^10000 mentions in 1000 files/m);
    assert.match(text, /\*\*Owes\*\*: 100 open/);
    assert.ok(text.length < 1000);
  });
});

function sampleOf(name: string, files: readonly string[]): Workspace {
  const folder = path.resolve('samples', name);
  const texts = files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]);
  return workspaceWith(Object.fromEntries(texts) as Record<string, string>, '2026-01-15');
}

describe('the hover of a registry', () => {
  const inRegistry = (text: string): string =>
    hovered(`\`\`\`yaml path=registry.yaml\n${text}\n\`\`\`\n`) ?? '';

  it('says how a value is written in YAML, not in a tag', () => {
    assert.match(
      inRegistry('person:\n  bo: { name: Bo Berg, other_na‸mes: [Berg] }'),
      /^\*\*other\\?_names\*\* · person[\s\S]*\none, or several: `\[one, another\]`$/,
    );
    assert.match(
      inRegistry('agreement:\n  x: { name: X, part‸ies: [a, b] }'),
      /\none, or several: `\[one, another\]`$|\none id, or several: `\[one, another\]`$/,
    );
    assert.doesNotMatch(
      inRegistry('person:\n  bo: { name: B, member‸ships: [] }'),
      /registry only/,
    );
    assert.match(
      inRegistry('agreement:\n  x: { name: X, legal_status: bin‸ding }'),
      /^\*\*binding\*\* · legal\\?_status/,
    );
  });

  it('leaves out a party that is still to be typed', () => {
    const card = hovered(
      '```brief path=a.md\n:place[Arca‸dia] :commitment[will pay]{#c by=arcadia to=}\n```\n```yaml path=registry.yaml\nplace:\n  arcadia: { name: Arcadia }\n```\n',
    );
    assert.match(card ?? '', /\[will pay\]\(a\.md#L1\) · active/);
  });
});
