import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileContent,
  type FileParams,
  type ListFilesParams,
  REQUESTS,
} from '../server/lsp/protocol.js';

/**
 * Reads files for a server that has none of its own: in a browser, or for a workspace that is not on
 * this disk. What is asked for comes through VS Code, which knows every scheme that is open.
 */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest<readonly string[], void>(REQUESTS.listFiles, ({ root }: ListFilesParams) =>
    listFiles(root),
  );
  client.onRequest<FileContent, void>(REQUESTS.readFile, ({ uri }: FileParams) => readFile(uri));
  client.onRequest<boolean, void>(REQUESTS.fileExists, ({ uri }: FileParams) => fileExists(uri));
}

const WANTED = '**/{*.md,*.markdown,*.yaml,*.yml,.gitignore}';
const NEVER = '**/{node_modules,.git}/**';

async function listFiles(root: string): Promise<readonly string[]> {
  const found = await workspace.findFiles(new RelativePattern(Uri.parse(root), WANTED), NEVER);
  return found.map((uri) => uri.toString());
}

async function readFile(uri: string): Promise<FileContent> {
  try {
    return { bytes: toBase64(await workspace.fs.readFile(Uri.parse(uri))) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function fileExists(uri: string): Promise<boolean> {
  try {
    await workspace.fs.stat(Uri.parse(uri));
    return true;
  } catch {
    return false;
  }
}

/** With what both a browser and Node have. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(binary);
}

/** A call takes only so many arguments. */
const CHUNK = 0x8000;
