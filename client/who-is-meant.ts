import { l10n, type Range, type TextEditor, window } from 'vscode';
import {
  COMMANDS,
  type MentionAt,
  type MentionParams,
  type MentionResult,
  type MentionsParams,
  REQUESTS,
} from '../server/lsp/protocol.js';
import { didStep } from './first-steps.js';
import { pickMention } from './mention-pick.js';
import { plurals } from './plurals.js';
import type { Server } from './server.js';
import { writeAsOne } from './suggestions/write.js';

/** Asks who is meant at the cursor or in the selections, and writes it as one change. */
export async function sayWhoIsMeant(
  server: Server,
  { document, selections }: TextEditor,
  ranges: readonly Range[] = selections,
): Promise<void> {
  // Before all is read, a known name looks like a new one.
  await server.ready();
  const client = await server.started();
  const { code2ProtocolConverter: converter } = client;
  const asked: MentionsParams = {
    uri: converter.asUri(document.uri),
    ranges: ranges.map((each) => converter.asRange(each)),
  };
  const found = await client.sendRequest<readonly (MentionAt | null)[] | null>(
    REQUESTS.mentions,
    asked,
  );
  const [at] = found?.filter((each) => each !== null) ?? [];
  if (at === undefined) {
    void window.showInformationMessage(
      l10n.t('Put the cursor on a name, or select the words that mean somebody, in one paragraph.'),
    );
    return;
  }
  const choice = await pickMention(client, at, ranges.length);
  if (choice === undefined) return;
  const params: MentionParams = { ...asked, ...choice, apply: false };
  const result = await client.sendRequest<MentionResult | null>('workspace/executeCommand', {
    command: COMMANDS.mention,
    arguments: [params],
  });
  const isWritten =
    result !== null && result.edit !== null && (await writeAsOne(client, result.edit));
  if (!isWritten)
    void window.showWarningMessage(
      l10n.t('This cannot be written here: see whether the registry can take a new entry.'),
    );
  else {
    if (choice.means !== null) void didStep('tag');
    window.setStatusBarMessage(
      result.left > 0
        ? l10n.t(
            '{0}. Selections that could not be: {1}',
            plurals.mentions(result.changed),
            result.left,
          )
        : plurals.mentions(result.changed),
      5000,
    );
  }
}
