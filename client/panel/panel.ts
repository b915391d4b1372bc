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
  type SentOverview,
} from '../../server/lsp/protocol.js';
import type { Server } from '../server.js';
import { type PanelContent, panelContent, panelPage, partsOf, printPage } from './page.js';
import { changesOf } from './parts.js';

/** The one panel with the timeline and who owes whom. */
export interface Panel extends Disposable {
  show(): Promise<void>;
}

interface OpenPanel {
  readonly view: WebviewPanel;
  asked: OverviewParams;
  shown: KnownOverview | undefined;
  /** What the page has, or will have once it is loaded. */
  content: PanelContent | undefined;
  /** Whether the page listens. */
  isLoaded: boolean;
  /** Whether something has changed while nobody saw it. */
  isStale: boolean;
}

/** @param folder where the extension is */
export function createPanel(server: Server, folder: Uri): Panel {
  const home = Uri.joinPath(folder, 'client', 'panel');
  let open: OpenPanel | undefined;

  const refresh = async (): Promise<void> => {
    const panel = open;
    if (panel === undefined) return;
    // What nobody sees is asked for when somebody looks again.
    panel.isStale = !panel.view.visible;
    if (panel.isStale) return;
    const client = await server.started();
    const { asked, shown } = panel;
    const params: OverviewParams = { ...asked, ...(shown && { known: shown.revision }) };
    const sent = await client.sendRequest<SentOverview>(REQUESTS.overview, params);
    if (panel !== open) return;
    // Asked twice at the same time: what was sent second goes on from the first.
    if (panel.shown !== shown) return refresh();
    const overview = wholeOf(sent, shown);
    // Of a panel that was shown anew in the meantime, the server knows more than the client.
    if (overview === undefined) {
      panel.shown = undefined;
      return refresh();
    }
    panel.shown = overview;
    const content = panelContent(overview, asked);
    const changes = panel.content && changesOf(partsOf(panel.content), partsOf(content));
    panel.content = content;
    if (!panel.isLoaded || changes === undefined) write(panel);
    else if (changes.length > 0) await panel.view.webview.postMessage({ changes });
  };

  /** The whole page, which the webview keeps for when it is seen again. */
  const write = (panel: OpenPanel): void => {
    const { view, content, asked } = panel;
    if (content === undefined) return;
    const { webview } = view;
    panel.isLoaded = false;
    webview.html = panelPage(content, asked.query ?? '', {
      source: webview.cspSource,
      style: webview.asWebviewUri(Uri.joinPath(home, 'page.css')).toString(),
      script: webview.asWebviewUri(Uri.joinPath(home, 'page-script.js')).toString(),
      nonce: newNonce(),
    });
  };

  /** What the page says may be anything. */
  const answer = async (message: unknown): Promise<void> => {
    const { type, key, by, to, query, view } = (message ?? {}) as Record<string, unknown>;
    const panel = open;
    if (panel === undefined) return;
    const { asked, shown } = panel;
    if (type === 'loaded') panel.isLoaded = true;
    if (type === 'open') await openRow(rowsOf(shown).find((row) => row.key === key));
    if (type === 'pair') panel.asked = { ...asked, pair: { by: String(by), to: String(to) } };
    if (type === 'all') panel.asked = { query: asked.query ?? '' };
    if (type === 'filter') panel.asked = { ...asked, query: String(query) };
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
        const view = window.createWebviewPanel('rapporteur.overview', title, ViewColumn.Beside, {
          enableScripts: true,
          localResourceRoots: [home],
        });
        const panel: OpenPanel = {
          ...{ view, asked: {}, isLoaded: false, isStale: false },
          ...{ shown: undefined, content: undefined },
        };
        open = panel;
        view.webview.onDidReceiveMessage((message) => void answer(message));
        view.onDidChangeViewState(() => {
          // A hidden page is gone: it comes back as it was written last.
          if (!view.visible) write(panel);
          else if (panel.isStale) void refresh().catch(() => undefined);
        });
        view.onDidDispose(() => {
          open = undefined;
        });
      } else open.view.reveal();
      await refresh();
    },
    dispose: () => {
      watching.dispose();
      open?.view.dispose();
    },
  };
}

type KnownOverview = Overview & { readonly revision: number };

/** With the rows that the client has already; `undefined`: it has not all of them. */
function wholeOf(sent: SentOverview, before: Overview | undefined): KnownOverview | undefined {
  const known = new Map(rowsOf(before).map((row) => [row.key, row]));
  let isWhole = true;
  const row = (each: OverviewRow | string): readonly OverviewRow[] => {
    const found = typeof each === 'string' ? known.get(each) : each;
    isWhole &&= found !== undefined;
    return found === undefined ? [] : [found];
  };
  const whole = {
    ...sent,
    lanes: sent.lanes.map(({ title, rows }) => ({ title, rows: rows.flatMap(row) })),
    undated: sent.undated.flatMap(row),
  };
  return isWhole ? whole : undefined;
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
