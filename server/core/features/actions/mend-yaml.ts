import { yamlScalar } from '../../parse/index.js';
import type { Report } from '../../rules/index.js';
import { dryRun, hasNewFault, lineEnd, lineStart } from '../../suggest/index.js';
import type { TextEdit } from '../../text/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import type { CodeAction } from './code-action.js';

/** The slips in YAML that one line explains: a bracket that is not closed, a value that needs quotes, a tab. */
export const mendYaml: CodeAction = {
  name: 'mend-yaml',
  kinds: ['quickfix.rapporteur.yaml'],
  *offer({ workspace, page, reports }) {
    for (const report of reports) {
      if (!RULES.has(report.rule) || page.text.length > MOST_READ) continue;
      const step = stepsFor(page.text, report).find(({ edits }) =>
        isMended(workspace, page, report.rule, edits),
      );
      if (step === undefined) continue;
      yield {
        title: step.title,
        kind: 'quickfix.rapporteur.yaml',
        edits: step.edits.map((edit) => ({ ...edit, page: page.id })),
        reports: [report],
      };
    }
  },
};

const RULES: ReadonlySet<string> = new Set(['invalid-front-matter', 'invalid-yaml']);

/** Characters of a page that is read again for each step that is tried. */
const MOST_READ = 300_000;

interface Step {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Where YAML is found to be wrong is seldom before, and often one line below, what is wrong. */
function stepsFor(text: string, { span }: Report): readonly Step[] {
  const steps: Step[] = [];
  let at = lineStart(text, span.start);
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    const line = text.slice(at, lineEnd(text, at));
    steps.push(...(line.length > MOST_LENGTH ? [] : stepsIn(line, at)));
    if (at === 0) break;
    at = lineStart(text, at - (text.startsWith('\r\n', at - 2) ? 2 : 1));
  }
  return steps;
}

const MOST_LINES = 4;
const MOST_LENGTH = 1000;

function* stepsIn(line: string, at: number): Iterable<Step> {
  const [, head = '', value = ''] =
    /^(\s*(?:- )?[^\s:#'"[{][^:]*:\s+|\s*- )(\S.*?)\s*$/.exec(line) ?? [];
  const tabs = /^ *\t[ \t]*/.exec(line)?.[0] ?? '';
  if (tabs !== '')
    yield {
      title: 'Indent with spaces, not with tabs',
      edits: [{ span: { start: at, end: at + tabs.length }, text: tabs.replaceAll('\t', '  ') }],
    };
  const missing = unclosed(value);
  const end = at + head.length + value.length;
  if (missing !== '')
    yield {
      title: `Write '${missing}' at the end of the line`,
      edits: [{ span: { start: end, end }, text: /[}]/.test(missing) ? ` ${missing}` : missing }],
    };
  const plain = /^["'].*["']$/.test(value) ? '' : value;
  const quoted = plain === '' ? '' : yamlScalar(plain);
  if (quoted !== plain)
    yield {
      title: 'Put the value in quotes',
      edits: [{ span: { start: end - plain.length, end }, text: quoted }],
    };
}

/** The brackets and braces that a value opens and does not close. */
function unclosed(value: string): string {
  const open: string[] = [];
  for (const [sign] of value.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') open.push(sign === '[' ? ']' : '}');
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open.reverse().join('');
}

function isMended(
  workspace: Workspace,
  page: Page,
  rule: string,
  edits: readonly TextEdit[],
): boolean {
  const after = dryRun(workspace, page, edits);
  const count = ({ facts }: Page): number =>
    facts.faults.filter((fault) => fault.rule === rule).length;
  return (
    count(after) < count(page) &&
    after.facts.definitions.length >= page.facts.definitions.length &&
    !hasNewFault(page, after)
  );
}
