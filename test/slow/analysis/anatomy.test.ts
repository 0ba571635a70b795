import fc from 'fast-check';
import { findAnatomy } from '../../../src/analysis/anatomy';
import { splitParagraphs } from '../../../src/analysis/paragraphs';
import { assertSpansWithin } from '../../analysis/spansIn';

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
        assertSpansWithin(text, [headline, standfirst, byline, dateline, ...excluded]);
      }),
      { numRuns: 1000 },
    );
  });
});
