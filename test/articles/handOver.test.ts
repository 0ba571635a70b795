import assert from 'node:assert/strict';
import type { Analysis } from '../../src/analysis/contract';
import { packAnalysis, unpackAnalysis, type PackedAnalysis } from '../../src/articles/handOver';
import { KeptAnalysis } from '../../src/articles/keptAnalysis';
import { actorWith, analysisWith, ferryAnalysis, ferryText } from './fixture';

const ferry = { text: ferryText, analysis: ferryAnalysis };

describe('an analysis that is handed over', () => {
  it('is the same on the other side', () => {
    assert.deepEqual(handedOver(packAnalysis(ferry)), ferryAnalysis);
  });

  it('may be empty', () => {
    const analysis = analysisWith({});
    assert.deepEqual(handedOver(packAnalysis({ text: '', analysis })), analysis);
  });

  it('may have names in any script, and as many as there are', () => {
    const name = (n: number) => `Åse Þórsdóttir ${n} 李 𝒳 "\\”`;
    const actors = Array.from({ length: 2000 }, (_, n) => actorWith({ id: `k${n + 1}`, name: name(n) }));
    const analysis = analysisWith({ actors });
    assert.deepEqual(handedOver(packAnalysis({ text: '', analysis })), analysis);
  });

  it('names what it keeps of the analysis before, and nothing else of it', () => {
    const packed = packAnalysis(ferry, ferry);
    assert.deepEqual(packed.runs, {
      quotations: [{ from: 0, count: 1 }],
      attributions: [{ from: 0, count: 3 }],
      actors: [{ from: 0, count: 4 }],
      checks: [],
      decisions: [],
    });
    for (const { bytes } of Object.values(packed.items)) assert.equal(bytes.length, 0);
    assert.deepEqual(handedOver(packed, ferryAnalysis), ferryAnalysis);
    assert.throws(() => handedOver(packed), /before is missing/);
  });

  it('brings what is new among what is kept', () => {
    const text = `Rain fell. ${ferryText}`;
    const [first, ...others] = ferryAnalysis.actors;
    const renamed = {
      ...ferryAnalysis,
      actors: [first!, { ...others[0]!, name: 'Dockers' }, ...others.slice(1)],
    };
    const packed = packAnalysis({ text: ferryText, analysis: renamed }, ferry);
    assert.deepEqual(packed.runs.actors, [
      { from: 0, count: 1 },
      { from: null, count: 1 },
      { from: 2, count: 2 },
    ]);
    assert.deepEqual(handedOver(packed, ferryAnalysis), renamed);
    const moved = { text, analysis: ferryAnalysis };
    assert.deepEqual(handedOver(packAnalysis(moved, ferry), ferryAnalysis), ferryAnalysis);
  });
});

function handedOver(packed: PackedAnalysis, before: Analysis | null = null): Analysis {
  return unpackAnalysis(structuredClone(packed), before && KeptAnalysis.of(before)).whole;
}
