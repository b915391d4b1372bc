import {
  type CodeAction,
  l10n,
  type Position,
  Range,
  type TextDocument,
  type TextEdit,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type CommitmentItem, REQUESTS } from '../../server/lsp/protocol.js';
import { actionsAt, applyAction } from '../code-actions.js';
import { quoted } from '../commitment-terms.js';
import { NEXT_STATUSES, STATUSES } from '../core-words.js';
import { pickStep, runSteps, type Step, typeStep } from '../multi-step.js';
import { type DeadlineJudge, deadlineJudge, knownEntities, sourceStep } from '../promise-steps.js';
import type { Server } from '../server.js';
import type { Command } from './command.js';
import { commitmentPick } from './commitment-pick.js';
import { activeEditor } from './selection-actions.js';

export const recordUpdate: Command = {
  id: 'recordUpdate',
  title: 'Record Update of a Commitment…',
  summary:
    'Reports what happened to a commitment, the one at the cursor or one you choose: its new status or deadline, since when, according to which source, in which words. The update is a new line after the current paragraph.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  async run({ server }, argument) {
    const editor = activeEditor();
    if (editor === undefined) return;
    const { document, selection } = editor;
    const asks = argument === 'newDeadline' ? 'deadline' : 'any';
    const found = await actionsAt(
      server,
      document,
      selection,
      'refactor.rewrite.rapporteur.update',
    );
    const [first] = found;
    if (first !== undefined) {
      const made = await asked(server, document, found, asks);
      if (made !== undefined) await applyAction(editor, made);
      return;
    }
    const client = await server.started();
    const all = await client.sendRequest<readonly CommitmentItem[]>(REQUESTS.commitments);
    const item = await pickCommitment(all);
    if (item?.id === undefined) return;
    const news: News = newsOf(item.id, today());
    const statuses = NEXT_STATUSES[item.status] ?? STATUSES;
    if (await report(server, document, news, statuses, asks)) await insert(editor, recordOf(news));
  },
};

/** A report on a commitment. */
export interface News {
  readonly id: string;
  /** Empty: it is as it was. */
  status: string;
  /** EDTF; empty: it is as it was. */
  due: string;
  /** EDTF. */
  on: string;
  /** Empty: that of the brief. */
  source: string;
  words: string;
}

function newsOf(id: string, on: string): News {
  return { id, status: '', due: '', on, source: '', words: '' };
}

/** Asks for it, step by step, of a moved deadline no status; `false`: the form was left. */
async function report(
  server: Server,
  document: TextDocument,
  news: News,
  statuses: readonly string[],
  asks: 'any' | 'deadline',
): Promise<boolean> {
  const all = await knownEntities(server, document.uri.toString());
  const steps: readonly Step<News>[] = [
    ...(asks === 'deadline' ? [] : [statusStep(statuses)]),
    newDeadlineStep(server, document.uri.toString()),
    dayStep(server, document.uri.toString()),
    sourceStep<News>(
      all,
      ({ source }) => source,
      (draft, source) => {
        draft.source = source;
      },
    ),
    wordsStep,
  ];
  return runSteps(l10n.t('Record update'), news, steps);
}

/** Only what may follow what it is now. */
function statusStep(statuses: readonly string[]): Step<News> {
  const items = [
    ...statuses.map((status) => ({ label: status.replaceAll('-', ' '), status })),
    { label: l10n.t('its deadline moved'), status: '' },
  ];
  return async (news, place) => {
    const answer = await pickStep(place, {
      items,
      chosen: items.filter(
        ({ status }) => status === news.status && (status !== '' || news.due !== ''),
      ),
      hint: l10n.t('What happened to it?'),
      many: false,
    });
    if (answer === 'back' || answer === 'left') return answer;
    news.status = answer[0]?.status ?? '';
    if (news.status !== '') news.due = '';
    return 'next';
  };
}

/** Only of a deadline that moved, and never one that nobody has said. */
function newDeadlineStep(server: Server, uri: string): Step<News> {
  const { judge, read } = dayJudge(server, uri);
  return async (news, place) => {
    if (news.status !== '') return 'passed';
    const answer = await typeStep(place, {
      value: news.due,
      prompt: l10n.t('By when now? A day, or words that are read by the date of the brief.'),
      judge,
    });
    if (answer === 'back' || answer === 'left') return answer;
    news.due = (await read(answer.value))?.edtf ?? answer.value;
    return 'next';
  };
}

/** As for a deadline, but words that name no day are refused. */
function dayJudge(server: Server, uri: string): DeadlineJudge {
  const { judge, read } = deadlineJudge(server, uri);
  return {
    read,
    judge: async (typed) => {
      const found = await read(typed);
      if (found?.type === 'vague') return { fault: l10n.t('These words name no day.') };
      return judge(typed);
    },
  };
}

function dayStep(server: Server, uri: string): Step<News> {
  const { judge, read } = dayJudge(server, uri);
  return async (news, place) => {
    const answer = await typeStep(place, {
      value: news.on,
      prompt: l10n.t('Since when? A day, or words that are read by the date of the brief.'),
      judge,
    });
    if (answer === 'back' || answer === 'left') return answer;
    news.on = (await read(answer.value))?.edtf ?? answer.value;
    return 'next';
  };
}

const wordsStep: Step<News> = async (news, place) => {
  const answer = await typeStep(place, {
    value: news.words,
    prompt: l10n.t('What happened, in a few words? May be empty.'),
    judge: async (typed) =>
      /[[\]]/.test(typed)
        ? { fault: l10n.t('These words cannot have square brackets.') }
        : { reading: '' },
  });
  if (answer === 'back' || answer === 'left') return answer;
  news.words = answer.value;
  return 'next';
};

/** The record of one of the server's actions, of the commitment at the cursor, as somebody agreed to it. */
async function asked(
  server: Server,
  document: TextDocument,
  actions: readonly CodeAction[],
  asks: 'any' | 'deadline',
): Promise<CodeAction | undefined> {
  const [first] = actions;
  const written = first?.edit?.get(document.uri).find(({ newText }) => RECORD.test(newText));
  const [, id = '', on = ''] = RECORD.exec(written?.newText ?? '') ?? [];
  if (first?.edit === undefined || written === undefined) return first;
  const statuses = actions.flatMap(({ kind }) => kind?.value.split('.').at(-1) ?? []);
  const news = newsOf(id, on);
  if (!(await report(server, document, news, statuses, asks))) return undefined;
  const changed = new WorkspaceEdit();
  for (const [uri, edits] of first.edit.entries())
    changed.set(
      uri,
      edits.map((each): TextEdit => {
        if (each === written) each.newText = each.newText.replace(RECORD, () => recordOf(news));
        return each;
      }),
    );
  return Object.assign(first, { edit: changed });
}

const RECORD = /::update\{of=([\w-]+) status=[\w-]+ on=([\d-]+)\}/;

/** As it is written: what happened, the commitment's status now, since when, who says so. */
export function recordOf({ id, status, due, on, source, words }: News): string {
  const label = words === '' ? '' : `[${words}]`;
  const said = { of: id, status, due, on, source };
  const terms = Object.entries(said).flatMap(([name, value]) =>
    value === '' ? [] : [`${name}=${/^[\w.,/~?-]+$/.test(value) ? value : quoted(value)}`],
  );
  return `::update${label}{${terms.join(' ')}}`;
}

/** The one chosen; one without an id cannot be spoken of elsewhere. */
async function pickCommitment(all: readonly CommitmentItem[]): Promise<CommitmentItem | undefined> {
  const known = all.filter(({ id }) => id !== undefined);
  if (known.length === 0) {
    void window.showInformationMessage(
      l10n.t(
        'No commitment with an id is known yet. Select the words of a promise and make it a commitment first.',
      ),
    );
    return undefined;
  }
  const title = l10n.t('Which commitment do you want to update?');
  const hint = l10n.t('Words, a party, an agreement or a brief');
  const options = { title, placeHolder: hint, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(known.map(commitmentPick), options))?.item;
}

async function insert(editor: TextEditor, record: string): Promise<void> {
  const { at, before, after } = placeOfRecord(editor.document, editor.selection.active);
  const edit = new WorkspaceEdit();
  edit.replace(editor.document.uri, new Range(at, at), `${before}${record}${after}`);
  await workspace.applyEdit(edit);
}
interface RecordPlace {
  readonly at: Position;
  /** The line breaks between it and what is above and below. */
  readonly before: string;
  readonly after: string;
}

/** A record is alone on its line: on the empty one here, else behind the paragraph. */
function placeOfRecord(document: TextDocument, { line }: Position): RecordPlace {
  const isEmpty = (at: number): boolean =>
    at < 0 || at >= document.lineCount || document.lineAt(at).isEmptyOrWhitespace;
  if (isEmpty(line)) {
    const before = isEmpty(line - 1) ? '' : '\n';
    return { at: document.lineAt(line).range.end, before, after: isEmpty(line + 1) ? '' : '\n' };
  }
  let last = line;
  while (!isEmpty(last + 1)) last += 1;
  return { at: document.lineAt(last).range.end, before: '\n\n', after: '' };
}

/** The day by which the workspace is judged: YYYY-MM-DD. */
function today(): string {
  const set = workspace.getConfiguration('rapporteur').get('today', '');
  // Swedish writes a date as ISO does, and in the person's own time zone.
  return set === '' ? new Date().toLocaleDateString('sv-SE') : set;
}
