// The words of a deadline, read against the day of a brief: 20 August 2025.
import assert from 'node:assert/strict';
import test from 'node:test';
import { LANGUAGES, parseDay, readDeadline } from '../server/core/index.js';

const FROM = parseDay('2025-08-20') ?? 0;

function read(words: string, tag = 'en'): string {
  const language = LANGUAGES.find((each) => each.tag === tag);
  assert.ok(language);
  const found = readDeadline(words, FROM, language);
  return found.type === 'date' ? found.edtf : `${found.type}: ${found.reason}`;
}

const COUNTED: Readonly<Record<string, string>> = {
  'by the end of the year': '2025-12',
  'end of the year': '2025-12',
  'by year-end': '2025-12',
  'next month': '2025-09',
  'end of next month': '2025-09',
  'next year': '2026',
  'within six months': '2026-02-20',
  'within the next six months': '2026-02-20',
  'in three weeks': '2025-09-10',
  'within 90 days': '2025-11-18',
  'within a year': '2026-08-20',
  'in two years': '2027-08-20',
  Q3: '2025-35',
  'by Q2': '2026-34',
  'the third quarter': '2025-35',
  'end of the quarter': '2025-35',
  'by the end of March': '2026-03',
  'the end of September': '2025-09',
  '31 October': '2025-10-31',
  '31 March': '2026-03-31',
  'by May': '2026-05',
  tomorrow: '2025-08-21',
};

const WRITTEN: Readonly<Record<string, string>> = {
  'end of 2025': '2025-12',
  '31.10.2025': '2025-10-31',
  '31/12/2025': '2025-12-31',
  '2025-10-31': '2025-10-31',
  '2026': '2026',
  'by December 2025': '2025-12',
  '31 October 2025': '2025-10-31',
  'by Q3 2026': '2026-35',
  'by 2030': '2030',
  '15 March 2024': '2024-03-15',
};

test('words that count are read from the day of the brief', () => {
  for (const [words, edtf] of Object.entries({ ...COUNTED, ...WRITTEN }))
    assert.equal(read(words), edtf, words);
});

test('what is counted says from when, what is written does not', () => {
  const language = LANGUAGES.find(({ tag }) => tag === 'en');
  assert.ok(language);
  const isCounted = (words: string): boolean =>
    readDeadline(words, FROM, language).reason.endsWith(
      ', counted from the date of the brief (20 August 2025)',
    );
  assert.deepEqual(
    Object.keys(COUNTED).filter((words) => !isCounted(words)),
    [],
  );
  assert.deepEqual(Object.keys(WRITTEN).filter(isCounted), []);
});

test('what nobody can tell is refused, with its readings', () => {
  assert.match(
    read('5/6/2025'),
    /^refused: This may be .* or .*\. Write one of 2025-06-05, 2025-05-06/,
  );
  assert.match(read('2026-02-30'), /^refused: The calendar has no 2026-02-30\./);
  assert.match(read('soonish'), /^refused: No day is known for these words\./);
  assert.match(read(''), /^refused: Write a day/);
  assert.match(read('2025-10-31/..'), /^refused: A deadline needs an end/);
});

test('words that name no day are kept', () => {
  assert.match(read('soon'), /^vague: /);
  assert.match(read('as soon as possible'), /^vague: /);
});

test('in the words of a French brief', () => {
  const said = {
    "d'ici la fin de l'année": '2025-12',
    'dans les six mois': '2026-02-20',
    "d'ici à trois mois": '2025-11-20',
    'sous 90 jours': '2025-11-18',
    T3: '2025-35',
    'fin 2025': '2025-12',
    '31/12/2025': '2025-12-31',
    '5/6/2025': '2025-06-05',
  };
  for (const [words, edtf] of Object.entries(said)) assert.equal(read(words, 'fr'), edtf, words);
});
