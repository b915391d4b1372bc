import { l10n, window } from 'vscode';
import {
  COMMANDS,
  type CommitmentTerms,
  REQUESTS,
  type TermsParams,
  type TermsResult,
} from '../../server/lsp/protocol.js';
import type { Terms } from '../commitment-terms.js';
import { runSteps } from '../multi-step.js';
import { knownEntities, sourceStep } from '../promise-steps.js';
import { writeAsOne } from '../suggestions/write.js';
import type { Command } from './command.js';
import { deadlineStep, firmnessStep, partyStep } from './new-commitment.js';
import { activeEditor } from './selection-actions.js';

export const changeCommitment: Command = {
  id: 'changeCommitment',
  title: 'Change Commitment…',
  summary:
    'Asks for the terms of the commitment at the cursor, filled in as they are: who must act, to whom, by when, how firmly and according to which source.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  async run({ server }) {
    const editor = activeEditor();
    if (editor === undefined) return;
    await server.ready();
    const client = await server.started();
    const { code2ProtocolConverter: converter } = client;
    const uri = converter.asUri(editor.document.uri);
    const at = { uri, position: converter.asPosition(editor.selection.active) };
    const written = await client.sendRequest<CommitmentTerms | null>(REQUESTS.terms, at);
    if (written === null) {
      void window.showInformationMessage(
        l10n.t('Put the cursor in a commitment, or select the words of a promise to make one.'),
      );
      return;
    }
    const all = await knownEntities(server, uri);
    const draft: Terms = { id: '', values: valuesOf(written) };
    const nothing: ReadonlyMap<string, string> = new Map();
    const steps = [
      partyStep(all, nothing, 'by'),
      partyStep(all, nothing, 'to'),
      deadlineStep(server, uri, nothing),
      sourceStep<Terms>(
        all,
        ({ values }) => values.get('source') ?? '',
        ({ values }, source) => values.set('source', source),
      ),
      firmnessStep,
    ];
    if (!(await runSteps(l10n.t('Change commitment'), draft, steps))) return;
    const params: TermsParams = { ...at, terms: termsOf(draft, written), apply: false };
    const result = await client.sendRequest<TermsResult | null>('workspace/executeCommand', {
      command: COMMANDS.changeTerms,
      arguments: [params],
    });
    const isWritten =
      result !== null && result.edit !== null && (await writeAsOne(client, result.edit));
    window.setStatusBarMessage(
      isWritten ? l10n.t('The commitment is changed.') : l10n.t('Nothing is changed.'),
      4000,
    );
  },
};

function valuesOf(terms: CommitmentTerms): Map<string, string> {
  const { by, to, source, due, dueText, strength } = terms;
  return new Map([
    ['by', by.join()],
    ['to', to.join()],
    ['source', source.join()],
    ['due', due],
    ['due-text', dueText],
    ['strength', strength],
  ]);
}

function termsOf({ values }: Terms, before: CommitmentTerms): Partial<CommitmentTerms> {
  const ids = (name: string): readonly string[] =>
    (values.get(name) ?? '').split(',').filter((id) => id !== '');
  const source = values.get('source') ?? '';
  return {
    ...{ by: ids('by'), to: ids('to') },
    ...{ due: values.get('due') ?? '', dueText: values.get('due-text') ?? '' },
    strength: values.get('strength') ?? '',
    // The form offers one: several that are written stay.
    ...(source === '' && before.source.length > 1 ? {} : { source: ids('source') }),
  };
}
