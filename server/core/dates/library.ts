import { type Parsed, parse } from 'edtf';

/**
 * A date-time of EDTF level 0 (`2025-10-31T10:00:00Z`), as its calendar date in its own time zone.
 * The grammar is the library's. It is not asked about anything else: its Earley parser takes some
 * 100 µs for each expression, and a registry may hold a hundred thousand plain dates.
 */
export function calendarOfDateTime(
  text: string,
): readonly [year: number, month: number, day: number] | undefined {
  if (!/^\d{4}-\d\d-\d\dT[\d:.Z+-]{1,24}$/.test(text)) return undefined;
  const parsed = parsedByLibrary(text);
  if (parsed?.type !== 'Date' || parsed.level !== 0) return undefined;
  const [year, month, day] = parsed.values;
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') {
    return undefined;
  }
  return [year, month + 1, day];
}

function parsedByLibrary(text: string): Parsed | undefined {
  try {
    return parse(text);
  } catch {
    return undefined; // its way to say "no EDTF"
  }
}
