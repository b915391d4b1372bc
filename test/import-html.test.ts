// What Word, Google Docs, converters and browsers put on the clipboard, as Markdown. The markup is written from what is
// documented of each; no text is anybody's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importHtml } from '../server/import/index.js';

/** Each with the Markdown that it becomes. */
const EXAMPLES: Readonly<Record<string, readonly [html: string, markdown: string]>> = {
  'headings of Word, its title among them, without what it writes for itself': [
    `<p class=MsoTitle>Joint statement<o:p></o:p></p><h1><span lang=EN-GB>Ports<o:p></o:p></span></h1>
     <p class=MsoNormal style='mso-outline-level:2'>Roads</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`,
    '# Joint statement\n\n# Ports\n\n## Roads\n',
  ],
  'lists that are lists by their style alone': [
    `<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
       style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>First</p>
     <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Inner</p>
     <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Second</p>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span>Third</p>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span>Fourth</p>`,
    '- First\n  - Inner\n- Second\n\n3. Third\n4. Fourth\n',
  ],
  'tracked changes: what is put in stays, what is taken out goes': [
    `<p>Norland will <del cite="mailto:a" datetime="2025-10-31">not </del><ins>gladly </ins>pay.</p>`,
    'Norland will gladly pay.\n',
  ],
  'footnotes of Word': [
    `<p>Ports<a style='mso-footnote-id:ftn1' href="file:///C:/x.htm#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p>
     <div style='mso-element:footnote-list'><br clear=all><hr size=1><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
       style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> A note.</p></div></div>`,
    'Ports[^1].\n\n[^1]: A note.\n',
  ],
  'footnotes of Google Docs, in its wrapper that is not bold': [
    `<b style="font-weight:normal;" id="docs-internal-guid-1"><h2><span>Aims</span></h2><p><span style="font-weight:700">Bold</span><span
       style="font-style:italic"> and </span>so on<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p></b><hr><div><p><a
       href="#ftnt_ref1" id="ftnt1">[1]</a><span> A note</span></p></div>`,
    '## Aims\n\n**Bold** *and* so on[^1]\n\n[^1]: A note\n',
  ],
  'footnotes of converters': [
    `<p>Ports<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a></p><section class="footnotes"><hr><ol><li id="fn1"><p>A
     note.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>`,
    'Ports[^1]\n\n[^1]: A note.\n',
  ],
  'lists of Google Docs, which stand behind the item that they belong to': [
    '<ul><li aria-level="1"><p>One</p></li><ul><li aria-level="2"><p>Two</p></li></ul><li><p>Three</p></li></ul>',
    '- One\n  - Two\n- Three\n',
  ],
  'tables without a head have their first row for one': [
    '<table><tr><td><p>Who</p></td><td>What</td></tr><tr><td>Norland</td><td>ports | roads</td></tr></table>',
    '| Who     | What           |\n| ------- | -------------- |\n| Norland | ports \\| roads |\n',
  ],
  'comments stand where they are about something, and end where they end': [
    `<p>Norland<a style='mso-comment-reference:JD_1'> pays</a><span class=MsoCommentReference><span><a class=msocomanchor
       id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[JD1]</a></span></span>.</p>
     <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment;mso-comment-author:"Jane Doe"'><div
       id="_com_1" class=msocomtxt><a name="_msocom_1"></a><p class=MsoCommentText><span class=MsoCommentReference><a
       href="#_msoanchor_1" class=msocomoff>[JD1]</a></span>Really?--&gt; &lt;!-- rapporteur-disable --&gt;</p></div></div></div>`,
    'Norland pays<!-- comment by Jane Doe: Really?–› ‹!– rapporteur-disable –› -->.\n',
  ],
  'words that would be a tag, and text that would be front matter': [
    '<hr><p>title: x</p><p>:person[Jane] and ::update{of=x}, at 10:30, see https://example.org/a:b[c]</p><p>:::commitment{#a}</p>',
    '***\n\ntitle: x\n\n\\:person\\[Jane] and :\\:update{of=x}, at 10:30, see https://example.org/a\\:b\\[c]\n\n\\::\\:commitment{#a}\n',
  ],
  'signs that nobody sees and spaces that do not break': [
    '<p>co&shy;operation in\u00A0Nor\u200Bland, the non\u2011breaking one; «\u00A0oui\u00A0»\u00A0!</p>',
    'cooperation in Norland, the non-breaking one; «\u00A0oui\u00A0»\u00A0!\n',
  ],
  'the items and paragraphs of a cell': [
    `<table><tr><th>A</th><th>B</th></tr><tr><td><p>To do:</p><ul><li>One</li><li><p>Two</p></li></ul><br></td><td><ol start=3><li>Three<li>Four</ol></td></tr>
     <tr><td><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Pay</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>b)<span>&nbsp;</span></span>Go</p></td><td><p>x</p></td></tr></table>`,
    '| A                        | B                   |\n| ------------------------ | ------------------- |\n| To do:<br>• One<br>• Two | 3. Three<br>4. Four |\n| • Pay<br>b) Go           | x                   |\n',
  ],
  'paragraphs that go on in an item of a list': [
    `<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>First</p>
     <p class=MsoListParagraphCxSpMiddle style='margin-left:18.0pt'>goes on</p><p class=MsoListParagraphCxSpMiddle><o:p>&nbsp;</o:p></p>
     <p class=MsoNormal style='margin-left:.5in'>and on</p>
     <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Second</p>
     <p class=MsoNormal style='margin-left:0cm'>Behind</p>`,
    '1. First\n\n   goes on\n\n   and on\n\n2. Second\n\nBehind\n',
  ],
  'headings that Word numbers as it numbers items': [
    `<h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.1<span>&nbsp; </span></span><![endif]>Ports</h1>
     <h2 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Roads</h2>`,
    '# 2.1 Ports\n\n## Roads\n',
  ],
  'line breaks at the ends of a block, between blocks and in a heading': [
    '<b style="font-weight:normal"><br><h1>Joint<br>statement</h1><br><p><b>Ports<br></b></p><br></b><p>One<br>Two<br></p><h2><img src="file:///c.png"></h2>',
    '# Joint statement\n\n**Ports**\n\nOne\\\nTwo\n',
  ],
  'names of places that Word writes for itself, and links to headings': [
    `<p>See <a href="#_Toc1">below</a>, <a href="#_Ref9">there</a>.</p><h2><a name="_Toc1">Ports: a plan</a></h2><p><a name="_Hlk1">Roads</a></p>`,
    'See [below](#ports-a-plan), there.\n\n## Ports: a plan\n\nRoads\n',
  ],
  'spaces at the ends of what is struck out': [
    '<p>Two<s> or three </s>ports</p>',
    'Two ~~or three~~ ports\n',
  ],
  'lists of Google Docs of which only the inner items were copied': [
    '<ol><ol><ol><li><p>One</p></li></ol></ol><li><p>Two</p></li></ol>',
    '1. One\n2. Two\n',
  ],
  'hidden words, scripts and pictures of somebody’s disk': [
    `<p>a<span style="display:none">b</span><script>c</script><img src="file:///C:/d.png" alt="d"><a href="javascript:e()">f</a></p>`,
    'af\n',
  ],
};

for (const [title, [html, markdown]] of Object.entries(EXAMPLES))
  test(title, () => {
    assert.equal(importHtml(html).markdown, markdown);
  });

test('of links to a program or a disk the words stay, however the address is written', () => {
  const addresses = [
    'javascript:a()#b',
    ' JavaScript:a()',
    'java\nscript:a()',
    'file:///C:/a.htm#b',
    'data:text/html,a',
    'vbscript:a',
  ];
  const html = addresses.map((address) => `<p>see <a href="${address}">this</a></p>`).join('');
  const { markdown, leftOut } = importHtml(html);
  assert.equal(markdown, `${addresses.map(() => 'see this').join('\n\n')}\n`);
  assert.deepEqual(leftOut, [{ kind: 'link', count: addresses.length }]);
  const kept = importHtml('<a href="https://example.org/#a">a</a> <a href="b.html#c">b</a>');
  assert.equal(kept.markdown, '[a](https://example.org/#a) [b](b.html#c)\n');
});

test('says what was left out, and how often', () => {
  const html = '<p><del>a</del>b<del>c</del><img src="data:image/png;base64,AA"><input></p>';
  assert.deepEqual(importHtml(html).leftOut, [
    { kind: 'deletion', count: 2 },
    { kind: 'image', count: 1 },
    { kind: 'control', count: 1 },
  ]);
});

test('takes the title, the day and the author from the head of a page', () => {
  const html = `<html><head><title>Joint
    statement</title><meta name="author" content="Ann Lee"><meta property="article:published_time" content="2025-10-31T10:00:00Z"></head><body><p>a</p></body></html>`;
  const { properties, markdown } = importHtml(html);
  assert.deepEqual(properties, { title: 'Joint statement', date: '2025-10-31', author: 'Ann Lee' });
  assert.equal(markdown, 'a\n');
});

test('takes the words alone where elements are nested too deep to follow', () => {
  const { markdown, leftOut } = importHtml(`${'<div>'.repeat(20_000)}ports :person[x]`);
  assert.equal(markdown, 'ports \\:person\\[x]\n');
  assert.deepEqual(leftOut, [{ kind: 'depth', count: 1 }]);
});
