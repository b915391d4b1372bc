import { MONTHS } from '../../dates/index.js';
import type { Language, RelativeSpan } from '../language.js';
import { isMarkerWord, readStrength, strengthsIn } from './strength.js';
import { yearSpansIn } from './years.js';

const words = (list: string): readonly string[] => list.split(' ');

/** Read where a brief names no other language, so a few words of others' names are among these. */
export const english: Language = {
  tag: 'en',
  name: 'English',
  examples: {
    dates: ['February 2025', '31 October 2025', 'October 31, 2025', 'Oct 2025', 'Q1 2026'],
    markers: {
      binding: ['shall', 'must', 'undertakes to'],
      pledged: ['commits to', 'pledges', 'agreed to', 'commitment to'],
      planned: ['will', 'is set to', 'plans to'],
      intended: ['intends to', 'aims to', 'seeks to', 'will endeavour to'],
      aspired: ['hopes to', 'is eager to', 'looks forward to'],
    },
  },
  readStrength,
  strengthsIn,
  isMarkerWord,
  yearSpansIn,
  dates: {
    months: MONTHS.map((month) => [month, month.slice(0, 3)]),
    daySuffixes: ['st', 'nd', 'rd', 'th'],
    shapes: [
      '{day} {month} {year}',
      '{month} {day}, {year}',
      '{month} {year}',
      'Q{quarter} {year}',
    ],
    quarters: [
      ['first', '1'],
      ['second', '2'],
      ['third', '3'],
      ['fourth', 'last', '4'],
    ],
    loose: {
      leads: [
        ...words('the in on at of for during within over dated between year cy'),
        ...['calendar year', 'month of', 'course of', 'time of'],
      ],
      until: [
        ...words('by until till to'),
        ...['up to', 'no later than', 'not later than', 'at the latest', 'at the latest by'],
      ],
      before: ['before', 'prior to', 'ahead of', 'earlier than'],
      since: ['since', 'from', 'starting', 'beginning', 'as of', 'effective'],
      about: ['about', 'around', 'approximately', 'approx', 'circa', 'ca', 'c'],
      weekdays: words(
        'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
      ),
      abbreviations: new Map([['sept', 'sep']]),
      seasons: [['spring'], ['summer'], ['autumn', 'fall'], ['winter']],
      halves: [
        ['first', '1'],
        ['second', '2', 'last'],
      ],
      start: ['start of', 'start', 'beginning of'],
      end: ['end of', 'end', 'close of', 'year end', 'year-end'],
      early: ['early', 'early in'],
      middle: ['mid', 'middle of', 'midyear', 'mid-year'],
      late: ['late', 'late in', 'later in'],
      fiscalYear: ['fiscal year', 'financial year', 'budget year', 'fiscal', 'fy'],
      to: words('to until till through and'),
      decade: ['s'],
      shapes: [
        '{day} of {month} {year}',
        '{day} day of {month} {year}',
        '{month} {day} {year}',
        '{month} the {day} {year}',
        '{year} {month} {day}',
        '{year} {month}',
        '{month} of {year}',
        '{month}/{year}',
        '{day}/{month}/{year}',
        'Q{quarter} of {year}',
        'Q{quarter}/{year}',
        '{quarter}Q {year}',
        '{ordinal} quarter {year}',
        '{ordinal} quarter of {year}',
        'H{half} {year}',
        'H{half} of {year}',
        '{half}H {year}',
        '{half} half {year}',
        '{half} half of {year}',
        '{season} {year}',
        '{season} of {year}',
      ],
    },
  },
  relativeDates: {
    days: new Map([
      ['today', 0],
      ['yesterday', -1],
      ['tomorrow', 1],
    ]),
    spans: spans(),
    endOf: /\bend of\b/i,
    endOfYear: /^(?:by |before )?(?:the )?year[- ]?end$|^(?:by )?year['’]s end$/,
    wholeYear: /^the year$/,
    withoutYear: [
      '(?:on |in |by |early |late |mid-)?(?:the )?{day} (?:of )?{month}',
      '(?:on |in |by |early |late |mid-)?(?:the )?{month}(?: {day})?',
    ],
  },
  deadlines: {
    due: ['by', 'before', 'until', 'than', 'within', 'end of'],
    before: ['before'],
    notDue: ['since', 'from', 'after', 'of'],
    within: {
      pattern:
        /^(?:within|in|over|during)(?: the)?(?: next| coming| following)? (?<count>\d{1,3}|[a-z]+) (?<unit>days?|weeks?|months?|quarters?|years?)(?: time| from now)?$/,
      numbers: new Map(
        words('one two three four five six seven eight nine ten eleven twelve')
          .flatMap((word, index): [string, number][] => [
            [word, index + 1],
            ...(index === 0
              ? ([
                  ['a', 1],
                  ['an', 1],
                ] as [string, number][])
              : []),
          ])
          .concat([
            ['eighteen', 18],
            ['twenty', 20],
            ['thirty', 30],
            ['sixty', 60],
            ['ninety', 90],
          ]),
      ),
      units: new Map<string, { readonly days: number } | { readonly months: number }>([
        ...words('day days').map((unit) => [unit, { days: 1 }] as const),
        ...words('week weeks').map((unit) => [unit, { days: 7 }] as const),
        ...words('month months').map((unit) => [unit, { months: 1 }] as const),
        ...words('quarter quarters').map((unit) => [unit, { months: 3 }] as const),
        ...words('year years').map((unit) => [unit, { months: 12 }] as const),
      ]),
    },
    quarter:
      /^(?:by |before |until |in |during )?(?:the )?(?:end of )?(?:the )?(?:q(?<count>[1-4])|(?<word>first|second|third|fourth) quarter)$/,
    vague:
      /\b(?:soon|shortly|in the (?:coming|next few) (?:weeks|months|years)|in the near future|at an early date|as soon as possible|in due course)\b/i,
  },
  pronouns: {
    one: /^(?:he|she|it|him|her|his|hers|its|who|whose|this|that|the (?:former|latter))$/i,
    several:
      /^(?:they|them|their|theirs|these|those|both|the (?:two|pair|parties|sides)|(?:both|the two) \p{L}+|(?:both|two) of (?:them|these))$/iu,
    persons: /^(?:he|she|him|her|his|hers)$/i,
    subjects: /he|she|it|they|both|(?:both|the two) \p{Ll}+/u,
    things: /^its?$/i,
    pointing: /^(?:the|this|that|these|those|his|her|its|their)$/i,
    nouns: [
      [
        'place',
        /^(?:countr(?:y|ies)|nations?|states?|governments?|capitals?|republics?|neighbou?rs?)$/,
      ],
      [
        'person',
        /^(?:leaders?|ministers?|presidents?|secretar(?:y|ies)|officials?|diplomats?|envoys?|ambassadors?|men|man|wom[ae]n|counterparts?)$/,
      ],
      [
        'org',
        /^(?:organi[sz]ations?|ministr(?:y|ies)|agenc(?:y|ies)|compan(?:y|ies)|alliances?|departments?|bod(?:y|ies))$/,
      ],
      [
        'agreement',
        /^(?:agreements?|treat(?:y|ies)|frameworks?|accords?|pacts?|deals?|memorand(?:um|a)|conventions?)$/,
      ],
      ['event', /^(?:meetings?|calls?|summits?|dialogues?|talks|signings?|visits?|conferences?)$/],
    ],
  },
  parties: {
    articles: ['the'],
    both: ['both'],
    indefinite: ['a', 'an'],
    possessives: words('his her its their'),
    and: ['and', '&', 'as well as'],
    agent: ['by'],
    facing: words('with to for towards toward'),
    placing: words(
      'in at near across within throughout of from around into on by between against under about after before through over via',
    ),
    coordinating: words('and but then or'),
    notAlone: words('or nor not than except excluding including like also even'),
    openers: words(
      'that which who whose when while where whereas although though because if unless whether as since until once how what say says said saying tell tells told',
    ),
    judging: words(
      'welcome welcomes welcomed welcoming note notes noted noting praise praises praised praising criticise criticises criticised criticize criticizes criticized reject rejects rejected question questions questioned cite cites cited thank thanks thanked appreciate appreciates appreciated applaud applauds applauded doubt doubts doubted condemn condemns condemned seek seeks sought demand demands demanded request requests requested of for by with on in to from',
    ),
    beside:
      /(?:has|have|had|is|are|was|were|be|been|do|does|did|also|both|each|all|not|then|now|further|therefore|thus|hereby|again|already|still|today|together|soon|later|once|twice|who|which|will|would|\p{Ll}+ly),? /u,
    passive: /\b(?:be|been|being|is|are|was|were)\s+[^,;]{1,80}\sby\s+(?:the\s+)?$/i,
    wholes:
      /(?:governments?|authorities|people|peoples|leaders|ministers|presidents|representatives|delegations?) of (?:both )?(?:the )?$/i,
    promises:
      /(?:commitments?|intentions?|anticipation|eagerness|readiness|willingness|determination|decisions?|ambitions?|aspirations?|undertakings?|assurances?)\b/,
    promisesOrVerbs:
      /(?:plans?|hopes?|pledges?|promises?|vows?|aims?|resolve|intent|guarantees?)\b/,
    at: words('at during in on'),
    making:
      /\b(?:sign|conclude|finali[sz]e|negotiate|adopt|ratify|renew|extend|draft|finish|complete|initial|approve|finished|final|new|next)(?:s|ed|ing)?(?:\s+(?:a|an|the|its|their|this|that|new|final|[\w-]*year))*\s*$/i,
    former: 'former',
    anotherTime:
      /(?:^|[^\p{L}])(?:former|ex|one-?time|then|late|previous|past|outgoing|incoming|future|next|designated?|acting|deputy)[\s\u00a0-]*$/iu,
    anotherTimeWithin: /^(?:former|ex-|then)\b/i,
  },
  names: {
    joints: words('of de del della der den van von bin ibn al el la le du da dos for'),
    elisions: [],
    endings: ['s'],
    common: words('and for the this with der des die les'),
  },
  sentences: {
    titles: words(
      'Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Sgt Adm Sen Rep Gov Amb Hon Rev St Mme Mlle',
    ),
    abbreviations: words(
      'No Nos Nr Art Arts Abs Sec para paras Ch Fig Vol vol pp ed eds cf vs approx ca etc al Inc Ltd Co Corp Univ Dept Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec bzw usw Sr Jr',
    ),
    openers: words(
      'The A An On In At By For With From To And But Or If When While As After Before During Since Until Its His Her Their Our This That These Those Both He She It They We Then There Later Earlier However Today Yesterday Behind Also Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    ),
  },
  ids: {
    idle: words(
      'a an the to of in on at by for from with and or its their his her our this that these those will would shall must is are be been was were has have had not more further also agreed agree agrees agreement commit commits committed commitment pledge pledges pledged plan plans planned intend intends aim aims seek seeks hope hopes hoped set due going looks look forward eager promise promises promised vow vows vowed undertake undertakes decide decides decided willing prepared ready determined resolve resolves resolved guarantee guarantees',
    ),
    small: words('of the and for in on to de la du von van der'),
    signs: [
      [
        'office',
        words('minister secretary president chair director ambassador chief commissioner governor'),
      ],
      [
        'org',
        words(
          'ministry department mod dod mea council union nato agency office commission committee bank force forces navy army company corporation inc ltd university institute',
        ),
      ],
    ],
  },
};

/** `this year`, `the coming month`, `last quarter` … */
function spans(): readonly RelativeSpan[] {
  const steps = [
    ['this|the|current', 0],
    ['last|previous|past', -1],
    ['next|coming|following', 1],
  ] as const;
  return (['year', 'month', 'quarter'] as const).flatMap((unit) =>
    steps.map(([which, step]) => {
      return { words: new RegExp(`\\b(?:${which})\\s+${unit}\\b`), unit, step };
    }),
  );
}
