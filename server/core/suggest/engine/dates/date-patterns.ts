// Over 200 lines: the shapes of dates are one table, in the order in which they count.
import { type Day, formatDay, lastDayOfMonth } from '../../../dates/index.js';
import type { DateLexicon } from '../../../language/lexicon/index.js';
import { perObject } from '../../../text/index.js';
import {
  type Around,
  FUTURE,
  fromDay,
  nearestYear,
  pad,
  sentenceOf,
  unitAt,
} from './around-day.js';
import { SIGNS } from './date-signs.js';

interface DatePattern {
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    around: Around,
  ) => string | undefined;
  /** Signs without which it is nowhere in a text. */
  readonly needs: number;
}

const DASH = '\\s?[-–—]\\s?';

/** Longer shapes first: the first that stands at a place counts. */
export const patternsOf: (dates: DateLexicon) => readonly DatePattern[] = perObject(
  (dates: DateLexicon): readonly DatePattern[] => {
    const whole = dates.months.map(([name = '']) => capitalized(name)).join('|');
    const short = dates.months
      .flatMap((all) => all.slice(1))
      .map(capitalized)
      .join('|');
    // A stop belongs to an abbreviation alone.
    const month = `(?:(?:${whole})\\b|(?:${short})\\b\\.?)`;
    const full = dates.months.map(([name = '']) => capitalized(name));
    const weekday = dates.weekdays.map(capitalized).join('|');
    const day = '\\d{1,2}(?:st|nd|rd|th)?';
    const year = '(?:1[89]|20|21)\\d\\d';
    const numberOf = (name = ''): number =>
      dates.months.findIndex((all) => all.includes(name.toLowerCase().replace('.', ''))) + 1;
    const yearOf = (
      written: string | undefined,
      number: number,
      dayNumber: number,
      around: Around,
    ): number | undefined =>
      written === undefined ? nearestYear(number, dayNumber, around) : Number(written);
    const dayText = (
      y: number | undefined,
      m: number,
      d: string | undefined,
    ): string | undefined => {
      const number = Number.parseInt(d ?? '', 10);
      if (y === undefined || m < 1 || number < 1 || number > lastDayOfMonth(y, m)) return undefined;
      return `${pad(y, 4)}-${pad(m)}-${pad(number)}`;
    };
    const dayAlone: DatePattern['read'] = (g, around) =>
      dayText(
        nearestYear(numberOf(g.m), Number.parseInt(g.d ?? '', 10), around),
        numberOf(g.m),
        g.d,
      );
    const both = (a: string | undefined, b: string | undefined): string | undefined =>
      a === undefined || b === undefined ? undefined : `${a}/${b}`;
    return [
      // June 30 – July 2, 2025
      shape(
        SIGNS.month | SIGNS.digit,
        `\\b(?<m1>${month}) (?<d1>${day})(?:, (?<y1>${year}))?(?:${DASH}| to )(?<m2>${month}) (?<d2>${day})(?:,? (?<y>${year}))?`,
        (g, around) => {
          const y = yearOf(g.y, numberOf(g.m2), 1, around);
          return both(
            dayText(g.y1 === undefined ? y : Number(g.y1), numberOf(g.m1), g.d1),
            dayText(y, numberOf(g.m2), g.d2),
          );
        },
      ),
      // 30 June – 2 July 2025
      shape(
        SIGNS.month | SIGNS.digit,
        `\\b(?<d1>${day}) (?<m1>${month})(?: (?<y1>${year}))?(?:${DASH}| to )(?<d2>${day}) (?<m2>${month})(?:,? (?<y>${year}))?`,
        (g, around) => {
          const y = yearOf(g.y, numberOf(g.m2), 1, around);
          return both(
            dayText(g.y1 === undefined ? y : Number(g.y1), numberOf(g.m1), g.d1),
            dayText(y, numberOf(g.m2), g.d2),
          );
        },
      ),
      // June 9–10, 2025 · June 9 and 10
      shape(
        SIGNS.month | SIGNS.digit,
        `\\b(?<m>${month}) (?<d1>${day})(?:${DASH}| to | and )(?<d2>${day})(?!\\d)(?:,? (?<y>${year}))?`,
        (g, around) => {
          const y = yearOf(g.y, numberOf(g.m), Number.parseInt(g.d1 ?? '', 10), around);
          return both(dayText(y, numberOf(g.m), g.d1), dayText(y, numberOf(g.m), g.d2));
        },
      ),
      // 14–15 July 2025
      shape(
        SIGNS.month | SIGNS.digit,
        `\\b(?<d1>${day})(?:${DASH}| to | and )(?<d2>${day}) (?:of )?(?<m>${month})(?:,? (?<y>${year}))?`,
        (g, around) => {
          const y = yearOf(g.y, numberOf(g.m), Number.parseInt(g.d1 ?? '', 10), around);
          return both(dayText(y, numberOf(g.m), g.d1), dayText(y, numberOf(g.m), g.d2));
        },
      ),
      // the 3rd of May 2025, 3rd day of May
      shape(
        SIGNS.month | SIGNS.year,
        `\\b(?<d>${day}) (?:day )?of (?<m>${month}),? (?<y>${year})`,
        (g) => dayText(Number(g.y), numberOf(g.m), g.d),
      ),
      shape(SIGNS.month | SIGNS.year, `\\b(?<d>${day}) (?<m>${month}),? (?<y>${year})`, (g) =>
        dayText(Number(g.y), numberOf(g.m), g.d),
      ),
      shape(SIGNS.month | SIGNS.year, `\\b(?<m>${month}) (?<d>${day}),? (?<y>${year})`, (g) =>
        dayText(Number(g.y), numberOf(g.m), g.d),
      ),
      // March to May 2025 · March–May 2025
      shape(
        SIGNS.month | SIGNS.year,
        `\\b(?<m1>${month})(?:${DASH}| to | and )(?<m2>${month}),? (?<y>${year})`,
        (g) => {
          const [from, to] = [numberOf(g.m1), numberOf(g.m2)];
          return from > to ? undefined : `${g.y}-${pad(from)}/${g.y}-${pad(to)}`;
        },
      ),
      // the end of 2026 · the end of October 2026
      shape(
        SIGNS.end | SIGNS.year,
        `\\b(?:[Tt]he )?end of (?:the year )?(?<y>${year})(?!\\d)(?!\\s?[-–]\\d)`,
        (g) => `${g.y}-12`,
      ),
      shape(
        SIGNS.end | SIGNS.month | SIGNS.year,
        `\\b(?:[Tt]he )?end of (?<m>${month}),? (?<y>${year})`,
        (g) => `${g.y}-${pad(numberOf(g.m))}`,
      ),
      shape(
        SIGNS.end | SIGNS.month,
        `\\b(?:[Tt]he )?end of (?<m>${month})(?! \\d)`,
        (g, around) => {
          const y = nearestYear(numberOf(g.m), 28, { ...around, before: `${around.before} by` });
          return y === undefined ? undefined : `${y}-${pad(numberOf(g.m))}`;
        },
      ),
      shape(
        SIGNS.end | SIGNS.unit,
        '\\b(?:[Tt]he )?end of (?:this|the current|the) year\\b',
        (_, around) => fromDay(around, ({ year: y }) => `${y}-12`),
      ),
      shape(SIGNS.end | SIGNS.unit, "\\b(?:the )?year['’]s end\\b|\\byear[- ]end\\b", (_, around) =>
        fromDay(around, ({ year: y }) => `${y}-12`),
      ),
      shape(SIGNS.end | SIGNS.unit, '\\b(?:[Tt]he )?end of next year\\b', (_, around) =>
        fromDay(around, ({ year: y }) => `${y + 1}-12`),
      ),
      shape(
        SIGNS.end | SIGNS.unit,
        '\\b(?:[Tt]he )?end of (?:this|the current|the) month\\b',
        (_, around) => fromDay(around, ({ year: y, month: m }) => `${y}-${pad(m)}`),
      ),
      shape(
        SIGNS.end | SIGNS.decade,
        '\\b(?:[Tt]he )?end of (?:this|the current|the) decade\\b',
        (_, around) => fromDay(around, ({ year: y }) => `${Math.floor(y / 10) * 10 + 9}-12`),
      ),
      // halves and quarters
      shape(
        SIGNS.part,
        `\\b(?:[Tt]he )?(?<which>first|second|third|fourth|last) (?<what>half|quarter) of (?:(?<y>${year})|(?<this>this year|the year)|(?<next>next year))`,
        (g, around) => {
          const base =
            g.y === undefined ? fromDay(around, ({ year: y }) => String(g.next ? y + 1 : y)) : g.y;
          if (base === undefined) return undefined;
          if (g.what === 'half')
            return g.which === 'first'
              ? `${base}-01/${base}-06`
              : /second|last/.test(g.which ?? '')
                ? `${base}-07/${base}-12`
                : undefined;
          return `${base}-${33 + Math.max(0, ['first', 'second', 'third', 'fourth'].indexOf(g.which === 'last' ? 'fourth' : (g.which ?? '')))}`;
        },
      ),
      shape(
        SIGNS.part,
        '\\b(?:[Tt]he )?(?<which>first|second|third|fourth) quarter\\b(?! of)',
        (g, around) =>
          fromDay(
            around,
            ({ year: y }) =>
              `${y}-${33 + ['first', 'second', 'third', 'fourth'].indexOf(g.which ?? '')}`,
          ),
      ),
      shape(
        SIGNS.year,
        `\\bQ(?<q>[1-4])(?: of)? (?<y>${year})`,
        (g) => `${g.y}-${32 + Number(g.q)}`,
      ),
      shape(
        SIGNS.season | SIGNS.year,
        `\\b(?<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? (?<y>${year})`,
        (g) => `${g.y}-${seasonOf(g.s)}`,
      ),
      // fiscal years: 2025-26, FY 2025–26
      shape(SIGNS.year, `(?<![\\d/-])(?:FY\\s?)?(?<y>${year})[-–/](?<z>\\d\\d)(?![\\d/-])`, (g) => {
        const from = Number(g.y);
        return (from + 1) % 100 === Number(g.z) ? `${from}-04/${from + 1}-03` : undefined;
      }),
      shape(SIGNS.year, `\\b(?<y>${year})s\\b`, (g) =>
        Number(g.y) % 10 === 0 ? `${g.y}/${Number(g.y) + 9}` : undefined,
      ),
      shape(SIGNS.decade, '\\b(?:[Tt]he current|[Tt]his) decade\\b', (_, around) =>
        fromDay(
          around,
          ({ year: y }) => `${Math.floor(y / 10) * 10}/${Math.floor(y / 10) * 10 + 9}`,
        ),
      ),
      // days without a year
      shape(
        SIGNS.month | SIGNS.digit,
        `\\b(?<d>${day}) (?:of )?(?<m>${month})(?! \\d{4})`,
        dayAlone,
      ),
      shape(
        SIGNS.month | SIGNS.digit,
        `\\b(?<m>${month}) (?<d>${day})(?![\\d:])(?!,? \\d{4})`,
        dayAlone,
      ),
      shape(
        SIGNS.unit,
        `\\b(?:(?<this>[Tt]his|[Tt]he current)|(?<last>[Ll]ast|[Pp]revious)|(?<next>[Nn]ext|[Tt]he coming)) (?<unit>year|month|quarter|week)\\b(?!['’]s? (?:end|summit))`,
        (g, around) => {
          const step = g.this !== undefined ? 0 : g.last !== undefined ? -1 : 1;
          return fromDay(around, (now) => unitAt(g.unit ?? '', step, now, around.today as Day));
        },
      ),
      // in March · this March: of the year of the brief
      shape(
        SIGNS.month,
        `(?<=\\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|[Nn]ext|[Ll]ast|[Tt]his|[Ll]ater)[ -])(?<m>${full.join('|')})\\b(?! \\d)`,
        (g, around) => {
          const before = /(\w+)[ -]$/.exec(around.before)?.[1]?.toLowerCase();
          const number = numberOf(g.m);
          const near = before === 'last' ? { ...around, before: '' } : around;
          const y = nearestYear(
            number,
            15,
            before === 'next' ? { ...around, before: 'will' } : near,
          );
          return y === undefined ? undefined : `${y}-${pad(number)}`;
        },
      ),
      shape(
        SIGNS.weekday,
        `\\b(?<next>[Nn]ext |[Ll]ast |[Tt]his )?(?<w>${weekday})\\b(?!,? (?:${month}|\\d))`,
        (g, around) => {
          if (around.today === undefined) return undefined;
          const wanted = dates.weekdays.indexOf((g.w ?? '').toLowerCase());
          // Days since 1970-01-01, a Thursday.
          const now = (((around.today + 3) % 7) + 7) % 7;
          const back = (now - wanted + 7) % 7;
          const isNext =
            g.next?.trim().toLowerCase() === 'next' ||
            FUTURE.test(sentenceOf(around.before)) ||
            /^[^.;,]*\bwill\b/.test(around.after);
          return formatDay(
            isNext
              ? around.today + (back === 0 && g.next === undefined ? 0 : 7 - back)
              : around.today - (g.next?.trim().toLowerCase() === 'last' && back === 0 ? 7 : back),
          );
        },
      ),
      shape(
        SIGNS.day,
        "\\b(?<w>[Tt]oday|[Yy]esterday|[Tt]omorrow)\\b(?![’']s (?:world|economy|society))",
        (g, around) => {
          if (around.today === undefined) return undefined;
          const step = { today: 0, yesterday: -1, tomorrow: 1 }[(g.w ?? '').toLowerCase()] ?? 0;
          return formatDay(around.today + step);
        },
      ),
    ];
  },
);

/** White space in a shape is any; a line may break there. */
function shape(needs: number, source: string, read: DatePattern['read']): DatePattern {
  return {
    pattern: new RegExp(
      source.replaceAll(' ', '\\s+').replaceAll('\\s+\\s+', '\\s+').replaceAll('[\\s+-]', '[ -]'),
      'gu',
    ),
    read,
    needs,
  };
}

function seasonOf(name = ''): number {
  const at = ['spring', 'summer', 'autumn', 'winter'].indexOf(
    name.toLowerCase().replace('fall', 'autumn'),
  );
  return 21 + at;
}

function capitalized(name: string): string {
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
}
