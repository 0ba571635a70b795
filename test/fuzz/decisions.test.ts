import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { analyze } from '../../src/analysis/analyze';
import { anchorAt, locate } from '../../src/articles/decisions/anchor';
import { applyDecisions } from '../../src/articles/decisions/apply';
import type { Decision } from '../../src/articles/decisions/decision';
import {
  decisionLine,
  mergeDecisions,
  parseDecisions,
  serialiseDecisions,
} from '../../src/articles/decisions/decisionFile';
import { readWordList } from '../../src/articles/wordListFile';
import { decision } from '../articles/decisions/arbitrary';
import { anyCharacter } from '../characters';
import { fuzzed } from './fuzzed';
import { assertInside, assertSound } from './sound';
import { anyText } from './texts';

/** Lines as nobody would write them: cut, joined, of other types, with keys that objects have by themselves. */
const hostileLine = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.json(),
  decision.map(it => decisionLine(it).raw),
  fc
    .tuple(
      decision.map(it => decisionLine(it).raw),
      fc.nat(),
      fc.nat(20),
      fc.string({ maxLength: 6 }),
    )
    .map(([line, at, length, put]) => {
      const start = at % line.length;
      return line.slice(0, start) + put + line.slice(start + length);
    }),
  fc.constantFrom(
    '{"kind":"__proto__","id":"x"}',
    '{"kind":"toString"}',
    '{"__proto__":{"kind":"note"}}',
    '[]',
  ),
);
const hostileFile = fc
  .tuple(fc.array(hostileLine, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\n\n', '\r'))
  .map(([lines, end]) => lines.join(end));

/** Where in a text something may be meant to be, right or wrong. */
const anchor = fc.record({
  exact: fc.oneof(
    fc.string({ unit: anyCharacter, minLength: 1 }),
    fc.constantFrom('said', '“', 'Ann Lee said the', 'a'.repeat(90)),
  ),
  prefix: fc.string({ unit: anyCharacter, maxLength: 32 }),
  suffix: fc.string({ unit: anyCharacter, maxLength: 32 }),
  start: fc.nat(),
  end: fc.nat(),
});

const cut = fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 80 }) });

/** Decisions, their words moved to places of the text. */
const decided = fc.record({ decision, at: fc.nat(), length: fc.integer({ min: 1, max: 80 }) });

describe('fuzzing the decisions', () => {
  fuzzed(
    'any file is read and written again without a change of its lines',
    fc.property(hostileFile, text => {
      const lines = parseDecisions(text);
      const written = serialiseDecisions(lines);
      assert.equal(serialiseDecisions(parseDecisions(written)), written);
      const raw = text
        .replace(/^\ufeff/, '')
        .split('\n')
        .map(line => line.trimEnd());
      assert.deepEqual(new Set(lines.map(it => it.raw)), new Set(raw.filter(line => line !== '')));
    }),
  );

  fuzzed(
    'files are merged to the same, whichever comes first',
    fc.property(hostileFile, hostileFile, (one, other) => {
      const merged = mergeDecisions(parseDecisions(one), parseDecisions(other));
      assert.equal(
        serialiseDecisions(mergeDecisions(parseDecisions(other), parseDecisions(one))),
        serialiseDecisions(merged),
      );
      assert.deepEqual(mergeDecisions(merged, merged), merged);
    }),
  );

  fuzzed(
    'an anchor whose words were cut or edited is found within the text or not at all',
    fc.property(anyText, cut, fc.nat(), fc.string({ maxLength: 4 }), (text, { at, length }, editAt, put) => {
      const start = at % (text.length + 1);
      const anchor = anchorAt(text, { start, end: Math.min(text.length, start + length) });
      const edit = editAt % (anchor.exact.length + 1);
      const exact = anchor.exact.slice(0, edit) + put + anchor.exact.slice(edit + put.length + 1);
      const found = locate(text, { ...anchor, exact });
      if (found) assertInside(text, found);
    }),
  );

  fuzzed(
    'an anchor is found within the text or not at all',
    fc.property(anyText, anchor, (text, anchor) => {
      const found = locate(text, anchor);
      if (found) assertInside(text, found);
    }),
  );

  fuzzed(
    'whatever was decided, the analysis keeps the contract',
    fc.property(anyText, fc.array(decided, { maxLength: 6 }), (text, all) => {
      if (text === '') return;
      const decisions = all.map(({ decision, at, length }): Decision => {
        const start = at % text.length;
        const target = anchorAt(text, { start, end: Math.min(text.length, start + length) });
        return { ...decision, file: 'ferry.txt', target };
      });
      assertSound(text, applyDecisions(text, analyze(text), decisions));
    }),
  );

  fuzzed(
    'a word list of any kind is read or refused',
    fc.property(fc.oneof(fc.json(), fc.string({ unit: anyCharacter })), text => {
      assert.ok(typeof readWordList(text) === 'object');
    }),
  );
});
