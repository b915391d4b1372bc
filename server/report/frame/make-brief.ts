import {
  commitmentIndex,
  commitmentsIn,
  dateOfPage,
  lazily,
  linesOf,
  type Page,
  titleOf,
} from '../../core/index.js';
import { isChosen } from './choice.js';
import { commitmentOf } from './make-commitment.js';
import { mentionsIn } from './make-mentions.js';
import { plainText } from './plain-text.js';
import type { ReportBrief, ReportCommitment, ReportMention } from './report-view.js';
import type { Setting } from './setting.js';

export function briefOf(
  setting: Setting,
  page: Page,
  mentionsOf: (key: string) => readonly ReportMention[],
): ReportBrief {
  const { text, facts } = page;
  const lines = lazily({ all: () => linesOf(text) });
  const brief: ReportBrief = lazily<ReportBrief>({
    file: () => setting.fileOf(page.id),
    title: () => titleOf(page),
    date: () => dateOfPage(page)?.text,
    lang: () => facts.front.lang?.text,
    sources: () => facts.front.source.map((source) => setting.refTo(source.text)),
    text: () => text,
    facts: () => facts,
    plain: () => plainText(text, facts),
    headings: () => facts.headings,
    mentions: () => mentionsIn(setting, page, brief),
    commitments: () => commitmentsOf(setting, page, brief, mentionsOf),
    lineAt: () => (offset) => lines.all.positionAt(offset).line + 1,
  });
  return brief;
}

function commitmentsOf(
  setting: Setting,
  page: Page,
  brief: ReportBrief,
  mentionsOf: (key: string) => readonly ReportMention[],
): readonly ReportCommitment[] {
  const rows = commitmentIndex(setting.workspace).byPage.get(page.id) ?? [];
  const found = commitmentsIn(setting.workspace, page);
  const used = new Map<string, number>();
  const numberOf = (words: string): number => {
    const number = used.get(words) ?? 0;
    used.set(words, number + 1);
    return number;
  };
  return rows.flatMap((row) => {
    const commitment = found[row.index];
    if (commitment === undefined) return [];
    const number = commitment.id === undefined ? numberOf(commitment.words) : 0;
    const made = commitmentOf(setting, { row, commitment, brief, number, mentionsOf });
    return isChosen(setting.choice, made, setting.isParty) ? [made] : [];
  });
}
