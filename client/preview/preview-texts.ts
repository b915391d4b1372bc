/** What the preview says of its own accord; the extension gives these in the person's language. */
export interface PreviewTexts {
  readonly slip: string;
  readonly unresolved: string;
  /** Before those on whose behalf somebody acts. */
  readonly behalf: string;
  /** Between who must act and to whom. */
  readonly to: string;
  readonly due: string;
}

export const ENGLISH_TEXTS: PreviewTexts = {
  slip: 'Something in this tag is not right yet; see Problems.',
  unresolved: 'This is not in any registry.',
  behalf: 'for',
  to: 'to',
  due: 'due',
};
