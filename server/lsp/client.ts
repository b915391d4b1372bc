import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { Encoding } from './position-converter.js';
import type { InitializationOptions } from './protocol.js';

/** What the editor at the other end can take. A client that says nothing gets the plainest answers. */
export interface Client {
  readonly encoding: Encoding;
  readonly can: {
    readonly markdownHover: boolean;
    readonly markdownCompletion: boolean;
    readonly snippets: boolean;
    readonly insertReplace: boolean;
    readonly labelDetails: boolean;
    readonly resolveCompletionDetail: boolean;
    readonly hierarchicalSymbols: boolean;
    readonly documentChanges: boolean;
    readonly changeAnnotations: boolean;
    readonly createFiles: boolean;
    readonly codeActionLiterals: boolean;
    readonly resolveCodeActionEdit: boolean;
    readonly defaultPrepareRename: boolean;
    readonly definitionLinks: boolean;
    readonly pullDiagnostics: boolean;
    readonly refreshDiagnostics: boolean;
    readonly relatedDiagnostics: boolean;
    readonly codeDescription: boolean;
    readonly unnecessaryTag: boolean;
    readonly refreshLenses: boolean;
    readonly refreshInlays: boolean;
    readonly refreshTokens: boolean;
    readonly progress: boolean;
    readonly configuration: boolean;
    readonly watchFiles: boolean;
    readonly registerConfiguration: boolean;
  };
  readonly options: InitializationOptions;
  /** For what is not named here. */
  readonly capabilities: ClientCapabilities;
}

export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace, window, general } = capabilities;
  const markdown = (formats: readonly string[] | undefined): boolean =>
    formats?.includes('markdown') === true;
  const item = textDocument?.completion?.completionItem;
  const published = textDocument?.publishDiagnostics;
  const edit = workspace?.workspaceEdit;
  return {
    encoding: encodingOf(general?.positionEncodings),
    can: {
      markdownHover: markdown(textDocument?.hover?.contentFormat),
      markdownCompletion: markdown(item?.documentationFormat),
      snippets: item?.snippetSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      labelDetails: item?.labelDetailsSupport === true,
      resolveCompletionDetail: item?.resolveSupport?.properties?.includes('documentation') === true,
      hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      documentChanges: edit?.documentChanges === true,
      changeAnnotations: edit?.changeAnnotationSupport !== undefined,
      createFiles: edit?.resourceOperations?.includes('create') === true,
      codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
      resolveCodeActionEdit:
        textDocument?.codeAction?.resolveSupport?.properties?.includes('edit') === true,
      defaultPrepareRename: textDocument?.rename?.prepareSupport === true,
      definitionLinks: textDocument?.definition?.linkSupport === true,
      pullDiagnostics: textDocument?.diagnostic !== undefined,
      refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
      relatedDiagnostics:
        (textDocument?.diagnostic?.relatedInformation ?? published?.relatedInformation) === true,
      codeDescription:
        (textDocument?.diagnostic?.codeDescriptionSupport ?? published?.codeDescriptionSupport) ===
        true,
      unnecessaryTag:
        (textDocument?.diagnostic?.tagSupport ?? published?.tagSupport)?.valueSet.includes(1) ===
        true,
      refreshLenses: workspace?.codeLens?.refreshSupport === true,
      refreshInlays: workspace?.inlayHint?.refreshSupport === true,
      refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
      progress: window?.workDoneProgress === true,
      configuration: workspace?.configuration === true,
      watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
      registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    },
    options: isObject(initializationOptions) ? initializationOptions : {},
    capabilities,
  };
}

/** UTF-16 needs no counting here, so it is taken wherever it is offered; it is also the default. */
function encodingOf(offered: readonly string[] | undefined): Encoding {
  if (!Array.isArray(offered) || offered.length === 0 || offered.includes('utf-16'))
    return 'utf-16';
  return offered.includes('utf-8') ? 'utf-8' : offered.includes('utf-32') ? 'utf-32' : 'utf-16';
}

function isObject(value: unknown): value is InitializationOptions {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
