import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Facts, recognize, recognizeByBlock } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse } from '../server/core/parse/index.js';
import { afterEach, type Edit, longText, manyEdits } from './support/edits.js';
import { property, runs } from './support/needs.js';

const vocabulary = vocabularyOf([]);

property('what a text says block by block, after any edits, is what it says from scratch', () => {
  const check = (text: string, edits: readonly Edit[]): void => {
    let syntax = parse(text);
    let facts: Facts = recognizeByBlock(syntax, vocabulary, undefined);
    assert.deepEqual(facts, recognize(syntax, vocabulary));
    for (const next of afterEach(text, edits)) {
      syntax = parse(next, syntax);
      assert.deepEqual(syntax, parse(next));
      facts = recognizeByBlock(syntax, vocabulary, undefined, facts);
      assert.deepEqual(facts, recognize(syntax, vocabulary));
    }
  };
  fc.assert(fc.property(longText, manyEdits, check), runs('page'));
});
