import { foldName, perObject } from '../text/index.js';
import type { DateWords } from './date-words.js';
import { parseDay } from './day.js';
import { readingsOfDigits } from './digits.js';
import { parseEdtf } from './edtf.js';

/**
 * The EDTF of words that say a date by themselves (LANGUAGE.md, section 5): `2025`, `2025–2035`, and what
 * the language writes, in English `February 2025`, `31 October 2025`, `October 31, 2025`, `Q1 2026`.
 * `undefined` for any other words, and for a day or an interval that cannot be.
 */
export function edtfOfWords(words: string, language: DateWords): string | undefined {
  const folded = foldName(words); // white space and dashes in one form
  const edtf = yearsOf(folded) ?? shapeOf(folded, language) ?? onlyReading(folded, language);
  return edtf === undefined || parseEdtf(edtf) === undefined ? undefined : edtf;
}

/**
 * The date of a front matter: EDTF, or plain words, or a date-time as other tools write it
 * (`2025-10-31 10:00:00 +05:30`), which is cut to its day.
 */
export function dateOfFrontMatter(text: string, language: DateWords): string | undefined {
  const trimmed = text.trim();
  const day = /^(\d{4}-\d\d-\d\d)(?:[Tt]|[ \t]+)\d{1,2}:\d\d[\d:.,Zz+\- \t]*$/.exec(trimmed)?.[1];
  if (day !== undefined) return parseDay(day) === undefined ? undefined : day;
  return parseEdtf(trimmed) === undefined ? edtfOfWords(trimmed, language) : trimmed;
}

/** A year, or what in it is meant. */
export interface DateParts {
  readonly year: number;
  readonly quarter?: number;
  readonly month?: number;
  readonly day?: number;
}

/** A date in words that {@link edtfOfWords} reads in the same language; as EDTF where it has none. */
export function wordsOfDate(date: DateParts, language: DateWords): string {
  const { months, quarters, shapes, firstDay } = language;
  const year = String(date.year).padStart(4, '0');
  const written: Readonly<Record<string, string | undefined>> = {
    year,
    month: months[(date.month ?? 0) - 1]?.[0],
    day: date.day === 1 ? (firstDay?.[0] ?? '1') : date.day?.toString(),
    quarter: date.quarter?.toString(),
    ordinal: quarters?.[(date.quarter ?? 0) - 1]?.[0],
  };
  const given = Object.keys(date).sort().join(' ');
  const shape = shapes.find((each) => {
    const parts = partsOf(each).map((part) => (part === 'ordinal' ? 'quarter' : part));
    return parts.sort().join(' ') === given;
  });
  return shape?.replace(PART, (_, part: string) => written[part] ?? '') ?? year;
}

const PART = /\{(\w+)\}/g;

/** The names of the places in a shape, in order. */
function partsOf(shape: string): string[] {
  return [...shape.matchAll(PART)].map(([, part = '']) => part);
}

/** Digits in an order that leaves no doubt. */
function onlyReading(words: string, { digits }: DateWords): string | undefined {
  const [only, ...others] = readingsOfDigits(words, digits);
  return others.length === 0 ? only : undefined;
}

function yearsOf(words: string): string | undefined {
  const [, from, to] = /^(\d{4})(?:-(\d{4}))?$/.exec(words) ?? [];
  return to === undefined ? from : `${from}/${to}`;
}

function shapeOf(words: string, language: DateWords): string | undefined {
  return firstShape(words, patternsOf(language), language);
}

/** As {@link edtfOfWords}, by the shapes for what needs its `edtf`: `summer 2026`, `first half of 2026`. */
export function edtfOfLooseShape(words: string, language: DateWords): string | undefined {
  const edtf = firstShape(words, loosePatternsOf(language), language);
  return edtf === undefined || parseEdtf(edtf) === undefined ? undefined : edtf;
}

function firstShape(
  words: string,
  shapes: readonly RegExp[],
  language: DateWords,
): string | undefined {
  for (const shape of shapes) {
    const found = shape.exec(words)?.groups;
    if (found !== undefined) return edtfOfParts(found, language);
  }
  return undefined;
}

function edtfOfParts(
  {
    year,
    month,
    day,
    quarter,
    ordinal,
    season,
    half,
  }: Readonly<Record<string, string | undefined>>,
  { months, quarters = [], loose }: DateWords,
): string | undefined {
  if (year === undefined) return undefined;
  if (season !== undefined) return `${year}-${20 + numberIn(loose?.seasons ?? [], season)}`;
  if (half !== undefined)
    return numberIn(loose?.halves ?? [], half) === 1
      ? `${year}-01/${year}-06`
      : `${year}-07/${year}-12`;
  const number = quarter === undefined ? ordinal && numberIn(quarters, ordinal) : Number(quarter);
  if (number) return `${year}-${32 + number}`;
  if (month === undefined) return year;
  const yearAndMonth = `${year}-${String(numberIn(months, month)).padStart(2, '0')}`;
  // A first day that is not written in digits alone: `1er`.
  const days = day === undefined || /^\d+$/.test(day) ? day : '1';
  return days === undefined ? yearAndMonth : `${yearAndMonth}-${days.padStart(2, '0')}`;
}

/** From 1: which of some words, each with its spellings, it is. */
function numberIn(words: readonly (readonly string[])[], one: string): number {
  const lower = one.toLowerCase();
  return words.findIndex((all) => all.some((each) => each.toLowerCase() === lower)) + 1;
}

/** Of each shape. */
const patternsOf = perObject((language: DateWords) => patternsOfShapes(language.shapes, language));

const loosePatternsOf = perObject((language: DateWords) =>
  patternsOfShapes(language.loose?.shapes ?? [], language),
);

function patternsOfShapes(shapes: readonly string[], language: DateWords): readonly RegExp[] {
  const { months, quarters = [], firstDay = [], article, loose } = language;
  const before = article === undefined ? '' : `(?:${literal(article)} )?`;
  const parts: Readonly<Record<string, string>> = {
    year: '\\d{4}',
    month: literal(months.flat().join('|')),
    day: [...firstDay.map(literal), '\\d{1,2}'].join('|'),
    quarter: '[1-4]',
    ordinal: literal(quarters.flat().join('|')),
    season: literal(loose?.seasons.flat().join('|') ?? ''),
    half: literal(loose?.halves.flat().join('|') ?? ''),
  };
  return shapes.map((shape) => {
    const whole = literal(shape).replace(PART, (_, part: string) => `(?<${part}>${parts[part]})`);
    return new RegExp(`^${before}${whole}$`, 'i');
  });
}

/** Words in a pattern, where `|` parts them. */
function literal(words: string): string {
  return words.replace(/[.*+?^$()[\]\\]/g, '\\$&');
}
