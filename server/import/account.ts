import { counted } from '../core/text/index.js';
import type { Imported } from './imported.js';
import type { LeftOutKind } from './left-out.js';

/** What came along that cannot be seen at once, and what did not: a sentence each. */
export function accountOf({
  leftOut,
  footnotes,
  comments,
  pictures,
}: Pick<Imported, 'leftOut' | 'footnotes' | 'comments' | 'pictures'>): readonly string[] {
  const kept = [
    ...(footnotes > 0 ? [counted(footnotes, 'footnote')] : []),
    ...(comments > 0 ? [counted(comments, 'comment')] : []),
    ...(pictures.length > 0 ? [counted(pictures.length, 'picture')] : []),
  ];
  const left = leftOut.map(({ kind, count }) => LEFT_OUT[kind](count));
  return [
    ...(kept.length > 0 ? [`Kept: ${kept.join(', ')}.`] : []),
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
  ];
}

const LEFT_OUT: Readonly<Record<LeftOutKind, (count: number) => string>> = {
  deletion: (count) => counted(count, 'tracked deletion'),
  comment: (count) => counted(count, 'comment'),
  image: (count) => `${counted(count, 'picture')} that only the document has`,
  picture: (count) => `${counted(count, 'picture')} in a format that browsers do not show`,
  control: (count) => counted(count, 'form field or frame', 'form fields or frames'),
  link: (count) => `${counted(count, 'address', 'addresses')} that no link may lead to`,
  formula: (count) => `the form of ${counted(count, 'formula')}; the signs are there`,
  drawing: (count) => counted(count, 'drawing or chart', 'drawings or charts'),
  contents: () => 'the table of contents',
  margin: (count) => counted(count, 'page header or footer', 'page headers or footers'),
  table: (count) =>
    `the form of ${counted(count, 'table')} with too many columns; the words are there`,
  depth: () => 'the form of parts that are nested too deep; their words are there',
};
