import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Gives a check that a value fits the schema `test/schemas/<name>`. */
export function schemaCheck(name: string): (value: unknown) => void {
  const schema = JSON.parse(
    fs.readFileSync(path.resolve('test', 'schemas', name), 'utf8'),
  ) as object;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    assert.deepEqual(validate.errors ?? [], []);
  };
}
