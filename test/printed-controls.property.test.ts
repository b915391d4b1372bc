// Every command, option and format, over texts, names and arguments that hold what acts on a terminal: nothing of it gets out.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { loadCommands } from '../server/cli/commands/list.js';
import { loadFormats } from '../server/cli/formats/check-formats.js';
import type { Command, Option } from '../server/cli/invocation/command.js';
import { rapporteur } from './support/cli.js';
import { property, runs } from './support/needs.js';

const codes = [...Array.from({ length: 0xa0 }, (_, code) => code)].filter(
  (code) => (code < 0x20 && code !== 9 && code !== 10) || (code >= 0x7f && code <= 0x9f),
);
const CONTROLS = codes.map((code) => String.fromCharCode(code));

/** One sign, or what a terminal obeys. */
const acting = fc.oneof(
  fc.constantFrom(...CONTROLS),
  fc.constantFrom('\u001b[31m', '\u001b]0;t\u0007', '\u009b2J', '\u001b[2K\r', '\u0090q\u009c'),
);

/** Tabs and line ends may stand; a carriage return only before a line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const RAW = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/;

/** A workspace with a sign in each place where a writer could put one. */
function filesWith(sign: string): Readonly<Record<string, string>> {
  const inName = sign.replace(/[\0/]/g, '\u0001');
  const yaml = JSON.stringify(`x${sign}y`).replace(
    /[\u007f-\u009f]/g,
    (each) => `\\x${each.charCodeAt(0).toString(16)}`,
  );
  const brief = [
    '---',
    'date: 2025-10-31',
    `title: ${yaml}`,
    `source: ${yaml}`,
    '---',
    '',
    `# Head${sign}ing :person[Ann${sign} Lee]{#ann-lee name="Ann${sign}" description="d${sign}"}`,
    '',
    `:person[No${sign}body] :persn[x${sign}] :person [y${sign}] ：person[z${sign}] :date[last${sign} spring]`,
    `:place[b]{ref=no${sign}where,x} :place[c]{no${sign}ne=1} :place[d${sign}]{"q${sign}} <b>:org[${sign}]</b>`,
    '',
    `:commitment[will${sign} go]{#c-go by=ann-lee due=20${sign}26 due-text="so${sign}on" strength=${sign}}`,
    `Then President Jane ${sign} Doe of the Republic of Freedonia promised to withdraw by 31 December 2026.`,
    '',
    `::update[came${sign} in]{of=c-go status=fulfilled on=2025-10-30 note="n${sign}"}`,
    `::source[S${sign}]{#s url="https://example.org/${sign}"}`,
    '',
    `[l](no${sign}file.md) [m](#no${sign}anchor) [^n${sign}] ![i](i${sign}.png "t${sign}")`,
    '',
    `<!-- rapporteur-disable-next-line no${sign}rule -- because${sign} -->`,
    `:person[Some${sign}one else]`,
    '',
    `:::commitment{by=${sign}}`,
    `They will${sign} go.`,
    '',
  ];
  return {
    'brief.md': brief.join('\n'),
    [`odd${inName}.md`]: `:person[A${sign}]\n:place[${sign}\n`,
    [`odd${inName}/x.registry.yaml`]: `person:\n  ${yaml}: { name: ${yaml} }\n  z: [\n`,
    'registry.yaml': [
      `place:`,
      `  x: { name: ${yaml}, description: ${yaml}, other_names: [${yaml}], no${yaml.slice(1, -1)}: 1 }`,
      `person:`,
      `  bo: { name: Bo, memberships: [{ office: ${yaml}, start_date: ${yaml} }], ${yaml}: ${yaml} }`,
      `${yaml}: 1`,
      '',
    ].join('\n'),
    'plain.md': `# Pl${sign}an\n\nThe Republic of ${sign}Freedonia will pay :date[2025].\n`,
  };
}

interface Line {
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** `strip` writes what was written, and a diff what `git apply` is to find there. */
  readonly keepsText?: boolean;
  readonly tty?: boolean;
}

const optionName = ({ syntax }: Option): string | undefined => /^(--[\w-]+) [<[]/.exec(syntax)?.[1];

/** What is asked of a command, an option or an argument that is not there, or is faulty. */
function faultyLines(command: Command, sign: string): readonly Line[] {
  const { name } = command;
  const base = name === 'explain' || name === 'completions' ? [] : ['brief.md'];
  const odd = `no${sign.replaceAll('\0', '\u0001')}thing`;
  const values = command.options.flatMap((option) => optionName(option) ?? []);
  return [
    ...values.map((option) => ({ words: [name, option, odd, ...base] })),
    ...values.map((option) => ({ words: [name, `${option}=${odd}`, '--help'] })),
    { words: [name, `--${odd}`] },
    { words: [name, `-${odd}`] },
    { words: [name, '--help', odd] },
    { words: ['help', name, odd] },
    { words: [name, odd] },
    { words: [name, odd, odd] },
    { words: [name, `${odd}/*.md`] },
  ];
}

const ANNOTATE = ['annotate', '--all', '--level', 'possible'];

function linesFor(
  commands: readonly Command[],
  formats: readonly string[],
  sign: string,
): readonly Line[] {
  const oddFile = `odd${sign.replace(/[\0/]/g, '\u0001')}.md`;
  const platforms = [
    { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '' },
    { GITLAB_CI: 'true' },
    { TF_BUILD: 'True' },
  ];
  return [
    ...formats.flatMap((format): Line[] => [
      { words: ['check', '--format', format] },
      { words: ['check', '--suggest', '--format', `${format}=out/${format}`, oddFile, 'brief.md'] },
      { words: ['merge', '--format', `${format}=out/merged-${format}`, 'reports/json'] },
    ]),
    ...platforms.map((env) => ({ words: ['check'], env })),
    { words: ['check', '--stats', '--timing', '--no-inline-config'] },
    { words: ['check', '--diff', '--fix-suggestions'], keepsText: true },
    { words: ['check', '--diff', '--fix-suggestions', '--color', 'never'], tty: true },
    { words: ['check', '--print-config', 'brief.md'] },
    { words: ['check', '--cache', '--cache-location', 'cache'] },
    { words: ['check', '--baseline', 'base.json', '--update-baseline'] },
    { words: ['check', '--baseline', 'registry.yaml'] },
    {
      words: ['check', '--rule', 'unresolved-name=off', '--stdin-filename', oddFile, '-'],
      stdin: `:person[${sign}]`,
    },
    { words: ['merge', 'reports/json'] },
    { words: ['merge', 'reports/odd'] },
    ...['mentions', 'entities', 'commitments', 'updates'].flatMap((what) =>
      ['table', 'json', 'csv'].map((format) => ({ words: ['list', what, '--format', format] })),
    ),
    ...['ann-lee', 'c-go', 'x', 'bo', 's'].flatMap((id) =>
      ['text', 'json'].map((format) => ({ words: ['show', id, '--format', format] })),
    ),
    ...['text', 'json'].map((format) => ({ words: [...ANNOTATE, '--format', format] })),
    { words: [...ANNOTATE, '--format', 'diff'], keepsText: true },
    { words: [...ANNOTATE, '--format', 'diff', '--color', 'never'], tty: true },
    { words: ['strip', 'brief.md'], keepsText: true },
    ...commands
      .filter(({ name }) => name !== 'lsp')
      .flatMap((command) => faultyLines(command, sign)),
    { words: [`no${sign}thing`] },
    { words: ['check', '--fix', oddFile, 'brief.md'] },
    { words: ['annotate', '--write', '--level', 'possible', 'plain.md'] },
    { words: ['strip', '--write', oddFile, 'plain.md'] },
    { words: ['init', '--ci', 'github'] },
  ];
}

function assertHarmless(text: string, said: string): void {
  const found = RAW.exec(text);
  if (found === null) return;
  const near = text.slice(Math.max(0, found.index - 60), found.index + 20);
  assert.fail(`${said}: ${JSON.stringify(near)}`);
}

const COMMANDS = await loadCommands();
const FORMATS = (await loadFormats()).map(({ name }) => name);

property(
  'whatever stands in texts, names and arguments, nothing that acts is printed or written raw',
  async () => {
    const picked = fc.array(fc.nat(10_000), { minLength: 16, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(acting, picked, async (sign, picks) => {
        const cwd = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-acting-')));
        try {
          fs.mkdirSync(path.join(cwd, '.git'));
          for (const [name, text] of Object.entries(filesWith(sign)))
            write(path.join(cwd, name), text);
          write(path.join(cwd, 'reports/json'), await spoiltReport(cwd, sign));
          write(path.join(cwd, 'reports/odd'), `{ "tool": "${sign}", x${sign}`);
          const merged = await rapporteur(cwd, ['merge', 'reports/json']);
          assert.notEqual(merged.stdout, '', merged.stderr);
          const lines = linesFor(COMMANDS, FORMATS, sign);
          for (const pick of picks) await tryLine(cwd, lines[pick % lines.length]);
        } finally {
          fs.rmSync(cwd, { recursive: true, force: true });
        }
      }),
      runs('server'),
    );
  },
);

async function tryLine(cwd: string, line: Line | undefined): Promise<void> {
  assert.ok(line);
  const { words, env = {}, stdin = '', keepsText = false, tty = false } = line;
  const { stdout, stderr } = await rapporteur(cwd, words, { env, stdin, tty });
  const said = JSON.stringify([words, env]);
  if (!keepsText) assertHarmless(stdout, said);
  assertHarmless(stderr, said);
  for (const name of [
    ...words.map((word) => word.replace(/^[a-z]+=/, '')),
    'gl-code-quality-report.json',
  ]) {
    const file = path.join(cwd, name);
    if (!/^out\/|\.json$/.test(name) || !fs.existsSync(file)) continue;
    assertHarmless(fs.readFileSync(file, 'utf8'), `${said} ${name}`);
  }
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** What another program may have made of the report of a part: a sign in every word of it. */
async function spoiltReport(cwd: string, sign: string): Promise<string> {
  const { stdout } = await rapporteur(cwd, ['check', '--shard', '1/1', '--format', 'json']);
  const isSpoilt = (key: string): boolean => /^(?:message|title|file|text|words|reason)$/.test(key);
  return JSON.stringify(
    JSON.parse(stdout, (key, value: unknown) =>
      typeof value === 'string' && isSpoilt(key) ? `${value}${sign}` : value,
    ),
  );
}
