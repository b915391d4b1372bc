// `npm run generate`: writes everything that follows from objects in the code. With `--check`, says
// what is stale and fails instead. Each entry of OUTPUTS is one file, or one marked part of a file.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { paragraphGrammar, tagGrammar } from './grammar.mjs';
import { clientModule, manifestOutputs } from './manifest.mjs';
import { kindStyles } from './palette.mjs';
import { picture } from './picture.mjs';
import { ROOT } from './setup.mjs';
import { briefSnippets, registrySnippets } from './snippets.mjs';

const checking = process.argv.includes('--check');
if (!checking) await buildAll();
const core = await import('../out/server/core/index.js');
const settings = await import('../out/server/lsp/editor-settings.js');
const { loadCommands } = await import('../out/server/cli/commands/list.js');
const { loadFormats } = await import('../out/server/cli/formats/check-formats.js');
const { ciPages } = await import('./ci-pages.mjs');
const { manPage } = await import('../out/server/cli/man/man-page.js');
const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const { PLATFORM_VARIABLES } = await import('../out/server/cli/platforms/list.js');
// What is generated is not to hold annotations.
const NOWHERE = Object.fromEntries(PLATFORM_VARIABLES.map((variable) => [variable, '']));
const { goldIn } = await import('../out/test/support/gold.js');
const { offeredFor } = await import('../out/test/support/next-steps.js');
const { goldTable } = await import('../out/test/support/gold-score.js');
const UNTAGGED = 'samples/untagged/framework.md';
const vocabulary = core.vocabularyOf([]);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const cli = (...args) =>
  spawnSync(process.execPath, ['dist/cli.js', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100', ...NOWHERE },
  }).stdout;

const help = (...command) => `\`\`\`text\n${cli(...command, '--help').trimEnd()}\n\`\`\``;
await core.loadParts({ levels: core.levelsToSuggest, overrides: [] });
const { askedStep } = await clientModule('client/asked-steps.ts');
const commands = await loadCommands();
const formats = await loadFormats();
const commandNames = commands.map(({ name }) => name);
const report = ['check', 'samples/us-india-defense', '--today', '2026-01-15', '--color', 'always'];

/** path -> text; `path#part` is the text between the comments `part` and `/part`. */
const OUTPUTS = new Map([
  ['server/schema/registry.schema.json', () => json(core.registrySchema(vocabulary))],
  ['server/schema/rapporteur.schema.json', () => json(core.configSchema(core.RULES))],
  ['syntaxes/rapporteur.tags.tmLanguage.json', () => json(tagGrammar(core.KINDS))],
  ['syntaxes/rapporteur.paragraphs.tmLanguage.json', () => json(paragraphGrammar(core.KINDS))],
  ['syntaxes/briefs.snippets.json', () => json(briefSnippets(core.KINDS))],
  ['syntaxes/registries.snippets.json', () => json(registrySnippets(core.KINDS))],
  ['docs/rules/README.md#rules', () => core.ruleTable(core.RULES, '')],
  ['docs/rules/README.md#next-steps', () => stepTable()],
  ['client/preview/preview.css#kinds', () => kindStyles(core)],
  ['docs/language.md#kinds', () => core.kindTable(core.KINDS)],
  ['docs/language.md#commitment', () => core.attributeTable(kind('commitment'))],
  ['docs/language.md#update', () => core.attributeTable(kind('update'))],
  ['docs/language.md#assessment', () => core.attributeTable(kind('assessment'))],
  ['docs/language.md#languages', () => core.languageTable(core.LANGUAGES)],
  ['docs/language.md#entity', () => core.attributeTable(kind('person'))],
  ['docs/configuration.md#settings', () => core.settingTable()],
  ['docs/formats.md#formats', () => formatTable()],
  ['docs/annotating.md#sample', () => `\`\`\`text\n${cli('annotate', UNTAGGED).trimEnd()}\n\`\`\``],
  ['docs/annotating.md#gold', () => goldTable(goldIn('samples/gold'))],
  ['media/report.svg', () => picture(cli(...report), { lines: 30, columns: 104 })],
  ...commandNames.map((name) => [`docs/command-line.md#${name}`, () => help(name)]),
  ...(await ciPages(version)),
  ['man/rapporteur.1', () => manPage(commands, version)],
  ...(await manifestOutputs(core, settings)),
  ...core.RULES.map((rule) => [`docs/rules/${rule.name}.md`, () => core.rulePage(rule)]),
]);

function kind(tag) {
  return core.KINDS.find((each) => each.tag === tag);
}

/** The whole text of a file once its part has been replaced. */
function withPart(file, part, text) {
  const marked = fs.readFileSync(file, 'utf8');
  const comment = (words) => (file.endsWith('.css') ? `/* ${words} */` : `<!-- ${words} -->`);
  const open = comment(part);
  const close = comment(`/${part}`);
  const from = marked.indexOf(open);
  const to = marked.indexOf(close);
  if (from < 0 || to < from) throw new Error(`${file} has no ${open} … ${close}`);
  return `${marked.slice(0, from + open.length)}\n${text.trim()}\n${marked.slice(to)}`;
}

/** The formats of a report, each with the section that says more. */
function formatTable() {
  const rows = formats.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${summary} |`);
  return ['| format | what it is |', '|---|---|', ...rows].join('\n');
}

/** What an editor offers about the findings in the examples of each rule. */
function stepTable() {
  const rows = core.RULES.map((rule) => {
    const asked = askedStep(rule.name);
    const titles = [...offeredFor(rule), ...(asked === undefined ? [] : [`*${asked.title}*`])];
    return `| [\`${rule.name}\`](${rule.name}.md) | ${titles.join(' · ').replaceAll('|', '\\|')} |`;
  });
  return ['| rule | what is offered |', '|---|---|', ...rows].join('\n');
}

/** Pages of rules that are gone. */
function orphans() {
  const folder = path.join(ROOT, 'docs', 'rules');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return names
    .map((name) => `docs/rules/${name}`)
    .filter((name) => name !== 'docs/rules/README.md' && !OUTPUTS.has(name));
}

const stale = [];
for (const [target, make] of OUTPUTS) {
  const [name, part] = target.split('#');
  const file = path.join(ROOT, name);
  const text = part ? withPart(file, part, make()) : make();
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) continue;
  stale.push(target);
  if (checking) continue;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}
for (const name of orphans()) {
  stale.push(name);
  if (!checking) fs.rmSync(path.join(ROOT, name));
}
for (const target of stale) console.log(`${checking ? 'stale' : 'written'}: ${target}`);
if (checking && stale.length > 0) {
  console.error('Run `npm run generate` and commit what it writes.');
  process.exit(1);
}
