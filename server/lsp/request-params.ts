import type { Position, Range } from 'vscode-languageserver';

/** Whether a value is what a request needs, by the name it goes by in the protocol. */
const NEEDED: Readonly<Record<string, (value: unknown) => boolean>> = {
  textDocument: (value) => isObject(value) && typeof value.uri === 'string',
  position: isPosition,
  range: isRange,
  positions: (value) => Array.isArray(value) && value.every(isPosition),
  newName: isText,
  query: isText,
  item: (value) => isObject(value),
  files: (value) => Array.isArray(value),
  uri: isText,
  command: isText,
  document: (value) =>
    isObject(value) && [value.html, value.text, value.bytes].some((each) => isText(each)),
};

const AT = ['textDocument', 'position'];
const WITHIN = ['textDocument', 'range'];

/** What requests need besides the document that all of `textDocument/` need. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'textDocument/hover': AT,
  'textDocument/definition': AT,
  'textDocument/declaration': AT,
  'textDocument/typeDefinition': AT,
  'textDocument/implementation': AT,
  'textDocument/references': AT,
  'textDocument/documentHighlight': AT,
  'textDocument/completion': AT,
  'textDocument/prepareRename': AT,
  'textDocument/rename': [...AT, 'newName'],
  'textDocument/linkedEditingRange': AT,
  'textDocument/onTypeFormatting': AT,
  'textDocument/prepareCallHierarchy': AT,
  'textDocument/prepareTypeHierarchy': AT,
  'textDocument/codeAction': WITHIN,
  'textDocument/inlayHint': WITHIN,
  'textDocument/semanticTokens/range': WITHIN,
  'textDocument/selectionRange': ['textDocument', 'positions'],
  'callHierarchy/incomingCalls': ['item'],
  'callHierarchy/outgoingCalls': ['item'],
  'typeHierarchy/supertypes': ['item'],
  'typeHierarchy/subtypes': ['item'],
  'workspace/symbol': ['query'],
  'workspace/willRenameFiles': ['files'],
  'rapporteur/strip': ['uri'],
  'rapporteur/import': ['document'],
  'workspace/executeCommand': ['command'],
  'rapporteur/brief': ['uri'],
  'rapporteur/marks': ['uri'],
  'rapporteur/terms': ['uri', 'position'],
  'rapporteur/mentions': ['uri'],
  'rapporteur/preview': ['uri'],
  'rapporteur/suggestions': ['uri'],
};

/** What a request's params lack, as a sentence; `undefined` if nothing. */
export function faultOfParams(method: string, params: unknown): string | undefined {
  const needed = NEEDS[method] ?? (method.startsWith('textDocument/') ? ['textDocument'] : []);
  const given = isObject(params) ? params : {};
  const missing = needed.find((name) => NEEDED[name]?.(given[name]) !== true);
  return missing === undefined ? undefined : `'${method}' needs a '${missing}' in its params.`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

export function isPosition(value: unknown): value is Position {
  return isObject(value) && isCount(value.line) && isCount(value.character);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0;
}

export function isRange(value: unknown): value is Range {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}
