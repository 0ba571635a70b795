import assert from 'node:assert/strict';
import { analyze } from '../../../src/analysis/analyze';
import { findChecks } from '../../../src/analysis/checks';
import { textsOfCases } from './support';

describe('checks', () => {
  it('come once for each unnamed source and rule', () => {
    const { checks } = analyze(
      'A source said the bridge is closed.\n\nThe source said it would not open again.\n\n' +
        '“It is rotten,” the source told the Gazette.',
    );
    const codes = checks.map(({ code }) => code);
    assert.ok(codes.includes('anonymity.vague'));
    assert.equal(new Set(codes).size, codes.length);
  });

  it('are the same when they are found again, whatever the analysis says of checks', () => {
    const text = textsOfCases().slice(0, 8).join('\n\n');
    const analysis = analyze(text);
    assert.ok(analysis.checks.length > 0);
    assert.deepEqual(findChecks(text, analysis), analysis.checks);
  });
});
