import type { Language } from './language.js';
import { STRENGTHS } from './strength.js';

/** Languages as a Markdown table: how a brief names each, what of it says a date by itself, and how firmly. */
export function languageTable(languages: readonly Language[]): string {
  const rows = languages.map(({ name, tag, examples: { dates, markers } }) => {
    const firm = STRENGTHS.map((strength) => `${strength}: ${markers[strength].join(', ')}`);
    return `| ${name} | \`${tag}\` | ${dates.join(' · ')} | ${firm.join(' · ')} |`;
  });
  const head =
    '| language | `lang` | dates in words, for example | words of strength, for example |';
  return [head, '|---|---|---|---|', ...rows].join('\n');
}
