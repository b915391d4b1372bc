import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { emptyOverlayMap, keysDiffering } from '../server/core/workspace/overlay-map.js';
import { property, runs } from './support/needs.js';

const IDS = [
  '__proto__',
  'constructor',
  ...Array.from({ length: 98 }, (_, index) => `id-${index}`),
];

const id = fc.constantFrom(...IDS);
const change = fc.tuple(id, fc.option(fc.nat(), { nil: undefined }));
const start = fc.uniqueArray(id).map((ids) => ids.map((one): [string, number] => [one, 0]));
const steps = fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 12 });

property('Layers answer as one map does, whatever came and went', () => {
  fc.assert(
    fc.property(start, steps, (first, others) => {
      let map = emptyOverlayMap<number>();
      const plain = new Map<string, number>();
      for (const changes of [first, ...others]) {
        const [mapBefore, before] = [map, new Map(plain)];
        map = map.with(new Map(changes));
        for (const [at, value] of changes) {
          if (value === undefined) plain.delete(at);
          else plain.set(at, value);
        }
        const differing = IDS.filter((one) => plain.get(one) !== before.get(one));
        assert.deepEqual([...keysDiffering(map, mapBefore)].sort(), differing.sort());
        assert.deepEqual([...keysDiffering(mapBefore, map)].sort(), differing);
        assert.deepEqual(
          IDS.map((one) => [map.get(one), map.has(one)]),
          IDS.map((one) => [plain.get(one), plain.has(one)]),
        );
        assert.deepEqual([...map.keys()].sort(), [...plain.keys()].sort());
        assert.equal(map.size, plain.size);
      }
    }),
    runs('workspace'),
  );
});

test('A map stays as it was when the next one is made', () => {
  const many = new Map(Array.from({ length: 100 }, (_, index) => [`k${index}`, index]));
  const before = emptyOverlayMap<number>().with(many);
  const after = before.with(new Map([['k1', undefined]])).with(new Map([['k2', 7]]));
  assert.deepEqual([before.get('k1'), before.get('k2'), before.size], [1, 2, 100]);
  assert.deepEqual([after.get('k1'), after.get('k2'), after.size], [undefined, 7, 99]);
});
