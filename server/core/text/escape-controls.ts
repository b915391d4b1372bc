/**
 * Characters that would act on a terminal, hide, or turn the order of what follows: control and
 * format characters, line separators, halves of characters. Joiners stay, scripts and emoji need
 * them; so do the visible signs of Arabic.
 */
const ACTING = /[\p{Cc}\p{Cs}\u2028\u2029]|(?!\u200c|\u200d|[\u0600-\u0605\u06dd\u08e2])\p{Cf}/gu;

/**
 * What logs of CI systems obey wherever it stands in a line: `##vso[` in Azure, `##[` in GitHub,
 * `##teamcity[`. The second sign is changed for one of the same width that looks like it.
 */
export const LOG_COMMAND: RegExp = /##(?=\w*\[)/g;

/** Text of a document made harmless to print; one line stays one line. */
export function escapeControls(text: string): string {
  return breakLogCommands(text.replace(ACTING, visibleForm));
}

/** As {@link escapeControls}, of a text of several lines. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeControls).join('\n');
}

/** For a line put together from parts, where two harmless ones may make what a log obeys. */
export function breakLogCommands(line: string): string {
  return line.replace(LOG_COMMAND, '#\u266f');
}

/** A path at the start of a line: never `::`, which logs of some CI systems obey, after spaces too. */
export function escapePath(path: string): string {
  const text = escapeControls(path);
  return /^\s*:/.test(text) ? `./${text}` : text;
}

/** Unicode has a picture for each of the oldest control characters; others show their number. */
function visibleForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Text of a document as part of one line that every program and log may be given. */
export function oneLine(text: string): string {
  return escapeControls(text.replace(/\s+/g, ' ').trim());
}
