import { scalar, type Tag } from '../../brief/index.js';
import { describeDate } from '../../dates/index.js';
import { addAttributeEdit, type Report } from '../../rules/index.js';
import {
  deadlineIn,
  hasNewFault,
  localDryRun,
  readDeadline,
  sentenceAround,
} from '../../suggest/index.js';
import {
  dateOfPage,
  languageOfPage,
  type Page,
  tagsIn,
  type Workspace,
} from '../../workspace/index.js';
import type { CodeAction } from './code-action.js';

/** The deadline that the words of a promise or of its sentence speak of, counted from the date of the brief. */
export const setDeadline: CodeAction = {
  name: 'set-deadline',
  kinds: ['quickfix.rapporteur.deadline'],
  *offer({ workspace, page, reports }) {
    for (const report of reports) {
      if (!RULES.has(report.rule)) continue;
      const tag = commitmentOf(page, report);
      const found = tag && deadlineOf(workspace, page, tag);
      if (tag === undefined || found === undefined) continue;
      const edit = addAttributeEdit(page, tag, `due=${found.edtf}`);
      const { before, after } = localDryRun(workspace, page, [edit]);
      if (hasNewFault(before, after)) continue;
      yield {
        title: `Set the deadline: due=${found.edtf} (${describeDate(found.edtf)}, '${found.words}')`,
        kind: 'quickfix.rapporteur.deadline',
        edits: [edit],
        reports: [report],
      };
    }
  },
};

const RULES: ReadonlySet<string> = new Set(['commitment-without-deadline', 'vague-deadline']);

function commitmentOf(page: Page, { span }: Report): Tag | undefined {
  return tagsIn(page, span).find(
    (tag) =>
      tag.role === 'commitment' &&
      (tag.head.start === span.start ||
        scalar(tag.attributes, 'due_text')?.span.start === span.start),
  );
}

function deadlineOf(
  workspace: Workspace,
  page: Page,
  tag: Tag,
): { readonly words: string; readonly edtf: string } | undefined {
  const day = dateOfPage(page)?.range.first;
  if (day === undefined) return undefined;
  const language = languageOfPage(workspace, page);
  const vague = scalar(tag.attributes, 'due_text')?.text;
  if (vague !== undefined) {
    const read = readDeadline(vague, day, language);
    return read.type === 'date' ? { words: vague, edtf: read.edtf } : undefined;
  }
  const own = deadlineIn(tag.words, day, language);
  if (own !== undefined || tag.form !== 'text') return own;
  // Behind the tag, in its sentence: "will [pay] by the end of the year".
  const { end } = sentenceAround(page, tag.span, language);
  const behind = page.text.slice(tag.span.end, Math.max(tag.span.end, end));
  return deadlineIn(/^[^:{}[\]]*/.exec(behind)?.[0] ?? '', day, language);
}
