import { type Day, formatDay, lazily } from '../../core/index.js';
import { choiceWords, type ReportChoice } from './choice.js';
import { briefOf } from './make-brief.js';
import { entitiesOf } from './make-entities.js';
import { relationsOf } from './make-relations.js';
import { inOrder } from './order.js';
import type { ReportMention, ReportView } from './report-view.js';
import { type ReportSource, settingOf } from './setting.js';

/** @param sources several, where the briefs are of several workspaces; all have the same day */
export function reportView(
  sources: readonly ReportSource[],
  today: Day,
  choice: ReportChoice = {},
): ReportView {
  const settings = sources.map((source, index) => settingOf(source, index, choice));
  const mentions = function* (): Iterable<ReportMention> {
    for (const brief of view.briefs) yield* brief.mentions;
  };
  const known = lazily<{ readonly byKey: ReadonlyMap<string, readonly ReportMention[]> }>({
    byKey: () => mentionsByKey(mentions()),
  });
  const mentionsOf = (key: string): readonly ReportMention[] => known.byKey.get(key) ?? [];
  const view: ReportView = lazily<ReportView>({
    today: () => today,
    asOf: () => formatDay(today),
    chosen: () => choiceWords(choice),
    briefs: () =>
      settings
        .flatMap((setting) => setting.briefs.map((page) => briefOf(setting, page, mentionsOf)))
        .sort(inOrder(({ file }) => file)),
    commitments: () =>
      view.briefs
        .flatMap(({ commitments }) => commitments)
        .sort(
          (a, b) => a.press - b.press || inOrder(({ brief: { file } }: typeof a) => file)(a, b),
        ),
    entities: () => entitiesOf(settings, view, mentionsOf),
    mentions: () => mentions,
    relations: () => () => relationsOf(settings, view),
  });
  return view;
}

/** By the key of each that they mean. What defines or promises something does not speak of it as well. */
function mentionsByKey(
  mentions: Iterable<ReportMention>,
): ReadonlyMap<string, readonly ReportMention[]> {
  const byKey = new Map<string, ReportMention[]>();
  for (const mention of mentions) {
    if (mention.role !== 'mention' && mention.role !== 'definition') continue;
    for (const { key } of mention.means) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [mention]);
      else known.push(mention);
    }
  }
  return byKey;
}
