import { resolve } from 'node:path';
import { readPath } from '../../host/index.js';
import type { ShardJson } from '../formats/shard-json.js';
import { Failure } from '../terminal/failure.js';
import { isPartOfCheck } from './shard-shape.js';

/** The report of one part. */
export interface Part extends ShardJson {
  /** The report's path as the user wrote it. */
  readonly report: string;
}

/** @throws Failure for what is not the JSON report of a check with `--shard`. */
export function readReport(report: string, cwd: string): Part {
  const reading = readPath(resolve(cwd, report));
  if (reading.type === 'fault') {
    throw new Failure(`the report '${report}' could not be read: ${reading.fault.reason}.`);
  }
  const shard = shardIn(parsed(reading.text, report));
  if (shard === undefined) {
    throw new Failure(
      `'${report}' is not the report of a part. Write it with 'rapporteur check --shard 1/4 --format json=${report}'.`,
    );
  }
  return { ...shard, report };
}

function parsed(text: string, report: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(
      `'${report}' is not complete: it is not a JSON document. Was the check that wrote it stopped?`,
    );
  }
}

function shardIn(document: unknown): ShardJson | undefined {
  return isPartOfCheck(document) ? (document.shard as ShardJson) : undefined;
}
