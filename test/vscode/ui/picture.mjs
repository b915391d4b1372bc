// Pictures of a part of the window, small enough for a README.

/**
 * A PNG of `parts` (elements on the page), with `above` and `below` CSS pixels of what is around them.
 * `across`: an element from whose left to whose right edge the picture goes instead.
 */
export async function pictureOf(page, parts, { above = 8, below = 8, across } = {}) {
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
  const wide = across === undefined ? boxes.map(grown) : [await across.boundingBox()];
  const screen = page.viewportSize();
  const left = Math.max(0, Math.min(...wide.map(({ x }) => x)));
  const right = Math.min(screen.width, Math.max(...wide.map(({ x, width }) => x + width)));
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - above);
  const foot = Math.max(...boxes.map(({ y, height }) => y + height)) + below;
  const bottom = Math.min(screen.height, foot);
  const clip = { x: left, y: top, width: right - left, height: bottom - top };
  return page.screenshot({ clip, animations: 'disabled' });
}

function grown({ x, width }) {
  return { x: x - 8, width: width + 16 };
}

/**
 * The sharpest ones first: what part of the size on the screen, and how well. Letters stay readable in
 * all of them.
 */
const WAYS = [
  { scale: 1, quality: 0.8 },
  { scale: 0.75, quality: 0.85 },
  { scale: 0.75, quality: 0.7 },
  { scale: 0.75, quality: 0.5 },
  { scale: 0.5, quality: 0.85 },
  { scale: 0.5, quality: 0.6 },
];

/** The same picture as WebP, which a browser writes by itself, in at most so many bytes. */
export async function shrink(browser, png, most) {
  const page = await browser.newPage();
  try {
    for (const way of WAYS) {
      const encoded = await page.evaluate(asWebp, { ...way, png: png.toString('base64') });
      const small = Buffer.from(encoded, 'base64');
      if (small.length <= most) return small;
    }
    throw new Error('The picture is too large, however it is written: show less.');
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function asWebp({ png, scale, quality }) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', quality).split(',')[1];
}
