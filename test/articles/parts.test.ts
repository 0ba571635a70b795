import assert from 'node:assert/strict';
import type { Analysis } from '../../src/analysis/contract';
import { AnalysisAssembly, splitAnalysis } from '../../src/articles/parts';
import { KeptAnalysis } from '../../src/articles/keptAnalysis';
import { actorWith, analysisWith, ferryAnalysis, ferryText, spanOf } from './fixture';

const ferry = { text: ferryText, analysis: ferryAnalysis };

describe('an analysis in parts', () => {
  for (const size of [1, 2, 3, 1000]) {
    it(`is the same when put together again from parts of ${size}`, () => {
      assert.deepEqual(join(splitAnalysis(ferry, null, size)), ferryAnalysis);
    });
  }

  it('keeps every part small, even for one actor with thousands of mentions', () => {
    const mention = { span: [spanOf(ferryText, 'Okafor')], form: 'name' as const };
    const analysis = analysisWith({
      actors: [
        actorWith({ id: 'k1', name: 'Okafor', mentions: Array.from({ length: 5000 }, () => mention) }),
      ],
    });
    const parts = splitAnalysis({ text: ferryText, analysis }, null, 100);
    assert.equal(parts.length, 51);
    assert.ok(parts.every(part => JSON.stringify(part).length < 10_000));
    assert.deepEqual(join(parts), analysis);
  });

  it('is one part when it is empty', () => {
    assert.equal(splitAnalysis({ text: '', analysis: analysisWith({}) }).length, 1);
  });

  it('cannot be put together without its first part', () => {
    assert.throws(() => new AnalysisAssembly().finish(), /first part/);
  });

  it('names what it keeps of the analysis before, and nothing else of it', () => {
    const parts = splitAnalysis(ferry, ferry);
    assert.deepEqual(
      parts.flatMap(({ entries }) => entries),
      [
        { keep: 'quotations', from: 0, count: 1 },
        { keep: 'attributions', from: 0, count: 3 },
        { keep: 'actors', from: 0, count: 4 },
      ],
    );
    assert.deepEqual(join(parts, ferryAnalysis), ferryAnalysis);
    assert.throws(() => join(parts), /before is missing/);
  });
});

function join(parts: ReturnType<typeof splitAnalysis>, before: Analysis | null = null) {
  const assembly = new AnalysisAssembly(before && KeptAnalysis.of(before));
  for (const part of structuredClone(parts)) assembly.add(part);
  return assembly.finish().whole;
}
