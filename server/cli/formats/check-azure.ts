import type { Severity } from '../../core/index.js';
import { escapeControls } from '../terminal/escape-controls.js';
import { annotationsOf, annotationText } from './annotations.js';
import type { CheckFormat, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { worstFirst } from './open-findings.js';
import { repositoryPath } from './repository-path.js';

type Level = 'error' | 'warning';

/** Logging commands. Azure Pipelines knows no issue below a warning: notes and hints have none. */
export const checkAzure: CheckFormat = {
  name: 'azure',
  summary: 'errors and warnings as issues of Azure Pipelines: ten of each, the most serious first',
  *write(run) {
    const { shown, others } = annotationsOf(worstFirst(run), levelOf, 'warning');
    for (const { level, found } of shown) yield issueOf(level, found, run);
    if (others === undefined) return;
    yield azureCommand('task.logissue', { type: 'warning' }, `${others}: see the whole report.`);
  },
};

const LEVELS: Readonly<Record<Severity, Level | undefined>> = {
  error: 'error',
  warning: 'warning',
  info: undefined,
  hint: undefined,
};

function levelOf({ severity }: LocatedFinding): Level | undefined {
  return LEVELS[severity];
}

function issueOf(type: Level, found: LocatedFinding, run: LintRun): string {
  const { line, column } = found.range.start;
  const properties = {
    type,
    sourcepath: escapeControls(repositoryPath(found.file, run)),
    linenumber: String(line),
    columnnumber: String(column),
    code: found.rule,
  };
  return azureCommand('task.logissue', properties, annotationText(found));
}

/** A line for the agent, escaped as azure-pipelines-task-lib does. */
export function azureCommand(
  name: string,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const words = Object.entries(properties).map(([key, value]) => `${key}=${property(value)};`);
  return `##vso[${[name, words.join('')].join(' ').trimEnd()}]${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}
