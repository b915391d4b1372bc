import { commands, env, type Location, l10n, type Uri, window } from 'vscode';
import type { CommitmentItem } from '../../server/lsp/protocol.js';
import { type CommitmentNode, partiesInWords } from '../lists/commitment-list.js';
import { showLocation } from '../show-places.js';
import type { Command, CommandContext } from './command.js';

const ON_VIEW = 'view =~ /^rapporteur\\.(commitments|brief)$/';
const ON_ROW = `${ON_VIEW} && viewItem =~ /^commitment(-id)?$/`;
const WITH_ID = `${ON_VIEW} && viewItem == commitment-id`;

export const goToCommitment: Command = {
  id: 'goToCommitment',
  title: 'Go to Commitment',
  summary: 'Opens the place where a commitment was made.',
  ofRow: true,
  icon: 'go-to-file',
  menus: [{ on: 'row', when: ON_ROW }],
  async run(context, node) {
    await goTo(context, node);
  },
};

export const recordUpdateOf: Command = {
  id: 'recordUpdateOf',
  title: 'Record Update…',
  summary: 'Opens the place where a commitment was made, and reports what happened to it.',
  ofRow: true,
  icon: 'edit',
  menus: [{ on: 'row', when: WITH_ID }],
  async run(context, node) {
    if ((await goTo(context, node)) !== undefined)
      await commands.executeCommand('rapporteur.recordUpdate');
  },
};

export const changeCommitmentOf: Command = {
  id: 'changeCommitmentOf',
  title: 'Change Commitment…',
  summary: 'Opens the place where a commitment was made, and asks for its terms.',
  ofRow: true,
  menus: [{ on: 'rowMenu', when: ON_ROW }],
  async run(context, node) {
    if ((await goTo(context, node)) !== undefined)
      await commands.executeCommand('rapporteur.changeCommitment');
  },
};

export const showHistory: Command = {
  id: 'showHistory',
  title: 'Show History',
  summary: 'Shows what was reported of a commitment.',
  ofRow: true,
  menus: [{ on: 'rowMenu', when: WITH_ID }],
  async run(context, node) {
    const editor = await goTo(context, node);
    if (editor === undefined) return;
    const { uri, at } = editor;
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeImplementationProvider',
      uri,
      at,
    );
    if (found.length === 0)
      void window.showInformationMessage(l10n.t('Nothing was reported of this commitment yet.'));
    else await commands.executeCommand('editor.action.showReferences', uri, at, found);
  },
};

export const copyCommitmentId: Command = {
  id: 'copyCommitmentId',
  title: 'Copy Id',
  summary: 'Copies the id of a commitment.',
  ofRow: true,
  menus: [{ on: 'rowMenu', when: WITH_ID }],
  async run(_context, node) {
    const id = itemOf(node)?.id;
    if (id !== undefined) await env.clipboard.writeText(id);
  },
};

export const copyCommitmentRow: Command = {
  id: 'copyCommitmentRow',
  title: 'Copy as Table Row',
  summary:
    'Copies a commitment as a row of a Markdown table: words, parties, deadline, status, brief.',
  ofRow: true,
  menus: [{ on: 'rowMenu', when: ON_ROW }],
  async run(_context, node) {
    const item = itemOf(node);
    if (item !== undefined) await env.clipboard.writeText(tableRow(item));
  },
};

/** A row of a Markdown table; what a cell would end at is escaped. */
function tableRow(item: CommitmentItem): string {
  const { words, deadline, status, brief } = item;
  const cells = [words, partiesInWords(item), deadline, status.replaceAll('-', ' '), brief];
  return `| ${cells.map((cell) => cell.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ')).join(' | ')} |`;
}

function itemOf(node: unknown): CommitmentItem | undefined {
  const { type, item } = (node ?? {}) as Partial<Extract<CommitmentNode, { type: 'item' }>>;
  return type === 'item' ? item : undefined;
}

/** Resolves to the place that is shown then. */
async function goTo(
  { server, lists }: CommandContext,
  node: unknown,
): Promise<{ readonly uri: Uri; readonly at: Location['range']['start'] } | undefined> {
  const item = itemOf(node);
  const now = item && (await lists.commitments.now(item));
  if (now === undefined) return undefined;
  const { uri, range } = await showLocation(await server.started(), now.location);
  // Before the words: a name may begin them, and is not what is asked about.
  return { uri, at: range.start.translate(0, range.start.character > 0 ? -1 : 0) };
}
