import { scalar, type Tag } from '../../brief/index.js';
import { type Commitment, commitmentOf, type HistoryStep } from '../../workspace/index.js';
import { commitmentState } from './card.js';
import { partyLine, stateLine, stepLine } from './describe-commitment.js';
import { type DescribeContext, describeMissing } from './describe-id.js';
import { nameOfCommitment } from './describe-names.js';
import { lines, type RichText } from './rich-text.js';

/** What an update says of which commitment, what was known before it, and how that stands now. */
export function describeUpdate(asking: DescribeContext, tag: Tag): RichText | undefined {
  const { workspace, page } = asking;
  const id = scalar(tag.attributes, 'of')?.text;
  if (id === undefined) return undefined;
  const commitment = commitmentOf(workspace, id);
  if (commitment === undefined) return describeMissing(asking, id, ['commitment']);
  const index = stepOf(commitment, page.id, tag);
  const step = commitment.history[index];
  const before = commitment.history[index - 1];
  return [
    ...lines(['Update: ', nameOfCommitment(commitment)], partyLine(workspace, commitment)),
    ...lines(
      step && stepLine(workspace, step),
      before && ['Before: ', ...stepLine(workspace, before)],
      step?.correction ? ['Corrects an earlier report'] : undefined,
    ),
    ...lines(['Now: ', ...stateLine(commitmentState(workspace, commitment))]),
  ];
}

function stepOf({ history }: Commitment, page: string, { span }: Tag): number {
  const isHere = ({ place }: HistoryStep): boolean =>
    place.page === page && place.span.start === span.start;
  return history.findIndex(isHere);
}
