// Tests written as briefs: see any file in test/cases.
import {
  DEFAULT_SETTINGS,
  lint,
  type Report,
  RULES,
  readSettings,
  type Workspace,
} from '../../server/core/index.js';
import { workspaceWith } from './linting.js';

/** One `##` section: some files, with what is expected of them drawn under their lines. */
export interface Case {
  readonly title: string;
  /** Line of the title, from 1. */
  readonly line: number;
  readonly files: readonly CaseFile[];
}

export interface CaseFile {
  readonly path: string;
  /** As it stands in the case, drawings included. */
  readonly drawn: string;
  /** Without them: what is read. */
  readonly text: string;
  /** Offsets of `drawn` in the text of the cases' file, for rewriting. */
  readonly start: number;
  readonly end: number;
}

const DRAWING = /^[ \t]*\^+ [a-z].*$/;
const FENCE = /^(`{3,})(?:brief|yaml|markdown)[ ]+path=(\S+)[ ]*$/;

/** Reads the cases of one Markdown file. */
export function readCases(source: string): readonly Case[] {
  const cases: { title: string; line: number; files: CaseFile[] }[] = [];
  let open: { fence: string; path: string; start: number } | undefined;
  let offset = 0;
  source.split('\n').forEach((line, index) => {
    if (open === undefined) {
      const fence = FENCE.exec(line);
      if (line.startsWith('## ')) cases.push({ title: line.slice(3), line: index + 1, files: [] });
      else if (fence?.[1] && fence[2])
        open = { fence: fence[1], path: fence[2], start: offset + line.length + 1 };
    } else if (line === open.fence) {
      const drawn = source.slice(open.start, offset);
      const text = withoutDrawings(drawn);
      cases.at(-1)?.files.push({ path: open.path, drawn, text, start: open.start, end: offset });
      open = undefined;
    }
    offset += line.length + 1;
  });
  return cases;
}

function withoutDrawings(drawn: string): string {
  const lines = drawn.split('\n');
  return lines.filter((line) => !DRAWING.test(line)).join('\n');
}

/** The workspace that a case's files make; a `rapporteur.yaml` among them is its config. */
function workspaceOf(files: readonly CaseFile[]): Workspace {
  const config = files.find((file) => file.path === 'rapporteur.yaml');
  const names = RULES.map((rule) => rule.name);
  const read = config && readSettings(config.text, names);
  const fault = read?.faults[0];
  if (fault) throw new Error(`rapporteur.yaml of the case: ${fault.message}`);
  const settings = read?.settings ?? DEFAULT_SETTINGS;
  const texts = files.filter((file) => file !== config).map(({ path, text }) => [path, text]);
  return workspaceWith(Object.fromEntries(texts), undefined, settings);
}

/** The files of a case as they should be drawn: every finding under the words it is about. */
export function draw(found: Case): ReadonlyMap<CaseFile, string> {
  const workspace = workspaceOf(found.files);
  const drawn = new Map<CaseFile, string>();
  for (const file of found.files) {
    const known = workspace.pages.has(file.path);
    const reports = known ? lint(workspace, file.path, workspace.settings.levels) : [];
    drawn.set(file, drawReports(file.text, reports));
  }
  return drawn;
}

function drawReports(text: string, reports: readonly Report[]): string {
  let offset = 0;
  const lines = text.split('\n').flatMap((line) => {
    const start = offset;
    offset += line.length + 1;
    const here = reports.filter(({ span }) => start <= span.start && span.start < offset);
    return [line, ...here.map((report) => underline(report, start, start + line.length))];
  });
  return lines.join('\n');
}

function underline({ span, rule }: Report, start: number, end: number): string {
  const marks = Math.max(1, Math.min(span.end, end) - span.start);
  return `${' '.repeat(span.start - start)}${'^'.repeat(marks)} ${rule}`;
}
