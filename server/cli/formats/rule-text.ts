import type { Example, Rule } from '../../core/index.js';
import type { DisplayOptions } from '../terminal/style.js';
import { wrap } from '../terminal/wrap.js';
import { SEVERITY_WORDS } from './summary.js';

/** A rule's page for the terminal. */
export function* explainRule(rule: Rule, { style, width }: DisplayOptions): Iterable<string> {
  const level = usualLevel(rule);
  yield `${style.strong(rule.name)}  ${style.quiet(`(${level})`)}\n\n`;
  yield `${wrap(rule.summary, width).join('\n')}\n\n`;
  for (const paragraph of rule.reason.split(/\n\s*\n/)) {
    yield `${wrap(paragraph.replace(/\s+/g, ' '), width).join('\n')}\n\n`;
  }
  yield* exampleLines('Found in', rule.examples.bad[0], display(style.warning, style.quiet));
  yield* exampleLines('Not in', rule.examples.good[0], display(style.good, style.quiet));
  yield `To suppress it for one line, write above that line: <!-- rapporteur-disable-next-line ${rule.name} -->\n`;
  yield `To change its level everywhere, in rapporteur.yaml: rules: { ${rule.name}: off }\n`;
}

function usualLevel({ level, levelToSuggest }: Rule): string {
  const usual = level === 'off' ? 'off' : SEVERITY_WORDS[level];
  if (levelToSuggest === undefined) return usual;
  return `${usual}; with --suggest: ${SEVERITY_WORDS[levelToSuggest]}`;
}

/** All rules, a line each, by level. */
export function* listRules(
  rules: readonly Rule[],
  { style, width }: DisplayOptions,
): Iterable<string> {
  const column = Math.max(...rules.map(({ name }) => name.length)) + 2;
  for (const level of ['error', 'warning', 'info', 'hint', 'off'] as const) {
    const names = rules.filter((rule) => rule.level === level);
    if (names.length === 0) continue;
    yield level === 'off'
      ? `${style.quiet('off, if nothing switches them on (--suggest)')}\n`
      : `${style[level](`${SEVERITY_WORDS[level]}s`)}\n`;
    for (const { name, summary } of names) {
      const lines = wrap(summary, Math.max(30, width - column - 2));
      yield `  ${style.strong(name)}${' '.repeat(column - name.length)}`;
      yield `${lines.join(`\n${' '.repeat(column + 2)}`)}\n`;
    }
    yield '\n';
  }
}

interface ExampleLook {
  readonly title: (text: string) => string;
  readonly quiet: (text: string) => string;
}

function display(title: ExampleLook['title'], quiet: ExampleLook['quiet']): ExampleLook {
  return { title, quiet };
}

function* exampleLines(
  title: string,
  example: Example | undefined,
  { title: paint, quiet }: ExampleLook,
): Iterable<string> {
  if (example === undefined) return;
  if (example.registry !== undefined) {
    yield `${paint(title)} a brief with this registry:\n${bar(example.registry, quiet)}`;
    yield `the brief:\n${bar(example.brief, quiet)}\n`;
  } else yield `${paint(title)}:\n${bar(example.brief, quiet)}\n`;
}

/** Each line behind a bar, so that none can be taken for a command by a log. */
function bar(text: string, quiet: (text: string) => string): string {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => `${`  ${quiet('│')} ${line}`.trimEnd()}\n`).join('');
}
