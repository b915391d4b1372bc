// The licences of what the bundles hold: they ask to be passed on with the code.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

/** Writes `file` for the packages that esbuild's metafiles say went into the bundles. */
export function writeNotices(metafiles, file) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const names = inputs.map(packageOf).filter((name) => name !== undefined);
  const notices = [...new Set(names)].sort().map(noticeOf);
  fs.writeFileSync(path.join(ROOT, file), notices.join(`\n${'-'.repeat(80)}\n\n`));
}

function packageOf(input) {
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1];
}

function noticeOf(name) {
  const folder = path.join(ROOT, 'node_modules', name);
  const { version, license } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? '' : fs.readFileSync(path.join(folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
