import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAnatomy } from '../../../src/analysis/anatomy';
import { splitParagraphs } from '../../../src/analysis/paragraphs';

describe('findAnatomy', () => {
  it('gives spans within the text for any text', () => {
    const part = fc.constantFrom(
      'By ',
      'Ida Lund',
      ' — ',
      'PORT ELDEN',
      '(AP)',
      '\n\n',
      '\n',
      'Read more: ',
      'May 18, 2015',
      '. ',
      '# ',
      '---\n',
      '![a](b)',
      '**',
      '[a](b)',
      'date: ',
      '| ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        const text = parts.join('');
        const { headline, standfirst, byline, dateline, excluded } = findAnatomy(text, splitParagraphs(text));
        for (const span of [headline, standfirst, byline, dateline, ...excluded]) {
          if (span) assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
