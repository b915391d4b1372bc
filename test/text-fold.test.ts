// Names that a reader takes for the same, and names that a reader tells apart, in the scripts and keyboards of the world.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldCase, foldName } from '../server/core/text/index.js';
import { idsNamed } from '../server/core/workspace/index.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

/** The first in a registry, the others in briefs. */
const SAME: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'case, in full': [
    ['Straße', 'STRASSE', 'strasse', 'Strasse', 'STRAẞE'],
    ['İstanbul', 'istanbul', 'ISTANBUL', 'İSTANBUL'],
    ['Ilgaz', 'ılgaz', 'ILGAZ', 'ilgaz'],
    ['Οδυσσεύς', 'ΟΔΥΣΣΕΥΣ', 'οδυσσευσ', 'ΟΔΥΣΣΕΎΣ'],
    ['Москва', 'МОСКВА', 'москва'],
    ['Երևան', 'ԵՐԵՒԱՆ'],
    ['თბილისი', 'ᲗᲑᲘᲚᲘᲡᲘ'],
    ['ﬁnance ﬂow', 'FINANCE FLOW', 'finance flow'],
    ['Ĳmuiden', 'IJmuiden', 'ĳmuiden'],
    ['ǅungla', 'Džungla', 'ǆungla'],
  ],
  'what nobody sees': [
    [
      'Ann Bee',
      'Ann\u200b Bee',
      'A\u00adnn Bee',
      '\u2060Ann\u200d Bee\ufeff',
      '\u200eAnn Bee\u200f',
      'Ann\ufe0f Bee',
      'Ann \u2068Bee\u2069',
    ],
    ['می\u200cخواهم', 'میخواهم'],
  ],
  spaces: [
    ['Ann Bee', 'Ann\u00a0Bee', 'Ann\u202fBee', 'Ann\u3000Bee', 'Ann\u2009 \tBee', ' Ann Bee '],
  ],
  'apostrophes and quotes': [
    [
      "O'Brien",
      'O’Brien',
      'O‘Brien',
      'OʼBrien',
      'O`Brien',
      'O´Brien',
      'O′Brien',
      'O＇Brien',
      'Oʻbrien',
    ],
    [
      '"Freedom" Party',
      '“Freedom” Party',
      '„Freedom“ Party',
      '«Freedom» Party',
      '″Freedom″ Party',
      '「Freedom」 Party',
    ],
  ],
  dashes: [['A-B', 'A‐B', 'A‑B', 'A–B', 'A—B', 'A−B', 'A－B', 'A﹣B', 'A־B']],
  'dots between names': [
    ['约翰·史密斯', '约翰・史密斯', '约翰•史密斯', '约翰‧史密斯', '约翰･史密斯'],
  ],
  'forms of letters': [
    ['NATO', 'ＮＡＴＯ', 'ｎａｔｏ', '𝐍𝐀𝐓𝐎'],
    ['Charles IV', 'Charles Ⅳ', 'Charles ⅳ'],
    ['CO2', 'CO₂'],
    ['カタカナ', 'ｶﾀｶﾅ'],
    ['ガ', 'ｶﾞ', 'か\u3099'.replace('か', 'カ')],
    ['é', 'e\u0301'],
    ['한국', '\u1112\u1161\u11ab\u1100\u116e\u11a8'],
  ],
  Arabic: [
    ['محمد', 'مُحَمَّد', 'محـــمد', 'ﻣﺤﻤﺪ'],
    ['أحمد', 'احمد'],
    ['ایران', 'ايران'],
    ['پاکستان', 'پاكستان'],
    ['رؤية 2030', 'رؤية ٢٠٣٠', 'رؤية ۲۰۳۰'],
  ],
  Hebrew: [
    ['ישראל', 'יִשְׂרָאֵל', 'יִשְׂרָאֵל'.normalize('NFD')],
    ['צה"ל', 'צה״ל'],
    ['תל-אביב', 'תל־אביב'],
  ],
  'Indian scripts': [
    ['२०३०', '2030'],
    ['ക്\u200d', 'ക്'],
    ['ൻ', 'ന്\u200d'],
  ],
  Cyrillic: [
    ['Горбачёв', 'Горбачев', 'ГОРБАЧЕВ'],
    ["Лук'яненко", 'Лук’яненко', 'Лукʼяненко'],
  ],
};

/** No two of a group are the same. */
const APART: readonly (readonly string[])[] = [
  ['Müller', 'Muller', 'Mueller'],
  ['Ångström', 'Angstrom'],
  ['Résumé', 'Resume'],
  ['Łódź', 'Lodz'],
  ['Øst', 'Ost', 'Öst'],
  ['Peña', 'Pena'],
  ['Æsir', 'Aesir'],
  ['Đà', 'Da', 'Dà'],
  ['А', 'A', 'Α'],
  ['Киев', 'Київ'],
  ['йод', 'иод'],
  ['عربي', 'عربى'],
  ['آل', 'ال'],
  ['قرية', 'قريه'],
  ['國', '国'],
  ['は', 'ハ'],
  ['ー', '-'],
  ['ग', 'ज', 'ग़'],
  ['한', '하'],
  ['Area 5²', 'Area 52'],
  ['AB', 'A B', 'A-B', 'A.B', 'A/B', "A'B", 'A"B', 'A·B', 'A_B'],
  [
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  ],
  ['C', 'C++', 'C#'],
  ['1', 'I', 'l'],
];

describe('names', () => {
  for (const [what, groups] of Object.entries(SAME)) {
    it(`resolve alike: ${what}`, () => {
      for (const [name = '', ...others] of groups) {
        const registry = `person:\n  x: { name: ${JSON.stringify(name)} }\n`;
        const workspace = workspaceOf({ 'registry.yaml': registry });
        for (const other of others) {
          assert.deepEqual(idsNamed(workspace, 'person', other), ['x'], `${name} ${other}`);
        }
      }
    });
  }

  it('that a reader tells apart do not', () => {
    for (const group of APART) {
      assert.equal(new Set(group.map(foldCase)).size, group.length, group.join(' '));
    }
  });
});

const GROUPS = Object.values(SAME).flat();
const anyLetters = fc.array(fc.constantFrom(...'aéüßøñłæıdžКиївёйوعرбΩήगज한国はハ25'.split('')), {
  minLength: 1,
  maxLength: 8,
});

property('a name in any of its forms, with anything beside it, is the same name', () => {
  fc.assert(
    fc.property(anyLetters, fc.constantFrom(...GROUPS), anyLetters, (before, group, after) => {
      const [one = '', ...others] = group.map(
        (form) => `${before.join('')} ${form} ${after.join('')}`,
      );
      for (const other of others) assert.equal(foldCase(other), foldCase(one));
    }),
    runs('word'),
  );
});

property('invisible marks anywhere change nothing', () => {
  const marks = fc.constantFrom(
    '',
    '\u200b',
    '\u00ad',
    '\u2060',
    '\u200e',
    '\ufeff',
    '\u061c',
    '\u034f',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...'Ann Bée-Ö’Straße國'), marks)), (parts) => {
      const plain = parts.map(([letter]) => letter).join('');
      const marked = parts.map(([letter, mark]) => mark + letter).join('');
      assert.equal(foldName(marked), foldName(plain));
      assert.equal(foldCase(marked), foldCase(plain));
    }),
    runs('word'),
  );
});

property('letters that are seen are not lost, and folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
      assert.equal(foldName(foldName(text)), foldName(text));
      assert.equal(foldCase(foldCase(text)), foldCase(text));
      assert.equal(foldCase(foldName(text)), foldCase(text));
      if (/(?!\p{Default_Ignorable_Code_Point})\p{L}/u.test(text))
        assert.notEqual(foldCase(text), '');
    }),
    runs('word'),
  );
});

/** Letters and signs of which a reader takes no two for the same, nor any run of them for another. */
const ATOMS = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789',
  ...'äöüéèêàâáíóúñçøåæœłđőűğşžčšřýþðėīķņŋəɓ',
  ...'бвгджзиклмнопрстуфхцчшщъыьэюяйіїєґўњљћђѓќј',
  ...'βγδζηθικλμνξπρστυφχψωάέήίόύώ',
  ...'אבגדהוזחטיכלמנסעפצקרשת',
  ...'بتثجحخدذرزسشصضطظعغفقكلمنهوآةىؤئ',
  ...'अआइईउकखगघचजटठडतदनपबमयरलवशषसह',
  ...'กขคงจชซญดตถทนบปผพมยรลวสหอ',
  ...'国國人民中会會日本東京韓ー々〇',
  ...'あいうえおかがきぎはばぱアイウエオカガキギハバパっッょョ',
  ...'한국서울부산',
  ..." -'./+#&·_,@",
];
const atom = fc.constantFrom(...ATOMS);
const atoms = fc.array(atom, { minLength: 1, maxLength: 8 });

/** One sign more, less, another, or two in another order. */
const unlike = fc
  .tuple(atoms, fc.nat(7), atom, fc.constantFrom('insert', 'remove', 'replace', 'swap'))
  .map(([word, place, sign, how]): readonly [string, string] => {
    const at = place % word.length;
    const [before, here = '', next, after] = [
      word.slice(0, at),
      word[at],
      word[at + 1],
      word.slice(at + 1),
    ];
    if (how === 'insert') return [word.join(''), [...before, sign, here, ...after].join('')];
    if (how === 'remove') return [word.join(''), [...before, ...after].join('')];
    if (how === 'replace') return [word.join(''), [...before, sign, ...after].join('')];
    return [word.join(''), [...before, next ?? '', here, ...after.slice(1)].join('')];
  })
  .filter((pair) => new Set(pair.map((name) => name.replace(/ +/g, ' ').trim())).size === 2);

property(
  'names that differ in one sign that is seen resolve to whom they name, in any case',
  () => {
    const cases: readonly ((name: string) => string)[] = [
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => name.normalize('NFD'),
    ];
    fc.assert(
      fc.property(
        unlike,
        fc.constantFrom(...cases),
        fc.constantFrom('', 'Ann ', '國 '),
        ([a, b], written, before) => {
          const [one, other] = [`${before}${a}`, `${before}${b}`];
          assert.notEqual(foldName(one), foldName(other));
          assert.notEqual(foldCase(written(one)), foldCase(other));
          assert.equal(foldCase(written(one)), foldCase(one));
        },
      ),
      runs('word'),
    );
  },
);

property('of two names told apart each mention means its own', () => {
  fc.assert(
    fc.property(unlike, ([a, b]) => {
      const registry = `person:\n  x: { name: ${JSON.stringify(`Q${a}`)} }\n  y: { name: ${JSON.stringify(`Q${b}`)} }\n`;
      const workspace = workspaceOf({ 'registry.yaml': registry });
      assert.deepEqual(idsNamed(workspace, 'person', `Q${a}`), ['x']);
      assert.deepEqual(idsNamed(workspace, 'person', `q${b}`), ['y']);
    }),
    runs('page'),
  );
});
