import {
  type CodeAction,
  l10n,
  type QuickPickItem,
  type TextDocument,
  type TextEdit,
  WorkspaceEdit,
  window,
} from 'vscode';
import { actionsAt, applyAction, pickAction } from '../code-actions.js';
import { type Terms, termsIn, withTerms } from '../commitment-terms.js';
import { didStep } from '../first-steps.js';
import { guessed, pickStep, runSteps, type Step, typeStep } from '../multi-step.js';
import { deadlineJudge, type KnownEntity, knownEntities, sourceStep } from '../promise-steps.js';
import type { Server } from '../server.js';
import type { Command } from './command.js';
import { activeEditor } from './selection-actions.js';

const KIND = 'refactor.rewrite.rapporteur.commitment';

export const newCommitment: Command = {
  id: 'newCommitment',
  title: 'New Commitment from Selection',
  summary:
    'Makes the selected words a commitment. Asks who must act, to whom, by when, how firmly and according to which source; what the sentence says is filled in, with the reason.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  key: {
    key: 'ctrl+k b',
    mac: 'cmd+k b',
    when: 'editorTextFocus && editorLangId == markdown && !editorReadonly',
  },
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  async run({ server }) {
    const editor = activeEditor();
    if (editor === undefined) return;
    const found = await actionsAt(server, editor.document, editor.selection, KIND);
    if (found.length === 0) {
      void window.showInformationMessage(
        l10n.t(
          'Select the words of the promise, such as “agreed to hold talks every year”, in one paragraph. Do not cut a tag in two.',
        ),
      );
      return;
    }
    const picked = await pickAction(found, l10n.t('New commitment'));
    const made = picked && (await asked(server, editor.document, picked));
    if (made !== undefined && (await applyAction(editor, made))) void didStep('commit');
  },
};

/** The action with the terms that somebody agreed to; `undefined`: the form was left. */
async function asked(
  server: Server,
  { uri }: TextDocument,
  action: CodeAction,
): Promise<CodeAction | undefined> {
  const { edit } = action;
  const written = edit?.get(uri).find(({ newText }) => termsIn(newText) !== undefined);
  const terms = written && termsIn(written.newText);
  if (edit === undefined || written === undefined || terms === undefined) return action;
  const { id, values } = terms;
  const all = await knownEntities(server, uri.toString());
  const draft: Terms = { id, values: new Map(values) };
  const steps = [
    partyStep(all, values, 'by'),
    partyStep(all, values, 'to'),
    deadlineStep(server, uri.toString(), values),
    sourceStep<Terms>(
      all,
      (terms) => terms.values.get('source') ?? '',
      (terms, source) => terms.values.set('source', source),
    ),
    firmnessStep,
  ];
  if (!(await runSteps(l10n.t('New commitment'), draft, steps))) return undefined;
  const changed = new WorkspaceEdit();
  for (const [page, edits] of edit.entries())
    changed.set(
      page,
      edits.map((each): TextEdit => {
        if (each === written) each.newText = withTerms(each.newText, draft);
        return each;
      }),
    );
  return Object.assign(action, { edit: changed });
}

interface PartyPick extends QuickPickItem {
  /** Empty: nobody. */
  readonly id: string;
}

/** Who must act, or to whom it is promised; what the sentence says is ticked. */
export function partyStep(
  all: readonly KnownEntity[],
  guess: ReadonlyMap<string, string>,
  name: 'by' | 'to',
): Step<Terms> {
  const said = (guess.get(name) ?? '').split(',').filter((id) => id !== '');
  const reason =
    name === 'by'
      ? guessed(l10n.t('the subject of the sentence'))
      : guessed(l10n.t('the promised act names it'));
  return async ({ values }, place) => {
    const nobody: PartyPick = {
      id: '',
      label:
        name === 'by'
          ? `$(circle-slash) ${l10n.t('The text does not say who must act')}`
          : `$(circle-slash) ${l10n.t('To nobody in particular')}`,
    };
    const each: PartyPick = { id: 'each-other', label: l10n.t('Each other') };
    const parties = all.filter(({ mayAct }) => mayAct).map((entity) => partyPick(entity));
    const isJoint = (values.get('by') ?? '').includes(',');
    const items = [...(name === 'to' && isJoint ? [each] : []), ...parties, nobody].map((item) =>
      said.includes(item.id) ? { ...item, detail: reason } : item,
    );
    const first = items.toSorted(
      (a, b) => Number(said.includes(b.id)) - Number(said.includes(a.id)),
    );
    const now = (values.get(name) ?? '').split(',');
    const answer = await pickStep(place, {
      items: first,
      chosen: first.filter(({ id }) => now.includes(id)),
      hint: name === 'by' ? l10n.t('Who must act?') : l10n.t('To whom is it promised?'),
      many: true,
      fault: (chosen) => {
        if (chosen.length === 0) return l10n.t('Tick at least one line, the last one for nobody.');
        const isMixed =
          chosen.length > 1 && chosen.some(({ id }) => id === '' || id === 'each-other');
        return isMixed
          ? l10n.t('Nothing can be chosen along with this line: untick it, or the others.')
          : undefined;
      },
    });
    if (answer === 'back' || answer === 'left') return answer;
    values.set(name, answer.map(({ id }) => id).join(','));
    return 'next';
  };
}

function partyPick({ id, name, title, icon }: KnownEntity): PartyPick {
  return { id, label: `$(${icon}) ${name}`, description: `${title} · ${id}` };
}

/** A day, or words that are read by the date of the brief; empty: the text gives none. */
export function deadlineStep(
  server: Server,
  uri: string,
  guess: ReadonlyMap<string, string>,
): Step<Terms> {
  const judge = deadlineJudge(server, uri);
  const said = guess.get('due') ?? guess.get('due-text') ?? '';
  const why = guessed(l10n.t('the words of the sentence'));
  return async ({ values }, place) => {
    const prompt =
      said === ''
        ? l10n.t(
            'By when? A day, or words such as “within six months”. Leave it empty if the text does not say.',
          )
        : l10n.t('By when? {0}', why);
    const value = values.get('due') || values.get('due-text') || '';
    const answer = await typeStep(place, {
      value,
      prompt,
      async judge(typed) {
        const judged = typed.trim() === '' ? { reading: '' } : await judge.judge(typed);
        // What is read does not hide that it is a guess.
        const isGuess = typed === said && 'reading' in judged && judged.reading !== '';
        return isGuess ? { reading: `${judged.reading} (${why})` } : judged;
      },
    });
    if (answer === 'back' || answer === 'left') return answer;
    values.delete('due');
    values.delete('due-text');
    if (answer.value === '') return 'next';
    const read = await judge.read(answer.value);
    if (read?.edtf === undefined) values.set('due-text', answer.value);
    else values.set('due', read.edtf);
    return 'next';
  };
}

interface FirmnessPick extends QuickPickItem {
  /** Empty: as the words say. */
  readonly strength: string;
}

export const firmnessStep: Step<Terms> = async ({ values }, place) => {
  const marker = values.get('marker');
  const items: readonly FirmnessPick[] = [
    {
      strength: '',
      label: l10n.t('As its words say'),
      description: marker === undefined ? '' : `“${marker}”`,
    },
    { strength: 'binding', label: l10n.t('Binding'), description: l10n.t('a duty: shall, must') },
    {
      strength: 'pledged',
      label: l10n.t('Pledged'),
      description: l10n.t('a promise: pledges, agreed to'),
    },
    {
      strength: 'planned',
      label: l10n.t('Planned'),
      description: l10n.t('a plan: will, is set to'),
    },
    {
      strength: 'intended',
      label: l10n.t('Intended'),
      description: l10n.t('an aim: intends, seeks'),
    },
    {
      strength: 'aspired',
      label: l10n.t('Aspired'),
      description: l10n.t('a wish: hopes, looks forward'),
    },
  ];
  const now = values.get('strength') ?? '';
  const answer = await pickStep(place, {
    items,
    chosen: items.filter(({ strength }) => strength === now),
    hint: l10n.t('How firm is it?'),
    many: false,
  });
  if (answer === 'back' || answer === 'left') return answer;
  values.set('strength', answer[0]?.strength ?? '');
  return 'next';
};
