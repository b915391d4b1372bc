// The extension's manifest and what it points to, in the repository as it is.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { DEFAULT_SETTINGS, LEVELS, RULES } from '../server/core/index.js';
import { EDITOR_SETTINGS } from '../server/lsp/editor-settings.js';

type Json = Readonly<Record<string, unknown>>;

const read = (name: string): Json => JSON.parse(fs.readFileSync(name, 'utf8'));
const manifest = read('package.json');
const words = read('package.nls.json') as Readonly<Record<string, string>>;
const contributes = manifest.contributes as Readonly<Record<string, unknown>>;

/** Every text below a value, with the keys that lead to it. */
function* textsIn(value: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) yield* textsIn(below, `${path}/${key}`);
}

const mine = Object.fromEntries(
  ['commands', 'configuration', 'problemMatchers', 'taskDefinitions', 'walkthroughs'].map((key) => [
    key,
    contributes[key],
  ]),
);

test('what a person reads in the manifest stands in package.nls.json', () => {
  const shown = /\/(?:title|label|description|markdownDescription|enumDescriptions\/\d+)$/;
  const names = new Set(['Rapporteur']);
  const untranslated = [...textsIn(mine)].filter(
    ([path, text]) => shown.test(path) && !names.has(text) && !/^%[\w.-]+%$/.test(text),
  );
  assert.deepEqual(untranslated, []);
  assert.ok([...textsIn(mine)].filter(([path]) => shown.test(path)).length > 100);
});

test('each of its keys has its words, and no words are left over', () => {
  const keys = [...textsIn(manifest)].flatMap(([, text]) => /^%([\w.-]+)%$/.exec(text)?.[1] ?? []);
  const missing = keys.filter((key) => !words[key]?.trim());
  assert.deepEqual(missing, []);
  const used = new Set(keys);
  const unused = Object.keys(words).filter((key) => !used.has(key));
  assert.deepEqual(unused, []);
});

/** VS Code's own command that runs several. */
const ONE_AFTER_ANOTHER = 'runCommands';

test('menus and keys name commands that there are', () => {
  const commands = new Set(
    (contributes.commands as readonly { command: string }[]).map(({ command }) => command),
  );
  const named = [...textsIn([contributes.menus, contributes.keybindings])]
    .filter(([path]) => path.endsWith('/command'))
    .map(([, command]) => command);
  assert.ok(named.length > 5);
  assert.deepEqual(
    named.filter((command) => !commands.has(command) && command !== ONE_AFTER_ANOTHER),
    [],
  );
  const said = Object.values(words).flatMap((text) =>
    [...text.matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1] ?? ''),
  );
  assert.ok(said.length >= 5);
  assert.deepEqual(
    said.filter((command) => !commands.has(command)),
    [],
  );
});

test('the steps of the walkthrough have their pages, which name the keys that there are', () => {
  const [walkthrough] = contributes.walkthroughs as readonly {
    steps: readonly { media: { markdown: string } }[];
  }[];
  const pages = walkthrough?.steps.map(({ media }) => fs.readFileSync(media.markdown, 'utf8'));
  assert.equal(pages?.length, 6);
  const keys = (contributes.keybindings as readonly { key: string }[]).map(({ key }) => key);
  const named = pages?.flatMap((page) =>
    [...page.matchAll(/\*\*Ctrl\+K ([A-Z])\*\*/g)].map(
      (match) => `ctrl+k ${match[1]?.toLowerCase()}`,
    ),
  );
  assert.ok(named && named.length >= 3);
  assert.deepEqual(
    named.filter((key) => !keys.includes(key)),
    [],
  );
});

test('the steps of the walkthrough begin with the sample, and each is done when it was done', () => {
  const [walkthrough] = contributes.walkthroughs as readonly {
    steps: readonly { id: string; completionEvents: readonly string[] }[];
  }[];
  const ids = walkthrough?.steps.map(({ id }) => id) ?? [];
  assert.deepEqual(ids, ['sample', 'annotate', 'tag', 'define', 'commit', 'follow']);
  assert.deepEqual(
    walkthrough?.steps.map(({ completionEvents }) => completionEvents),
    ids.map((id) => [`onContext:rapporteur.did.${id}`]),
  );
  const said = fs
    .readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...fs.readFileSync(`client/${name}`, 'utf8').matchAll(/didStep\('(\w+)'\)/g),
    ])
    .map((match) => match[1] ?? '');
  assert.deepEqual(
    ids.filter((id) => !said.includes(id)),
    [],
  );
});

test('the settings are those of the code, each rule with its level', () => {
  const { properties } = contributes.configuration as { properties: Record<string, Json> };
  assert.deepEqual(
    Object.keys(properties),
    EDITOR_SETTINGS.map(({ name }) => `rapporteur.${name}`),
  );
  const rules = properties['rapporteur.rules']?.properties as Record<string, Json>;
  assert.deepEqual(
    Object.keys(rules),
    RULES.map(({ name }) => name),
  );
  for (const { name, level } of RULES) {
    assert.equal(rules[name]?.default, level);
    assert.deepEqual(rules[name]?.enum, LEVELS);
    assert.match(words[`rule.${name}`] ?? '', /If rapporteur\.yaml sets a level/);
  }
});

test('the extension wakes up for the files that are registries, and YAML gets their schema', () => {
  const events = manifest.activationEvents as readonly string[];
  const wanted = [...DEFAULT_SETTINGS.registries, '**/rapporteur.yaml'];
  for (const glob of wanted) assert.ok(events.includes(`workspaceContains:${glob}`), glob);
  const [registry, config] = contributes.yamlValidation as readonly {
    fileMatch: readonly string[];
    url: string;
  }[];
  // A pattern without a folder is matched in every folder.
  const bare = DEFAULT_SETTINGS.registries.map((glob) => glob.replace(/^\*\*\/(?=[^/]+$)/, ''));
  assert.deepEqual(registry?.fileMatch.toSorted(), bare.toSorted());
  assert.equal(read(registry?.url ?? '').title, 'Rapporteur registry');
  assert.equal(read(config?.url ?? '').title, 'Rapporteur settings');
});

test('what the manifest says of trust is what the settings say', () => {
  const { untrustedWorkspaces } = manifest.capabilities as {
    untrustedWorkspaces: { restrictedConfigurations: readonly string[] };
  };
  const guarded = EDITOR_SETTINGS.filter(({ scope }) => scope === 'machine-overridable');
  assert.deepEqual(
    untrustedWorkspaces.restrictedConfigurations,
    guarded.map(({ name }) => `rapporteur.${name}`),
  );
});

test('what the extension says in VS Code goes through l10n', () => {
  const files = fs
    .readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('preview'));
  const raw =
    /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*['"`]|\b(?:placeHolder|placeholder|title|tooltip|detail|prompt)\s*[:=]\s*['"`](?!Rapporteur['"`])/;
  const found = files.filter((name) => {
    const code = fs.readFileSync(`client/${name}`, 'utf8');
    // A command's own title and summary go into package.nls.json and the guide.
    const spoken = code.replace(/^ {2}(?:title|summary):\s+'(?:[^'\\]|\\.)*',$/gm, '');
    return raw.test(spoken);
  });
  assert.deepEqual(found, []);
});
