// Of which dates a paragraph is looked through for: never fewer than it has.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../server/core/language/index.js';
import { dates } from '../server/core/language/lexicon/english/grammar.js';
import { datesInWords } from '../server/core/suggest/dates-in-words.js';
import { patternsOf } from '../server/core/suggest/engine/dates/date-patterns.js';
import { signsIn } from '../server/core/suggest/engine/dates/date-signs.js';
import { readParagraph } from '../server/core/suggest/engine/reading/paragraph.js';
import { property, runs } from './support/needs.js';

const anyWords = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...'1 31 3rd 2025 25 FY2025 2025-26 2024/25 1990s May MAY june Sept. Sept october Dec.'.split(
          ' ',
        ),
        ...'Monday monday spring Summer Fall winter end End mid half quarter Quarter Q3 H1'.split(
          ' ',
        ),
        ...'year Year month week decade today Today yesterday tomorrow noon'.split(' '),
        ...'first second third fourth last previous next coming current this This the The'.split(
          ' ',
        ),
        ...'in In by of to from late early since until on a'.split(' '),
        ...'２０２５年１０月３１日 ٢٠٢٥ ３１ 2025年 31.10.2025 31/12/2025 20251031'.split(' '),
      ),
      fc.constantFrom(' ', '  ', '\n', '-', '–', '/', ', ', "'s ", '’s ', '. ', ' “', '” '),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.flat().join(''));

property('whatever is written, the signs of a date are seen where one of its shapes is', () => {
  fc.assert(
    fc.property(anyWords, (text) => {
      const signs = signsIn(readParagraph({ start: 0, text, form: 'paragraph' }, english), dates);
      for (const { pattern, needs } of patternsOf(dates)) {
        pattern.lastIndex = 0;
        if (pattern.test(text)) assert.equal(signs & needs, needs, String(pattern));
      }
      const [found] = datesInWords(text, { start: 0, end: text.length }, english);
      if (found !== undefined) assert.notEqual(signs, 0, JSON.stringify(found));
    }),
    runs('word'),
  );
});
