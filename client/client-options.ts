import { type LogOutputChannel, workspace } from 'vscode';
import {
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type TextDocumentFilter,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol.js';
import { withAskedSteps } from './asked-steps.js';
import { WORKSPACE_FILES } from './core-words.js';
import { errorHandler } from './error-handler.js';
import { withOneIgnore } from './ignore-action.js';

/** The options of the language client, on a desktop and in a browser alike. */
export function clientOptions(
  log: LogOutputChannel,
  more: Pick<InitializationOptions, 'rulePages'> = {},
): LanguageClientOptions {
  return {
    documentSelector: [...documentSelector()],
    outputChannel: log,
    traceOutputChannel: log,
    // A log that opens by itself tells an analyst nothing; whatever matters is said in a message.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // The owner in the problem matcher's name as well: what the task finds takes the place of what the
    // server found, and is not listed beside it.
    diagnosticCollectionName: 'rapporteur',
    initializationOptions: (): InitializationOptions => ({
      status: true,
      files: true,
      suggestAgain: true,
      // Where somebody listens: VS Code does not say so of what it found out by itself.
      spokenKinds: workspace.getConfiguration('editor').get('accessibilitySupport') === 'on',
      ...more,
      settings: plain(workspace.getConfiguration().get<object>('rapporteur') ?? {}),
    }),
    errorHandler: errorHandler(log),
    markdown: { supportThemeIcons: true },
    middleware: {
      async provideCodeActions(document, range, context, token, next) {
        const actions = await next(document, range, context, token);
        if (actions === undefined || actions === null) return actions;
        const { only, diagnostics } = context;
        return withOneIgnore(withAskedSteps(actions, diagnostics, only), range, only);
      },
    },
  };
}

/** VS Code gives settings as an object of its own kind, which cannot be sent to a Worker. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/**
 * Which documents are sent to the server: Markdown and registries, on the disk, unsaved, or wherever a
 * folder of the workspace is. Not the old side of a comparison or a cell of a notebook, whose schemes
 * are others: a finding cannot be fixed there.
 */
function documentSelector(): readonly TextDocumentFilter[] {
  return schemes().flatMap((scheme) => [
    { scheme, language: 'markdown' },
    // The configuration may call any YAML file a registry; the server knows which.
    { scheme, language: 'yaml' },
    // By name as well: other extensions give such files languages of their own.
    ...WORKSPACE_FILES.map((pattern) => ({ scheme, pattern })),
  ]);
}

function schemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', ...folders])];
}
