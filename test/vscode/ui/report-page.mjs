// The HTML report as a browser shows it: it has no window of VS Code around it.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const CLI = path.join(ROOT, 'dist', 'cli.js');
const REPORT = ['report', '--format', 'html', '--today', '2026-01-15'];

/** A PNG of its top. @param colorScheme what the reader's system asks for: `light` or `dark` */
export async function reportPicture(browser, colorScheme) {
  const html = execFileSync(process.execPath, [CLI, ...REPORT], {
    cwd: path.join(ROOT, 'samples', 'us-india-defense'),
    encoding: 'utf8',
  });
  const page = await browser.newPage({ colorScheme, viewport: { width: 1000, height: 702 } });
  try {
    await page.setContent(html);
    return await page.screenshot();
  } finally {
    await page.close();
  }
}
