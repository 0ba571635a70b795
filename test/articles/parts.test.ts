import assert from 'node:assert/strict';
import { AnalysisAssembly, splitAnalysis } from '../../src/articles/parts';
import { actorWith, analysisWith, ferryAnalysis, ferryText, spanOf } from './fixture';

describe('an analysis in parts', () => {
  for (const size of [1, 2, 3, 1000]) {
    it(`is the same when put together again from parts of ${size}`, () => {
      assert.deepEqual(join(splitAnalysis(ferryAnalysis, size)), ferryAnalysis);
    });
  }

  it('keeps every part small, even for one actor with thousands of mentions', () => {
    const mention = { span: [spanOf(ferryText, 'Okafor')], form: 'name' as const };
    const analysis = analysisWith({
      actors: [
        actorWith({ id: 'k1', name: 'Okafor', mentions: Array.from({ length: 5000 }, () => mention) }),
      ],
    });
    const parts = splitAnalysis(analysis, 100);
    assert.equal(parts.length, 51);
    assert.ok(parts.every(part => JSON.stringify(part).length < 10_000));
    assert.deepEqual(join(parts), analysis);
  });

  it('is one part when it is empty', () => {
    assert.equal(splitAnalysis(analysisWith({})).length, 1);
  });

  it('cannot be put together without its first part', () => {
    assert.throws(() => new AnalysisAssembly().finish(), /first part/);
  });
});

function join(parts: ReturnType<typeof splitAnalysis>) {
  const assembly = new AnalysisAssembly();
  for (const part of structuredClone(parts)) assembly.add(part);
  return assembly.finish();
}
