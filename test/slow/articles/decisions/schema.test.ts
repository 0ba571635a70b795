import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import * as fc from 'fast-check';
import { decisionLine, parseDecisions } from '../../../../src/articles/decisions/decisionFile';
import { decision } from '../../../articles/decisions/arbitrary';

const path = join(__dirname, '..', '..', '..', '..', 'schemas', 'decisions.schema.json');
const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(path, 'utf8')) as object);

describe('the schema of decisions', () => {
  it('has every property of a line, and no other', () => {
    const properties = (schema: unknown, at: string): string[] =>
      typeof schema !== 'object' || schema === null
        ? []
        : Object.entries(schema).flatMap(([key, value]) =>
            at === 'properties' ? [key, ...properties(value, key)] : properties(value, key),
          );
    const keys = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, item]) => [
            ...(Array.isArray(value) ? [] : [key]),
            ...keys(item),
          ]);
    const written = new Set<string>();
    fc.assert(
      fc.property(decision, made => {
        for (const key of keys(JSON.parse(decisionLine(made).raw))) written.add(key);
      }),
      // Enough for each kind to come, the same ones each time.
      { numRuns: 1000, seed: 5 },
    );
    assert.deepEqual(new Set(properties(validate.schema, '')), written);
  });

  it('allows what is written', () => {
    fc.assert(
      fc.property(decision, made => {
        assert.ok(validate(JSON.parse(decisionLine(made).raw)), JSON.stringify(validate.errors));
      }),
    );
  });

  it('allows what can be read, and nothing else', () => {
    const other = fc.constantFrom<unknown>(null, undefined, '', 'x', -1, 7, 1.5, [], {}, 'TextQuoteSelector');
    fc.assert(
      fc.property(decision, fc.nat(30), other, (made, nth, value) => {
        const changed = replaceNth(JSON.parse(decisionLine(made).raw), nth, value);
        const [line] = parseDecisions(JSON.stringify(changed));
        assert.equal(validate(changed), line?.decision !== null, JSON.stringify(changed));
      }),
      { numRuns: 500 },
    );
  });
});

/** A copy with another value at the nth place, depth first; one of `undefined` is left out. */
function replaceNth(root: unknown, nth: number, value: unknown): unknown {
  let seen = 0;
  const text = JSON.stringify(root, (key, item: unknown) => (key !== '' && seen++ === nth ? value : item));
  return JSON.parse(text);
}
