// The panel with the timeline and who owes whom: what is asked for, sent and drawn again, counted, with a VS Code of a few lines.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { PartChange } from '../client/panel/parts.js';
import type { Server } from '../client/server.js';
import { NOTIFICATIONS, REQUESTS, type SentOverview } from '../server/lsp/protocol.js';
import { loadClientModule } from './support/client-module.js';
import { ABLE, type Editor, withEditor } from './support/editor.js';

const BRIEFS = 30;
const brief = (at: number): string =>
  `---\ntitle: Review ${at}\ndate: 2025-01-15\n---\n\n:place[Arcadia] :commitment[agreed to open line ${at}]{#c-${at} by=arcadia to=bord due=${2020 + (at % 9)}-05}.\n\n:commitment[may close line ${at}]{#d-${at} by=bord}.\n`;
const FILES = {
  'rapporteur.yaml': '',
  'registry.yaml': 'place:\n  arcadia: { name: Arcadia }\n  bord: { name: Borduria }\n',
  ...Object.fromEntries(Array.from({ length: BRIEFS }, (_, at) => [`${at}.md`, brief(at)])),
};

/** A VS Code window with a panel that can be hidden. */
class Window {
  readonly pages: string[] = [];
  readonly messages: { readonly changes: readonly PartChange[] }[] = [];
  readonly answers: SentOverview[] = [];
  visible = true;
  onMessage: (message: unknown) => void = () => undefined;
  onState: () => void = () => undefined;
  onList: () => void = () => undefined;

  constructor(private readonly editor: Editor) {
    editor.connection.onNotification(NOTIFICATIONS.listChanged, ({ list }) => {
      if (list === 'overview') this.onList();
    });
  }

  get vscode(): object {
    const self = this;
    const nothing = { dispose: () => undefined };
    const webview = {
      cspSource: 'source',
      asWebviewUri: String,
      postMessage: async (message: never) => void this.messages.push(message),
      onDidReceiveMessage: (listener: (message: unknown) => void) => {
        this.onMessage = listener;
        return nothing;
      },
      set html(page: string) {
        self.pages.push(page);
      },
    };
    const panel = {
      webview,
      get visible() {
        return self.visible;
      },
      onDidChangeViewState: (listener: () => void) => {
        this.onState = listener;
        return nothing;
      },
      onDidDispose: () => nothing,
      reveal: () => undefined,
    };
    return {
      l10n: { t: (words: string) => words },
      ViewColumn: { Beside: -2, One: 1 },
      Uri: { joinPath: (...parts: readonly string[]) => parts.join('/') },
      window: { createWebviewPanel: () => panel },
    };
  }

  get server(): Server {
    const client = {
      sendRequest: async (method: string, params: object) => {
        const answer = await this.editor.connection.sendRequest<SentOverview>(method, params);
        if (method === REQUESTS.overview) this.answers.push(answer);
        return answer;
      },
    };
    const onList = (_list: string, listener: () => void) => {
      this.onList = listener;
      return { dispose: () => undefined };
    };
    return { started: async () => client, onList } as unknown as Server;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function withPanel(during: (window: Window, editor: Editor) => Promise<void>): Promise<void> {
  const options = { capabilities: ABLE, configuration: { today: '2025-11-01' } };
  await withEditor(FILES, options, async (editor) => {
    await editor.connection.sendRequest(REQUESTS.check);
    editor.open('7.md', brief(7));
    const window = new Window(editor);
    const { createPanel } = await loadClientModule<typeof import('../client/panel/panel.js')>(
      'client/panel/panel.ts',
      { vscode: window.vscode },
    );
    await createPanel(window.server, '/extension' as never).show();
    window.onMessage({ type: 'loaded' });
    await during(window, editor);
  });
}

function rowsSent({ lanes, undated }: SentOverview): number {
  const rows = [...lanes.flatMap((lane) => lane.rows), ...undated];
  return rows.filter((row) => typeof row !== 'string').length;
}

test('of a change of one commitment one row is sent and drawn again, and the page stays', () =>
  withPanel(async (window, editor) => {
    assert.equal(rowsSent(window.answers[0] ?? assert.fail()), 2 * BRIEFS);
    assert.equal(window.pages.length, 1);
    editor.change('7.md', 2, brief(7).replace('open line', 'open up line'));
    await until(() => window.messages.length > 0);
    assert.equal(rowsSent(window.answers[1] ?? assert.fail()), 1);
    const [{ changes } = assert.fail()] = window.messages;
    assert.deepEqual(
      changes.map(({ id, come }) => [id, come.length]),
      [
        ['days', 1],
        ['rows', 1],
      ],
    );
    assert.match(changes[0]?.come[0]?.markup ?? '', /agreed to open up line 7/);
    assert.equal(window.pages.length, 1);
  }));

test('nothing is asked for while nobody sees it, and once when somebody does', () =>
  withPanel(async (window, editor) => {
    window.visible = false;
    window.onState();
    // A hidden page is lost: the whole is there for when it comes back.
    assert.equal(window.pages.length, 2);
    editor.change('7.md', 2, brief(7).replace('open line', 'open up line'));
    await new Promise<void>((resolve) => {
      const told = window.onList;
      window.onList = () => {
        told();
        resolve();
      };
    });
    assert.equal(window.answers.length, 1);
    window.visible = true;
    window.onState();
    await until(() => window.pages.length === 3);
    assert.equal(window.answers.length, 2);
    assert.match(window.pages[2] ?? '', /agreed to open up line 7/);
    assert.deepEqual(window.messages, []);
  }));
