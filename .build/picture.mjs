// A terminal's text as an SVG picture: small, sharp, readable in light and dark pages alike.

const COLOURS = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#76e3ea',
  37: '#c9d1d9',
  90: '#8b949e',
};
const SIZE = { character: 8.43, line: 19, margin: 20 };

/** Draws the first `lines` lines of `text`, whose colours are the SGR codes of a terminal. */
export function picture(text, { lines, columns }) {
  const all = text.trimEnd().split('\n');
  const shown = all.length > lines ? [...all.slice(0, lines - 1), '\u001b[90m…\u001b[39m'] : all;
  const width = Math.ceil(columns * SIZE.character + 2 * SIZE.margin);
  const height = shown.length * SIZE.line + 2 * SIZE.margin;
  const rows = shown.map((line, index) => {
    const y = SIZE.margin + (index + 0.75) * SIZE.line;
    return `<text x="${SIZE.margin}" y="${y}">${runs(line).map(tspan).join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A report of rapporteur check">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#c9d1d9" xml:space="preserve">
${rows.join('\n')}
</g>
</svg>
`;
}

/** A line as runs of equal look. */
function runs(line) {
  const found = [];
  let look = {};
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one.
  for (const [, code, words] of `\u001b[0m${line}`.matchAll(/\u001b\[(\d+)m([^\u001b]*)/g)) {
    look = next(look, Number(code));
    if (words) found.push({ ...look, words });
  }
  return found;
}

function next(look, code) {
  if (code === 0) return {};
  if (code === 1) return { ...look, bold: true };
  if (code === 2) return { ...look, dim: true };
  if (code === 4) return { ...look, underline: true };
  if (code === 22) return { ...look, bold: false, dim: false };
  if (code === 24) return { ...look, underline: false };
  if (code === 39) return { ...look, colour: undefined };
  return { ...look, colour: COLOURS[code] ?? look.colour };
}

function tspan({ words, colour, bold, dim, underline }) {
  const style = [
    colour && `fill="${colour}"`,
    bold && 'font-weight="bold"',
    dim && 'opacity="0.7"',
    underline && 'text-decoration="underline"',
  ];
  const escaped = words.replace(
    /[&<>]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign],
  );
  return `<tspan ${style.filter(Boolean).join(' ')}>${escaped}</tspan>`;
}
