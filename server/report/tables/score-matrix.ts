import { perObject } from '../../core/index.js';
import type { ReportAssessment, ReportCommitment, ReportView } from '../frame/report-view.js';
import { type Field, type Table, tableOf } from './table.js';

/** How well each party kept each commitment: a row a commitment that was assessed, a column a party. */
export interface ScoreMatrix {
  /** Whose part was assessed, by name. */
  readonly parties: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly ScoreRow[];
}

export interface ScoreRow {
  readonly commitment: ReportCommitment;
  /** By party, as {@link ScoreMatrix.parties} has them: the last word of each assessor, the newest first. */
  readonly cells: readonly (readonly ReportAssessment[])[];
}

export function scoreMatrix({ commitments }: ReportView): ScoreMatrix {
  const assessed = commitments.flatMap((commitment) => {
    const latest = commitment.assessments.filter(({ isLatest }) => isLatest).reverse();
    return latest.length === 0 ? [] : [{ commitment, latest }];
  });
  const parties = new Map(
    assessed.flatMap(({ latest }) =>
      latest.flatMap((each) => each.parties.map(({ key, name }) => [key, { key, name }] as const)),
    ),
  );
  const inOrder = [...parties.values()].sort(
    (a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)) || (a.key < b.key ? -1 : 1),
  );
  return {
    parties: inOrder,
    rows: assessed.map(({ commitment, latest }) => ({
      commitment,
      cells: inOrder.map(({ key }) =>
        latest.filter((each) => each.parties.some((party) => party.key === key)),
      ),
    })),
  };
}

/** `+1 (G20 Research Group); limited (IRM)` */
export function scoresOfCell(cell: readonly ReportAssessment[]): readonly string[] {
  return cell.map(({ score, by }) => {
    const who = by.map(({ name }) => name).join(', ');
    return who === '' ? score : `${score} (${who})`;
  });
}

/** The matrix as a table; `undefined`: nothing was assessed. */
export const scoreTable: (view: ReportView) => Table | undefined = perObject((view) => {
  const { parties, rows } = scoreMatrix(view);
  if (rows.length === 0) return undefined;
  const words: Field<ScoreRow> = {
    ...{ name: 'commitment', title: 'Commitment', type: 'text', width: 50 },
    of: ({ commitment }) => commitment.what ?? commitment.words,
  };
  const id: Field<ScoreRow> = {
    ...{ name: 'id', title: 'Id', type: 'text', width: 24 },
    of: ({ commitment }) => commitment.key,
  };
  const scores = parties.map(
    ({ key, name }, index): Field<ScoreRow> => ({
      ...{ name: key, title: name, type: 'list', width: 24 },
      of: ({ cells }) => scoresOfCell(cells[index] ?? []),
    }),
  );
  return tableOf<ScoreRow>('scores', () => rows, [words, id, ...scores]);
});
