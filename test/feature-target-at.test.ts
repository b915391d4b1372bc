// What stands under the cursor: the innermost thing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CursorTarget, targetAt } from '../server/core/index.js';
import { pageOf, workspaceWithCursor } from './support/features.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `\`\`\`yaml path=registry.yaml
person:
  bo: { name: Bo Berg, other_names: [Berg], memberships: [{ office: minister, start_date: 2025 }] }
office:
  minister: { name: Minister }
\`\`\`
`;

/** `mention: Bo Berg`: the type of the thing and the words it stands on. */
function thing(markdown: string): string | undefined {
  const { workspace, page, offset } = workspaceWithCursor(markdown);
  const found: CursorTarget | undefined = targetAt(workspace, page, offset);
  return found && `${found.type}: ${page.text.slice(found.span.start, found.span.end)}`;
}

const inBrief = (text: string): string | undefined =>
  thing(`${REGISTRY}\`\`\`brief path=a.md\n${text}\n\`\`\`\n`);

describe('the thing under the cursor', () => {
  it('of a mention are its words, its kind, its ids', () => {
    assert.equal(inBrief(':person[Bo ‸Berg] came'), 'mention: Bo Berg');
    assert.equal(inBrief(':person[‸Bo Berg] came'), 'mention: Bo Berg');
    assert.equal(inBrief(':person[Bo Berg‸] came'), 'mention: Bo Berg');
    assert.equal(inBrief(':per‸son[Bo Berg] came'), 'kind: person');
    assert.equal(inBrief(':person[He]{ref=b‸o}'), 'use: bo');
    assert.equal(inBrief('‸Then :person[Bo Berg] came'), undefined);
  });

  it('is the innermost: a tag in a tag, a tag in a table', () => {
    const nested = ':commitment[will meet the :office[Min‸ister] soon]{#c by=bo}';
    assert.equal(inBrief(nested), 'mention: Minister');
    assert.equal(
      inBrief(nested.replace('‸', '').replace('soon', 'so‸on')),
      'definition: will meet the :office[Minister] soon',
    );
    assert.equal(inBrief('| a |\n|---|\n| :person[Bo‸ Berg] |'), 'mention: Bo Berg');
    assert.equal(inBrief('# On :person[Bo‸ Berg]'), 'mention: Bo Berg');
    assert.equal(inBrief('# O‸n :person[Bo Berg]'), 'heading: # On :person[Bo Berg]');
  });

  it('in attributes is the name, an id, a date, a word with a meaning', () => {
    const tag = ':commitment[x]{by=bo to=each-other due=2025 strength=pledged}';
    const at = (words: string): string | undefined =>
      inBrief(tag.replace(words, `${words.slice(0, 1)}‸${words.slice(1)}`));
    assert.equal(at('by='), 'attribute: by');
    assert.equal(at('bo '), 'use: bo');
    assert.equal(at('each-other'), 'choice: each-other');
    assert.equal(at('2025'), 'date: 2025');
    assert.equal(at('pledged'), 'choice: pledged');
    assert.equal(inBrief('::update[x]{of=c correction=y‸es}'), 'choice: yes');
  });

  it('in a registry is the kind, the id, a name, an attribute, what is pointed at', () => {
    const at = (words: string): string | undefined =>
      thing(REGISTRY.replace(words, `${words.slice(0, 2)}‸${words.slice(2)}`));
    assert.equal(at('person:'), 'kind: person');
    assert.equal(at('office:\n'), 'kind: office');
    assert.equal(at('bo:'), 'definition: bo');
    assert.equal(at('Bo Berg'), 'definition: Bo Berg');
    assert.equal(at('Berg]'), 'definition: Berg');
    assert.equal(at('other_names'), 'attribute: other_names');
    assert.equal(at('start_date'), 'attribute: start_date');
    assert.equal(at('2025'), 'date: 2025');
    assert.equal(at('minister,'), 'use: minister');
  });

  it('in a comment is the name of a rule', () => {
    const comment =
      '<!-- rapporteur-disable-file broken-link, unused-entity‸ -->\n:person[Bo Berg]';
    assert.equal(inBrief(comment), 'rule: unused-entity');
    assert.equal(inBrief(comment.replace('‸', '').replace('disable', 'dis‸able')), undefined);
  });

  it('of a definition in a sentence are its words and its id', () => {
    assert.equal(inBrief(':person[Cy ‸Smith]{#cy}'), 'definition: Cy Smith');
    assert.equal(inBrief(':person[Cy Smith]{#c‸y}'), 'definition: cy');
  });

  property('touches the cursor, wherever that is (property)', () => {
    fc.assert(
      fc.property(taggedMarkdown, fc.nat(), (text, at) => {
        const workspace = workspaceOf({ 'a.md': text });
        const offset = at % (text.length + 1);
        const found = targetAt(workspace, pageOf(workspace, 'a.md'), offset);
        if (found === undefined) return;
        assert.ok(found.span.start <= offset && offset <= found.span.end);
      }),
      runs('workspace'),
    );
  });
});

describe('the things of a text', () => {
  it('are found in a large registry as in a small one', () => {
    const entries = Array.from(
      { length: 2000 },
      (_, at) => `  p-${at}: { name: Person ${at}, memberships: [{ office: o-${at} }] }`,
    );
    const text = `person:\n${entries.join('\n')}\n`;
    const workspace = workspaceOf({ 'registry.yaml': text });
    const page = pageOf(workspace, 'registry.yaml');
    for (const at of [0, 1, 999, 1998, 1999]) {
      const typeOf = (words: string): string | undefined =>
        targetAt(workspace, page, text.indexOf(words) + 1)?.type;
      assert.equal(typeOf(`p-${at}:`), 'definition');
      assert.equal(typeOf(`Person ${at},`), 'definition');
      assert.equal(typeOf(`o-${at} `), 'use');
    }
  });

  it('are found where an alias brings entries from above', () => {
    const text =
      'person: &all\n  bo: { name: Bo Berg }\norg: *all\nplace:\n  a: { name: Arcadia }\n';
    const workspace = workspaceOf({ 'registry.yaml': text });
    const page = pageOf(workspace, 'registry.yaml');
    for (const words of ['bo:', 'Bo Berg', 'a: {', 'Arcadia']) {
      assert.equal(targetAt(workspace, page, text.indexOf(words))?.type, 'definition', words);
    }
  });
});
