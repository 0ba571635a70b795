import assert from 'node:assert/strict';
import { analyze } from '../../../src/analysis/analyze';
import { anonymousClaims, anonymousShare, articleSources } from '../../../src/articles/corpus/sources';
import { Summary } from '../../../src/cli/corpus/summary';

const ARTICLE = [
  'Ida Brandt said that the pier would close.',
  'A senior official said on Monday that fares would rise.',
  '“The lock gates have failed,” two residents said.',
  'A spokeswoman for the Elden Port Authority said that nobody was hurt.',
  'Police said that the bridge was open.',
].join('\n\n');

describe('the anonymous claims of an article', () => {
  const analysis = analyze(ARTICLE);

  it('are those of unnamed people and groups, not of spokesmen and bodies', () => {
    const unnamed = articleSources(analysis).filter(({ anonymity }) => anonymity);
    assert.equal(analysis.attributions.length, 5);
    assert.ok(unnamed.length > 2, 'spokesmen and bodies have no name either');
    assert.equal(anonymousClaims(analysis), 2);
  });

  it('are a share of all claims, also of those that nobody is given for', () => {
    assert.equal(anonymousShare({ anonymous: 2, claims: 8 }), 0.25);
    assert.equal(anonymousShare({ anonymous: 0, claims: 0 }), 0);
  });

  it('are the same in the summary of a run', () => {
    const summary = new Summary();
    summary.article('a.txt', articleSources(analysis), 8, anonymousClaims(analysis));
    assert.match(
      summary.text(),
      /^1 article, 8 claims \(3 without a source\), 5 sources; 25 % of the claims are anonymous\n/,
    );
  });
});
