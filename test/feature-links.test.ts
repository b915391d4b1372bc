import assert from 'node:assert/strict';
import { it } from 'node:test';
import { localLinks, webLinks } from '../server/core/features/index.js';
import { drawn, pageOf } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

it('makes links of the addresses in registries, and of numbers in public registers', () => {
  const registry = `source:
  joint:
    name: Joint statement
    url: https://www.example.org/a
    archived_url: "https://web.archive.org/b"
place:
  india:
    name: India
    iso: IN
    identifiers: { wikidata: Q668, unknown: 7 }
    links: [https://india.gov.in, not a link, "javascript:alert(1)"]
`;
  const page = pageOf(workspaceOf({ 'registry.yaml': registry }), 'registry.yaml');
  const marks = webLinks(page).map(({ span, url, tip }) => ({ span, words: `${url} ${tip}` }));
  assert.equal(
    drawn(registry, marks),
    `source:
  joint:
    name: Joint statement
    url: https://www.example.org/a
         ^^^^^^^^^^^^^^^^^^^^^^^^^ https://www.example.org/a Read “Joint statement” on example.org
    archived_url: "https://web.archive.org/b"
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ https://web.archive.org/b Read the copy of “Joint statement” that is kept on web.archive.org
place:
  india:
    name: India
    iso: IN
         ^^ https://www.iso.org/obp/ui/#iso:code:3166:IN Open the entry of “India” on iso.org
    identifiers: { wikidata: Q668, unknown: 7 }
                             ^^^^ https://www.wikidata.org/wiki/Q668 Open the entry of “India” on wikidata.org
    links: [https://india.gov.in, not a link, "javascript:alert(1)"]
            ^^^^^^^^^^^^^^^^^^^^ https://india.gov.in Open the page about “India” on india.gov.in
`,
  );
});

it('makes links of the addresses in tags, and none of those of Markdown', () => {
  const brief = '::source[Joint]{#joint url=https://x.org/a}\n\n[see](https://y.org) :person[Ann]';
  const page = pageOf(workspaceOf({ 'a.md': brief }), 'a.md');
  assert.deepEqual(
    webLinks(page).map(({ span }) => brief.slice(span.start, span.end)),
    ['https://x.org/a'],
  );
});

it('leads from Markdown links to files of the workspace, with the title of what is there', () => {
  const brief = `:person[Ann] [one](../notes.md#a-part) [two][n] [three](missing.md) [web](https://x.org)
[four](#here) ![picture](p.png)

# Here

[n]: /notes.md
`;
  const texts = { 'b/a.md': brief, 'notes.md': '---\ntitle: Notes\n---\n\n# Notes\n\n## A part\n' };
  const workspace = workspaceOf(texts);
  const marks = localLinks(workspace, pageOf(workspace, 'b/a.md')).map(
    ({ span, page, anchor, tip }) => ({ span, words: `${page} ${anchor ?? '-'} ${tip}` }),
  );
  assert.equal(
    drawn(brief, marks),
    `:person[Ann] [one](../notes.md#a-part) [two][n] [three](missing.md) [web](https://x.org)
                   ^^^^^^^^^^^^^^^^^^ notes.md a-part Open “A part” in “Notes”
                                                        ^^^^^^^^^^ b/missing.md - Open b/missing.md
[four](#here) ![picture](p.png)
       ^^^^^ b/a.md here Open “Here”
                         ^^^^^ b/p.png - Open b/p.png

# Here

[n]: /notes.md
     ^^^^^^^^^ notes.md - Open “Notes”
`,
  );
});
