import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fromWebAnnotations } from '../../../src/export/annotationImport';
import { annotated, followsModel } from '../../export/annotated';
import { analysisOf, articleText } from '../../export/articles';

describe('web annotations', () => {
  it('follow the W3C’s data model', () => {
    fc.assert(
      fc.property(articleText, text => {
        assert.ok(followsModel(annotated(analysisOf(text), text)), JSON.stringify(followsModel.errors));
      }),
      { numRuns: 20 },
    );
  });

  it('count code points', () => {
    fc.assert(
      fc.property(articleText, text => {
        const characters = Array.from(text);
        const items = annotated(analysisOf(text), text).first.items;
        for (const { selector } of items.flatMap(({ target }) =>
          typeof target === 'string' ? [] : target,
        )) {
          const [quote, position] = selector;
          assert.equal(characters.slice(position?.start, position?.end).join(''), quote?.exact);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('lose nothing when they are read back', () => {
    fc.assert(
      fc.property(articleText, fc.constantFrom(null, 'a b.txt', 'C:\\Texte\\é.txt'), (text, file) => {
        const analysis = { ...analysisOf(text), file };
        assert.deepEqual(fromWebAnnotations(text, annotated(analysis, text)), analysis);
      }),
      { numRuns: 40 },
    );
  });
});
