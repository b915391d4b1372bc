import { URI, Utils } from 'vscode-uri';

/** One way to write each uri: clients differ in `%3A`, and in the case of a Windows drive. */
export function normalizedUri(uri: string): string {
  const written = URI.parse(uri).toString();
  return written.endsWith('/') ? written.slice(0, -1) : written;
}

/** The uri of a path below a folder; of one that leads out (`../`), where it leads. */
export function uriBelow(folder: string, path: string): string {
  const at = URI.parse(folder);
  if (path.startsWith('../')) return Utils.joinPath(at, path).toString();
  return at.with({ path: `${at.path === '/' ? '' : at.path}/${path}` }).toString();
}

/** The path below a folder, with `/`; `undefined` for what does not lie there. Both normalized. */
export function pathBelow(uri: string, folder: string): string | undefined {
  if (uri.length <= folder.length + 1 || !uri.startsWith(folder)) return undefined;
  const one = URI.parse(folder);
  const other = URI.parse(uri);
  const base = one.path.endsWith('/') ? one.path : `${one.path}/`;
  if (one.scheme !== other.scheme || one.authority !== other.authority) return undefined;
  return other.path.startsWith(base) ? other.path.slice(base.length) || undefined : undefined;
}

export function parentUri(uri: string): string {
  const at = URI.parse(uri);
  return at.with({ path: at.path.replace(/\/[^/]*$/, '') || '/' }).toString();
}

/** Both normalized. */
export function isAtOrBelow(uri: string, folder: string): boolean {
  return `${uri}/`.startsWith(`${folder}/`);
}
