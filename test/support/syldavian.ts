// A language that does not exist, as one would be added: one object in one file.
import { type Language, markerReader } from '../../server/core/language/index.js';

const nothing = /^(?!)/;

export const syldavian: Language = {
  tag: 'syl',
  name: 'Syldavian',
  examples: {
    dates: ['31 oktobru 2025', 'K1 2026'],
    markers: {
      binding: ['muskru'],
      pledged: ['dashpol da'],
      planned: ['kzommet'],
      intended: ['volta da'],
      aspired: ['hoplet'],
    },
  },
  readStrength: markerReader({
    markers: {
      binding: ['muskru|muskrut'],
      pledged: ['dashpol … da'],
      planned: ['kzommet'],
      intended: ['volta da', 'kzommet volta da'],
      aspired: ['hoplet'],
    },
    agreed: ['gradz da'],
    treaty: ['partidz'],
    classes: {},
    isAct: () => true,
    isAdverb: (word) => word === 'klup',
    beforeActs: [],
    negation: { first: [], second: ['niez'] },
    denials: ['niez'],
    idle: [],
    doubts: [],
    elisions: [],
  }),
  yearSpansIn: (words) =>
    [...words.matchAll(/(\d+)-ragu/g)].map(({ 0: text, 1: count }) => ({
      count: Number(count),
      text,
    })),
  dates: {
    months: 'januru februru marzu aprilu maju junu julu augustu septembru oktobru novembru dezembru'
      .split(' ')
      .map((month) => [month]),
    shapes: ['{day} {month} {year}', '{month} {year}', 'K{quarter} {year}'],
  },
  relativeDates: {
    days: new Map([['todzu', 0]]),
    spans: [{ words: /raga nekst/, unit: 'year', step: 1 }],
    endOf: nothing,
    endOfYear: nothing,
    wholeYear: nothing,
    withoutYear: ['{day} {month}'],
  },
  deadlines: { due: ['vor'], before: [], notDue: ['aus'], vague: /klow/ },
  pronouns: {
    one: /^czy$/,
    several: /^czyt$/,
    persons: nothing,
    subjects: nothing,
    things: nothing,
    pointing: /^dzet$/,
    nouns: [],
  },
  parties: {
    articles: ['dzet'],
    indefinite: [],
    both: [],
    possessives: [],
    and: ['on'],
    agent: ['bi'],
    facing: ['mit'],
    placing: ['in'],
    coordinating: ['on'],
    notAlone: [],
    openers: [],
    judging: [],
    beside: nothing,
    passive: nothing,
    wholes: nothing,
    promises: nothing,
    promisesOrVerbs: nothing,
    at: ['op'],
    making: nothing,
    anotherTime: nothing,
    anotherTimeWithin: nothing,
  },
  names: { joints: [], elisions: [], endings: [], common: [] },
  sentences: { titles: ['Hr'], abbreviations: [], openers: ['Dzet'] },
  ids: { idle: ['dashpol', 'da', 'mit'], small: [], signs: [] },
};
