// A kind that nobody has thought of: one object, as it would stand in a file of `server/core/kinds`, and its line in the
// list there. `buildWithShip` builds the real programs with both, and with nothing else touched.
import fs from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const OBJECT = `
import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, idsOf } from './common.js';

export const ship: Kind = {
  tag: 'ship',
  title: 'Ship',
  plural: 'Ships',
  summary: 'A vessel with a name.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    { name: 'home_port', type: idsOf('place'), summary: 'The port that it sails from.' },
  ],
  example: ':ship[Aurora]',
  aliases: ['vessel'],
  look: { icon: 'rocket', symbol: 'Object', completion: 'Unit', tint: 'teal', underline: 'dotted' },
};
`;

const KINDS = path.resolve('server', 'core', 'kinds');

const withShip: Plugin = {
  name: 'ship',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/ship\.js$/ }, () => ({ path: path.join(KINDS, 'ship.ts') }));
    onLoad({ filter: /kinds[\\/]ship\.ts$/ }, () => ({ contents: OBJECT, loader: 'ts' }));
    onLoad({ filter: /core[\\/]kinds[\\/]list\.ts$/ }, ({ path: file }) => {
      const source = fs.readFileSync(file, 'utf8');
      const contents = `import { ship } from './ship.js';\n${source.replace('  assessment,\n];', '  assessment,\n  ship,\n];')}`;
      if (!contents.includes('  ship,\n'))
        throw new Error('the list of kinds has another form now');
      return { contents, loader: 'ts' };
    });
  },
};

export interface Built {
  /** The command line, the language server, and the core with all that the generators are given. */
  readonly cli: string;
  readonly server: string;
  readonly core: string;
  readonly editorSettings: string;
}

export async function buildWithShip(folder: string): Promise<Built> {
  const one = async (entry: string, out: string, format: 'esm' | 'cjs'): Promise<string> => {
    const outfile = path.join(folder, out);
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format,
      platform: 'node',
      mainFields: ['module', 'main'],
      target: 'node20',
      plugins: [withShip],
      logLevel: 'error',
      define: { __VERSION__: '"0.0.0"', __BUILD__: '"ship"' },
      banner: format === 'esm' ? { js: REQUIRE } : {},
    });
    return outfile;
  };
  const [cli, server, core, editorSettings] = await Promise.all([
    one('server/cli/app/main.ts', 'cli.mjs', 'esm'),
    one('server/lsp/main.node.ts', 'server.cjs', 'cjs'),
    one('server/core/index.ts', 'core.mjs', 'esm'),
    one('server/lsp/editor-settings.ts', 'editor-settings.mjs', 'esm'),
  ]);
  return { cli, server, core, editorSettings };
}

const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
