import type { Argument, Command, Option } from '../invocation/command.js';
import { PLATFORM_VARIABLES } from '../platforms/list.js';
import { wrap } from '../terminal/wrap.js';

/** The manual page rapporteur(1), in man(7). */
export function manPage(commands: readonly Command[], version: string): string {
  const lines = [
    '.\\" Written by `npm run generate` from the commands.',
    `.TH RAPPORTEUR 1 "" ${quoted(`Rapporteur ${version}`)} ${quoted('User Commands')}`,
    '.SH NAME',
    'rapporteur \\- tagged people, places, agreements and promises in policy briefs, checked',
    '.SH SYNOPSIS',
    ...commands.flatMap(synopsis).slice(0, -1),
    '.SH DESCRIPTION',
    ...paragraphs(DESCRIPTION),
    '.SH COMMANDS',
    ...commands.flatMap(section),
    '.SH EXIT STATUS',
    ...EXIT.flatMap(([status, words]) => tagged(bold(status), words)),
    '.SH FILES',
    ...FILES.flatMap(([name, words]) => tagged(italic(name), words)),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, words]) => tagged(bold(name), words)),
    '.SH SEE ALSO',
    '.BR git (1),',
    '.BR pandoc (1)',
  ];
  return `${lines.join('\n')}\n`;
}

const DESCRIPTION = `Rapporteur reads briefs: Markdown in which people, places, agreements, dates and promises are tagged, with registries that say who and what they are. It reports what is wrong, missing or overdue, lists who promised what, and prints the text without its tags.

The report goes to the standard output, everything else to the standard error.`;

const EXIT: readonly (readonly [string, string])[] = [
  ['0', 'There are no findings at the level that fails.'],
  ['1', 'There are findings at that level, or more warnings than allowed.'],
  [
    '2',
    'The job could not be done, for example because of a missing path, a wrong configuration or an unknown option.',
  ],
];

const FILES: readonly (readonly [string, string])[] = [
  ['rapporteur.yaml', 'The configuration: what is read and how strict the check is.'],
  ['registry.yaml', 'A registry: the people, places and other entities of the briefs.'],
  ['rapporteur-baseline.json', 'Known findings, which do not fail the check.'],
];

const ENVIRONMENT: readonly (readonly [string, string])[] = [
  ['NO_COLOR', 'No colours, even in a terminal.'],
  ['FORCE_COLOR', 'Colours, even without a terminal.'],
  ['COLUMNS', 'The width of the report if there is no terminal.'],
  [
    PLATFORM_VARIABLES.join(', '),
    'Set by the platforms; the check then also writes their annotations.',
  ],
];

function synopsis({ name, arguments: words }: Command): readonly string[] {
  const parts = words.map(({ syntax }) => argumentIn(syntax));
  return [`.B rapporteur ${roff(name)}`, ['[\\fIoptions\\fR]', ...parts].join(' '), '.br'];
}

/** `[paths...]`: the brackets stay where it may be left out, and its name is in italics. */
function argumentIn(syntax: string): string {
  const name = italic(syntax.replace(/[<>[\].]/g, ''));
  const more = syntax.includes('...') ? '\\|.\\|.\\|.' : '';
  return syntax.startsWith('[') ? `[${name}${more}]` : `${name}${more}`;
}

function section(command: Command): readonly string[] {
  return [
    `.SS ${quoted(`rapporteur ${command.name}`)}`,
    ...paragraphs(command.description),
    ...command.arguments.flatMap((each) =>
      tagged(argumentIn(each.syntax), `${each.summary}${choicesIn(each)}.`),
    ),
    ...command.options.flatMap((option) =>
      tagged(optionIn(option.syntax), `${option.summary}${choicesIn(option)}.`),
    ),
    ...(command.examples.length > 0 ? ['.PP', 'Examples:'] : []),
    ...command.examples.flatMap(({ line, summary }) => tagged(bold(line), `${summary}.`)),
  ];
}

function optionIn(syntax: string): string {
  const [names = '', value = ''] = [syntax.replace(/\s*[<[].*$/, ''), /[<[].*$/.exec(syntax)?.[0]];
  const shown = names.split(/,\s*/).map(bold).join(', ');
  return value === '' ? shown : `${shown} ${italic(value.replace(/^<(.*)>$/, '$1'))}`;
}

function choicesIn(each: Argument | Option): string {
  const { choices } = each;
  const initial = 'initial' in each ? each.initial : undefined;
  const parts = [
    ...(choices === undefined ? [] : [`one of ${choices.join(', ')}`]),
    ...(initial === undefined ? [] : [`default: ${initial}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function tagged(tag: string, words: string): readonly string[] {
  return ['.TP', tag, ...sentences(words)];
}

/** Paragraphs stand a blank line apart; lines that are indented keep their shape. */
function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((paragraph, at) => [...(at === 0 ? [] : ['.PP']), ...shaped(paragraph)]);
}

function shaped(paragraph: string): readonly string[] {
  const lines = paragraph.split('\n');
  return lines.flatMap((line, at) => {
    const keeps = /^\s{2,}/.test(line) || /^\s{2,}/.test(lines[at - 1] ?? '');
    return [...(keeps ? ['.br'] : []), ...sentences(line.trim())];
  });
}

/** Each on lines of its own: formatters set the space between them. */
function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?]) (?=[A-Z'])/).flatMap((sentence) => wrap(sentence, 76).map(roff));
}

const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
const italic = (text: string): string => `\\fI${roff(text)}\\fR`;

/** Text as it may stand in a line of a manual page (man(7)): nothing in it is a request or an escape. */
export function roff(text: string): string {
  return (
    text
      .replaceAll('\\', '\\e')
      .replaceAll('-', '\\-')
      .replaceAll('`', '\\(ga')
      .replaceAll("'", '\\(aq')
      .replaceAll('^', '\\(ha')
      .replaceAll('~', '\\(ti')
      // Not every formatter reads UTF-8.
      .replace(/[^\0-\x7f]/gu, (sign) => `\\[u${codeOf(sign)}]`)
      .replace(/^\./gm, '\\&.')
  );
}

/** An argument of a request. */
export function quoted(text: string): string {
  return `"${roff(text).replaceAll('"', '\\(dq')}"`;
}

function codeOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
