/** Signs that a reader takes for one: that one, and the others. Written as escapes where the eye cannot tell them apart. */
export const SIGNS: readonly (readonly [to: string, from: string])[] = [
  // Apostrophes, primes, marks of breathing and glottal stops, of keyboards and transcriptions.
  [
    "'",
    '`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u055a\u05f3\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\ua78b\ua78c',
  ],
  [
    '"',
    '\u00ab\u00bb\u02ba\u05f4\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u300c\u300d\u300e\u300f\u301d\u301e',
  ],
  [
    '-',
    '\u058a\u05be\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63',
  ],
  // Between the parts of a name in Chinese, Japanese and Catalan.
  ['\u00b7', '\u0387\u2022\u2027\u2219\u22c5\u30fb'],
];

/** Letters that stand for another on other keyboards, or where their marks are left out. */
export const LETTER_FORMS: readonly (readonly [to: string, from: string])[] = [
  ['i', '\u0131'],
  ['\u03c3', '\u03c2'],
  ['\u0435', '\u0451'],
  // Arabic: alef with hamza, the ye and kaf of Persian and Urdu, the he of Urdu.
  ['\u0627', '\u0623\u0625\u0671'],
  ['\u064a', '\u06cc'],
  ['\u0643', '\u06a9'],
  ['\u0647', '\u06c1'],
  // Indian letters without a vowel, of which Unicode has one sign and a pair.
  ['\u0d23\u0d4d', '\u0d7a'],
  ['\u0d28\u0d4d', '\u0d7b'],
  ['\u0d30\u0d4d', '\u0d7c'],
  ['\u0d32\u0d4d', '\u0d7d'],
  ['\u0d33\u0d4d', '\u0d7e'],
  ['\u09a4\u09cd', '\u09ce'],
];

/** Of a class of characters: vowel signs of Arabic, points and accents of Hebrew. Texts for adults go without them. */
export const VOWEL_MARKS =
  '\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed';

/** The zero of each script that has digits of its own in use. */
export const ZEROS: readonly number[] = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];
