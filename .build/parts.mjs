// Bundles that share: a main file, and parts that take from it what it has anyway.
//
// esbuild's own splitting makes a file of each set of modules that are reached from the same entries: dozens,
// each of which Node has to open, and in one format only. Here a module is in the main file, or else in the parts
// that need it.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './setup.mjs';

/** The name under which a file gives its modules away. */
const SHARED = 'sharedModules';

/**
 * Bundles a program (CommonJS) whose `import()`s of its own files become files of their own, read when they are
 * reached.
 * @param main the entry that is read first, and where it goes
 * @param within files that are reached by `import()` and are in the main file all the same
 * @param entries other entries that are parts as well
 * @param options of esbuild, for all of them
 * @returns esbuild's metafiles
 */
export async function bundleInParts({ main, within, entries, options }) {
  const inside = new Set(within.map((file) => path.join(ROOT, file)));
  const self = `./${path.basename(main.out)}`;
  const parts = new Set(entries.map((entry) => path.join(ROOT, entry)));
  const later = laterImports(inside, self, (file) => parts.add(file));
  const first = await run(entryWith(main.entry, inside), { ...options, write: false }, [later]);
  const shared = await sharable(modulesIn(first));
  const taken = new Set(inside);
  const metafiles = [];
  // A part may have parts of its own. Those of one round are read together: they have much in common.
  const done = new Set();
  for (let open = [...parts]; open.length > 0; open = [...parts].filter((one) => !done.has(one))) {
    for (const file of open) done.add(file);
    const outdir = path.dirname(main.out);
    metafiles.push(await run(open, { ...options, outdir }, [later, taking(shared, self, taken)]));
  }
  const entry = entryWith(main.entry, taken);
  metafiles.push(await run(entry, { ...options, outfile: main.out }, [later]));
  return metafiles;
}

/**
 * Bundles entries that have much in common: files of what several of them share, and each entry without it.
 * @param entries by name: the entry, and options of esbuild with where it goes
 * @param commons `{ users, outfile, …options }`: what its users (names of entries) have in common goes into that file; a later
 * one may take from those before it; `takers` take what they need of it, and have no say in what it holds
 * @param options of esbuild, for the shared files
 * @returns esbuild's metafiles
 */
export async function bundleInCommon({ entries: all, commons, options }) {
  // A package is made without the extension's sources.
  const entries = Object.entries(all).filter(([, { entry }]) =>
    fs.existsSync(path.join(ROOT, entry)),
  );
  const found = await Promise.all(
    entries.map(async ([name, { entry, ...own }]) => {
      const first = await run([path.join(ROOT, entry)], { ...own, write: false }, []);
      return [name, new Set(modulesIn(first))];
    }),
  );
  const modules = new Map(found);
  const files = [];
  for (const { users, takers = [], outfile, ...own } of commons) {
    const [first, ...others] = users.flatMap((name) => modules.get(name) ?? []);
    const known = [...first].filter(
      (file) =>
        others.every((each) => each.has(file)) && !files.some(({ shared }) => shared.has(file)),
    );
    files.push({
      outfile,
      own,
      users: [...users, ...takers],
      shared: await sharable(known),
      taken: new Set(),
    });
  }
  const takingInto =
    (user) =>
    ({ shared, outfile, taken }) => {
      const way = path.relative(path.dirname(user), outfile).replaceAll(path.sep, '/');
      return taking(shared, `./${way}`, taken);
    };
  const metafiles = await Promise.all(
    entries.map(([name, { entry, ...own }]) => {
      const used = files.filter(({ users }) => users.includes(name));
      return run([path.join(ROOT, entry)], own, used.map(takingInto(own.outfile)));
    }),
  );
  // The last first: what it takes from those before it is known then.
  for (const [index, { outfile, taken, own }] of [...files.entries()].reverse()) {
    const plugins = files.slice(0, index).map(takingInto(outfile));
    metafiles.push(
      await run(entryWith(undefined, taken), { ...options, ...own, outfile }, plugins),
    );
  }
  return metafiles;
}

/** `import('./x.js')` of a file of ours: a part that is read then, or a module of the main file. */
function laterImports(inside, main, onPart) {
  return {
    name: 'later imports',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path: name, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const file = path.resolve(resolveDir, name).replace(/\.js$/, '.ts');
        if (!inside.has(file)) onPart(file);
        return { path: nameOf(file), namespace: 'part' };
      });
      onLoad({ filter: /./, namespace: 'part' }, ({ path: name }) => {
        const file = path.join(ROOT, name);
        const value = inside.has(file) ? fromShared(main, file) : `require('./${partName(file)}')`;
        return { contents: `module.exports = ${value};` };
      });
      leaveRequires(onResolve, 'part');
    },
  };
}

/** `server/cli/formats/check-sarif.ts` -> `formats-check-sarif.cjs` */
function partName(file) {
  const below = path.relative(path.join(ROOT, 'server/cli'), file);
  return below.replaceAll(`..${path.sep}`, '').replaceAll(path.sep, '-').replace(/\.ts$/, '.cjs');
}

/** Takes modules from the file that has them, in place of copies. */
function taking(shared, from, taken) {
  // Of each file: several may be taken from.
  const namespace = `shared:${from}`;
  return {
    name: namespace,
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./, namespace: 'file' }, async (asked) => {
        const { path: name, importer, resolveDir, kind, pluginData } = asked;
        if (pluginData === OURS || kind === 'entry-point' || name.startsWith('node:')) return;
        const at = await resolve(name, { importer, resolveDir, kind, pluginData: OURS });
        if (at.external || !shared.has(at.path)) return;
        return { path: nameOf(at.path), namespace, sideEffects: false };
      });
      onLoad({ filter: /./, namespace }, ({ path: name }) => {
        const file = path.join(ROOT, name);
        taken.add(file);
        const names = shared.get(file);
        const value = fromShared(from, file);
        if (names === 'CommonJS') return { contents: `module.exports = ${value};` };
        const exports = names.map((name) =>
          name === 'default'
            ? 'export default shared.default;'
            : `export const ${name} = shared.${name};`,
        );
        return { contents: [`const shared = ${value};`, ...exports].join('\n') };
      });
      leaveRequires(onResolve, namespace);
    },
  };
}

/** Says that one of these plugins asks where a module is, so that none of them is asked in turn. */
const OURS = Symbol('ours');

function leaveRequires(onResolve, namespace) {
  onResolve({ filter: /./, namespace }, ({ path: name }) => ({ path: name, external: true }));
}

function fromShared(from, file) {
  return `require('${from}').${SHARED}[${JSON.stringify(nameOf(file))}]`;
}

/** An entry with the exports of another, and with the modules that others take. */
function entryWith(entry, taken) {
  const files = [...taken].sort();
  const found = files.map((file, index) => ({
    name: JSON.stringify(nameOf(file)),
    from: JSON.stringify(`./${nameOf(file)}`),
    as: formats.get(file) === 'cjs' ? undefined : `module${index}`,
  }));
  return [
    ...(entry === undefined ? [] : [`export * from './${entry}';`]),
    ...found.filter(({ as }) => as).map(({ as, from }) => `import * as ${as} from ${from};`),
    `export const ${SHARED} = {`,
    ...found.map(({ name, from, as }) => `${name}: ${as ?? `require(${from})`},`),
    '};',
  ].join('\n');
}

/** What a bundle says of a file: the same wherever the repository is. */
function nameOf(file) {
  return path.relative(ROOT, file).replaceAll(path.sep, '/');
}

/** By file: `esm` or `cjs`. */
const formats = new Map();

/** The files that went into a bundle. */
function modulesIn({ inputs, outputs }) {
  const [output] = Object.values(outputs);
  const used = Object.keys(output.inputs).filter(
    (name) => output.inputs[name].bytesInOutput > 0 && !/^<|:/.test(name),
  );
  for (const name of used) formats.set(path.join(ROOT, name), inputs[name].format);
  return used.map((name) => path.join(ROOT, name));
}

/**
 * Which of them others can take, and by which names. Not files that only pass on what others have, such as the
 * index of the core: to take one would be to take all.
 */
async function sharable(files) {
  const own = files.filter((file) => !passesOn(fs.readFileSync(file, 'utf8')));
  const modules = own.filter((file) => formats.get(file) === 'esm');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: modules,
    outdir: 'nowhere',
    format: 'esm',
    metafile: true,
    write: false,
  });
  const names = Object.values(metafile.outputs).map(({ entryPoint, exports }) => [
    path.join(ROOT, entryPoint),
    exports,
  ]);
  return new Map([...own.map((file) => [file, 'CommonJS']), ...names]);
}

function passesOn(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return code.split(';').every((statement) => PASSES_ON.test(statement.trim()));
}

const PASSES_ON = /^(?:export\s*(?:type\s*)?(?:\*|\{[^}]*\})\s*from\s*['"][^'"]+['"])?$/;

/** @param entry the text of one, or the files of several that are parts */
async function run(entry, options, plugins) {
  const from =
    typeof entry === 'string'
      ? { stdin: { contents: entry, resolveDir: ROOT, loader: 'js' } }
      : options.outfile
        ? { entryPoints: entry }
        : {
            entryPoints: entry.map((file) => ({ in: file, out: path.parse(partName(file)).name })),
          };
  const { metafile } = await build({
    ...(options.outdir ? { outExtension: { '.js': '.cjs' } } : { outfile: 'nowhere.cjs' }),
    ...options,
    ...from,
    plugins: [...(options.plugins ?? []), ...plugins],
    metafile: true,
  });
  return metafile;
}
