import { counted, groupBy, type Span } from '../../../core/index.js';
import type { ReportFormat } from '../../frame/report-format.js';
import type { ReportBrief, ReportMention, ReportView } from '../../frame/report-view.js';
import { segmentsOf } from '../../reading/segments.js';

/**
 * CoNLL-2002: a token a line with its tag (B-, I-, O), a blank line behind a sentence, a line before each brief. There is
 * one layer of names: of two that lie in each other the outer one. Words are those without tags, without front matter.
 */
export const conll: ReportFormat = {
  name: 'conll',
  extension: 'conll',
  summary: 'tokens with the names and dates in them, for annotators and learners (CoNLL-2002)',
  views: [],
  holds: ['briefs'],
  leavesOut(view) {
    const names = [...view.mentions()].filter(isName);
    const shown = view.briefs.reduce((sum, brief) => sum + namesIn(brief).length, 0);
    const inner = names.length - shown;
    return [
      ...(inner === 0 ? [] : [`${counted(inner, 'name')} inside of others`]),
      ...(view.commitments.length === 0 ? [] : [counted(view.commitments.length, 'commitment')]),
    ];
  },
  *write(view: ReportView) {
    for (const brief of view.briefs) yield* linesOf(brief);
  },
};

function* linesOf(brief: ReportBrief): Iterable<string> {
  const { text, body } = brief.plain;
  const names = namesIn(brief);
  const starts = groupBy(names, ({ plain }) => plain.start);
  yield '-DOCSTART- O\n\n';
  let current: ReportMention | undefined;
  for (const { tokens } of segmentsOf(
    text,
    body,
    names.map(({ plain }) => plain),
  )) {
    for (const token of tokens) {
      const begun = starts.get(token.start)?.[0];
      if (begun !== undefined) current = begun;
      else if (current !== undefined && current.plain.end <= token.start) current = undefined;
      yield `${text.slice(token.start, token.end)} ${tagOf(current, token)}\n`;
    }
    yield '\n';
  }
}

function tagOf(name: ReportMention | undefined, { start }: Span): string {
  if (name === undefined) return 'O';
  return `${name.plain.start === start ? 'B' : 'I'}-${TYPES.get(name.kind) ?? name.kind.toUpperCase()}`;
}

/** As in CoNLL-2002; the other kinds keep their names. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['person', 'PER'],
  ['org', 'ORG'],
  ['place', 'LOC'],
]);

function isName({ kind, role }: ReportMention): boolean {
  return kind !== 'commitment' && (role === 'mention' || role === 'definition' || role === 'date');
}

/** Those that lie in no other one, in order. */
export function namesIn({ mentions, plain }: ReportBrief): readonly ReportMention[] {
  let end = plain.body;
  return mentions.filter((mention) => {
    if (!isName(mention) || mention.plain.start < end) return false;
    end = mention.plain.end;
    return true;
  });
}
