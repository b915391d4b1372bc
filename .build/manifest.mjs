// What follows in the extension's manifest, and beside it, from objects in the code: settings,
// commands, and the words that VS Code translates.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { kindColors, languageContributes } from './language.mjs';
import { ROOT } from './setup.mjs';

const read = (name) => fs.readFileSync(path.join(ROOT, name), 'utf8');
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Entries for OUTPUTS of generate.mjs. */
export async function manifestOutputs(core, settings) {
  const { COMMANDS: commands } = await clientModule('client/commands/list.ts');
  const { VIEWS: views } = await clientModule('client/views/list.ts');
  const { COLORS } = await clientModule('client/colors.ts');
  const colors = [...COLORS, ...kindColors(core)];
  const language = languageContributes(core);
  const all = {
    commands,
    views,
    colors,
    settings: settings.EDITOR_SETTINGS,
    rules: core.RULES,
    levels: core.LEVELS,
    language,
  };
  return [
    ['package.json', () => json(withContributes(JSON.parse(read('package.json')), all))],
    ['package.nls.json', () => json(withWords(JSON.parse(read('package.nls.json')), all))],
    ['l10n/bundle.l10n.json', () => json(bundleOfWords())],
    ['client/core-words.ts', () => wordsModule(core)],
    ['docs/editor.md#commands', () => commandTable(commands)],
    ['docs/editor.md#settings', () => settingsTable(all.settings)],
  ];
}

/** What a file of the client exports. It may import VS Code, of which there are only the words as they are written. */
export async function clientModule(entry) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    plugins: [{ name: 'no-vscode', setup: withoutVsCode }],
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  return import(url);
}

function withoutVsCode({ onResolve, onLoad }) {
  onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'none' }));
  onLoad({ filter: /.*/, namespace: 'none' }, () => ({
    contents: 'exports.l10n = { t: (words) => words }',
  }));
}

function withContributes(manifest, all) {
  const { commands, views, colors, settings, rules, levels, language } = all;
  const contributes = {
    ...manifest.contributes,
    ...language,
    viewsContainers: {
      activitybar: [{ id: 'rapporteur', title: 'Rapporteur', icon: 'media/side-bar.svg' }],
    },
    views: {
      rapporteur: views.map(({ id, visibility, when }) => {
        return {
          id: named(id),
          name: `%view.${id}%`,
          icon: 'media/side-bar.svg',
          ...(visibility ? { visibility } : {}),
          ...(when ? { when } : {}),
        };
      }),
    },
    viewsWelcome: views.flatMap(({ id, welcome }) =>
      welcome.map(({ when }, n) => ({ view: named(id), contents: `%view.${id}.${n}%`, when })),
    ),
    colors: colors.map(({ id, defaults }) => {
      return { id, description: `%color.${id}%`, defaults };
    }),
    commands: commands.map(commandOf),
    submenus: [{ id: 'rapporteur.editor', label: 'Rapporteur' }],
    menus: menusOf(commands),
    keybindings: [
      ...commands.flatMap(({ id, key, moreKeys = [] }) =>
        [...(key ? [key] : []), ...moreKeys].map((each) => ({ command: named(id), ...each })),
      ),
      ...views.flatMap(({ id, keys = [] }) =>
        keys.map((each) => ({
          ...each,
          when: `focusedView == ${named(id)} && listFocus && !inputFocus`,
        })),
      ),
    ],
    configuration: {
      title: 'Rapporteur',
      properties: Object.fromEntries(
        settings.map((setting) => [named(setting.name), schemaOf(setting, rules, levels)]),
      ),
    },
  };
  return { ...manifest, capabilities: capabilitiesOf(manifest, settings), contributes };
}

/** A workspace that is not trusted sets nothing that runs a program. */
function capabilitiesOf({ capabilities }, settings) {
  const guarded = settings.filter(({ scope }) => scope === 'machine-overridable');
  const restrictedConfigurations = guarded.map(({ name }) => named(name));
  const untrustedWorkspaces = { ...capabilities.untrustedWorkspaces, restrictedConfigurations };
  return { ...capabilities, untrustedWorkspaces };
}

const named = (id) => `rapporteur.${id}`;

function commandOf({ id, enablement, icon }) {
  const category = 'Rapporteur';
  const when = enablement ? { enablement } : {};
  const look = icon ? { icon: `$(${icon})` } : {};
  return { command: named(id), title: `%command.${id}%`, category, ...look, ...when };
}

function menusOf(commands) {
  const on = (place) =>
    commands.flatMap(({ id, menus = [] }) =>
      menus
        .filter((menu) => menu.on === place)
        .map(({ when }) => ({ command: named(id), when, group: 'rapporteur' })),
    );
  const inGroup = (place, group) =>
    on(place).map((item, index) => ({ ...item, group: `${group}@${index + 1}` }));
  const items = on('editor').map((item, index) => ({ ...item, group: `rapporteur@${index + 1}` }));
  return {
    'editor/context': [
      {
        submenu: 'rapporteur.editor',
        when: 'editorLangId == markdown && (rapporteur.active || rapporteur.pasted)',
        group: '1_modification@9',
      },
    ],
    'rapporteur.editor': items,
    commandPalette: commands
      .filter(({ ofRow }) => ofRow)
      .map(({ id }) => ({ command: named(id), when: 'false' })),
    'explorer/context': on('file'),
    'editor/title': inGroup('editorTitle', 'navigation'),
    'view/title': [...inGroup('viewTitle', 'navigation'), ...inGroup('viewMenu', '1_review')],
    'view/item/context': [
      ...inGroup('row', 'inline'),
      ...inGroup('row', '1_row'),
      ...inGroup('rowMenu', '2_row'),
    ],
  };
}

function schemaOf({ name, schema, choices, scope }, rules, levels) {
  const own = name === 'rules' ? { properties: ruleSchemas(rules, levels) } : {};
  return {
    ...schema,
    ...own,
    markdownDescription: `%setting.${name}%`,
    ...(choices ? { enumDescriptions: choices.map((_, n) => `%setting.${name}.${n}%`) } : {}),
    scope: scope ?? 'window',
  };
}

function ruleSchemas(rules, levels) {
  const enumDescriptions = levels.map((level) => `%level.${level}%`);
  const schemas = rules.map(({ name, level }) => [
    name,
    {
      type: 'string',
      enum: levels,
      enumDescriptions,
      default: level,
      description: `%rule.${name}%`,
    },
  ]);
  return Object.fromEntries(schemas);
}

const LEVEL_WORDS = {
  error: 'An error: it must be fixed.',
  warning: 'A warning: it should be checked.',
  info: 'Information: good to know.',
  hint: 'A hint: only shown as faded or dotted words.',
  off: 'Not reported.',
};

/** The words of the manifest: those made here, and those written by hand, which are kept. */
function withWords(words, { commands, views, colors, settings, rules, levels }) {
  const byHand = Object.entries(words).filter(
    ([key]) => !/^(command|view|color|setting|rule|level)\./.test(key),
  );
  const made = [
    ...commands.map(({ id, title }) => [`command.${id}`, title]),
    ...views.flatMap(({ id, name, welcome }) => [
      [`view.${id}`, name],
      ...welcome.map(({ words }, n) => [`view.${id}.${n}`, words]),
    ]),
    ...colors.map(({ id, words }) => [`color.${id}`, words]),
    ...settings.flatMap(({ name, words, choices = [] }) => [
      [`setting.${name}`, words],
      ...choices.map((choice, index) => [`setting.${name}.${index}`, choice]),
    ]),
    ...levels.map((level) => [`level.${level}`, LEVEL_WORDS[level]]),
    ...rules.map(({ name, summary }) => [
      `rule.${name}`,
      `${summary} If rapporteur.yaml sets a level for it, that level is used.`,
    ]),
  ];
  return Object.fromEntries([...byHand, ...made]);
}

/** Every text that the client says by `l10n.t`, for translators. */
function bundleOfWords() {
  const names = fs
    .readdirSync(path.join(ROOT, 'client'), { recursive: true })
    .filter((name) => name.endsWith('.ts'));
  const texts = names.flatMap((name) => textsIn(path.join('client', name)));
  return Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
}

function textsIn(name) {
  const code = read(name);
  const calls = code.match(/\bl10n\.t\(/g)?.length ?? 0;
  const literals = [...code.matchAll(/\bl10n\.t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\\\n]*)")/g)];
  if (literals.length !== calls) throw new Error(`${name}: l10n.t must be given a text in quotes`);
  return literals.map(([, single, double]) => double ?? single.replace(/\\(.)/g, '$1'));
}

function wordsModule(core) {
  const update = core.KINDS.find(({ tag }) => tag === 'update');
  const status = update.attributes.find(({ name }) => name === 'status');
  const statuses = status.type.values.map(({ value }) => value);
  const list = (words) => `[\n${words.map((word) => `  '${word}',\n`).join('')}]`;
  return `// Written by \`npm run generate\` from the kinds, statuses and settings of the core: the server is not
// loaded yet when these are needed.

/** The files of a workspace that are known by their names: registries and configurations. Globs. */
export const WORKSPACE_FILES: readonly string[] = ${list([
    ...core.DEFAULT_SETTINGS.registries,
    `**/${core.CONFIG_NAME}`,
  ])};

/** The rules that say what could be tagged. */
export const RULES_TO_SUGGEST: ReadonlySet<string> = new Set(${list([...core.levelsToSuggest.keys()])});

/** The built-in kinds, as they are written in a tag. */
export const KIND_NAMES: readonly string[] = ${list(core.KINDS.map(({ tag }) => tag))};

/** The built-in kinds of what has a name, with their titles and product icons. */
export const ENTITY_KINDS: readonly {
  readonly kind: string;
  readonly name: string;
  readonly icon: string;
}[] = [
${core.KINDS.filter(({ role }) => role === 'entity')
  .map(({ tag, title, look }) => `  { kind: '${tag}', name: '${title}', icon: '${look.icon}' },`)
  .join('\n')}
];

/** What may have happened to a commitment. */
export const STATUSES: readonly string[] = ${list(statuses)};

/** The statuses after which nothing is open. */
export const END_STATUSES: readonly string[] = ${list(statuses.filter(core.isEndState))};

/** By status, what may be reported next. */
export const NEXT_STATUSES: Readonly<Record<string, readonly string[]>> = {
${statuses
  .map((from) =>
    nextStatuses(
      from,
      statuses.filter((to) => to !== from && core.mayFollow(from, to)),
    ),
  )
  .join('\n')}
};
`;
}

/** As the formatter writes it. */
function nextStatuses(from, next) {
  const key = /^[a-z]+$/.test(from) ? from : `'${from}'`;
  const line = `  ${key}: [${next.map((to) => `'${to}'`).join(', ')}],`;
  return line.length <= 100
    ? line
    : `  ${key}: [\n${next.map((to) => `    '${to}',\n`).join('')}  ],`;
}

function commandTable(commands) {
  const rows = commands
    .filter(({ ofRow }) => ofRow !== true)
    .map(({ title, summary, key }) => `| ${title} | ${keysOf(key)} | ${summary} |`);
  return ['| command | keys | what it does |', '|---|---|---|', ...rows].join('\n');
}

function keysOf(key) {
  if (key === undefined) return '';
  const shown = key.key.split(' ').map((stroke) => stroke.split('+').map(capital).join('+'));
  return `\`${shown.join(' ')}\``;
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

function settingsTable(settings) {
  const rows = settings.map(
    ({ name, schema, words }) =>
      `| \`${named(name)}\` | \`${JSON.stringify(schema.default)}\` | ${words} |`,
  );
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
