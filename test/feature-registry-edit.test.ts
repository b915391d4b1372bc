import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  DEFAULT_SETTINGS,
  definitionsOf,
  english,
  newCommitmentId,
  newEntityId,
  otherNameEdits,
  registriesFor,
  registryEntryEdits,
} from '../server/core/index.js';
import { afterEdits } from './support/actions.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const NEW = { kind: 'person', id: 'jane-doe', name: 'Jane Doe' };

/** The registry after Jane Doe is entered. */
function entered(registry: string, entry: typeof NEW = NEW): string | undefined {
  const workspace = workspaceOf({ 'registry.yaml': registry });
  const edits = registryEntryEdits(workspace, 'registry.yaml', entry);
  return edits && afterEdits(workspace, 'registry.yaml', edits);
}

test('a new entry stands behind the others of its kind, written as they are', () => {
  assert.equal(
    entered('# who\nperson:\n  a:\n    name: A # first\n\nplace:\n  b: { name: B }\n'),
    '# who\nperson:\n  a:\n    name: A # first\n  jane-doe:\n    name: Jane Doe\n\nplace:\n  b: { name: B }\n',
  );
  assert.equal(
    entered('person:\n    a: { name: A }   # flow\nplace: {}\n'),
    'person:\n    a: { name: A }   # flow\n    jane-doe: { name: Jane Doe }\nplace: {}\n',
  );
  assert.equal(
    entered('person:\n    a:\n        name: A'),
    'person:\n    a:\n        name: A\n    jane-doe:\n        name: Jane Doe',
  );
  assert.equal(
    entered('person:\n  a:\n    name: A\n\n  b:\n    name: B\n'),
    'person:\n  a:\n    name: A\n\n  b:\n    name: B\n\n  jane-doe:\n    name: Jane Doe\n',
  );
});

test('a kind that is not there yet comes last', () => {
  assert.equal(
    entered('place:\n  b: { name: B }\n'),
    'place:\n  b: { name: B }\nperson:\n  jane-doe:\n    name: Jane Doe\n',
  );
  assert.equal(
    entered('place:\n  b: { name: B }\n\ntopic:\n  c: { name: C }\n# end\n'),
    'place:\n  b: { name: B }\n\ntopic:\n  c: { name: C }\n# end\n\nperson:\n  jane-doe:\n    name: Jane Doe\n',
  );
  assert.equal(entered(''), 'person:\n  jane-doe:\n    name: Jane Doe\n');
  assert.equal(
    entered('# nothing yet\n'),
    '# nothing yet\n\nperson:\n  jane-doe:\n    name: Jane Doe\n',
  );
});

test('a kind without entries gets its first one', () => {
  const made = 'person:\n  jane-doe:\n    name: Jane Doe\nplace: {}\n';
  assert.equal(entered('person:\nplace: {}\n'), made);
  assert.equal(entered('person: ~\nplace: {}\n'), made);
  assert.equal(
    entered('person: # people\nplace: {}\n'),
    'person: # people\n  jane-doe:\n    name: Jane Doe\nplace: {}\n',
  );
  assert.equal(entered('person: {}\n'), 'person: { jane-doe: { name: Jane Doe } }\n');
});

test('between braces it stands where the others do', () => {
  assert.equal(
    entered('person: { a: { name: "A" } }\n'),
    'person: { a: { name: "A" }, jane-doe: { name: Jane Doe } }\n',
  );
  assert.equal(
    entered('person: {\n  a: { name: A }, # first\n}\n'),
    'person: {\n  a: { name: A },\n  jane-doe: { name: Jane Doe }, # first\n}\n',
  );
  assert.equal(
    entered('{ place: { b: { name: B } } }\n'),
    '{ place: { b: { name: B } }, person: { jane-doe: { name: Jane Doe } } }\n',
  );
});

test('line ends stay those of the file', () => {
  assert.equal(
    entered('person:\r\n  a:\r\n    name: A\r\n'),
    'person:\r\n  a:\r\n    name: A\r\n  jane-doe:\r\n    name: Jane Doe\r\n',
  );
});

test('where YAML breaks off nothing is written into it', () => {
  assert.equal(entered('person: [\n  a: {\n'), undefined);
  assert.equal(entered('person: a list of people\n'), undefined);
});

property('any name can be entered anywhere and is read again as it was', () => {
  const registries = [
    '',
    'person:\n  a: { name: A }\n',
    'person:\n  a:\n    name: A\n',
    'person: {}\n',
    '{ place: {} }\n',
    'place: { b: { name: B } }\n',
  ];
  const names = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('yes', '~', '2025', '1e3', 'A: b', 'a #b', "it's", 'a, b', '"q"', '- x', 'x:'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...registries), names, (registry, raw) => {
      const name = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
      fc.pre(name !== '');
      const text = entered(registry, { kind: 'person', id: 'jane-doe', name });
      assert.notEqual(text, undefined);
      const workspace = workspaceOf({ 'registry.yaml': text ?? '' });
      const [found] = definitionsOf(workspace, 'jane-doe');
      assert.equal(found?.definition.name.text, name);
      assert.deepEqual(workspace.pages.get('registry.yaml')?.facts.faults, []);
    }),
    runs('page'),
  );
});

test('the registries that have the kind come first, then the near ones; three at most', () => {
  const place = 'place: { x: { name: X } }\n';
  const workspace = workspaceOf({
    'registry.yaml': place,
    'briefs/registry.yaml': place.replace('x:', 'y:'),
    'briefs/asia/registry.yaml': 'person: { z: { name: Z } }\n',
    'other/deep/registry.yaml': place.replace('x:', 'w:'),
    'broken/registry.yaml': 'place: [\n',
    'briefs/asia/a.md': ':place[X]\n',
  });
  assert.deepEqual(registriesFor(workspace, 'briefs/asia/a.md', 'place'), [
    'briefs/registry.yaml',
    'registry.yaml',
    'other/deep/registry.yaml',
  ]);
  assert.equal(
    registriesFor(workspace, 'briefs/asia/a.md', 'person')[0],
    'briefs/asia/registry.yaml',
  );
});

test('without a registry one is begun where the settings look for it', () => {
  const brief = { 'a.md': ':place[X]\n' };
  assert.deepEqual(registriesFor(workspaceOf(brief), 'a.md', 'place'), ['registry.yaml']);
  const settings = { ...DEFAULT_SETTINGS, registries: ['data/**/*.yaml'] };
  const workspace = workspaceWith(brief, '2025-11-01', settings);
  assert.deepEqual(registriesFor(workspace, 'a.md', 'place'), ['data/registry.yaml']);
  const edits = registryEntryEdits(workspaceOf(brief), 'registry.yaml', NEW) ?? [];
  assert.equal(
    afterEdits(workspaceOf(brief), 'registry.yaml', edits),
    'person:\n  jane-doe:\n    name: Jane Doe\n',
  );
});

/** The registry after Pete Hegseth is given another name. */
function named(registry: string, name = 'The Secretary'): string | undefined {
  const workspace = workspaceOf({ 'registry.yaml': registry });
  const [at] = definitionsOf(workspace, 'ph');
  const edits = at && otherNameEdits(workspace, at, name);
  return edits && afterEdits(workspace, 'registry.yaml', edits);
}

test('another name goes into the list of other names, however that is written', () => {
  assert.equal(
    named('person:\n  ph: { name: P, other_names: [H, "J"] }\n'),
    'person:\n  ph: { name: P, other_names: [H, "J", The Secretary] }\n',
  );
  assert.equal(
    named('person:\n  ph:\n    name: P\n    other-names:\n      - H # short\n    description: x\n'),
    'person:\n  ph:\n    name: P\n    other-names:\n      - H # short\n      - The Secretary\n    description: x\n',
  );
  assert.equal(
    named('person:\n  ph:\n    name: P # so\n    description: x\n'),
    'person:\n  ph:\n    name: P # so\n    other_names: [The Secretary]\n    description: x\n',
  );
  assert.equal(
    named('person:\n  ph: { name: "P" }\n', 'a, b'),
    'person:\n  ph: { name: "P", other_names: ["a, b"] }\n',
  );
  assert.equal(
    named('person:\n  ph: { name: P, description: x }\n'),
    'person:\n  ph: { name: P, other_names: [The Secretary], description: x }\n',
  );
  assert.equal(
    named('person:\n  ph: { name: P, other_names: [] }\n'),
    'person:\n  ph: { name: P, other_names: [The Secretary] }\n',
  );
});

test('another name of what a tag defines goes into its braces', () => {
  const text = (braces: string): string => `::person[P]{#ph${braces}}\n\nThen :person[P] left.\n`;
  const after = (braces: string): string | undefined => {
    const workspace = workspaceOf({ 'a.md': text(braces) });
    const [at] = definitionsOf(workspace, 'ph');
    const edits = at && otherNameEdits(workspace, at, 'The "S"');
    return edits && afterEdits(workspace, 'a.md', edits);
  };
  assert.equal(after(''), text(' other-names="The &quot;S&quot;"'));
  assert.equal(after(' other-names="H; J"'), text(' other-names="H; J; The &quot;S&quot;"'));
  assert.equal(after(' other_names=H'), text(' other_names="H; The &quot;S&quot;"'));
});

test('ids are made of the words, and are nobody else’s', () => {
  const workspace = workspaceOf({
    'registry.yaml': 'person: { jane-doe: { name: Jane } }\n',
    'a.md': ':person[she]{ref=jane-doe-2}\n',
  });
  const id = (name: string, kind = 'person'): string => newEntityId(workspace, kind, name);
  assert.equal(id('S. Jaishankar'), 's-jaishankar');
  assert.equal(id('U.S. Secretary of Defense'), 'us-secretary-of-defense');
  assert.equal(id('Łódź’s José'), 'odzs-jose');
  assert.equal(id('Jane Doe'), 'jane-doe-3');
  assert.equal(id('王毅'), 'person-1');
  assert.equal(id('2025', 'event'), 'event-2025');
  assert.equal(id('each other'), 'person-1');
  assert.equal(
    newCommitmentId(workspace, 'agreed to finalize the pending sales of aircraft', english),
    'c-finalize-pending-sales',
  );
  assert.equal(newCommitmentId(workspace, '将签署', english), 'c-new');
});
