// What of a workspace's files is left out after it was looked at, the same for a check and the editor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS, readPage, vocabularyOf } from '../server/core/index.js';
import {
  decode,
  MAX_REGISTRY_BYTES,
  refusalOfEncoding,
  refusalOfFault,
  registryBudget,
} from '../server/host/index.js';

const settings = { ...DEFAULT_SETTINGS, registries: ['*.registry.yaml'] };
const third = 'x'.repeat(Math.ceil(MAX_REGISTRY_BYTES / 3));

test('registries that are too much together are refused from the one on that is too much', () => {
  const budget = registryBudget(settings);
  assert.equal(budget('a.registry.yaml', third), undefined);
  assert.equal(budget('b.registry.yaml', third), undefined);
  assert.deepEqual(budget('c.registry.yaml', third), {
    reason: 'the registries together have more than 32 MB',
    grave: true,
  });
  assert.notEqual(budget('d.registry.yaml', 'x'), undefined);
});

test('briefs do not count, and each reading begins anew', () => {
  const budget = registryBudget(settings);
  for (const id of ['a.md', 'b.md', 'c.md', 'd.md']) assert.equal(budget(id, third), undefined);
  assert.equal(budget('a.registry.yaml', third), undefined);
  assert.equal(registryBudget(settings)('b.registry.yaml', third + third), undefined);
});

test('a file that is gone by now is no grave matter, one that may not be read is', () => {
  const gone = { code: 'gone', reason: 'there is no such file' } as const;
  assert.deepEqual(refusalOfFault('a.md', gone), { reason: gone.reason, grave: false });
  const locked = { code: 'unreadable', reason: 'you may not read it' } as const;
  assert.deepEqual(refusalOfFault('a.md', locked), { reason: locked.reason, grave: true });
  const large = { code: 'too-large', reason: 'it has 99 MB' } as const;
  assert.equal(refusalOfFault('a\ufffd.md', large).reason, large.reason);
});

test('a name whose bytes are not UTF-8 is why a file is not found', () => {
  const { reason, grave } = refusalOfFault('caf\ufffd.md', {
    code: 'gone',
    reason: 'no such file',
  });
  assert.deepEqual([reason, grave], ['its name is not in UTF-8. Rename it', true]);
});

test('a brief in UTF-16 is refused; another document, or a byte that is not UTF-8, is not', () => {
  const refused = (text: string, bytes: Uint8Array): unknown =>
    refusalOfEncoding(decode(bytes), readPage('a.md', text, DEFAULT_SETTINGS, vocabularyOf([])));
  const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
  assert.deepEqual(refused(':person[Ann]', utf16(':person[Ann]')), {
    reason: 'it is in UTF-16. Save it as UTF-8',
    grave: true,
  });
  assert.equal(refused('Plain', utf16('Plain')), undefined);
  assert.equal(refused(':person[Ann]', Buffer.from([0x3a, 0xe9])), undefined);
});

/** In four bytes each, the lowest first or last. */
function utf32(text: string, isLittle: boolean): Uint8Array {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const bytes = new DataView(new ArrayBuffer(codes.length * 4));
  for (const [at, code] of codes.entries()) bytes.setUint32(at * 4, code, isLittle);
  return new Uint8Array(bytes.buffer);
}

test('UTF-16 and UTF-32 are known with their mark and without it, UTF-8 with a zero is not one of them', () => {
  const latin = 'The :place[Delhi] of today.\n';
  const chinese = '会见了:person[王毅]{ref=wang}，然后去了那里。\n\n再见。\n';
  for (const text of [latin, chinese, '\u{1f600} :date[2025] and 一二三\n']) {
    for (const mark of ['', '\ufeff']) {
      const marked = Buffer.from(mark + text, 'utf16le');
      const encodings: readonly (readonly [string, Uint8Array])[] = [
        ['UTF-16', marked],
        ['UTF-16', Buffer.from(marked).swap16()],
        ['UTF-32', utf32(mark + text, true)],
        ['UTF-32', utf32(mark + text, false)],
      ];
      for (const [name, bytes] of encodings) {
        const read = decode(bytes);
        assert.equal(read.type === 'text' && read.encoding?.found, name, `${name} ${text}`);
        assert.equal(read.type === 'text' && read.text, text);
      }
    }
    assert.equal(decode(Buffer.from(text)).encoding, undefined);
    assert.equal(decode(Buffer.from(`${text}\0`)).encoding, undefined);
  }
  assert.equal(decode(new Uint8Array()).text, '');
});
