import type { Severity } from '../../core/index.js';
import { escapeControls } from '../terminal/escape-controls.js';
import { annotationsOf, annotationText, endLineOf } from './annotations.js';
import type { CheckFormat, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { worstFirst } from './open-findings.js';
import { repositoryPath } from './repository-path.js';

type Level = 'error' | 'warning' | 'notice';

/**
 * Workflow commands. What they hold is written as actions/toolkit writes it (`command.ts`) and read
 * as actions/runner reads it (`ActionCommand.cs`).
 */
export const checkGithub: CheckFormat = {
  name: 'github',
  summary: 'annotations of GitHub Actions: ten of each level, the most serious first',
  *write(run) {
    const { shown, others } = annotationsOf(worstFirst(run), levelOf, 'notice');
    for (const { level, found } of shown) yield commandFor(level, found, run);
    if (others === undefined) return;
    yield `::notice title=Rapporteur::${data(`${others}: the report of this step shows all of them.`)}\n`;
  },
};

const LEVELS: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function levelOf({ severity }: LocatedFinding): Level {
  return LEVELS[severity];
}

function commandFor(level: Level, found: LocatedFinding, run: LintRun): string {
  const { start, end } = found.range;
  const endLine = endLineOf(found);
  const properties: readonly (readonly [string, string | number])[] = [
    ['title', `Rapporteur (${found.rule})`],
    ['file', escapeControls(repositoryPath(found.file, run))],
    ['line', start.line],
    ['endLine', endLine],
    // Columns over several lines are refused.
    ...(end.line === start.line
      ? ([
          ['col', start.column],
          ['endColumn', end.column],
        ] as const)
      : []),
  ];
  const words = properties.map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${level} ${words.join(',')}::${data(annotationText(found))}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
