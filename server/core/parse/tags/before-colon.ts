/**
 * What may stand before the colon of a text tag (LANGUAGE.md, section 6, item 1). A letter of a script
 * that is written with spaces between words makes the colon part of prose (`Mitglieder:innen`); in
 * Chinese or Arabic there is no space to write, so there a letter may touch.
 */
export type BeforeColon = 'free' | 'word' | 'colon';

export function beforeColon(text: string, colon: number): BeforeColon {
  let at = colon - 1;
  for (; at >= 0; at -= 1) {
    const code = text.charCodeAt(at);
    if (code < 128) return ascii(code);
    if (!isCombining(code)) break;
  }
  if (at < 0) return 'free';
  const low = text.charCodeAt(at);
  const start = low >= 0xdc00 && low <= 0xdfff && at > 0 ? at - 1 : at;
  const character = text.slice(start, at + 1);
  return SPACED.test(character) && WORD.test(character) ? 'word' : 'free';
}

const SPACED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Nd}]/u;
const WORD = /[\p{L}\p{M}\p{Nd}]/u;

function ascii(code: number): BeforeColon {
  if (code === 58) return 'colon';
  const letter = code | 32;
  return (code >= 48 && code <= 57) || (letter >= 97 && letter <= 122) ? 'word' : 'free';
}

/** Marks and joiners that belong to the letter before them, whatever its script. */
function isCombining(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff) ||
    code === 0x200c ||
    code === 0x200d
  );
}
