import { l10n, ProgressLocation, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  REQUESTS,
  type ReportParams,
  type ReportPlan,
  type ReportResult,
} from '../../server/lsp/protocol.js';
import { pickStep, runSteps, type Step, typeStep } from '../multi-step.js';
import type { Command } from './command.js';
import { isThere } from './start-brief.js';

export const exportReport: Command = {
  id: 'exportReport',
  title: 'Export Report…',
  summary:
    'Writes the commitments as a page, a Word file, a spreadsheet, a calendar or for other programs. Asks for the format, the briefs, parties, statuses, the period and the day, shows what the report will hold, and saves it where you say.',
  enablement: 'rapporteur.active',
  icon: 'export',
  menus: [{ on: 'viewTitle', when: 'view == rapporteur.commitments' }],
  async run({ server }) {
    const client = await server.started();
    const title = l10n.t('Export report');
    const ask = <Answer>(params: ReportParams): Promise<Answer> =>
      client.sendRequest<Answer>(REQUESTS.report, params);
    const plan = await window.withProgress({ location: ProgressLocation.Window, title }, async () =>
      ask<ReportPlan>({}),
    );
    const draft: Draft = { params: {}, plan };
    const steps = [
      formatStep,
      briefsStep,
      partiesStep,
      statusesStep,
      periodStep,
      dayStep,
      previewStep(ask),
    ];
    if (!(await runSteps(title, draft, steps))) return;
    await save(draft, await ask<ReportResult>(draft.params));
  },
};

interface Draft {
  params: ReportParams;
  readonly plan: ReportPlan;
}

interface FormatPick extends QuickPickItem {
  readonly params: Pick<ReportParams, 'format' | 'into'>;
}

const formatStep: Step<Draft> = async (draft, place) => {
  const items = draft.plan.formats.flatMap(({ name, summary, file, folder }): FormatPick[] => [
    ...(file ? [{ label: name, detail: summary, params: { format: name } }] : []),
    ...(folder
      ? [
          {
            label: l10n.t('{0}, all tables into a folder', name),
            detail: summary,
            params: { format: name, into: 'folder' as const },
          },
        ]
      : []),
  ]);
  const { format, into } = draft.params;
  const answer = await pickStep(place, {
    items,
    chosen: items.filter(({ params }) => params.format === format && params.into === into),
    hint: l10n.t('For whom or for what?'),
    many: false,
  });
  if (answer === 'back' || answer === 'left') return answer;
  const { into: _, ...others } = draft.params;
  draft.params = { ...others, ...answer[0]?.params };
  return 'next';
};

interface Choice extends QuickPickItem {
  readonly value: string;
}

/** All are ticked at first; all of them is no choice. */
async function chooseStep(
  place: Parameters<Step<Draft>>[1],
  items: readonly Choice[],
  now: readonly string[] | undefined,
  hint: string,
): Promise<readonly string[] | undefined | 'back' | 'left' | 'passed'> {
  if (items.length < 2) return 'passed';
  const answer = await pickStep(place, {
    items,
    chosen: items.filter(({ value }) => now === undefined || now.includes(value)),
    hint,
    many: true,
    fault: (chosen) => (chosen.length === 0 ? l10n.t('Tick at least one line.') : undefined),
  });
  if (answer === 'back' || answer === 'left') return answer;
  return answer.length === items.length ? undefined : answer.map(({ value }) => value);
}

const briefsStep: Step<Draft> = async (draft, place) => {
  const items = draft.plan.briefs.map(({ uri, title, file, commitments }) => ({
    label: title,
    description: `${file} · ${commitmentsInWords(commitments)}`,
    value: uri,
  }));
  const hint = l10n.t('Which briefs?');
  return take(draft, 'briefs', await chooseStep(place, items, draft.params.briefs, hint));
};

const partiesStep: Step<Draft> = async (draft, place) => {
  const items = draft.plan.parties.map(({ id, name, commitments }) => ({
    label: name,
    description: `${id} · ${commitmentsInWords(commitments)}`,
    value: id,
  }));
  const hint = l10n.t('Promises by or to whom?');
  return take(draft, 'parties', await chooseStep(place, items, draft.params.parties, hint));
};

const statusesStep: Step<Draft> = async (draft, place) => {
  const items = draft.plan.statuses.map(({ status, commitments }) => ({
    label: status,
    description: commitmentsInWords(commitments),
    value: status,
  }));
  const hint = l10n.t('Which statuses?');
  return take(draft, 'statuses', await chooseStep(place, items, draft.params.statuses, hint));
};

function take(
  draft: Draft,
  name: 'briefs' | 'parties' | 'statuses',
  answer: readonly string[] | undefined | 'back' | 'left' | 'passed',
): 'next' | 'back' | 'left' | 'passed' {
  if (typeof answer === 'string') return answer as 'back' | 'left' | 'passed';
  const { [name]: _, ...others } = draft.params;
  draft.params = answer === undefined ? others : { ...others, [name]: answer };
  return 'next';
}

const periodStep: Step<Draft> = async (draft, place) => {
  const answer = await typeStep(place, {
    value: draft.params.period ?? '',
    prompt: l10n.t(
      'Only what is due in a period? Such as 2026, 2026-03 or 2026-01/2026-06. Leave it empty for all.',
    ),
    judge: async (typed) =>
      typed.trim() === '' || PERIOD.test(typed.trim())
        ? { reading: '' }
        : { fault: l10n.t('Write a period as 2026, 2026-03 or 2026-01/2026-06.') },
  });
  if (answer === 'back' || answer === 'left') return answer;
  const { period: _, ...others } = draft.params;
  draft.params = answer.value === '' ? others : { ...others, period: answer.value };
  return 'next';
};

const PERIOD = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?:\/\d{4}(?:-\d\d(?:-\d\d)?)?)?$/;

const dayStep: Step<Draft> = async (draft, place) => {
  const { today } = draft.plan;
  const answer = await typeStep(place, {
    value: draft.params.today ?? today,
    prompt: l10n.t('As of which day? Statuses and deadlines are those of this day.'),
    judge: async (typed) =>
      /^\d{4}-\d\d-\d\d$/.test(typed.trim())
        ? { reading: '' }
        : { fault: l10n.t('Write the day as 2026-01-31.') },
  });
  if (answer === 'back' || answer === 'left') return answer;
  draft.params = { ...draft.params, today: answer.value };
  return 'next';
};

/** What it will hold, before anything is written. */
function previewStep(ask: (params: ReportParams) => Promise<ReportPlan>): Step<Draft> {
  return async (draft, place) => {
    const { format: _, into: __, ...params } = draft.params;
    const { holds, today } = await ask(params);
    const facts = [
      l10n.t('{0} briefs', holds.briefs),
      l10n.t('{0} commitments, {1} overdue', holds.commitments, holds.overdue),
      l10n.t('{0} entities', holds.entities),
      l10n.t('{0} mentions', holds.mentions),
    ];
    const answer = await pickStep(place, {
      items: [
        {
          label: `$(save) ${l10n.t('Save the report…')}`,
          detail: l10n.t(
            '{0}, as of {1}: {2}',
            draft.params.format ?? '',
            today,
            facts.join(' · '),
          ),
        },
      ],
      chosen: [],
      hint: l10n.t('The report will hold this.'),
      many: false,
    });
    return typeof answer === 'string' ? answer : 'next';
  };
}

function commitmentsInWords(count: number): string {
  return count === 1 ? l10n.t('1 commitment') : l10n.t('{0} commitments', count);
}

async function save({ params, plan }: Draft, { files, leftOut }: ReportResult): Promise<void> {
  const [only] = files;
  if (only === undefined) return;
  const format = plan.formats.find(({ name }) => name === params.format);
  const isFolder = params.into === 'folder' || format?.file === false;
  const target = isFolder ? await pickFolder() : await pickFile(only.name, format);
  if (target === undefined) return;
  if (isFolder && !(await mayReplace(target, files))) return;
  for (const { name, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    await workspace.fs.writeFile(isFolder ? Uri.joinPath(target, name) : target, bytes);
  }
  const saved = workspace.asRelativePath(target);
  void window.showInformationMessage(
    leftOut.length > 0
      ? l10n.t('Saved {0}. Left out: {1}.', saved, leftOut.join(', '))
      : l10n.t('Saved {0}.', saved),
  );
}

/** A dialog for folders asks about no file in it. */
async function mayReplace(folder: Uri, files: ReportResult['files']): Promise<boolean> {
  const there = await Promise.all(files.map(({ name }) => isThere(Uri.joinPath(folder, name))));
  const names = files.flatMap(({ name }, index) => (there[index] ? name : []));
  if (names.length === 0) return true;
  const replace = l10n.t('Replace');
  const message = l10n.t('Replace {0} in this folder?', names.join(', '));
  return (await window.showWarningMessage(message, { modal: true }, replace)) === replace;
}

function pickFile(
  name: string,
  format: ReportPlan['formats'][number] | undefined,
): Thenable<Uri | undefined> {
  const [first] = workspace.workspaceFolders ?? [];
  return window.showSaveDialog({
    ...(first && { defaultUri: Uri.joinPath(first.uri, name) }),
    ...(format && { filters: { [format.name]: [format.extension] } }),
    title: l10n.t('Save the report'),
  });
}

async function pickFolder(): Promise<Uri | undefined> {
  const [first] = workspace.workspaceFolders ?? [];
  const chosen = await window.showOpenDialog({
    ...(first && { defaultUri: first.uri }),
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('A folder for the tables'),
    openLabel: l10n.t('Save here'),
  });
  return chosen?.[0];
}
