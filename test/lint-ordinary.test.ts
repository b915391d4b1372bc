// No false alarm on ordinary Markdown, in a brief or beside one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { lintAll, lintText, workspaceWith } from './support/linting.js';

const ORDINARY =
  String.raw`# Notes: the 2+2 :: a:b

- [x] done: person: [x] is no tag, nor is date: [ ]
- [ ] open, place:[later](https://example.org/place:[x]) and person:[^1], org:[ref][] and org:[ref]
- Person:[A], TOPIC:[B], Mitglieder:innen, Note:this, Re:subject, U.S.:India

At 10:30 (GMT+5:30), a ratio of 3:17 or 1:1:2, verse 4:8, $10:30$, $5 and $7: both; a::b, std::vector<int>, \:person[x],
&#58;person[x], :smile: :+1: :per :person : person :date, "quoted: [text]", [quoted text], [sic], [...], [x], [1], [a, b], [ref]{x}.
Windows C:\temp, localhost:8080, doi:10.1000/x, urn:un:res:2231, mailto:a@example.org, https://example.org/a:person[b]{c},
<https://example.org/?q=:person[x]>, a@example.org, key:value, {braces}, {#id}, [link]{.class}, {a=b}, a {b} c, 10:[ 30 ].
An emoji 🇮🇳: fine. 12:00:00, ::, :::, ::::, :[x], ::[x], :{x}, :-), :-[, :[, ;) :(

A claim.[^1] Another.[^note]

[^1]: A footnote: with a colon, :smile: and [brackets].
[^note]: Another.

[ref]: https://example.org/:person[x] "a title: :person[x]"

Term
: definition of it
: another [one]

| a:b | 10:30 |
|:---|:---:|
| :--- | x:y |

${'```'}
:person[code] person:[x] ::: commitment
:::commitment{x
${'```'}

    :person[indented]{by=india, japan}

Inline ${'`:person[x`'} and ${'``:date [x] {a``'} stay.

$$
a :person[x] = b:c
$$

<!-- :person[hidden -->
<!-- a comment: rapporteur is a tool -->
<pre>
:person[x
</pre>
<style>
a:person[x] { color: red }
</style>
<p title=":person[x]">no tag: here</p>

::: note
A container of another tool.
:::

:::: {.columns}
::: {.column width="50%"}
Left: right.
:::
::::

:::warning Title
Text
:::

::youtube[video]{#dQw4w9WgXcQ}

:abbr[HTML]{title="x, y"} :kbd[Ctrl] :icon{name=x} :sub[2]

> Quote: "a:b" at 9:15.
> - [x] nested: yes

1. First: [link](#notes-the-22--ab) to a heading
2. Second: ![image](data:image/png;base64,xx) and ![alt]( https://example.org/i.png )

Setext: a heading
-----------------

---

The will of the people, the "shall" in law, agreed: nothing. 2025-26, 1999/2000, Q1. *a:b* **c**:d ~~e:f~~ ` +
  '\n';

test('in a brief, ordinary Markdown gives no finding', () => {
  assert.deepEqual(
    lintText(`${ORDINARY}\nSigned in :date[2025].\n`).map(
      ({ rule, message }) => `${rule}: ${message}`,
    ),
    [],
  );
});

test('nor with Windows line ends', () => {
  const text = `${ORDINARY}\nSigned in :date[2025].\n`.replaceAll('\n', '\r\n');
  assert.deepEqual(
    lintText(text).map(({ rule, message }) => `${rule}: ${message}`),
    [],
  );
});

test('nor each of its blocks by itself', () => {
  const beside = '# Notes: the 2+2 :: a:b\n\n[ref]: x:y\n\n[^1]: A\n\n[^note]: B\n';
  for (const block of ORDINARY.split('\n\n')) {
    const found = lintText(`Signed in :date[2025].\n\n${block}\n\n${beside}`);
    assert.deepEqual(
      found.map(({ rule, message }) => `${rule}: ${message}\n${block}`),
      [],
    );
  }
});

test('beside a brief, it is no brief', () => {
  const workspace = workspaceWith({ 'a.md': 'Signed in :date[2025].\n', 'notes.md': ORDINARY });
  assert.equal(workspace.pages.get('notes.md')?.facts.role, 'document');
  assert.deepEqual(lintAll(workspace), []);
});
