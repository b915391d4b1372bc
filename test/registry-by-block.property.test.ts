import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Facts,
  recognizeRegistry,
  recognizeRegistryByBlock,
} from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import {
  parseRegistry,
  parseRegistryAtOnce,
  parseYaml,
  yamlOfRegistry,
} from '../server/core/parse/index.js';
import { afterEach, type Edit, registryEdits, registryText } from './support/edits.js';
import { property, runs } from './support/needs.js';

const vocabulary = vocabularyOf([]);

property('a registry that is not broken says by block what it says at once', () => {
  let compared = 0;
  const check = (text: string): void => {
    const atOnce = parseRegistryAtOnce(text);
    if (atOnce.whole?.faults.some(({ code }) => code === 'invalid-yaml')) return;
    compared += 1;
    const byBlock = parseRegistry(text);
    assert.deepEqual(recognizeRegistry(byBlock, vocabulary), recognizeRegistry(atOnce, vocabulary));
    assert.deepEqual(plain(yamlOfRegistry(byBlock)), plain(parseYaml(text)));
  };
  fc.assert(fc.property(registryText, check), runs('page'));
  assert.ok(compared > 10, `only ${compared} were not broken`);
});

property('what a registry says by block, after any edits, is what it says from scratch', () => {
  const check = (text: string, edits: readonly Edit[]): void => {
    let syntax = parseRegistry(text);
    let facts: Facts = recognizeRegistryByBlock(syntax, vocabulary);
    assert.deepEqual(plain(facts), recognizeRegistry(parseRegistry(text), vocabulary));
    for (const next of afterEach(text, edits)) {
      syntax = parseRegistry(next, syntax);
      const scratch = parseRegistry(next);
      assert.deepEqual(syntax, scratch);
      facts = recognizeRegistryByBlock(syntax, vocabulary, facts);
      assert.deepEqual(plain(facts), recognizeRegistry(scratch, vocabulary));
    }
  };
  fc.assert(fc.property(registryText, registryEdits, check), runs('page'));
});

test('a byte order mark that goes moves all of a registry', () => {
  const text = 'place:\n  -x y';
  const before = parseRegistry(`\ufeff${text}`);
  const facts = recognizeRegistryByBlock(before, vocabulary);
  const after = recognizeRegistryByBlock(parseRegistry(text, before), vocabulary, facts);
  assert.deepEqual(plain(after), recognizeRegistry(parseRegistry(text), vocabulary));
});

/** With all that is made when it is asked for. */
function plain<T>(value: T): T {
  return structuredClone(value);
}
