/** The folder of a file, both as paths with `/`; empty: where paths start. */
export function folderOfPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Where a path leads that is written in a file; it may lead out: `../x.yaml`. */
export function pathFrom(file: string, written: string): string {
  const parts: string[] = [];
  for (const part of `${folderOfPath(file)}/${written}`.split('/')) {
    if (part === '' || part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
