// Where nothing is offered: in what people write that is no tag.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../server/core/index.js';
import { labels, offeredIn } from './support/completing.js';
import { pageOf, workspaceWithCursor } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

/** A brief by its tags, with what is typed below them. */
function brief(typed: string): string {
  return `:person[Pete Hegseth] was there.\n\n${typed}`;
}

const PROSE = [
  'at 10:3‸',
  'at 10:‸',
  'Note:‸this',
  'Note:‸',
  'see: ‸',
  'GMT+5:‸30',
  'Mitglieder:inn‸en',
  'कहा:‸',
  'a::‸b',
  'a ::‸',
  'a :::‸ b',
  'doi:‸10.1000/x',
  'https:‸//example.org',
  'see https://example.org/:per‸son',
  'a \\:per‸',
  'an emoji :smil‸e:',
  'a face :D‸',
  'a `:per‸` b',
  'a `code :person[Pe‸` b',
  '    :per‸',
  '~~~\n:per‸\n~~~',
  '$$\n:per‸\n$$',
  '<div>\n:per‸\n</div>',
  '<!-- :per‸ -->',
  '<!-- a comment ‸ -->',
  '[a](http://x/:per‸)',
  '[words ‸](x.md)',
  '[a‸',
  'a {‸',
  '{ref=‸}',
  ':smile[a‸]',
  ':person[x] {ref=x} and ‸ more',
  ':person[x]{ref=x}‸',
  ':person[x]{ref=x and then what is s‸',
  ':person[x]{ref=x\n\nthe next paragraph ‸',
  ':person[never closed\n\nthe next paragraph ‸',
  ':person[Pete Hegseth said at length that ‸',
  ':commitment[x]{what=‸}',
  ':commitment[x]{what="10:‸"}',
  ':commitment[x]{by="india"‸}',
  ':commitment[x]{nothing=‸}',
  '::update{of=c-x}‸',
  '::source[x]{#x url=https:‸//example.org}',
];

for (const typed of PROSE) {
  test(`nothing in ${JSON.stringify(typed)}`, () => {
    for (const trigger of [undefined, typed[typed.indexOf('‸') - 1]]) {
      assert.deepEqual(labels(brief(typed), trigger), []);
    }
  });
}

const COLONS = [
  'U.S.:‸India',
  'U.S.:‸',
  '**Note**:‸',
  'these (all):‸',
  '“so”:‸',
  '| a | b |\n|:‸-|---|',
  '> | a | b |\n> | --- | :‸',
];

for (const typed of COLONS) {
  test(`nothing by itself in ${JSON.stringify(typed)}`, () => {
    assert.deepEqual(labels(brief(typed), ':'), []);
  });
}

test('a tag may begin in brackets, in quotes, in a list, in a table', () => {
  for (const typed of ['(:‸', '“:‸', '- :‸', '> :‸', '| a |\n|---|\n| :‸', '*:‸*', 'a/:‸']) {
    assert.equal(labels(brief(typed), ':').includes('person'), true, typed);
  }
});

test('a colon may touch a letter of scripts that are written without spaces', () => {
  assert.equal(labels(brief('会见了:‸')).includes('person'), true);
  assert.equal(labels(brief('و:per‸')).includes('person'), true);
});

test('a lone colon brings the kinds up where briefs are written, elsewhere when someone asks', () => {
  const notes = (registry: Record<string, string>, trigger?: string) => {
    const workspace = workspaceOf({ 'notes.md': 'A list :', ...registry });
    const page = pageOf(workspace, 'notes.md');
    return complete(workspace, page, 8, { trigger })?.items.length ?? 0;
  };
  const registry = { 'registry.yaml': 'place: { india: { name: India } }' };
  assert.equal(notes({}, ':'), 0);
  assert.equal(notes({}), 10);
  assert.equal(notes(registry, ':'), 10);
  assert.equal(labels(brief('A list :‸'), ':').length, 10);
});

test('French puts a space before a colon', () => {
  const french = (typed: string) => `---\nlang: fr\n---\n\n:person[Pete Hegseth]\n\n${typed}`;
  assert.deepEqual(labels(french('Il a dit :‸'), ':'), []);
  assert.equal(labels(french('Il a dit :‸')).length, 10);
  assert.deepEqual(labels(french('Il a dit :p‸')), ['person', 'place']);
  assert.deepEqual(labels(brief('Il a dit\u00a0:‸'), ':'), []);
  assert.equal(labels(french(':‸'), ':').length > 10, true);
});

test('behind a key of YAML its colon brings nothing up: a line break comes next, or a space', () => {
  const registry = '```yaml path=registry.yaml\norg:\n  quad:\n    parent:‸\n```';
  assert.deepEqual(labels(registry, ':'), []);
  assert.deepEqual(labels('---\nsource:‸\n---\n', ':'), []);
});

test('a settings file is none of this', () => {
  const settings = '```yaml path=rapporteur.yaml\nkinds:\n  ‸\n```\n```brief path=a.md\nx\n```';
  const { workspace, page, offset } = workspaceWithCursor(settings);
  assert.equal(complete(workspace, page, offset, { trigger: undefined }), undefined);
  assert.equal(offeredIn(settings).found, undefined);
});
