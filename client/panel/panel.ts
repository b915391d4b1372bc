import {
  type Disposable,
  env,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  type CommitmentItem,
  type CommitmentsParams,
  type Diagram,
  type DiagramParams,
  type ListPage,
  type Overview,
  type OverviewParams,
  type OverviewRow,
  REQUESTS,
} from '../../server/lsp/protocol.js';
import type { Server } from '../server.js';
import { panelPage, printPage } from './page.js';

/** The one panel with the timeline and who owes whom. */
export interface Panel extends Disposable {
  show(): Promise<void>;
}

/** @param folder where the extension is */
export function createPanel(server: Server, folder: Uri): Panel {
  const home = Uri.joinPath(folder, 'client', 'panel');
  let open: WebviewPanel | undefined;
  let asked: OverviewParams = {};
  let shown: Overview | undefined;

  const refresh = async (): Promise<void> => {
    const panel = open;
    if (panel === undefined) return;
    const client = await server.started();
    const overview = await client.sendRequest<Overview>(REQUESTS.overview, asked);
    if (panel !== open) return;
    shown = overview;
    const { webview } = panel;
    webview.html = panelPage(overview, asked, {
      source: webview.cspSource,
      style: webview.asWebviewUri(Uri.joinPath(home, 'page.css')).toString(),
      script: webview.asWebviewUri(Uri.joinPath(home, 'page-script.js')).toString(),
      nonce: newNonce(),
    });
  };

  /** What the page says may be anything. */
  const answer = async (message: unknown): Promise<void> => {
    const { type, key, by, to, query, view } = (message ?? {}) as Record<string, unknown>;
    if (type === 'open') await openRow(rowsOf(shown).find((row) => row.key === key));
    if (type === 'pair') asked = { ...asked, pair: { by: String(by), to: String(to) } };
    if (type === 'all') asked = { query: asked.query ?? '' };
    if (type === 'filter') asked = { ...asked, query: String(query) };
    if (type === 'pair' || type === 'all' || type === 'filter') await refresh();
    if (type === 'mermaid')
      await copyAsMermaid(server, { ...asked, view: view === 'graph' ? 'graph' : 'timeline' });
    if (type === 'print' && shown !== undefined) await saveForPrinting(shown, home);
  };

  const openRow = async (row: OverviewRow | undefined): Promise<void> => {
    if (row === undefined) return;
    const client = await server.started();
    // What stands before it may have been edited since.
    const params: CommitmentsParams = { by: 'due', item: row.key };
    const { items } = await client.sendRequest<ListPage<CommitmentItem>>(
      REQUESTS.commitments,
      params,
    );
    const { location } = items[0] ?? row;
    const { uri, range } = client.protocol2CodeConverter.asLocation(location);
    await window.showTextDocument(uri, { selection: range, viewColumn: ViewColumn.One });
  };

  const watching = server.onList('overview', () => void refresh().catch(() => undefined));
  return {
    async show() {
      if (open === undefined) {
        const title = l10n.t('Commitments');
        open = window.createWebviewPanel('rapporteur.overview', title, ViewColumn.Beside, {
          enableScripts: true,
          localResourceRoots: [home],
        });
        open.webview.onDidReceiveMessage((message) => void answer(message));
        open.onDidDispose(() => {
          open = undefined;
          shown = undefined;
          asked = {};
        });
      } else open.reveal();
      await refresh();
    },
    dispose: () => {
      watching.dispose();
      open?.dispose();
    },
  };
}

function rowsOf(overview: Overview | undefined): readonly OverviewRow[] {
  if (overview === undefined) return [];
  return [...overview.lanes.flatMap(({ rows }) => rows), ...overview.undated];
}

/** Puts a diagram for Markdown on the clipboard. */
export async function copyAsMermaid(server: Server, params: DiagramParams): Promise<void> {
  const client = await server.started();
  const { text } = await client.sendRequest<Diagram>(REQUESTS.diagram, params);
  await env.clipboard.writeText(`\`\`\`mermaid\n${text}\`\`\`\n`);
  window.setStatusBarMessage(l10n.t('The diagram is on the clipboard.'), 4000);
}

/** A panel of VS Code cannot be printed: a browser prints the file. */
async function saveForPrinting(overview: Overview, home: Uri): Promise<void> {
  const [first] = workspace.workspaceFolders ?? [];
  const defaultUri = first && Uri.joinPath(first.uri, `commitments-${overview.today}.html`);
  const target = await window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { HTML: ['html'] },
  });
  if (target === undefined) return;
  const style = new TextDecoder().decode(
    await workspace.fs.readFile(Uri.joinPath(home, 'page.css')),
  );
  const page = printPage(overview, style);
  await workspace.fs.writeFile(target, new TextEncoder().encode(page));
  const openIt = l10n.t('Open in Browser');
  const done = l10n.t('Saved. Print it from a browser.');
  if ((await window.showInformationMessage(done, openIt)) === openIt)
    await env.openExternal(target);
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
