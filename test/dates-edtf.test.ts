/// <reference path="../server/core/dates/edtf-types.d.ts" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import edtf, { type Parsed, parse } from 'edtf';
import fc from 'fast-check';
import {
  dateOfFrontMatter,
  edtfFault,
  edtfOfWords,
  formatDay,
  isBefore,
  parseDay,
  parseEdtf,
} from '../server/core/dates/index.js';
import { english } from '../server/core/language/index.js';
import { property, runs } from './support/needs.js';

function rangeOf(text: string): string | undefined {
  const date = parseEdtf(text);
  return date && `${formatDay(date.range.first)} ${formatDay(date.range.last)} ${date.precision}`;
}

test('every allowed shape has its first and last day', () => {
  const expected: Record<string, string> = {
    '2025': '2025-01-01 2025-12-31 year',
    '0000': '0000-01-01 0000-12-31 year',
    '2024-02': '2024-02-01 2024-02-29 month',
    '1900-02': '1900-02-01 1900-02-28 month',
    '2025-10-31': '2025-10-31 2025-10-31 day',
    '2024-02-29': '2024-02-29 2024-02-29 day',
    '2025~': '2025-01-01 2025-12-31 year',
    '2025-10?': '2025-10-01 2025-10-31 month',
    '2025-10-31~': '2025-10-31 2025-10-31 day',
    '2025-33': '2025-01-01 2025-03-31 quarter',
    '2025-34': '2025-04-01 2025-06-30 quarter',
    '2025-35': '2025-07-01 2025-09-30 quarter',
    '2025-36': '2025-10-01 2025-12-31 quarter',
    '2025-36~': '2025-10-01 2025-12-31 quarter',
    '2025-21': '2025-01-01 2025-12-31 season',
    '2025-22': '2025-01-01 2026-03-31 season',
    '2025-23': '2025-01-01 2025-12-31 season',
    '2025-24': '2025-01-01 2026-03-31 season',
    '2025/2035': '2025-01-01 2035-12-31 year',
    '2025-04/2026-03': '2025-04-01 2026-03-31 month',
    '2025-10-31/2026': '2025-10-31 2026-12-31 year',
    '2025-06/2025': '2025-06-01 2025-12-31 year',
    '2025-33/2026-34': '2025-01-01 2026-06-30 quarter',
    '2025?/2026~': '2025-01-01 2026-12-31 year',
    '2025/..': '2025-01-01 .. year',
    '../2025-10-31': '.. 2025-10-31 day',
    '2025-10-31T10:00:00Z': '2025-10-31 2025-10-31 day',
    '2025-10-31T23:30:00+05:30': '2025-10-31 2025-10-31 day',
    '2025-10-31T10:00:00': '2025-10-31 2025-10-31 day',
  };
  for (const [text, range] of Object.entries(expected)) {
    assert.equal(rangeOf(text), range, text);
    assert.equal(edtfFault(text, english.dates), undefined, text);
  }
  assert.equal(parseEdtf('2025/..')?.open, true);
  assert.equal(parseEdtf('2025/2026')?.open, false);
  assert.equal(parseEdtf('2025/2026')?.interval, true);
  assert.equal(parseEdtf('2025')?.interval, false);
});

const FAULTY: readonly (readonly [text: string, reason: RegExp, offer?: string])[] = [
  ['2025-26', /fiscal year/, '2025-04/2026-03'],
  ['2025/26', /fiscal year/, '2025-04/2026-03'],
  ['FY2025-26', /fiscal year/, '2025-04/2026-03'],
  ['2099-00', /fiscal year/, '2099-04/2100-03'],
  ['2025-25', /no month 25/],
  ['2025-13', /no month 13/],
  ['2025-37', /no month 37/],
  ['2025-00', /no month 00/],
  ['2025-13-01', /no month 13/],
  ['2025-02-30', /February 2025 has 28 days/],
  ['2023-02-29', /February 2023 has 28 days/],
  ['2025-04-31', /April 2025 has 30 days/],
  ['2025-04-00', /no 2025-04-00/],
  ['2025-10-31T99:00', /time of day/, '2025-10-31'],
  ['2035/2025', /ends \(2025\) before it starts \(2035\)/],
  ['2025-10-31/2025-10-30', /before it starts/],
  ['2025/', /two dots/, '2025/..'],
  ['/2025', /two dots/, '../2025'],
  ['../..', /needs a start or an end/],
  ['..', /needs a start or an end/],
  ['2025/2026/2027', /not a date/],
  ['2025/2026-02-30', /February 2026/],
  ['2025-1/2025-12', /two digits/, '2025-01/2025-12'],
  ['2025-1-5', /two digits/, '2025-01-05'],
  ['2025.10.31', /must be written as 2025-10-31/, '2025-10-31'],
  ['2025-2035', /written as 2025\/2035/, '2025/2035'],
  ['2025\u20132035', /written as 2025\/2035/, '2025/2035'],
  ['31 October 2025', /must be written as 2025-10-31/, '2025-10-31'],
  ['2026-Q1', /quarter/, '2026-33'],
  ['2025%', /has a mark/],
  ['~2025', /has a mark/],
  ['2025~-10', /has a mark/],
  ['20XX', /form of EDTF/],
  ['2025-XX', /form of EDTF/],
  ['Y20000', /form of EDTF/],
  ['-0044', /form of EDTF/],
  ['201', /form of EDTF/],
  ['20', /form of EDTF/],
  ['[2025..2026]', /form of EDTF/],
  ['{2025,2026}', /form of EDTF/],
  ['', /empty/],
  ['soon', /'soon' is not a date/],
  ['2035\u20132025', /it ends before it begins/],
  ['2035 - 2025', /it ends before it begins/],
  ['from 5 June 2025 to 1 May 2025', /it ends before it begins/],
  ['Q3 2025 to Q1 2025', /it ends before it begins/],
  ['31.10.2025 - 30.10.2025', /it ends before it begins/],
  ['31.10.2025/30.10.2025', /ends \(2025-10-30\) before it starts \(2025-10-31\)/],
  ['31.10.2025/30.11.2025', /written as 2025-10-31/, '2025-10-31/2025-11-30'],
  ['by 2030/2035', /Write 2030/, '2030/2035'],
  ['31-1 May 2025', /it ends before it begins/],
  ['May 31\u20131, 2025', /it ends before it begins/],
  ['2025 ', /must be written as 2025 here/, '2025'],
];

test('what is not allowed has a reason, and an offer where one is likely', () => {
  for (const [text, reason, offer] of FAULTY) {
    assert.equal(parseEdtf(text), undefined, text);
    const fault = edtfFault(text, english.dates);
    assert.match(fault?.message ?? '', reason, text);
    if (offer !== undefined || !/words/.test(fault?.message ?? '')) {
      assert.equal(fault?.offer, offer, text);
    }
  }
  assert.ok((edtfFault('x'.repeat(100_000), english.dates)?.message.length ?? 999) < 250);
});

/** Words that a person knows a date by: what is offered, with `?` where it is not what they say but may be meant. */
const IN_OTHER_WORDS: Readonly<Record<string, string>> = {
  '31st October 2025': '2025-10-31',
  'the 31st of October, 2025': '2025-10-31',
  'Friday, October 31, 2025': '2025-10-31',
  'Fri Oct 31 2025 10:00:00 GMT+0000 (UTC)': '2025-10-31',
  '31-Oct-2025': '2025-10-31',
  'Sept. 2025': '2025-09',
  '2025\u5e7410\u670831\u65e5': '2025-10-31',
  '2025\ub144 10\uc6d4': '2025-10',
  '\u0663\u0661/\u0661\u0660/\u0662\u0660\u0662\u0665': '2025-10-31',
  'summer 2026': '2026-22',
  'the fall of 2026': '2026-23',
  'winter 2025/26': '2025-24',
  'second quarter of 2026': '2026-34',
  'H1 2026': '2026-01/2026-06',
  'circa 2025': '2025~',
  '2020s': '2020/2029',
  'October 1\u20133, 2025': '2025-10-01/2025-10-03',
  '30 June \u2013 2 July 2025': '2025-06-30/2025-07-02',
  'March to May 2026': '2026-03/2026-05',
  'by 2030': '? 2030',
  'from 5 June to 1 May 2025': '2024-06-05/2025-05-01 2025-05-01/2025-06-05',
  'between June and May 2025': '2024-06/2025-05 2025-05/2025-06',
  'November to February 2026': '? 2025-11/2026-02',
  '20 December \u2013 5 January 2026': '? 2025-12-20/2026-01-05',
  'no later than Friday, 31 October 2025': '? 2025-10-31',
  'by the end of 2025': '? 2025-12',
  'end-March 2026': '? 2026-03-31',
  'the beginning of 2026': '? 2026-01',
  'before 2030': '? ../2029',
  'before 1 March 2026': '? ../2026-02-28',
  'since 2020': '? 2020/..',
  '31/10/25': '? 2025-10-31',
  '05/06/25': '2025-06-05 2025-05-06',
  'mid-2026': '2026-06 2026-06/2026-07 2026-34/2026-35',
  'early March 2026': '2026-03-01/2026-03-10 2026-03',
  'late February 2024': '2024-02-21/2024-02-29 2024-02',
  FY2026: '2025-04/2026-03 2025-07/2026-06 2025-10/2026-09 2026-04/2027-03 2026',
  'fiscal year 2025-26': '? 2025-04/2026-03',
  'Q4 FY2026': '',
  '31 October': '',
};

test('words that a person knows a date by are offered as EDTF, or all that may be meant', () => {
  for (const [text, expected] of Object.entries(IN_OTHER_WORDS)) {
    const { message = '', offer, offers, isGuess } = edtfFault(text, english.dates) ?? {};
    const offered = offer ?? offers?.join(' ') ?? '';
    assert.equal(isGuess ? `? ${offered}` : offered, expected, text);
    for (const each of [offer ?? [], offers ?? []].flat())
      assert.ok(message.includes(each), message);
  }
  assert.match(edtfFault('31 October', english.dates)?.message ?? '', /it has no year/);
  assert.match(edtfFault('Q4 FY2026', english.dates)?.message ?? '', /begins in another month/);
});

property(
  'whatever words are put together, no offer is anything but a date, and none is what was written',
  () => {
    const word = fc.constantFrom(
      ...'by before since the end of mid early late start FY fiscal year summer winter Q1 H2 first half quarter'.split(
        ' ',
      ),
      ...'to - \u2013 / , . 31st 1 31 2025 2026 25 0000 9999 October Oct. Feb friday about s 10:00 \u5e74 \u6708 \u65e5'.split(
        ' ',
      ),
    );
    const words = fc.array(fc.tuple(word, fc.constantFrom(' ', '', '-')), { maxLength: 7 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.flat().join('').trim();
        const { offer, offers = [] } = edtfFault(text, english.dates) ?? {};
        for (const each of [offer ?? [], offers].flat()) {
          assert.notEqual(parseEdtf(each), undefined, `${text}: ${each}`);
          assert.notEqual(each, text);
        }
      }),
      runs('word'),
    );
  },
);

/** Text near the grammar: its own characters, put together so that many are dates. */
const nearEdtf = (() => {
  const year = fc.constantFrom(
    '2025',
    '2024',
    '0000',
    '0099',
    '1900',
    '9999',
    '202X',
    '20',
    '-0044',
  );
  const two = fc.integer({ min: 0, max: 45 }).map((n) => String(n).padStart(2, '0'));
  const mark = fc.constantFrom('', '', '', '~', '?', '%');
  const date = fc.oneof(
    fc.tuple(year, mark).map((parts) => parts.join('')),
    fc.tuple(year, two, mark).map(([y, m, q]) => `${y}-${m}${q}`),
    fc.tuple(year, two, two, mark).map(([y, m, d, q]) => `${y}-${m}-${d}${q}`),
  );
  const end = fc.oneof({ weight: 5, arbitrary: date }, fc.constantFrom('..', ''));
  return fc.oneof(
    date,
    fc.tuple(end, end).map((ends) => ends.join('/')),
  );
})();

property('agrees with the edtf library on everything but what the language leaves out', () => {
  let both = 0;
  fc.assert(
    fc.property(nearEdtf, (text) => {
      const ours = parseEdtf(text);
      assert.equal(ours !== undefined, allowedByLibrary(text), text);
      if (ours === undefined) return;
      both += 1;
    }),
    runs('text'),
  );
  assert.ok(both > 100, `only ${both} dates were compared`);
});

property('has the days of the edtf library, for all but seasons', () => {
  const number = (from: number, to: number) => fc.integer({ min: from, max: to });
  const calendar = fc.tuple(number(0, 9999), number(1, 12), number(1, 28), number(1, 3));
  fc.assert(
    fc.property(calendar, calendar, fc.boolean(), (a, b, isInterval) => {
      const text = isInterval ? `${write(a)}/${write(b)}` : write(a);
      const ours = parseEdtf(text)?.range;
      if (ours === undefined) return;
      const [first, last] = isInterval ? [write(a), write(b)] : [text, text];
      assert.equal(ours.first, day(edtf(first).min), text);
      assert.equal(ours.last, day(edtf(last).max), text);
    }),
    runs('text'),
  );
  for (const code of [33, 34, 35, 36]) {
    const season = edtf(`2025-${code}`);
    const ours = parseEdtf(`2025-${code}`)?.range;
    assert.deepEqual(ours, { first: day(season.min), last: day(season.max) });
  }
});

function write([year, month, dayOfMonth, parts]: readonly number[]): string {
  const digits = [year, month, dayOfMonth].map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0'));
  return digits.slice(0, parts).join('-');
}

function day(milliseconds: number): number {
  return Math.floor(milliseconds / 86_400_000);
}

/** Section 5 in terms of what the library returns. */
function allowedByLibrary(text: string): boolean {
  if (!text.includes('/')) return allowedPart(text);
  const ends = text.split('/');
  if (ends.includes('') || ends.every((end) => end === '..')) return false; // unknown, or none
  if (!ends.every((end) => end === '..' || allowedPart(end))) return false;
  // Seasons and quarters in an interval are read here; the library's grammar has only some of them.
  const seasonal = ends.some((end) => /-[2-4]\d[~?]?$/.test(end) && end.length < 9);
  if (!seasonal) assert.equal(parsed(text)?.type, 'Interval', text);
  const [a, b] = ends.map((end) => parseEdtf(end)?.range);
  return !a || !b || b.last >= a.first;
}

function parsed(text: string): Parsed | undefined {
  try {
    return parse(text, { level: 3, seasonIntervals: true, seasonUncertainty: true });
  } catch {
    return undefined;
  }
}

function allowedPart(text: string): boolean {
  // Of a season or quarter the language also takes `~` and `?`, the grammar of the library does not.
  const part = parsed(text.replace(/^(\d{4}-[2-4]\d)[~?]$/, '$1'));
  if (part === undefined) return false;
  const [year, month, dayOfMonth] = part.values as (number | undefined)[];
  const marks = [part.approximate, part.uncertain];
  if (marks.some((mark) => mark !== undefined && mark !== true) || part.unspecified) return false;
  if (marks.every((mark) => mark === true) || year === undefined || year < 0) return false;
  if (part.type === 'Season') {
    return month !== undefined && ((month >= 21 && month <= 24) || (month >= 33 && month <= 36));
  }
  if (part.type !== 'Date' || part.level > 1) return false;
  // The library takes 29 February in any year.
  if (month !== 1 || dayOfMonth !== 29) return true;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

test('words that say a date by themselves', () => {
  const read: Record<string, string> = {
    '2025': '2025',
    'February 2025': '2025-02',
    'Feb 2025': '2025-02',
    'may 2025': '2025-05',
    '31 October 2025': '2025-10-31',
    '1 October 2025': '2025-10-01',
    'October 31, 2025': '2025-10-31',
    'Oct 31, 2025': '2025-10-31',
    '31\u00a0October\n2025': '2025-10-31',
    '2025-2035': '2025/2035',
    '2025\u20132035': '2025/2035',
    '2025\u20142035': '2025/2035',
    'Q1 2026': '2026-33',
    'Q4\u00a02026': '2026-36',
  };
  for (const [words, edtf] of Object.entries(read))
    assert.equal(edtfOfWords(words, english.dates), edtf, words);
});

test('other words are not guessed at', () => {
  const other = [
    '',
    'this year',
    'Febr 2025',
    'Sept 2025',
    '30 February 2025',
    '2035-2025',
    'Q5 2026',
  ];
  const more = [
    '2025-26',
    '10/11/2025',
    'October 31 2025',
    '31st October 2025',
    'spring 2025',
    '25',
  ];
  for (const words of [...other, ...more])
    assert.equal(edtfOfWords(words, english.dates), undefined, words);
});

test('the date of a front matter: EDTF, a date-time, or words', () => {
  const read: Record<string, string | undefined> = {
    '2025-10-31': '2025-10-31',
    ' 2025-10 ': '2025-10',
    '2025-10-31T23:30:00+05:30': '2025-10-31',
    '2025-10-31T10:00Z': '2025-10-31',
    '2025-10-31 10:00:00 +05:30': '2025-10-31',
    '2025-10-31 10:00': '2025-10-31',
    '31 October 2025': '2025-10-31',
    '2025-02-30T10:00:00Z': undefined,
    '2025-10-31 or so': undefined,
    yesterday: undefined,
  };
  for (const [text, edtf] of Object.entries(read))
    assert.equal(dateOfFrontMatter(text, english.dates), edtf, text);
});

test('one date is before another only if it is over before the other begins', () => {
  const before = (a: string, b: string) => {
    const [first, second] = [parseEdtf(a), parseEdtf(b)];
    assert.ok(first && second);
    return isBefore(first.range, second.range);
  };
  assert.equal(before('2025-10', '2025-11'), true);
  assert.equal(before('2025', '2025-12-31'), false);
  assert.equal(before('2025~', '2026?'), true);
  assert.equal(before('2025/..', '2090'), false);
});

property('nothing throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearEdtf), (text) => {
      const [date, fault] = [parseEdtf(text), edtfFault(text, english.dates)];
      assert.equal(date === undefined, fault !== undefined);
      if (fault?.offer !== undefined) assert.ok(parseEdtf(fault.offer), fault.offer);
      for (const edtf of [
        edtfOfWords(text, english.dates),
        dateOfFrontMatter(text, english.dates),
      ]) {
        if (edtf !== undefined) assert.ok(parseEdtf(edtf), edtf);
      }
      parseDay(text);
    }),
    runs('page'),
  );
});
