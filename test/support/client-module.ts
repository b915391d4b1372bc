import { build } from 'esbuild';

/**
 * A module of the extension, bundled and run with stand-ins for what VS Code brings along.
 * @param entry path from the project's root: `client/files.ts`
 * @param standIns by the name it is imported by: `vscode`, `vscode-languageclient`
 */
export async function loadClientModule<T>(
  entry: string,
  standIns: Readonly<Record<string, object>>,
): Promise<T> {
  const { exports } = (await clientModule<T>(entry))(standIns);
  return exports;
}

/** As {@link loadClientModule}, for whoever runs it several times: it is bundled once. */
export async function clientModule<T>(
  entry: string,
): Promise<(standIns: Readonly<Record<string, object>>) => { readonly exports: T }> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    external: ['vscode', 'vscode-languageclient'],
  });
  const code = outputFiles[0]?.text ?? '';
  return (standIns) => {
    const module = { exports: {} as T };
    const load = (name: string): object => {
      const found = standIns[name];
      if (found === undefined) throw new Error(`${entry} asks for ${name}`);
      return found;
    };
    new Function('module', 'exports', 'require', code)(module, module.exports, load);
    return module;
  };
}
