import { scalar, type Tag } from '../brief/index.js';
import {
  type DateWords,
  describeDate,
  edtfOfWords,
  parseEdtf,
  wordsOfDate,
} from '../dates/index.js';
import type { Language } from '../language/index.js';
import { languageOfPage, type Page } from '../workspace/index.js';
import type { Finding, Fix, Rule } from './rule.js';
import { soundTags } from './sound-tags.js';
import { replacement } from './tag-edits.js';
import { quoted } from './wording.js';

export const mismatchedDate: Rule = {
  name: 'mismatched-date',
  summary: 'The words of a date and its edtf= do not agree.',
  reason:
    'Readers see the words; lists and views use edtf=. If the words alone name a date, as "31 October 2025" does, both must agree, and you can remove edtf=. It is needed for words such as "this year".',
  level: 'warning',
  examples: {
    bad: [{ brief: 'They met on :date[31 October 2025]{edtf=2025-10-30}.\n' }],
    good: [
      { brief: 'They met on :date[31 October 2025]{edtf=2025-10-31}.\n' },
      { brief: 'They met :date[late last year]{edtf=2024}.\n' },
    ],
  },
  sees: 'block',
  names: 'exact',
  *check(page, workspace) {
    const language = languageOfPage(workspace, page);
    for (const tag of soundTags(page, 'date')) {
      const found = finding(page, tag, language);
      if (found !== undefined) yield found;
    }
  },
};

function finding(page: Page, tag: Tag, { dates }: Language): Finding | undefined {
  const given = scalar(tag.attributes, 'edtf');
  if (given === undefined) return undefined;
  const said = edtfOfWords(tag.words, dates);
  if (said === undefined || isSame(given.text, said)) return undefined;
  if (parseEdtf(given.text) === undefined) return undefined;
  return {
    span: given.span,
    message: `The words say ${quoted(tag.words)}, but edtf= says ${describeDate(given.text)}. Correct the one that is wrong.`,
    fixes: [
      { title: `Change to '${said}'`, edits: [replacement(page, given, said)], certain: false },
      ...otherWords(page, tag, given.text, dates),
    ],
  };
}

/** Words that say what edtf= says, where the tag has only words between its brackets. */
function otherWords(
  { id, text }: Page,
  { label, words }: Tag,
  edtf: string,
  language: DateWords,
): readonly Fix[] {
  if (label === undefined || text.slice(label.start, label.end) !== words) return [];
  if (!/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(edtf)) return [];
  const [year = 0, month, day] = edtf.split('-').map(Number);
  const date = { year, ...(month && { month }), ...(day && { day }) };
  const meant = wordsOfDate(date, language);
  if (edtfOfWords(meant, language) !== edtf) return [];
  const edits = [{ page: id, span: label, text: meant }];
  return [{ title: `Change the words to '${meant}'`, edits, certain: false, toChoose: true }];
}

/** The same days; whether they are uncertain (`~`, `?`) the words cannot say. */
function isSame(a: string, b: string): boolean {
  const [first, second] = [parseEdtf(a)?.range, parseEdtf(b)?.range];
  return first?.first === second?.first && first?.last === second?.last;
}
