import type { Tag } from '../../brief/index.js';
import { aKind, kindTitle } from '../../rules/index.js';
import { idsNamed, kindsOfId, resolve } from '../../workspace/index.js';
import {
  type DescribeContext,
  describeId,
  describeMissing,
  lineOfId,
  meantBy,
} from './describe-id.js';
import { nameOfEntity } from './describe-names.js';
import {
  code,
  firstOf,
  joined,
  type Line,
  lines,
  list,
  MAX_SHORT,
  type RichText,
  truncate,
} from './rich-text.js';

/** Whom a mention means: one in full, several shortly; else who could be meant. */
export function describeMention(asking: DescribeContext, tag: Tag): RichText | undefined {
  const { workspace, page } = asking;
  const resolution = resolve(workspace, page, tag);
  if (resolution.type === 'ambiguous') return candidates(asking, tag, resolution.candidates);
  if (resolution.type === 'unresolved') {
    return tag.refs === undefined ? nobody(asking, tag) : unknownRefs(asking, tag);
  }
  const [only, ...others] = resolution.ids;
  if (only !== undefined && others.length === 0) return describeId(asking, only);
  return [
    ...lines([`${quote(tag)} means:`]),
    ...list(firstOf(resolution.ids, MAX_CANDIDATES, (id) => lineOfId(asking, id) ?? [code(id)])),
  ];
}

const MAX_CANDIDATES = 5;

function quote({ words }: Tag): string {
  return `“${truncate(words, MAX_SHORT)}”`;
}

function candidates(asking: DescribeContext, tag: Tag, ids: readonly string[]): RichText {
  const candidate = (id: string): Line => joined([lineOfId(asking, id) ?? [], code(id)]);
  return [
    ...lines([`More than one ${kindTitle(asking.workspace, tag.kind)} is called ${quote(tag)}:`]),
    ...list(firstOf(ids, MAX_CANDIDATES, candidate)),
    ...lines(['Say which one with ', code('ref='), '.']),
  ];
}

function nobody({ workspace, complete }: DescribeContext, tag: Tag): RichText {
  if (tag.words === '') return [];
  if (!complete) return lines(['not found yet: the files are still being read']);
  const meant = meantBy(workspace, tag.words, [tag.kind], 'name');
  return lines(
    [`No ${kindTitle(workspace, tag.kind)} is called ${quote(tag)}.`],
    meant.length > 0 ? meant : elsewhere({ workspace, tag }),
  );
}

/** The words may be right and the kind wrong. */
function elsewhere({
  workspace,
  tag,
}: Pick<DescribeContext, 'workspace'> & { readonly tag: Tag }): Line {
  for (const { tag: kind, role } of workspace.vocabulary.kinds.values()) {
    const [id] = role === 'entity' ? idsNamed(workspace, kind, tag.words) : [];
    if (id !== undefined) {
      return [
        'There is ',
        aKind(workspace, kind),
        ' of that name: ',
        nameOfEntity(workspace, id),
        '.',
      ];
    }
  }
  return [];
}

/** Some of its ids may be known; each that is not is told apart. */
function unknownRefs(asking: DescribeContext, tag: Tag): RichText {
  const { workspace } = asking;
  const refs = [...new Set(tag.refs?.map(({ text }) => text))].slice(0, MAX_CANDIDATES);
  return refs.flatMap((id): RichText => {
    const kinds = kindsOfId(workspace, id);
    if (kinds.size === 0) return describeMissing(asking, id, [tag.kind]);
    const line = lineOfId(asking, id) ?? [];
    if (kinds.has(tag.kind)) return lines(line);
    return lines(line, [`The tag says that it is ${aKind(workspace, tag.kind)}.`]);
  });
}
