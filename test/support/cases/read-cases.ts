// Reads test/cases: what a case says, and everything about it that would otherwise go unnoticed.
import fs from 'node:fs';
import path from 'node:path';
import { RULES } from '../../../server/core/index.js';
import { type Fault, type Fence, readFences } from './fences.js';
import type { Question } from './question.js';
import { QUESTIONS } from './questions/list.js';
import { type Marked, readSpots } from './spots.js';

/** One `##` section: files, and what is expected of them drawn under their lines or in fences below. */
export interface Case {
  readonly title: string;
  /** Of the title, from 1. */
  readonly line: number;
  /** Its own, and those that stand before the first case and belong to all. */
  readonly files: readonly CaseFile[];
  /** Questions in a fence of their own, with their answers. */
  readonly asked: readonly AskedFence[];
}

export interface CaseFile extends Marked {
  readonly path: string;
  /** Its fence; the body with the marks. */
  readonly fence: Fence;
  /** Whether it stands before the first case. */
  readonly shared: boolean;
  /** Whether it says that nothing is found in it. */
  readonly clean: boolean;
  /** What is asked at its cursors and drawn under its lines; else it is what a check finds. */
  readonly question: Question | undefined;
  readonly marks: readonly DrawnMark[];
}

export interface DrawnMark {
  /** In the file of cases. */
  readonly line: number;
  readonly words: string;
}

export interface AskedFence {
  readonly question: Question;
  readonly fence: Fence;
}

export const CASES = path.join('test', 'cases');

/** The files of cases, below `test/cases`, in order. */
export function caseFiles(): readonly string[] {
  const all = fs.readdirSync(CASES, { recursive: true }).map((name) => String(name));
  const cases = all.filter((name) => name.endsWith('.md') && name !== 'README.md');
  return cases.map((name) => name.replaceAll('\\', '/')).sort();
}

const LANGUAGES: Readonly<Record<string, RegExp>> = {
  brief: /\.md$/,
  markdown: /\.md$/,
  yaml: /\.yaml$/,
};
const MARK = /^[ \t]*\^+(?: +(.*))?$/;

interface Building {
  readonly title: string;
  readonly line: number;
  readonly files: CaseFile[];
  readonly asked: AskedFence[];
}

/** @returns the cases, and what is wrong with them, by line */
export function readCases(source: string): {
  readonly cases: readonly Case[];
  readonly faults: readonly Fault[];
} {
  const { parts, faults: found } = readFences(source);
  const faults = [...found];
  const shared: CaseFile[] = [];
  const cases: Building[] = [];
  for (const part of parts) {
    if (part.type === 'heading') {
      if (part.depth === 2) cases.push({ ...part, files: [], asked: [] });
      continue;
    }
    const last = cases.at(-1);
    const read = readFence(part, last === undefined, faults);
    if (read === undefined) continue;
    if ('path' in read) (last?.files ?? shared).push(read);
    else if (last === undefined)
      faults.push({ line: part.line, message: `A question belongs below a title "## …".` });
    else last.asked.push(read);
  }
  const whole = cases.map((each) => ({ ...each, files: [...shared, ...each.files] }));
  if (whole.length === 0) faults.push({ line: 1, message: 'No case: a case begins with "## …".' });
  faults.push(...whole.flatMap(faultsOf), ...sameTitles(whole));
  return { cases: whole, faults: faults.sort((a, b) => a.line - b.line) };
}

function readFence(
  fence: Fence,
  shared: boolean,
  faults: Fault[],
): CaseFile | AskedFence | undefined {
  const question = QUESTIONS.find(({ word }) => word === fence.word);
  if (question !== undefined) {
    if (question.answer === undefined)
      faults.push({ line: fence.line, message: `${question.word} is drawn under a line only.` });
    faults.push(...optionFaults(fence, question, question.required ?? []));
    return { question, fence };
  }
  const language = LANGUAGES[fence.word];
  if (language === undefined) {
    const words = [...Object.keys(LANGUAGES), ...QUESTIONS.map(({ word }) => word)].join(', ');
    const message = `"${fence.word}" is no word of a fence. There are ${words}.`;
    faults.push({ line: fence.line, message });
    return undefined;
  }
  return readFile(fence, language, shared, faults);
}

function readFile(
  fence: Fence,
  language: RegExp,
  shared: boolean,
  faults: Fault[],
): CaseFile | undefined {
  const { line, options } = fence;
  const at = options.get('path');
  if (at === undefined || at === '') {
    const message = `A file without a path: write \`\`\`${fence.word} path=NAME.`;
    faults.push({ line, message });
    return undefined;
  }
  if (!language.test(at))
    faults.push({ line, message: `${fence.word} cannot be the language of ${at}.` });
  const asked = QUESTIONS.filter(({ word }) => options.has(word));
  const [question] = asked;
  if (asked.length > 1 || (question !== undefined && question.marks === undefined))
    faults.push({
      line,
      message: 'Only one question can be asked here, of those drawn under lines.',
    });
  const known = ['path', 'clean', ...asked.map(({ word }) => word)];
  faults.push(...optionFaults(fence, question, known, []));
  const { drawn, marks } = withoutMarks(fence, faults);
  const spots = readSpots(drawn);
  if (typeof spots === 'string') faults.push({ line, message: spots });
  const marked = typeof spots === 'string' ? { drawn, text: drawn, spots: [], signs: [] } : spots;
  return { ...marked, path: at, fence, shared, clean: options.has('clean'), question, marks };
}

/** Options that are missing, or that nobody reads. */
function optionFaults(
  { line, options }: Fence,
  question: Question | undefined,
  known: readonly string[],
  required: readonly string[] = known,
): readonly Fault[] {
  const all = [...known, ...(question?.options ?? [])];
  const unknown = [...options.keys()].filter((name) => !all.includes(name));
  const missing = required.filter((name) => !options.has(name));
  return [
    ...unknown.map((name) => ({
      line,
      message: `"${name}" means nothing here. There are ${all.join(', ') || 'no options'}.`,
    })),
    ...missing.map((name) => ({ line, message: `It needs ${name}="…".` })),
  ];
}

function withoutMarks(
  fence: Fence,
  faults: Fault[],
): { readonly drawn: string; readonly marks: readonly DrawnMark[] } {
  const marks: DrawnMark[] = [];
  const kept = fence.body.split('\n').filter((text, index) => {
    const mark = MARK.exec(text);
    if (mark === null) return true;
    const line = fence.line + 1 + index;
    const words = mark[1] ?? '';
    if (index === 0) faults.push({ line, message: 'A mark under no line.' });
    if (words === '')
      faults.push({ line, message: 'A mark says nothing: write ^^^ and what is there.' });
    marks.push({ line, words });
    return false;
  });
  return { drawn: kept.join('\n'), marks };
}

function faultsOf({ title, line, files, asked }: Case): readonly Fault[] {
  const faults: Fault[] = [];
  const own = files.filter(({ shared }) => !shared);
  const questions = [
    ...files.flatMap(({ question }) => question ?? []),
    ...asked.map((each) => each.question),
  ];
  const pages = questions.length > 0 ? files : own;
  if (!pages.some(({ path: at }) => at !== 'rapporteur.yaml'))
    faults.push({
      line,
      message: `"${title}" is a case without a page: add \`\`\`brief path=NAME.md.`,
    });
  files.forEach(({ path: at, fence }, index) => {
    if (files.findIndex((other) => other.path === at) < index)
      faults.push({ line: fence.line, message: `${at} is there twice: give one another path.` });
  });
  if (questions.length === 0) faults.push(...faultsOfCheck(files));
  else faults.push(...faultsOfQuestions(line, files, asked));
  return faults;
}

/** Of a case that draws what a check finds. */
function faultsOfCheck(files: readonly CaseFile[]): readonly Fault[] {
  const rules = new Set(RULES.map(({ name }) => name));
  return files.flatMap(({ fence: { line }, shared, clean, marks, spots }) => [
    ...(spots.length > 0 ? [{ line, message: 'A cursor, and nothing is asked at it.' }] : []),
    ...(shared && marks.length > 0
      ? [{ line, message: 'Nothing can be drawn in a file that belongs to all cases.' }]
      : []),
    ...(clean && marks.length > 0
      ? [{ line, message: 'It is drawn in, so it is not clean.' }]
      : []),
    ...marks
      .filter(({ words }) => words !== '' && !rules.has(words))
      .map((mark) => ({
        line: mark.line,
        message: `"${mark.words}" is no rule: the mark matches nothing.`,
      })),
  ]);
}

/** Of a case that asks what an editor asks. */
function faultsOfQuestions(
  line: number,
  files: readonly CaseFile[],
  asked: readonly AskedFence[],
): readonly Fault[] {
  const faults: Fault[] = [];
  const everywhere = files.some(({ question }) => question?.everywhere === true);
  for (const { fence, question, spots, marks, clean, shared } of files) {
    if (clean)
      faults.push({
        line: fence.line,
        message: 'A case that asks something is not checked: take "clean" out.',
      });
    if (question === undefined && marks.length > 0 && !everywhere)
      faults.push({ line: marks[0]?.line ?? line, message: 'A mark where nothing is asked.' });
    if (shared && question !== undefined)
      faults.push({ line: fence.line, message: 'A file that belongs to all cases asks nothing.' });
    if (question !== undefined && spots.length === 0)
      faults.push({ line: fence.line, message: `${question.word} needs a cursor: ‸, or ⟦words⟧.` });
    if (
      question === undefined &&
      spots.length > 0 &&
      !asked.some((each) => each.question.about === 'spot')
    )
      faults.push({ line: fence.line, message: 'A cursor, and nothing is asked at it.' });
  }
  const cursors = files.some(({ spots }) => spots.length > 0);
  for (const { fence, question } of asked)
    if (question.about === 'spot' && !cursors)
      faults.push({ line: fence.line, message: `${question.word} needs a cursor: ‸, or ⟦words⟧.` });
  return faults;
}

function sameTitles(cases: readonly Case[]): readonly Fault[] {
  return cases
    .filter(({ title }, index) => cases.findIndex((other) => other.title === title) < index)
    .map(({ title, line }) => ({
      line,
      message: `"${title}" is there twice: say what is special.`,
    }));
}
