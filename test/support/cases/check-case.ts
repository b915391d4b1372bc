// Whether a case is as it is drawn, and how it should be drawn.
import {
  DEFAULT_SETTINGS,
  gatherReports,
  linesOf,
  lint,
  type Page,
  RULES,
  readSettings,
  type Span,
  type Workspace,
} from '../../../server/core/index.js';
import { workspaceWith } from '../linting.js';
import type { Fault, Fence } from './fences.js';
import { answerFits, marksFit } from './fits.js';
import { NOTHING, type PageMark } from './question.js';
import type { AskedFence, Case, CaseFile } from './read-cases.js';
import { drawMarks, type Mark } from './spots.js';

/** What a fence should hold. */
interface Redrawn {
  readonly fence: Fence;
  readonly body: string;
}

const HINT = 'UPDATE=1 npm test -- cases draws what is found: read the diff.';

/**
 * @returns what differs, and the fences as they should be: for rewriting, unless something cannot be drawn
 */
export function checkCase(one: Case): {
  readonly faults: readonly Fault[];
  readonly redrawn: readonly Redrawn[];
} {
  const faults: Fault[] = [];
  const redrawn: Redrawn[] = [];
  const workspace = workspaceOfCase(one);
  const asks = one.asked.length > 0 || one.files.some(({ question }) => question !== undefined);
  const found = asks ? answersUnderLines(workspace, one, faults) : findings(workspace, one);
  for (const file of one.files) {
    const here = found.filter(({ page }) => page === file.path).map((mark) => asDrawn(file, mark));
    if (file.shared) {
      if (here.length > 0) faults.push(drawnInShared(file, here));
      continue;
    }
    const body = drawMarks(file, here);
    if (body !== file.fence.body) redrawn.push({ fence: file.fence, body });
    faults.push(...differences(file, body));
  }
  if (!asks && found.length === 0) faults.push(...drawsNothing(one));
  for (const asked of one.asked) {
    try {
      const body = answerOf(workspace, one, asked);
      if (answerFits(asked.fence.body, body)) continue;
      redrawn.push({ fence: asked.fence, body });
      const message = `The answer is another. ${HINT}\nDrawn:\n${asked.fence.body}Found:\n${body}`;
      faults.push({ line: asked.fence.line, message });
    } catch (error) {
      faults.push({ line: asked.fence.line, message: String(error) });
    }
  }
  return { faults, redrawn };
}

/** With the words that are drawn, where those leave the rest open. */
function asDrawn({ marks }: CaseFile, found: PageMark): PageMark {
  const drawn = marks.find(({ words }) => marksFit(words, found.words));
  return drawn === undefined ? found : { ...found, words: drawn.words };
}

/** The cases' file with its fences as they should be. */
export function rewritten(source: string, redrawn: readonly Redrawn[]): string {
  return redrawn
    .toSorted((a, b) => b.fence.start - a.fence.start)
    .reduce(
      (text, { fence, body }) => text.slice(0, fence.start) + body + text.slice(fence.end),
      source,
    );
}

/** The workspace that a case's files make; a `rapporteur.yaml` among them is its configuration. */
function workspaceOfCase({ files }: Pick<Case, 'files'>): Workspace {
  const config = files.find(({ path }) => path === 'rapporteur.yaml');
  const names = RULES.map((rule) => rule.name);
  const read = config && readSettings(config.text, names);
  const fault = read?.faults[0];
  if (fault) throw new Error(`rapporteur.yaml of the case: ${fault.message}`);
  const texts = files.filter((file) => file !== config).map(({ path, text }) => [path, text]);
  return workspaceWith(Object.fromEntries(texts), undefined, read?.settings ?? DEFAULT_SETTINGS);
}

function findings(workspace: Workspace, { files }: Case): readonly PageMark[] {
  return files.flatMap(({ path }) => {
    const page = workspace.pages.get(path);
    if (page === undefined) return [];
    const reports = gatherReports(page, lint(workspace, path, workspace.settings.levels));
    return reports.map(({ span, rule }) => ({ page: path, span, words: rule }));
  });
}

function answersUnderLines(workspace: Workspace, { files }: Case, faults: Fault[]): PageMark[] {
  return files.flatMap((file) => {
    const { question, fence, spots } = file;
    if (question?.marks === undefined) return [];
    const page = pageOf(workspace, file.path);
    const option = (name: string): string | undefined => fence.options.get(name);
    try {
      const answers = spots.map(
        (spot) => question.marks?.({ workspace, page, spot, option }) ?? [],
      );
      if (question.everywhere !== true) return answers.flat();
      const [first, ...others] = new Set(
        answers.filter(isSomething).map((each) => JSON.stringify(each)),
      );
      if (others.length > 0) throw new Error('Its cursors have other answers: a case for each.');
      const one: readonly PageMark[] = first === undefined ? [] : JSON.parse(first);
      return [...answers.filter((each) => !isSomething(each)).flat(), ...one];
    } catch (error) {
      faults.push({ line: fence.line, message: String(error) });
      return [];
    }
  });
}

function isSomething(marks: readonly PageMark[]): boolean {
  return marks.some(({ words }) => words !== NOTHING);
}

/** The answers to a question, at every cursor in order; with several each says where it was asked. */
function answerOf(workspace: Workspace, one: Case, { question, fence }: AskedFence): string {
  const option = (name: string): string | undefined => fence.options.get(name);
  const ask = (path: string, spot: Span): readonly string[] => {
    const page = pageOf(workspace, path);
    return question.answer?.({ workspace, page, spot, option }) ?? [];
  };
  const places = placesOf(one, question.about === 'page' ? (option('of') ?? '') : undefined);
  const answers = places.map(({ path, spot }) => ({ path, spot, lines: ask(path, spot) }));
  const told: { at: string; answer: string }[] = [];
  for (const { path, spot, lines } of answers) {
    const { line, column } = linesOf(workspace.pages.get(path)?.text ?? '').positionAt(spot.start);
    const at = answers.length > 1 ? `‸ ${path}:${line + 1}:${column + 1}\n` : '';
    const answer = lines.join('\n');
    const last = told.at(-1);
    // Cursors in a row that get the same answer share it.
    if (last?.answer === answer) last.at += at;
    else told.push({ at, answer });
  }
  const texts = told.map(({ at, answer }) => at + answer);
  const body = `${texts.join('\n\n')}\n`;
  if (/^```/m.test(body)) throw new Error('The answer has a fence in it: draw it with ````.');
  return body;
}

/** @param of the page that is asked about: empty for the first; `undefined`: the cursors are */
function placesOf(
  { files }: Case,
  of: string | undefined,
): readonly { readonly path: string; readonly spot: Span }[] {
  if (of === undefined)
    return files
      .filter(({ question }) => question === undefined)
      .flatMap(({ path, spots }) => spots.map((spot) => ({ path, spot })));
  const page = of === '' ? files.find(({ path }) => path.endsWith('.md')) : undefined;
  return [{ path: page?.path ?? of, spot: { start: 0, end: 0 } }];
}

function pageOf(workspace: Workspace, path: string): Page {
  const page = workspace.pages.get(path);
  if (page === undefined) throw new Error(`There is no page ${path} in the case.`);
  return page;
}

function drawsNothing({ line, files }: Case): readonly Fault[] {
  if (files.some(({ clean, marks }) => clean || marks.length > 0)) return [];
  const message = `Nothing is found in the case and nothing drawn: if that is meant, say "clean" behind the path of the file.`;
  return [{ line, message }];
}

function drawnInShared({ path, fence: { line } }: CaseFile, marks: readonly Mark[]): Fault {
  const words = [...new Set(marks.map((mark) => mark.words))].join(', ');
  return {
    line,
    message: `${path} belongs to all cases, and would be drawn in (${words}): put it into the case.`,
  };
}

/** The marks that are drawn and not found, and those found and not drawn, each with its line. */
function differences({ fence }: CaseFile, body: string): readonly Fault[] {
  const drawn = marksByLine(fence.body);
  const found = marksByLine(body);
  return [...new Set([...drawn.keys(), ...found.keys()])]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const here = drawn.get(at) ?? { line: -1, marks: [] };
      const wanted = found.get(at)?.marks ?? [];
      const line = fence.line + 1 + (here.line < 0 ? (found.get(at)?.line ?? 0) : here.line);
      return [
        ...here.marks.flatMap((mark, index) =>
          wanted.includes(mark)
            ? []
            : [
                {
                  line: line + 1 + index,
                  message: `The mark matches nothing: ${mark.trim()}. ${HINT}`,
                },
              ],
        ),
        ...wanted
          .filter((mark) => !here.marks.includes(mark))
          .map((mark) => ({
            line,
            message: `Found under this line and not drawn:\n${mark}\n${HINT}`,
          })),
      ];
    });
}

/** By the number of the line in the text, without marks: where it is in the body, and its marks. */
function marksByLine(
  body: string,
): ReadonlyMap<number, { readonly line: number; readonly marks: readonly string[] }> {
  const all = new Map<number, { line: number; marks: string[] }>();
  let at = -1;
  body.split('\n').forEach((text, index) => {
    if (/^[ \t]*\^+ /.test(text)) all.get(at)?.marks.push(text);
    else {
      at += 1;
      all.set(at, { line: index, marks: [] });
    }
  });
  return all;
}
