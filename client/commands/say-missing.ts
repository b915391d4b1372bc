import {
  commands,
  l10n,
  languages,
  Range,
  Selection,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  COMMANDS,
  type CommitmentTerms,
  type TermsParams,
  type TermsResult,
} from '../../server/lsp/protocol.js';
import { type MissingPlace, missingIn } from '../asked-steps.js';
import type { Terms } from '../commitment-terms.js';
import { runSteps, type Step, typeStep } from '../multi-step.js';
import { deadlineJudge, knownEntities, sourceStep } from '../promise-steps.js';
import type { Server } from '../server.js';
import { writeAsOne } from '../suggestions/write.js';
import type { Command } from './command.js';
import { deadlineStep, partyStep } from './new-commitment.js';
import { activeEditor } from './selection-actions.js';

export const sayMissing: Command = {
  id: 'sayMissing',
  title: 'Say What Is Missing…',
  summary:
    'Asks for what the finding at the cursor says is missing, and writes it: a deadline, a new deadline, who must act, the source of the brief, a date. Also among the quick fixes of such a finding.',
  enablement: 'rapporteur.active && !editorReadonly',
  async run({ server }, argument) {
    const editor = isPlace(argument) ? window.activeTextEditor : activeEditor();
    if (editor === undefined) return;
    await server.ready();
    const place = isPlace(argument) ? argument : placeAtCursor(editor);
    if (place === undefined) {
      void window.showInformationMessage(
        l10n.t('No finding here says that something is missing. F8 goes to the next finding.'),
      );
      return;
    }
    await ASKING[place.missing](server, editor, place.range);
  },
};

function isPlace(argument: unknown): argument is MissingPlace {
  const { missing, range } = (argument ?? {}) as Partial<MissingPlace>;
  return typeof missing === 'string' && missing in ASKING && range instanceof Range;
}

function placeAtCursor({ document, selection }: TextEditor): MissingPlace | undefined {
  for (const diagnostic of languages.getDiagnostics(document.uri)) {
    const missing = diagnostic.source === 'rapporteur' ? missingIn(diagnostic) : undefined;
    const { range } = diagnostic;
    if (missing !== undefined && range.intersection(selection) !== undefined)
      return { missing, range };
  }
  return undefined;
}

type Asking = (server: Server, editor: TextEditor, range: Range) => Promise<void>;

const ASKING: Readonly<Record<MissingPlace['missing'], Asking>> = {
  deadline: (server, editor, range) =>
    askTerm(server, editor, range, async (uri) => {
      return [deadlineStep(server, uri, new Map())];
    }),
  party: (server, editor, range) =>
    askTerm(server, editor, range, async (uri) => {
      return [partyStep(await knownEntities(server, uri), new Map(), 'by')];
    }),
  source: (server, editor, range) =>
    askTerm(
      server,
      editor,
      range,
      async (uri) => [
        sourceStep<Terms>(
          await knownEntities(server, uri),
          () => '',
          ({ values }, source) => values.set('source', source),
          'named',
        ),
      ],
      'brief',
    ),
  async newDeadline(_, editor, { start }) {
    editor.selection = new Selection(start, start);
    await commands.executeCommand('rapporteur.recordUpdate', 'newDeadline');
  },
  date: askDate,
  async encoding() {
    await commands.executeCommand('workbench.action.editor.changeEncoding');
  },
};

/** Asks for terms, and has the server write those that were said. */
async function askTerm(
  server: Server,
  { document }: TextEditor,
  { start }: Range,
  stepsFor: (uri: string) => Promise<readonly Step<Terms>[]>,
  of?: TermsParams['of'],
): Promise<void> {
  const client = await server.started();
  const { code2ProtocolConverter: converter } = client;
  const uri = converter.asUri(document.uri);
  const draft: Terms = { id: '', values: new Map() };
  if (!(await runSteps(l10n.t('What is missing'), draft, await stepsFor(uri)))) return;
  const terms = termsSaid(draft);
  const position = converter.asPosition(start);
  const params: TermsParams = { uri, position, terms, apply: false, ...(of && { of }) };
  const result = await client.sendRequest<TermsResult | null>('workspace/executeCommand', {
    command: COMMANDS.changeTerms,
    arguments: [params],
  });
  const edit = result?.edit ?? null;
  if (edit === null || !(await writeAsOne(client, edit)))
    window.setStatusBarMessage(l10n.t('Nothing is changed.'), 4000);
}

function termsSaid({ values }: Terms): Partial<CommitmentTerms> {
  const said = (name: string): string => values.get(name) ?? '';
  const ids = (name: string): readonly string[] => said(name).split(',').filter(Boolean);
  const [due, dueText] = [said('due'), said('due-text')];
  return {
    ...(due !== '' && { due, dueText: '' }),
    ...(due === '' && dueText !== '' && { dueText }),
    ...(ids('by').length > 0 && { by: ids('by') }),
    ...(said('source') !== '' && { source: [said('source')] }),
  };
}

/** In front matter in place of what is there; of a tag behind its words. */
async function askDate(server: Server, { document }: TextEditor, range: Range): Promise<void> {
  const { read, judge } = deadlineJudge(server, document.uri.toString());
  const written = document.getText(range);
  const draft = { edtf: '' };
  const step: Step<typeof draft> = async (said, place) => {
    const answer = await typeStep(place, {
      value: '',
      prompt: l10n.t('Which date is “{0}”? A day, month or year, such as 2025-10.', written),
      judge: async (typed) => {
        const found = await read(typed);
        if (found?.type === 'vague') return { fault: l10n.t('These words name no day.') };
        return judge(typed);
      },
    });
    if (answer === 'back' || answer === 'left') return answer;
    said.edtf = (await read(answer.value))?.edtf ?? '';
    return 'next';
  };
  if (!(await runSteps(l10n.t('What is missing'), draft, [step])) || draft.edtf === '') return;
  const edit = new WorkspaceEdit();
  const behind = document.getText(new Range(range.end, range.end.translate(0, 2)));
  const [end, next] = [range.end.translate(0, 1), range.end.translate(0, 2)];
  if (!behind.startsWith(']')) edit.replace(document.uri, range, draft.edtf);
  else if (behind === ']{') edit.insert(document.uri, next, `edtf=${draft.edtf} `);
  else edit.insert(document.uri, end, `{edtf=${draft.edtf}}`);
  await workspace.applyEdit(edit);
}
