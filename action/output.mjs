import { randomUUID } from 'node:crypto';
import fs from 'node:fs';

/** Sets an output of the step, whatever is in the value: no line of it can end it but ours. */
export function setOutput(name, value) {
  const file = process.env.GITHUB_OUTPUT;
  if (file === undefined) return;
  const end = `end-${randomUUID()}`;
  fs.appendFileSync(file, `${name}<<${end}\n${value}\n${end}\n`);
}
