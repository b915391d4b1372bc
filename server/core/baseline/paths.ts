/** The path of a file as a baseline names it; both paths below the same root, with `/`. */
export function pathInBaseline(baseline: string, id: string): string {
  const folder = namesOf(baseline).slice(0, -1);
  const names = namesOf(id);
  const differs = folder.findIndex((name, index) => name !== names[index]);
  const common = differs < 0 ? folder.length : differs;
  return [...folder.slice(common).map(() => '..'), ...names.slice(common)].join('/');
}

/** The other way round; `undefined` for what lies outside the root. */
export function idInBaseline(baseline: string, path: string): string | undefined {
  const names = namesOf(baseline).slice(0, -1);
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join('/');
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}
