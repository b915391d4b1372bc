import { decode } from './decode.js';

/**
 * The text of a page in HTML: in UTF-8 or UTF-16, or in the code page that it names near its start, in plain letters, as
 * word processors save it (`charset=windows-1252`). `undefined` if it is in another one.
 */
export function decodePage(bytes: Uint8Array): string | undefined {
  const { text, encoding } = decode(bytes);
  if (encoding === undefined || /^UTF-/.test(encoding.found)) return text;
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const name = /charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  try {
    return name && new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    // It names a code page that nobody knows, or is not in it.
    return undefined;
  }
}
