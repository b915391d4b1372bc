import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Facts, recognize, recognizeRegistry, strip } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse, parseRegistry } from '../server/core/parse/index.js';

const vocabulary = vocabularyOf([]);

function sample(path: string): string {
  return readFileSync(`samples/us-india-defense/${path}`, 'utf8');
}

function brief(path: string): Facts {
  return recognize(parse(sample(path)), vocabulary);
}

test('the first brief holds twelve commitments, worded as they are', () => {
  const { tags, faults } = brief('briefs/2025-10-31-framework.md');
  assert.deepEqual(faults, []);
  const strengths = tags.flatMap(({ role, id, read }) =>
    role === 'commitment' ? [[id?.text, read?.strength]] : [],
  );
  assert.deepEqual(Object.fromEntries(strengths), {
    'c-sign-framework': 'planned',
    'c-major-partnership': 'pledged',
    'c-pursue-agenda': 'pledged',
    'c-hold-2plus2': 'aspired',
    'c-finalize-framework': 'aspired',
    'c-innovation-support': 'pledged',
    'c-work-alongside': 'aspired',
    'c-meet-hegseth': 'aspired',
    'c-defense-sales': 'aspired',
    'c-expand-industrial': 'aspired',
    'c-interoperability': 'aspired',
    'c-free-open-indo-pacific': 'pledged',
  });
});

test('the sample reads without a fault, and strips to prose', () => {
  for (const path of ['briefs/2025-10-31-framework.md', 'briefs/2025-11-03-signing.md']) {
    assert.deepEqual(brief(path).faults, [], path);
    const plain = strip(sample(path), brief(path));
    assert.ok(!/[[\]{}]|:\w+\[/.test(plain), plain);
    assert.equal(recognize(parse(plain), vocabulary).role, 'document');
  }
  const registry = sample('registry.yaml');
  assert.deepEqual(recognizeRegistry(parseRegistry(registry), vocabulary).faults, []);
});
